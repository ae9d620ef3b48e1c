import type { Lang } from '../locales/languages.ts';
import type { ChoiceId, Instant, NodeId, RoundId } from '../protocol/identity.ts';
import type { PhoneIntent, TeacherIntent } from '../protocol/intents.ts';
import type { NewNames, SchoolContact } from '../protocol/new-lesson.ts';
import type { Arms, Released } from '../protocol/released.ts';

/** A hash of a client's token, salted for this lesson. */
export type TokenHash = string;

/** What a lesson starts from; everything drawn by lot is drawn before and stands here. */
export interface Creation {
  type: 'lesson.created';
  id: string;
  code: string;
  /** The date of the lesson, where it is another clock than that of its stamps. */
  date?: Instant;
  scenario: string;
  lang: Lang;
  /** One of the story's versions, or null where it has none. */
  version: string | null;
  /** The short version of the lesson: without what the story marks `long`. */
  short?: true;
  names: NewNames;
  contact: SchoolContact[];
  salt: string;
  keys: { desk: TokenHash; stage: TokenHash; debrief: TokenHash };
  /** The order of the options of every vote, drawn once and equal on all screens. */
  orders: Record<NodeId, ChoiceId[]>;
}

/** What a teacher asks and becomes an event as it is. Other intents are done by who runs the lesson, or become another event. */
type TeacherEvent = Extract<
  TeacherIntent,
  {
    type:
      | 'lesson.next'
      | 'scene.hold'
      | 'scene.again'
      | 'vote.close'
      | 'vote.extend'
      | 'vote.untimed'
      | 'story.skip'
      | 'vote.pick'
      | 'story.back'
      | 'story.return'
      | 'headcount.confirm'
      | 'door.lock'
      | 'lesson.pause'
      | 'lang.set'
      | 'pace.set'
      | 'late.set'
      | 'mode.set'
      | 'items.set'
      | 'items.ask'
      | 'agreements.ask'
      | 'agreements.set'
      | 'way.set'
      | 'lesson.end';
  }
>;

/** The result of a round, computed once; a projection never recounts. Of hands only what may be kept: their counts were never written. */
export type RoundReleased<Result> =
  | { type: 'vote.released'; round: RoundId; released: Result; arms?: Arms }
  | { type: 'hands.released'; round: RoundId; released: Result };

type RoomEvent =
  | { type: 'seat.joined'; token: TokenHash; look: number }
  | { type: 'seats.removed'; seats: number[] }
  | { type: 'desk.paired'; token: TokenHash }
  /** From now on only this desk runs the lesson; the keys of the others no longer work. */
  | { type: 'desk.taken'; token: TokenHash }
  /** The moment that the lesson waited for (a deadline, the end of a talk) has come. Any holder may propose it. */
  | { type: 'clock.due'; screenRevision: number }
  /** Null: the result stands in the entry before (`result.sealed`). */
  | RoundReleased<Released | null>
  /** The server was away for `down` ms: what was running goes on where it was. */
  | { type: 'server.resumed'; down: number };

/** The only entries that hold what one seat did, or more than the board has shown. They are stored apart and can be destroyed. */
export type Ballot =
  | (Extract<PhoneIntent, { type: 'vote.cast' | 'live.seen' | 'live.act' | 'live.count' }> & { seat: number })
  /** What the counter of readers shows on each phone, drawn at random. */
  | { type: 'live.dealt'; round: RoundId; conditions: Record<number, 'few' | 'many'> }
  /** Who answered a question the first time, written before the result. It is kept longer than the round that closes: `round` is a name of its own. */
  | { type: 'seats.answered'; round: RoundId; closing: RoundId; seats: number[] }
  /** A result that nobody has seen yet, written before the close, or before the event of the hands. `round` is a name of its own (`release/sealed-results.ts`). */
  | { type: 'result.sealed'; round: RoundId; closing: RoundId; released: Released; arms?: Arms };

export type UnstampedEvent = TeacherEvent | RoomEvent | Ballot;
/** An event with the journal's stamp: the only clock that the rules know. */
export type LessonEvent = UnstampedEvent & { at: Instant };
/** What the lesson's statechart knows: everything but ballots and phones that come in, and every result with what it tells. */
export type FlowEvent =
  | Exclude<LessonEvent, { type: Ballot['type'] | 'seat.joined' | RoundReleased<null>['type'] }>
  | (RoundReleased<Released> & { at: Instant });
export type Of<T extends LessonEvent['type']> = Extract<LessonEvent, { type: T }>;
export type FlowEventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { type: T }>;
export type Unstamped<T extends UnstampedEvent['type']> = Extract<UnstampedEvent, { type: T }>;
