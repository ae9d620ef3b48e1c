import type { Lang } from '../locales/languages.ts';
import { type ChoiceId, CREATURE_LOOKS, type Instant, type NodeId, type RoundId } from '../protocol/identity.ts';
import type { NewNames, SchoolContact } from '../protocol/new-lesson.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Arms, DecidedBy, Released } from '../protocol/released.ts';
import type { Playhead } from '../protocol/scene.ts';
import type { Mode, Pace } from '../protocol/settings.ts';
import type { StoryPoint } from '../story/compile/machine.ts';
import type { Creation, TokenHash } from './events.ts';

export type Phase =
  | 'lobby'
  | 'scene'
  | 'question'
  | 'together'
  | 'hands'
  | 'teacherDecides'
  | 'voting'
  | 'recount'
  | 'closing'
  | 'tooFew'
  | 'talk'
  | 'reveal'
  | 'reflect'
  | 'results'
  | 'tell'
  | 'live'
  | 'end'
  | 'over';

export interface Seat {
  id: number;
  token: TokenHash;
  look: number;
  removed: boolean;
}

/** A chat that plays on every phone. */
export interface LiveRound {
  endsAt: Instant;
  /** Every moment of the script comes this much later than written. */
  slowness: number;
  /** How many readers a seat sees, by lot; null until it is drawn, empty where all see the same. */
  conditions: Record<number, 'few' | 'many'> | null;
  /** By seat, and gone with the ballots: whether it saw what the chat is about, what it did first, and whether it counts. */
  reports: Record<number, { seen: boolean; act: string | null; counts: boolean; counter: number }>;
}

export interface Round {
  id: RoundId;
  node: NodeId;
  /** Seats with a higher id came after the first vote on this question and watch; null: everybody votes. */
  lastSeat: number | null;
  opensAt: Instant;
  /** Null: until the teacher closes. */
  deadline: Instant | null;
  /** By seat; the only place where a choice is known, empty again at the release. */
  ballots: Record<number, { choice: ChoiceId | null; counter: number }>;
  live: LiveRound | null;
}

export interface Decision {
  node: NodeId;
  choice: ChoiceId;
  by: DecidedBy;
  released: Released | null;
  /** Of a chat with two conditions that may both be told; then nothing else is released of it. */
  arms?: Arms;
}

/** `text` null: as it stands in the bank under `id`; otherwise the teacher's own words. */
export interface Agreement {
  id: string;
  text: string | null;
}

/** A lesson without any I/O: what a fold over its journal gives. */
export interface Lesson {
  phase: Phase;
  id: string;
  code: string;
  scenario: string;
  lang: Lang;
  /** What this class calls characters instead; the story that the lesson is stepped with has been told so. */
  names: NewNames;
  /** The school's own people, on every help screen. */
  contact: SchoolContact[];
  salt: string;
  /** `locked`: the desks that were in use before another one took over. */
  keys: { desk: TokenHash[]; locked: TokenHash[]; stage: TokenHash; debrief: TokenHash };
  orders: Record<NodeId, ChoiceId[]>;
  createdAt: Instant;
  /** When the lobby opened. */
  lobbySince: Instant;
  /** The stamp of the newest entry; never goes back. */
  now: Instant;
  /** The stamp of the newest entry that somebody asked for: a server that comes back is no word from the class. */
  spokenAt: Instant;
  /** Counts the screens; a press that was meant for an earlier one is refused. */
  screenRevision: number;
  seats: Seat[];
  headCount: number | null;
  pace: Pace;
  mode: Mode;
  doorLocked: boolean;
  pausedSince: Instant | null;
  point: StoryPoint;
  playhead: Playhead;
  /** Where the talk with a neighbour ends. */
  talkUntil: Instant;
  round: Round | null;
  rounds: number;
  /** Whose turn it is to raise a hand: -1 nobody's yet, past the last choice nobody's any more. */
  turn: number;
  /** In a mixed room: the phones' result, until the teacher who saw the hands has picked. */
  phonesResult: Released | null;
  /** Where the story goes on after what is asked beside it. */
  returnPoint: StoryPoint | null;
  /** What the class is asked before and after the story. */
  items: string[];
  /** They were answered before, on a day that is over: nobody can be asked the same again. */
  itemsLapsed: boolean;
  /** Of the vote on agreements that was opened last. */
  candidates: Agreement[];
  /** What the reveal on the board shows and the story will follow. */
  current: Decision | null;
  /** Everything decided, in order; looks at another path among it. */
  decisions: Decision[];
  /** The variables on arriving at each decision played, to go back to it. */
  checkpoints: Record<NodeId, StoryPoint['variables']>;
  /** Kept results that a results screen has told. */
  releasedResults: NodeId[];
  /** The newest seat at the first release of a question: later ones watch a second vote. */
  votedUpTo: Record<NodeId, number>;
  /** The way that the teacher chose at a `room` of the story. */
  chosenBranches: Record<NodeId, string>;
  /** What the class agreed on, in the teacher's order. */
  agreements: Agreement[];
}

/** What an event makes of a lesson: the next one, or a refusal that changes nothing. */
export type Step = { ok: true; lesson: Lesson } | { ok: false; refusal: RefusalCode };

/** With fewer seats or votes than this nothing leaves a vote. */
export const SMALLEST_CLASS = 8;
/** After the deadline a vote that was on its way still counts. */
export const GRACE_MS = 1500;
/** "Pak je telefoon." */
export const HEADS_UP_MS = 3000;

export function create(creation: Creation, start: StoryPoint, at: Instant): Lesson {
  return {
    phase: 'lobby',
    id: creation.id,
    code: creation.code,
    scenario: creation.scenario,
    lang: creation.lang,
    names: creation.names,
    contact: creation.contact,
    salt: creation.salt,
    keys: { desk: [creation.keys.desk], locked: [], stage: creation.keys.stage, debrief: creation.keys.debrief },
    orders: creation.orders,
    createdAt: at,
    lobbySince: at,
    now: at,
    spokenAt: at,
    screenRevision: 0,
    seats: [],
    headCount: null,
    pace: 'normal',
    mode: 'phones',
    doorLocked: false,
    pausedSince: null,
    point: start,
    playhead: { offset: 0, since: null },
    talkUntil: 0,
    round: null,
    rounds: 0,
    turn: -1,
    phonesResult: null,
    returnPoint: null,
    items: [],
    itemsLapsed: false,
    candidates: [],
    current: null,
    decisions: [],
    checkpoints: {},
    releasedResults: [],
    votedUpTo: {},
    chosenBranches: {},
    agreements: [],
  };
}

export const activeSeats = (lesson: Lesson): Seat[] => lesson.seats.filter((seat) => !seat.removed);
/** The creatures that nobody in this lesson has had; all of them where none is left. */
export function freeLooks(lesson: Lesson): number[] {
  const taken = new Set(lesson.seats.map(({ look }) => look));
  const looks = Array.from({ length: CREATURE_LOOKS }, (_, look) => look);
  return taken.size < CREATURE_LOOKS ? looks.filter((look) => !taken.has(look)) : looks;
}
/** Seats are numbered in the order in which they stand in the list, and never leave it. */
export function seatOf(lesson: Lesson, id: number): Seat | undefined {
  const seat = lesson.seats[id];
  return seat?.removed ? undefined : seat;
}
/** The id of the round that is open here, opens next or was open last. */
export const roundId = (lesson: Lesson): RoundId => `${lesson.point.node}-${lesson.rounds}`;
export const mayVote = (lesson: Lesson, seat: number): boolean =>
  lesson.round !== null && (lesson.round.lastSeat === null || seat <= lesson.round.lastSeat);
/** The last decision has been counted, and waits for the end of a talk. */
const isUnreleased = ({ phase, phonesResult }: Lesson): boolean => phase === 'talk' && phonesResult === null;
/** What has been on the board. Who leaves a talk before its end leaves the result behind: nobody ever hears it. */
export const releasedDecisions = (lesson: Lesson): Decision[] => (isUnreleased(lesson) ? lesson.decisions.slice(0, -1) : lesson.decisions);
export const voters = (lesson: Lesson): Seat[] => activeSeats(lesson).filter((seat) => mayVote(lesson, seat.id));

/** The instant at which the lesson goes on by itself, or null where it waits for the teacher. */
export function dueAt(lesson: Lesson): Instant | null {
  if (lesson.pausedSince !== null) return null;
  if ((lesson.phase === 'voting' || lesson.phase === 'live') && lesson.round?.deadline != null) return lesson.round.deadline + GRACE_MS;
  if (lesson.phase === 'talk') return lesson.talkUntil;
  return null;
}

/** The lesson without its pupils, as it waits for another day: no seats, no ballots, nothing running. It goes on in the lobby. */
export function archive(lesson: Lesson, at: Instant): Lesson {
  const phase = lesson.phase === 'end' || lesson.phase === 'over' ? lesson.phase : 'lobby';
  const isTold = (item: string) => lesson.releasedResults.includes(`after.${item}`);
  // Who was asked before is gone: nobody can be asked again after, and one half is told to nobody.
  const lapsed = lesson.items.filter((item) => !isTold(item)).flatMap((item) => [`before.${item}`, `after.${item}`]);
  // What the phones of a mixed room chose has been told, though nobody picked the path yet.
  const undecided: Decision[] =
    lesson.phase === 'teacherDecides' && lesson.phonesResult && lesson.phonesResult.shown !== 'nothing'
      ? [{ node: lesson.point.node, choice: lesson.phonesResult.path, by: 'mixed', released: lesson.phonesResult }]
      : [];
  return {
    ...lesson,
    phase,
    lobbySince: at,
    seats: [],
    headCount: null,
    round: null,
    phonesResult: null,
    pausedSince: null,
    votedUpTo: {},
    doorLocked: false,
    items: lesson.items.filter(isTold),
    itemsLapsed: lesson.itemsLapsed || lesson.decisions.some(({ node }) => lapsed.includes(node)),
    decisions: [...releasedDecisions(lesson).filter(({ node }) => !lapsed.includes(node)), ...undecided],
    // What was asked beside the story leads back into it.
    point: lesson.returnPoint ?? lesson.point,
    returnPoint: null,
    current: lesson.returnPoint || isUnreleased(lesson) ? null : lesson.current,
  };
}
