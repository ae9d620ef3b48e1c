import type { Lang } from '../locales/languages.ts';
import { type ChoiceId, CREATURE_LOOKS, type Instant, type NodeId, type RoundId } from '../protocol/identity.ts';
import type { NewNames, SchoolContact } from '../protocol/new-lesson.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Arms, DecidedBy, Released } from '../protocol/released.ts';
import type { Playhead } from '../protocol/scene.ts';
import type { Mode, Pace } from '../protocol/settings.ts';
import type { StoryPoint } from '../story/compile/machine.ts';
import type { Creation, TokenHash } from './events.ts';
import type { Mark } from './marks.ts';
import type { SealedResult } from './release/sealed-results.ts';

export interface Seat {
  id: number;
  token: TokenHash;
  look: number;
  removed: boolean;
}

/** A chat that plays on every phone. */
export interface LiveRound {
  endsAt: Instant;
  /** Every moment of the script is multiplied by this. */
  slowness: number;
  /** How many readers a seat sees, by lot; null until it is drawn, empty where all see the same. */
  conditions: Record<number, 'few' | 'many'> | null;
  /** By seat, and gone with the ballots: whether it saw what the chat is about, what it did first, and whether it counts (`marks.ts`). */
  reports: Record<number, { part: Mark; counter: number }>;
}

export interface Round {
  id: RoundId;
  node: NodeId;
  /** The seats that may vote, and the others watch; null: everybody may. */
  voters: readonly number[] | null;
  opensAt: Instant;
  /** Null: until the teacher closes. */
  deadline: Instant | null;
  /** By seat; the only place where a choice is known (`marks.ts`), empty again at the release. */
  ballots: Record<number, { choice: Mark; counter: number }>;
  live: LiveRound | null;
}

export interface Decision {
  node: NodeId;
  choice: ChoiceId;
  by: DecidedBy;
  released: Released | null;
  /** Of a chat with two conditions that may both be told; then nothing else is released of it. */
  arms?: Arms;
  /** Told by a later screen of the story. */
  kept?: true;
  /** Made on another path, from which the class went back to its own. */
  aside?: true;
}

/** `text` null: as it stands in the bank under `id`; otherwise the teacher's own words. */
export interface Agreement {
  id: string;
  text: string | null;
}

/** Where the class was when it began to look at another path: its own decision, where that stood on the board, the variables of its own path, and how much it had decided. */
export interface Detour {
  point: StoryPoint;
  current: Decision | null;
  checkpoints: Record<NodeId, StoryPoint['variables']>;
  decided: number;
}

/** What a lesson has in every phase. */
interface LessonBase {
  id: string;
  code: string;
  scenario: string;
  lang: Lang;
  /** Other names for characters in this class. The story that `step` gets has them already. */
  names: NewNames;
  /** The school's own people, on every help screen. */
  contact: SchoolContact[];
  salt: string;
  /** `locked`: the desks that were in use before another one took over. */
  keys: { desk: TokenHash[]; locked: TokenHash[]; stage: TokenHash; debrief: TokenHash };
  orders: Record<NodeId, ChoiceId[]>;
  /** The date of the lesson, for people. */
  createdAt: Instant;
  /** When the lobby opened. */
  lobbySince: Instant;
  /** The stamp of the newest entry; never goes back. */
  now: Instant;
  /** The stamp of the newest entry that a person caused; a restart of the server does not count. */
  spokenAt: Instant;
  /** Counts the screens; a press that was meant for an earlier one is refused. */
  screenRevision: number;
  seats: Seat[];
  headCount: number | null;
  pace: Pace;
  mode: Mode;
  doorLocked: boolean;
  pausedSince: Instant | null;
  /** When the first phone came in, or the teacher counted or went on: from then on the lesson's minutes count. Null before. */
  classSince: Instant | null;
  /** How long it was at rest since. */
  restedMs: number;
  /** `late`: long until the teacher said that it is late. In a short or late lesson the story goes on without what it marks `long`. */
  length: 'long' | 'short' | 'late';
  /** Something was left out since it is late, so that this cannot be taken back. */
  leftOut: boolean;
  point: StoryPoint;
  rounds: number;
  /** Where the story goes on after what is asked beside it. */
  returnPoint: StoryPoint | null;
  /** Null while the class is on its own path. */
  detour: Detour | null;
  /** What the class is asked before and after the story. */
  items: string[];
  /** The first half was answered on an earlier day, so the second half cannot be asked of the same pupils. */
  itemsLapsed: boolean;
  /** Of the vote on agreements that was opened last. */
  candidates: Agreement[];
  /** Everything decided, in order; looks at another path among it. */
  decisions: Decision[];
  /** The variables on arriving at each decision played, to go back to it. */
  checkpoints: Record<NodeId, StoryPoint['variables']>;
  /** Kept results that a screen of the story has told, and the `foreseen` nodes that told of one. */
  releasedResults: NodeId[];
  /**
   * By question, the seats that answered it the first time, never what: only they may vote again. It is more than anybody is shown, so it is
   * kept with the ballots, and destroyed at the end of the lesson.
   */
  answered: Record<NodeId, readonly number[]>;
  /** By round, the results that stand in entries that can be destroyed: those that the class may still be shown, or was. */
  sealedResults: Record<RoundId, SealedResult>;
  /** On what the class has voted in this sitting, with a result or without. */
  votedOn: NodeId[];
  /** The branch that the teacher chose at a `bySize` of the story. */
  chosenBranches: Record<NodeId, string>;
  /** What the class agreed on, in the teacher's order. */
  agreements: Agreement[];
}

/** What is of one phase, or of a few: null in all others. */
interface Fleeting {
  /** What is being voted on, or played on every phone. */
  round: Round;
  playhead: Playhead;
  /** Where the talk with a neighbour ends. */
  talkUntil: Instant;
  /** Whose turn it is to raise a hand: -1 nobody's yet, past the last choice nobody's any more. */
  turn: number;
  /** In a mixed room: the phones' result, until the teacher who saw the hands has picked. */
  phonesResult: Released;
  /** Why a vote has no result. */
  unreleased: 'nothing' | 'incomplete';
  /** What the reveal on the board shows and the story will follow. */
  current: Decision;
}
type Has<F extends keyof Fleeting> = Pick<Fleeting, F>;
type MayHave<F extends keyof Fleeting> = { [K in F]: Fleeting[K] | null };

/** What each phase has of its own; the statechart in `flow/chart.ts` has one state for each. */
interface Phases {
  /** `current`: a lesson that goes on another day may wait with a decision that nobody was shown yet. */
  lobby: MayHave<'current'>;
  scene: Has<'playhead'>;
  reflect: unknown;
  results: unknown;
  foreseen: unknown;
  tell: unknown;
  question: unknown;
  voting: Has<'round'>;
  recount: Has<'round'>;
  closing: Has<'round'>;
  live: Has<'round'>;
  together: unknown;
  hands: Has<'turn'> & MayHave<'phonesResult'>;
  tooFew: Has<'unreleased'>;
  /** The talk is about a decision, or about what the phones chose before the teacher decides. */
  talk: Has<'talkUntil'> & ((Has<'current'> & { phonesResult: null }) | (Has<'phonesResult'> & { current: null }));
  teacherDecides: Has<'phonesResult'>;
  reveal: Has<'current'>;
  end: unknown;
  over: MayHave<'current'>;
}
export type Phase = keyof Phases;
/** A phase with what it has of its own. */
export type PhaseState = { [P in Phase]: { phase: P } & Phases[P] }[Phase];
export type LessonIn<P extends Phase> = LessonBase & { phase: P } & Phases[P] & { [F in Exclude<keyof Fleeting, keyof Phases[P]>]: null };
/** A lesson without any I/O: what the projection of its journal gives. */
export type Lesson = { [P in Phase]: LessonIn<P> }[Phase];

const NOTHING_FLEETING = { round: null, playhead: null, talkUntil: null, turn: null, phonesResult: null, unreleased: null, current: null };
/** The lesson in another phase, with nothing left of the phase before. */
export const inPhase = (lesson: LessonBase, state: PhaseState): Lesson => ({ ...lesson, ...NOTHING_FLEETING, ...state });

/** The lesson with its round changed; the same where none is open. */
export const withRound = (lesson: Lesson, change: (round: Round) => Round): Lesson =>
  lesson.round === null ? { ...lesson } : { ...lesson, round: change(lesson.round) };

/** What an event makes of a lesson: the next one, or a refusal that changes nothing. */
export type Step = { ok: true; lesson: Lesson } | { ok: false; refusal: RefusalCode };

/** After the deadline a vote that was on its way still counts. */
export const GRACE_MS = 1500;
/** Who answered which question is kept in the journal as a round of this name, which closes with the lesson. No node has it: a round's id ends in a number. */
export const ANSWERED = 'answered';
/** "Pak je telefoon." */
export const HEADS_UP_MS = 3000;

export function create(creation: Creation, start: StoryPoint, at: Instant): Lesson {
  return {
    ...NOTHING_FLEETING,
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
    createdAt: creation.date ?? at,
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
    classSince: null,
    restedMs: 0,
    length: creation.short ? 'short' : 'long',
    leftOut: false,
    point: start,
    rounds: 0,
    returnPoint: null,
    detour: null,
    items: [],
    itemsLapsed: false,
    candidates: [],
    decisions: [],
    checkpoints: {},
    releasedResults: [],
    answered: {},
    sealedResults: {},
    votedOn: [],
    chosenBranches: {},
    agreements: [],
  };
}

export const activeSeats = (lesson: Lesson): Seat[] => lesson.seats.filter((seat) => !seat.removed);
/** The creatures that nobody in this lesson has had; all of them where none is left. */
export function freeLooks(lesson: Lesson): number[] {
  const taken = new Uint8Array(CREATURE_LOOKS);
  for (const { look } of lesson.seats) taken[look] = 1;
  const free: number[] = [];
  for (let look = 0; look < CREATURE_LOOKS; look++) if (taken[look] === 0) free.push(look);
  return free.length > 0 ? free : Array.from({ length: CREATURE_LOOKS }, (_, look) => look);
}
/** Seats are numbered in the order in which they stand in the list, and never leave it. */
export function seatOf(lesson: Lesson, id: number): Seat | undefined {
  const seat = lesson.seats[id];
  return seat?.removed ? undefined : seat;
}
/** The id of the round that is open here, opens next or was open last. */
export const roundId = (lesson: Lesson): RoundId => `${lesson.point.node}-${lesson.rounds}`;
export const mayVote = (lesson: Lesson, seat: number): boolean =>
  lesson.round !== null && (lesson.round.voters === null || lesson.round.voters.includes(seat));
/** The last decision has been counted, and waits for the end of a talk. */
export const isUnreleased = ({ phase, phonesResult }: Lesson): boolean => phase === 'talk' && phonesResult === null;
/** The decisions that the board has shown. Leaving a talk before its end discards the result, and nobody ever hears it. */
export const releasedDecisions = (lesson: Lesson): Decision[] => (isUnreleased(lesson) ? lesson.decisions.slice(0, -1) : lesson.decisions);
/** What the phones of a mixed room chose: it has been told, though the teacher has not picked the path yet. */
export const toldUndecided = ({ phase, point, phonesResult }: Lesson): Decision[] =>
  phase === 'teacherDecides' && phonesResult !== null && 'path' in phonesResult
    ? [{ node: point.node, choice: phonesResult.path, by: 'mixed', released: phonesResult }]
    : [];
export const voters = (lesson: Lesson): Seat[] => activeSeats(lesson).filter((seat) => mayVote(lesson, seat.id));

/** The instant at which the lesson goes on by itself, or null where it waits for the teacher. */
export function dueAt(lesson: Lesson): Instant | null {
  if (lesson.pausedSince !== null) return null;
  if ((lesson.phase === 'voting' || lesson.phase === 'live') && lesson.round.deadline !== null) return lesson.round.deadline + GRACE_MS;
  if (lesson.phase === 'talk') return lesson.talkUntil;
  return null;
}

/** What was kept for a screen that never came does not exist: it goes with the pupils, as ballots do. A screen tells the newest result of its question. */
export const isTold = ({ releasedResults, decisions }: Lesson, decision: Decision): boolean =>
  !decision.kept || (releasedResults.includes(decision.node) && decisions.findLast(({ node }) => node === decision.node) === decision);
/** The decisions whose results somebody may still be told. */
export const tellable = (lesson: Lesson): Decision[] =>
  lesson.phase === 'over' ? lesson.decisions.filter((decision) => isTold(lesson, decision)) : lesson.decisions;
