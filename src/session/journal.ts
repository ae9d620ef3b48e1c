import type { Instant } from '../protocol/identity.ts';
import type { RefusalCode } from '../protocol/refusals.ts';

/** Increases within a lesson; gaps are normal. An event's position does not depend on how many ballots there were: it outlives them. */
export type Position = number;
/** `id` is random and never tells a seat or a choice. */
export type EventDraft = { kind: 'event'; id: string; body: Uint8Array };
/** The bytes are the journal's from the moment that it gets them: it wipes them as soon as they are written and heard, or refused, so that they do not outlive their round. */
export type BallotDraft = { kind: 'ballot'; round: string; id: string; body: Uint8Array };
export type Draft = EventDraft | BallotDraft;
/** `at` is stamped by the journal: it is the lesson's clock. No stamp is earlier than one before it, ballots and restarts included. */
export type Entry = Draft & { position: Position; at: Instant };

/** A journal's "no"; the code names the sentence that a person reads. */
export abstract class JournalError extends Error {
  abstract readonly code: RefusalCode;
}
/** Somebody wrote an event after the one that the caller saw last. Nothing was written and nothing destroyed. */
export class ConflictError extends JournalError {
  readonly code = 'moment-passed';
}
/** The round is closed and its ballots are destroyed: this one came too late. */
export class RoundClosedError extends JournalError {
  readonly code = 'vote-closed';
}
/** The disk is full or cannot be written. Repeating the same call later is safe. */
export class StorageFullError extends JournalError {
  readonly code = 'storage-full';
}
/** Another process keeps its lessons there. */
export class JournalInUseError extends Error {}

/**
 * A lesson's entries in one total order that decides everything. The writer is not assumed to be alone:
 * an entry that the order made too late is refused by the same `step` everywhere.
 */
export interface Journal {
  /**
   * Resolves when durable, and when whoever follows in this process has heard it: acknowledge after the own apply. A repeated id gives the first position.
   * `after`: the position of the newest event that the caller saw; where there is a newer one, this fails with ConflictError.
   * A ballot of a closed or destroyed round, also a repeated one, fails with RoundClosedError.
   */
  append(lesson: string, draft: Draft, after?: Position): Promise<Position>;
  /** Every entry after `from`, once, in order, across reconnects; `caughtUp` after the backlog. A ballot's bytes may be wiped when `apply` returns. Ends by signal, by `close` or by error. */
  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; caughtUp(): void }, signal: AbortSignal): Promise<void>;
  /**
   * One act: the event that carries the round's result is written and the round's ballots are gone, or neither.
   * Resolves when that is durable and no copy of the ballots is readable any more. A repeated id gives the first position.
   * Fails with ConflictError where an event after `after` is there; then nothing is destroyed. After any other error the
   * act may have happened or not: repeating it with the same draft is safe and finishes it.
   */
  closeRound(lesson: string, round: string, draft: EventDraft, after: Position): Promise<Position>;
  /** For a round that ends without a result. Idempotent. Resolves when no copy is readable any more, late arrivals included. */
  destroyBallots(lesson: string, round: string): Promise<void>;
  /** Everything of the lesson. Idempotent. Resolves when no copy is readable any more. Who follows it hears nothing more, until it stops. */
  destroyLesson(lesson: string): Promise<void>;
  /** Writes what was asked before, and ends every `follow`. Nothing can be asked afterwards. */
  close(): Promise<void>;
}
