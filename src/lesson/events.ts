import type { Lang } from '../locales/languages.ts';
import type { ChoiceId, Instant, NodeId, RoundId } from '../protocol/identity.ts';
import type { NewNames, SchoolContact } from '../protocol/new-lesson.ts';
import type { Arms, Released } from '../protocol/released.ts';
import type { Mode, Pace } from '../protocol/settings.ts';
import type { Agreement } from './state.ts';

/** A hash of a client's token, salted for this lesson. */
export type TokenHash = string;

/** What a lesson starts from; everything drawn by lot is drawn before and stands here. */
export interface Creation {
  type: 'lesson.created';
  id: string;
  code: string;
  scenario: string;
  lang: Lang;
  /** One of the story's versions, or null where it has none. */
  version: string | null;
  names: NewNames;
  contact: SchoolContact[];
  salt: string;
  keys: { desk: TokenHash; stage: TokenHash; debrief: TokenHash };
  /** The order of the options of every vote, drawn once and equal on all screens. */
  orders: Record<NodeId, ChoiceId[]>;
}

type StageEvent =
  | { type: 'lesson.next'; screenRevision: number }
  | { type: 'scene.hold'; on: boolean }
  | { type: 'vote.close'; round: RoundId }
  | { type: 'vote.extend'; round: RoundId; seconds: number }
  | { type: 'vote.untimed'; round: RoundId }
  | { type: 'story.skip'; screenRevision: number }
  | { type: 'vote.pick'; round: RoundId; choice: ChoiceId }
  | { type: 'story.back'; node: NodeId; choice: ChoiceId | null }
  | { type: 'headcount.confirm'; count: number }
  | { type: 'door.lock'; locked: boolean }
  | { type: 'lesson.pause'; on: boolean }
  | { type: 'lang.set'; lang: Lang }
  | { type: 'pace.set'; pace: Pace }
  | { type: 'mode.set'; mode: Mode }
  | { type: 'items.set'; items: string[] }
  | { type: 'items.ask' }
  | { type: 'agreements.ask'; candidates: Agreement[] }
  | { type: 'agreements.set'; agreements: Agreement[] }
  | { type: 'way.set'; node: NodeId; way: string | null }
  | { type: 'lesson.end' };

type RoomEvent =
  | { type: 'seat.joined'; token: TokenHash; look: number }
  | { type: 'seats.removed'; seats: number[] }
  | { type: 'desk.paired'; token: TokenHash }
  /** This desk alone; what the others hold opens nothing any more. */
  | { type: 'desk.taken'; token: TokenHash }
  /** What may be kept of the hands; their counts were never written. */
  | { type: 'hands.released'; round: RoundId; released: Released }
  /** The moment that the lesson waited for (a deadline, the end of a talk) has come. Any holder may propose it. */
  | { type: 'clock.due'; screenRevision: number }
  /** The result, computed once; a fold takes it from here and never recounts. */
  | { type: 'vote.released'; round: RoundId; released: Released; arms?: Arms }
  /** The server was away for `down` ms: what was running goes on where it was. */
  | { type: 'server.resumed'; down: number };

/** The only entries that know what is of one seat; stored apart, destroyed at the release. */
export type Ballot =
  | { type: 'vote.cast'; seat: number; round: RoundId; choice: ChoiceId | null; counter: number }
  | { type: 'live.seen'; seat: number; round: RoundId }
  | { type: 'live.act'; seat: number; round: RoundId; act: string }
  | { type: 'live.count'; seat: number; round: RoundId; on: boolean; counter: number }
  /** By lot: what the counter of readers says on each phone. */
  | { type: 'live.dealt'; round: RoundId; conditions: Record<number, 'few' | 'many'> };

export type UnstampedEvent = StageEvent | RoomEvent | Ballot;
/** An event with the journal's stamp: the only clock that the rules know. */
export type LessonEvent = UnstampedEvent & { at: Instant };
/** What the lesson's statechart knows: everything but ballots. */
export type FlowEvent = Exclude<LessonEvent, { type: Ballot['type'] }>;
export type Of<T extends LessonEvent['type']> = Extract<LessonEvent, { type: T }>;
