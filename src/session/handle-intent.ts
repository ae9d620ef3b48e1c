import type { Ballot, UnstampedEvent } from '../lesson/events.ts';
import { sealResult } from '../lesson/release/sealed-results.ts';
import { activeSeats, seatOf } from '../lesson/state.ts';
import { countHands } from '../lesson/step.ts';
import type { Intent, PhoneIntent, TeacherIntent } from '../protocol/intents.ts';
import { LARGEST_ROOM } from '../protocol/limits.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import { tidyText } from '../protocol/typed-text.ts';
import type { ServerHost } from './host.ts';
import type { LessonSession } from './lesson-session.ts';
import { silentSeats } from './seats.ts';
import type { Viewer } from './viewers.ts';

/** A written intent of a live chat takes the time of a disk, "Lees verder" takes none. Both are answered this much later. */
const SAME_MOMENT_MS = 40;

/** One intent, and the connection that asks it. A repeated intent has the `id` of the first. */
interface Asked<I> {
  session: LessonSession;
  viewer: Viewer;
  id: string;
  intent: I;
}
type Handled = Answer | Promise<Answer>;
type Handler<I> = (asked: Asked<I>) => Handled;
type IntentOf = { [I in Intent as I['type']]: I };

const OK: Answer = { ok: true };
const refuse = (refusal: RefusalCode): Answer => ({ ok: false, refusal });

// ---------- who may ask ----------

type FromPhone<I> = Asked<I> & { seat: number };
function fromPhone<I>(handle: (asked: FromPhone<I>) => Handled): Handler<I> {
  return (asked) => {
    const { role, seat } = asked.viewer;
    return role === 'phone' && seat !== null ? handle({ ...asked, seat }) : refuse('not-yours');
  };
}

function fromTeacher<I>(handle: Handler<I>): Handler<I> {
  return (asked) => (asked.viewer.role === 'stage' || asked.viewer.role === 'desk' ? handle(asked) : refuse('not-yours'));
}

function fromDesk<I>(handle: Handler<I>): Handler<I> {
  return (asked) => (asked.viewer.role === 'desk' ? handle(asked) : refuse('not-yours'));
}

/** Refused in a trial lesson, which no other device can reach and of which nothing is kept. */
function onServer<A extends Asked<unknown>>(handle: (asked: A, host: ServerHost) => Handled): (asked: A) => Handled {
  return (asked) => {
    const { host } = asked.session;
    return host.kind === 'server' ? handle(asked, host) : refuse('trial-only');
  };
}

// ---------- what is done ----------

/** Intents that are events of the lesson as they are. */
type Proposed = Extract<TeacherIntent, { type: UnstampedEvent['type'] }>;
const propose = fromTeacher(({ session, intent, id }: Asked<Proposed>) => session.running.propose(intent, id));

const tidied = <A extends { text: string | null }>(agreements: A[]): A[] =>
  agreements.map((one) => (one.text === null ? one : { ...one, text: tidyText(one.text) }));

const askAgreements = ({ session, intent, id }: Asked<IntentOf['agreements.ask']>) =>
  session.running.propose({ ...intent, candidates: tidied(intent.candidates) }, id);

const setAgreements = ({ session, intent, id }: Asked<IntentOf['agreements.set']>) =>
  session.running.propose({ ...intent, agreements: tidied(intent.agreements) }, id);

type BallotIntent = Extract<PhoneIntent, { type: Ballot['type'] }>;
const castBallot = ({ session, intent, id, seat }: FromPhone<BallotIntent>) => session.running.propose({ ...intent, seat }, id);

/** Delays the answer, so that its time does not tell what was asked. */
function afterTheSameTime<A extends Asked<unknown>>(handle: (asked: A) => Handled): (asked: A) => Handled {
  return async (asked) => {
    const moment = new Promise<void>((passed) => asked.session.runtime.after(SAME_MOMENT_MS, passed));
    const [answer] = await Promise.all([handle(asked), moment]);
    return answer;
  };
}

function hop({ session, seat }: FromPhone<unknown>): Handled {
  if (session.hops.hop(seat, session.runtime.now()) && session.running.lesson.phase === 'lobby') session.viewers.showAttendance();
  return OK;
}

/** Whoever gives a seat up takes another one elsewhere, so that the door must be open. No pupil makes more seats in this way than two full rooms have. */
function leaveSeat({ session: { running }, seat, id }: FromPhone<unknown>): Handled {
  const { doorLocked, seats } = running.tentative;
  if (!seatOf(running.tentative, seat)) return running.repeated(id) ?? OK;
  if (doorLocked) return refuse('door-locked');
  return seats.length < 2 * LARGEST_ROOM ? running.propose({ type: 'seats.removed', seats: [seat] }, id) : refuse('not-now');
}

async function releaseHands({ session: { running, runtime }, intent, id }: Asked<IntentOf['hands.counted']>): Promise<Answer> {
  const repeated = running.repeated(id);
  if (repeated) return repeated;
  // The counts are forgotten after this line. Only what may be kept is proposed.
  const released = countHands(running.projection.story, running.tentative, intent.hands, runtime.random());
  if (typeof released === 'string') return refuse(released);
  const { sealed, event } = sealResult(running.tentative, { type: 'hands.released', round: intent.round, released });
  // Asked again on another line before the event is written, or after a crash in between, it is the same result, and no second lot is drawn.
  const kept = sealed ? await running.propose(sealed, `${id}.result`) : OK;
  return kept.ok ? running.propose(event, id) : kept;
}

function removeSilent({ session: { running, viewers }, id }: Asked<unknown>): Handled {
  const seats = silentSeats(running.lesson, viewers.online);
  return seats.length === 0 ? OK : running.propose({ type: 'seats.removed', seats }, id);
}

/** A seat that somebody else has removed meanwhile is gone, as was asked. */
function removeSeat({ session: { running }, intent: { seat }, id }: Asked<IntentOf['seat.remove']>): Handled {
  return seatOf(running.tentative, seat) ? running.propose({ type: 'seats.removed', seats: [seat] }, id) : (running.repeated(id) ?? OK);
}

/** First the door: whoever is removed would come back at once. */
async function keepFirst({ session: { running }, intent: { count }, id }: Asked<IntentOf['seats.keep-first']>): Promise<Answer> {
  const repeated = running.repeated(id);
  if (repeated) return repeated;
  // No seat goes while a vote closes, and then the door stays as it is too.
  if (running.tentative.phase === 'closing') return refuse('not-now');
  const locked = await running.propose({ type: 'door.lock', locked: true });
  if (!locked.ok) return locked;
  const seats = activeSeats(running.tentative)
    .slice(count)
    .map((seat) => seat.id);
  return seats.length === 0 ? (running.repeated(id) ?? OK) : running.propose({ type: 'seats.removed', seats }, id);
}

async function chooseAddress({ session, intent }: Asked<IntentOf['address.choose']>): Promise<Answer> {
  if (!session.choose(intent.origin)) return refuse('address-unknown');
  if (session.host.kind === 'server') await session.host.keepAddress(intent.origin);
  return OK;
}

function offerDesk({ session, viewer }: Asked<unknown>): Handled {
  session.pairing.offer(viewer.role === 'stage');
  return OK;
}

async function answerCandidate({ session, intent }: Asked<IntentOf['desk.answer']>): Promise<Answer> {
  const candidate = session.pairing.takeCandidate();
  if (!candidate) return refuse('pairing-unknown');
  if (!intent.accept) {
    candidate.refuse('pairing-denied');
    return OK;
  }
  const answer = await session.running.propose({ type: 'desk.paired', token: session.keyOf(candidate.token) });
  if (answer.ok) candidate.accept();
  else candidate.refuse(answer.refusal);
  return answer;
}

/** Dismisses the other desks at once; their tokens no longer open the lesson. */
async function takeOver({ session: { running, viewers, pairing }, viewer: { key }, id }: Asked<unknown>): Promise<Answer> {
  if (key === null) return refuse('not-yours');
  const answer = await running.propose({ type: 'desk.taken', token: key }, id);
  if (!answer.ok) return answer;
  for (const other of viewers.all) if (other.role === 'desk' && other.key !== key) viewers.dismiss(other, 'desk-taken');
  pairing.end();
  viewers.showBoard();
  return answer;
}

async function destroyLesson(_asked: Asked<unknown>, host: ServerHost): Promise<Answer> {
  await host.destroy();
  return OK;
}

/** Who may ask each intent, and what is done. An intent that is missing here does not compile. */
const HANDLERS: { [T in keyof IntentOf]: Handler<IntentOf[T]> } = {
  'seat.hop': fromPhone(hop),
  'seat.leave': fromPhone(leaveSeat),
  'vote.cast': fromPhone(castBallot),
  'live.read': fromPhone(afterTheSameTime(() => OK)),
  'live.seen': fromPhone(afterTheSameTime(castBallot)),
  'live.act': fromPhone(afterTheSameTime(castBallot)),
  'live.count': fromPhone(afterTheSameTime(castBallot)),
  'lesson.next': propose,
  'scene.hold': propose,
  'scene.again': propose,
  'vote.close': propose,
  'vote.extend': propose,
  'vote.untimed': propose,
  'hands.counted': fromTeacher(releaseHands),
  'story.skip': propose,
  'vote.pick': propose,
  'story.back': propose,
  'story.return': propose,
  'headcount.confirm': propose,
  'seats.remove-silent': fromTeacher(removeSilent),
  'seat.remove': fromTeacher(removeSeat),
  'seats.keep-first': fromTeacher(keepFirst),
  'door.lock': propose,
  'lesson.pause': propose,
  'lang.set': propose,
  'pace.set': propose,
  'late.set': propose,
  'mode.set': propose,
  'items.set': propose,
  'items.ask': propose,
  'agreements.ask': fromTeacher(askAgreements),
  'agreements.set': fromTeacher(setAgreements),
  'way.set': propose,
  'address.choose': fromTeacher(chooseAddress),
  'desk.offer': fromTeacher(onServer(offerDesk)),
  'desk.answer': fromTeacher(onServer(answerCandidate)),
  'desk.takeover': fromDesk(onServer(takeOver)),
  'lesson.end': propose,
  'lesson.delete': fromDesk(onServer(destroyLesson)),
};

const handle = <T extends keyof IntentOf>(type: T, asked: Asked<IntentOf[T]>): Handled => HANDLERS[type](asked);

export async function handleIntent(session: LessonSession, viewer: Viewer, id: string, intent: Intent): Promise<Answer> {
  return handle(intent.type, { session, viewer, id, intent });
}
