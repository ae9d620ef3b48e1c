import { transition } from 'xstate';
import { LARGEST_ROOM } from '../protocol/limits.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Arms, Released } from '../protocol/released.ts';
import { begin } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import { hasArms } from '../story/schema/live-chat.ts';
import { castBallot } from './ballots.ts';
import type { Creation, FlowEvent, LessonEvent, Unstamped } from './events.ts';
import { chart } from './flow/chart.ts';
import { accepts, stateOf } from './flow/phase-states.ts';
import { refusalOf } from './flow/refusals.ts';
import { countActs, liveOf } from './live.ts';
import { choiceOf } from './marks.ts';
import { answerersOf, isAgain, isComplete, isForeseen, questionOf } from './release/question.ts';
import { type Count, release, releaseArms } from './release/release.ts';
import { openResult, type SealedResult, withoutLeftResults } from './release/sealed-results.ts';
import { takeSeat } from './seating.ts';
import { isAgreement, isItem, nodeOf } from './side-activity.ts';
import { ANSWERED, create, type Lesson, type Round, type Step } from './state.ts';

export function start(story: Story, creation: Creation, at: number): Lesson {
  return create(creation, begin(story.machine, creation.version === null ? {} : { version: creation.version }), at);
}

/** With any of these the class is there. */
const BEGINS: readonly LessonEvent['type'][] = ['seat.joined', 'headcount.confirm', 'lesson.next'];

/** The next lesson, or a refusal that changes nothing. Server, tests and replay all run this one. */
export function step(story: Story, lesson: Lesson, event: LessonEvent): Step {
  const at = Math.max(lesson.now, event.at);
  const result = decided(story, lesson, { ...event, at });
  if (!result.ok) return result;
  const classSince = result.lesson.classSince ?? (BEGINS.includes(event.type) ? at : null);
  return { ok: true, lesson: { ...result.lesson, classSince, now: at, spokenAt: event.type === 'server.resumed' ? lesson.spokenAt : at } };
}

function decided(story: Story, lesson: Lesson, event: LessonEvent): Step {
  switch (event.type) {
    case 'vote.cast':
    case 'live.seen':
    case 'live.act':
    case 'live.count':
    case 'live.dealt':
    case 'seats.answered':
    case 'result.sealed':
      return castBallot(story, lesson, event);
    case 'seat.joined':
      return takeSeat(lesson, event);
    case 'vote.released':
    case 'hands.released':
      return flow(story, lesson, openResult(lesson, event));
    default:
      return flow(story, lesson, event);
  }
}

function flow(story: Story, lesson: Lesson, event: FlowEvent): Step {
  if (lesson.phase === 'over') return { ok: false, refusal: 'lesson-ended' };
  if (!accepts(lesson.phase, event.type)) return { ok: false, refusal: 'not-now' };
  const refusal = refusalOf(story, lesson, event);
  if (refusal) return { ok: false, refusal };
  const [next] = transition(chart, chart.resolveState({ value: stateOf(lesson.phase), context: { story, lesson } }), event);
  // Every transition makes another lesson; where no guard let one through it is still the same.
  return next.context.lesson === lesson ? { ok: false, refusal: 'not-now' } : { ok: true, lesson: withoutLeftResults(next.context.lesson) };
}

/** How a round closes: what is written with the ballots, and the result. */
export interface Close {
  /** Null where it is known: the question was asked before, or this close was tried before. */
  answered: Unstamped<'seats.answered'> | null;
  result: Unstamped<'vote.released'> & SealedResult;
}

/** The close of the round whose ballots cannot change any more; `random` in [0, 1) breaks a tie. */
export function closeOf(story: Story, lesson: Lesson, random: number): Close {
  const { round } = lesson;
  if (!round) throw new Error(`no round to close in phase ${lesson.phase}`);
  const seats = answerersOf(round);
  const known = isAgain(story, lesson, round.node) || String(lesson.answered[questionOf(story, round.node)]) === String(seats);
  return {
    answered: known ? null : { type: 'seats.answered', round: ANSWERED, closing: round.id, seats },
    result: { type: 'vote.released', round: round.id, ...(lesson.sealedResults[round.id] ?? outcome(story, lesson, round, random)) },
  };
}

/** All that leaves the round. */
function outcome(story: Story, lesson: Lesson, round: Round, random: number): { released: Released; arms?: Arms } {
  const again = isAgain(story, lesson, round.node);
  if (again && !isComplete(story, lesson, round)) return { released: { shown: 'incomplete' } };
  const live = liveOf(story, round.node);
  if (!live || !round.live) return { released: count(story, lesson, round, { again, random }) };
  if (!live.measured) return { released: { shown: 'nothing' } };
  const acts = countActs(live, round.live);
  const arms = hasArms(live) && !again ? releaseArms(acts.few, acts.many) : null;
  return arms ? { released: { shown: 'nothing' }, arms } : { released: release({ kind: 'guarded', votes: acts.all, pathOnly: again, random }) };
}

/** One half of a before-and-after pair is told in bands or not at all; what a teacher typed, and what a `foreseen` node tells of, is never kept as more than a path. */
function count(story: Story, lesson: Lesson, round: Round, { again, random }: { again: boolean; random: number }): Released {
  const node = nodeOf(story, round.node);
  if (!('vote' in node)) throw new Error(`${round.node} is not a vote`);
  const votes: Count['votes'] = Object.fromEntries(node.vote.choices.map((choice) => [choice.id, 0]));
  for (const ballot of Object.values(round.ballots)) {
    const choice = choiceOf(story, round.node, ballot.choice);
    if (choice !== null) votes[choice] = (votes[choice] ?? 0) + 1;
  }
  const half = isItem(round.node);
  const released = release({
    kind: node.vote.kind,
    votes,
    pathOnly: (again && !half) || isTyped(lesson, round.node) || isForeseen(story, round.node),
    random,
  });
  return half && released.shown !== 'bands' ? { shown: 'nothing' } : released;
}

/** What a teacher typed may be about one pupil. */
const isTyped = ({ candidates }: Lesson, node: string): boolean => isAgreement(node) && candidates.some(({ text }) => text !== null);

/** What may be kept of hands that were counted: never their number; or why these are not the hands of this vote. */
export function countHands(story: Story, lesson: Lesson, hands: Record<string, number>, random: number): Released | RefusalCode {
  const node = nodeOf(story, lesson.point.node);
  if (lesson.phase !== 'hands' || !('vote' in node)) return 'not-now';
  if (node.vote.choices.some(({ id }) => !Object.hasOwn(hands, id)) || Object.keys(hands).length !== node.vote.choices.length)
    return 'choice-unknown';
  const counts = Object.values(hands);
  if (counts.some((count) => !Number.isInteger(count) || count < 0 || count > LARGEST_ROOM)) return 'number-out-of-range';
  if (counts.reduce((sum, count) => sum + count, 0) > (lesson.headCount ?? 0)) return 'hands-too-many';
  // Nobody knows whose hands they were the first time.
  if (isAgain(story, lesson, lesson.point.node)) return { shown: 'incomplete' };
  return release({ kind: node.vote.kind, votes: hands, pathOnly: isTyped(lesson, lesson.point.node), random });
}
