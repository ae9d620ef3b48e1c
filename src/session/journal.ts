import type { Instant } from '../protocol/identity.ts';

/** Increases within a lesson; gaps are normal. Opaque otherwise. */
export type Position = number;
export type Draft = { id: string; body: Uint8Array } & ({ kind: 'event' } | { kind: 'ballot'; round: string });
/** `at` is stamped by the journal: it is the lesson's clock. The fold uses max(previous, at). */
export type Entry = Draft & { position: Position; at: Instant };

/** Somebody wrote an event after the one that the caller saw last. */
export class ConflictError extends Error {}
/** The ballot's round is over and its ballots are destroyed. */
export class RoundClosedError extends Error {}
/** Nothing was written: the disk is full or broken. */
export class StorageFullError extends Error {}

/**
 * A lesson's entries in one total order that decides everything. The writer is not assumed to be alone:
 * an entry that the order made too late is refused by the same `step` everywhere.
 */
export interface Journal {
  /**
   * Resolves when durable, not when applied: acknowledge after the own apply. A repeated id (random, never seat or choice)
   * gives the first position. `after`: the last event position that the caller saw, else Stale. A ballot of a destroyed round: Gone.
   */
  append(lesson: string, draft: Draft, after?: Position): Promise<Position>;
  /** Every entry after `from`, once, in order, across reconnects; `live` after the backlog. Ends by signal or error. */
  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; live(): void }, signal: AbortSignal): Promise<void>;
  /** Idempotent. Resolves when no copy is readable any more, late arrivals included. */
  destroyBallots(lesson: string, round: string): Promise<void>;
  destroyLesson(lesson: string): Promise<void>;
}
