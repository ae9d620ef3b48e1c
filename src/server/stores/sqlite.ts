import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ConflictError, type Draft, type Entry, type Journal, type Position, RoundClosedError, StorageFullError } from '../../session/journal.ts';

const SCHEMA = `
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (lesson, id)) STRICT;
  CREATE TABLE IF NOT EXISTS ballots (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, round TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (lesson, id)) STRICT;
  CREATE TABLE IF NOT EXISTS destroyed (lesson TEXT NOT NULL, round TEXT NOT NULL, PRIMARY KEY (lesson, round)) STRICT;
`;
/** Ballots stand between the events' positions: once they are gone, nothing tells how many there were. */
const EVENT_EVERY = 2 ** 20;
/** SQLite's primary result codes for a full disk and for one that cannot be written. */
const FULL = new Set([13, 10]);

type Operation =
  | { kind: 'append'; lesson: string; draft: Draft; after: Position | undefined; done(position: Position): void; failed(error: Error): void }
  | { kind: 'destroy-ballots'; lesson: string; round: string; done(): void; failed(error: Error): void }
  | { kind: 'destroy-lesson'; lesson: string; done(): void; failed(error: Error): void };
interface Row {
  position: number;
  lesson: string;
  id: string;
  at: number;
  body: Uint8Array;
  round: string | null;
}
interface Follower {
  lesson: string;
  apply(entry: Entry): void;
}

const toEntry = ({ position, id, at, body, round }: Row): Entry =>
  round === null ? { kind: 'event', position, id, at, body } : { kind: 'ballot', round, position, id, at, body };

function reasonOf(error: unknown): Error {
  const full = FULL.has(((error as { errcode?: number }).errcode ?? 0) & 0xff);
  return full ? new StorageFullError('the disk is full or cannot be written', { cause: error }) : (error as Error);
}

/** The journal in one SQLite file. What is asked in one tick shares one transaction, in the order asked. */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync;
  readonly #clock: () => number;
  readonly #followers = new Set<Follower>();
  readonly #sql: Record<
    'event' | 'ballot' | 'known' | 'newest' | 'gone' | 'backlog' | 'dropRound' | 'markRound' | 'dropEvents' | 'dropBallots' | 'dropMarks',
    StatementSync
  >;
  #queue: Operation[] = [];
  #position: Position;
  /** The newest stamp. None after it is earlier, even when the clock is set back: the fold's time must not depend on ballots that are destroyed later. */
  #at: number;

  /** Throws where another process holds the file. */
  constructor(file: string, clock: () => number = Date.now) {
    this.#db = new DatabaseSync(file, { timeout: 2000 });
    this.#db.exec(SCHEMA);
    // A crash may have come between a deletion and this.
    this.#cutLog();
    this.#clock = clock;
    const newest = this.#db
      .prepare('SELECT max(position) AS position, max(at) AS at FROM (SELECT position, at FROM events UNION ALL SELECT position, at FROM ballots)')
      .get();
    this.#position = Number(newest?.position ?? 0);
    this.#at = Number(newest?.at ?? 0);
    const all =
      'SELECT position, lesson, id, at, body, NULL AS round FROM events UNION ALL SELECT position, lesson, id, at, body, round FROM ballots';
    this.#sql = {
      event: this.#db.prepare('INSERT INTO events (position, lesson, id, at, body) VALUES (?, ?, ?, ?, ?)'),
      ballot: this.#db.prepare('INSERT INTO ballots (position, lesson, round, id, at, body) VALUES (?, ?, ?, ?, ?, ?)'),
      known: this.#db.prepare(
        'SELECT position FROM events WHERE lesson = ?1 AND id = ?2 UNION ALL SELECT position FROM ballots WHERE lesson = ?1 AND id = ?2',
      ),
      newest: this.#db.prepare('SELECT max(position) AS position FROM events WHERE lesson = ?'),
      gone: this.#db.prepare('SELECT 1 AS gone FROM destroyed WHERE lesson = ? AND round = ?'),
      backlog: this.#db.prepare(`SELECT * FROM (${all}) WHERE lesson = ? AND position > ? ORDER BY position`),
      dropRound: this.#db.prepare('DELETE FROM ballots WHERE lesson = ? AND round = ?'),
      markRound: this.#db.prepare('INSERT OR IGNORE INTO destroyed (lesson, round) VALUES (?, ?)'),
      dropEvents: this.#db.prepare('DELETE FROM events WHERE lesson = ?'),
      dropBallots: this.#db.prepare('DELETE FROM ballots WHERE lesson = ?'),
      dropMarks: this.#db.prepare('DELETE FROM destroyed WHERE lesson = ?'),
    };
  }

  append(lesson: string, draft: Draft, after?: Position): Promise<Position> {
    return new Promise((done, failed) => this.#ask({ kind: 'append', lesson, draft, after, done, failed }));
  }

  destroyBallots(lesson: string, round: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-ballots', lesson, round, done, failed }));
  }

  destroyLesson(lesson: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-lesson', lesson, done, failed }));
  }

  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; live(): void }, signal: AbortSignal): Promise<void> {
    return new Promise((ended, failed) => {
      try {
        for (const row of this.#sql.backlog.all(lesson, from)) on.apply(toEntry(row as unknown as Row));
        on.live();
      } catch (error) {
        return failed(error);
      }
      const follower: Follower = { lesson, apply: on.apply };
      this.#followers.add(follower);
      const end = () => {
        this.#followers.delete(follower);
        ended();
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
  }

  /** What was asked is written first. */
  close(): void {
    this.#flush();
    this.#db.close();
  }

  #ask(operation: Operation): void {
    this.#queue.push(operation);
    if (this.#queue.length === 1) setImmediate(() => this.#flush());
  }

  #flush(): void {
    const operations = this.#queue;
    this.#queue = [];
    if (operations.length === 0) return;
    const settle: (() => void)[] = [];
    const written: Row[] = [];
    const before = this.#position;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const operation of operations) settle.push(this.#perform(operation, written));
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#position = before;
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      for (const operation of operations) operation.failed(reasonOf(error));
      return;
    }
    for (const row of written) for (const follower of this.#followers) if (follower.lesson === row.lesson) follower.apply(toEntry(row));
    const uncut = operations.some((operation) => operation.kind !== 'append') ? this.#cutLog() : null;
    operations.forEach((operation, index) => {
      if (uncut && operation.kind !== 'append') operation.failed(uncut);
      else settle[index]?.();
    });
  }

  /**
   * Rows that were deleted stay readable in the write-ahead log until it is cut. Then the empty pages go, which were overwritten
   * by that: the size of the file must not tell how many rows there were.
   */
  #cutLog(): Error | null {
    try {
      for (const shrink of [false, true]) {
        if (shrink) this.#db.exec('PRAGMA incremental_vacuum');
        const result = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
        if (Number(result?.busy) !== 0) return new Error('the write-ahead log is in use');
      }
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  }

  #perform(operation: Operation, written: Row[]): () => void {
    const { lesson } = operation;
    if (operation.kind === 'destroy-ballots') {
      this.#sql.dropRound.run(lesson, operation.round);
      this.#sql.markRound.run(lesson, operation.round);
      return operation.done;
    }
    if (operation.kind === 'destroy-lesson') {
      this.#sql.dropEvents.run(lesson);
      this.#sql.dropBallots.run(lesson);
      this.#sql.dropMarks.run(lesson);
      return operation.done;
    }
    const { draft, after, done, failed } = operation;
    const known = this.#sql.known.get(lesson, draft.id);
    if (known) return () => done(Number(known.position));
    if (draft.kind === 'ballot' && this.#sql.gone.get(lesson, draft.round)) return () => failed(new RoundClosedError(`round ${draft.round} is over`));
    if (after !== undefined && Number(this.#sql.newest.get(lesson)?.position ?? 0) !== after)
      return () => failed(new ConflictError('a newer event is there'));
    const position = draft.kind === 'event' ? (Math.floor(this.#position / EVENT_EVERY) + 1) * EVENT_EVERY : this.#position + 1;
    this.#position = position;
    const at = Math.max(this.#at, this.#clock());
    this.#at = at;
    const row: Row = { position, lesson, id: draft.id, at, body: draft.body, round: draft.kind === 'ballot' ? draft.round : null };
    if (row.round === null) this.#sql.event.run(position, lesson, row.id, at, row.body);
    else this.#sql.ballot.run(position, lesson, row.round, row.id, at, row.body);
    written.push(row);
    return () => done(position);
  }
}
