import type { Instant } from '../../protocol/identity.ts';
import type { BallotDraft, Draft, Entry, EventDraft, Position } from '../../session/journal.ts';

/** What was asked of the journal, and who is told how it went. `at`: when it was asked, which is when it counts, however long the disk is busy before it. */
export type Operation =
  | {
      kind: 'append';
      lesson: string;
      draft: Draft;
      at: Instant;
      after: Position | undefined;
      done(position: Position): void;
      failed(error: Error): void;
    }
  | {
      kind: 'close-round';
      lesson: string;
      round: string;
      draft: EventDraft;
      at: Instant;
      after: Position;
      done(position: Position): void;
      failed(error: Error): void;
    }
  | { kind: 'destroy-ballots'; lesson: string; round: string; done(): void; failed(error: Error): void }
  | { kind: 'destroy-lesson'; lesson: string; done(): void; failed(error: Error): void };

export interface Written {
  lesson: string;
  entry: Entry;
}

/** What one transaction did: the entries in their order, and for each operation what tells its caller, once that is on the disk. */
export interface Transaction {
  written: Written[];
  answers: { operation: Operation; answer(): void }[];
}

/** The bytes of a ballot are of no use to anybody once they are written and heard. */
export function wipe(entry: Pick<BallotDraft, 'kind' | 'body'> | Draft): void {
  if (entry.kind === 'ballot') entry.body.fill(0);
}
