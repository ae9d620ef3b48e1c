import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  ConflictError,
  type Draft,
  type Entry,
  type EventDraft,
  type Journal,
  JournalInUseError,
  type Position,
  RoundClosedError,
  StorageFullError,
} from '../../session/journal.ts';

const SCHEMA = `
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (lesson, id)) STRICT;
  CREATE TABLE IF NOT EXISTS ballots (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, round TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS destroyed (lesson TEXT NOT NULL, round TEXT NOT NULL, PRIMARY KEY (lesson, round)) STRICT;
`;
/** Ballots stand between the events' positions: once they are gone, nothing tells how many there were. */
const EVENT_EVERY = 2 ** 20;
/** SQLite's primary result codes for a full disk and for one that cannot be written, and for a file that somebody else holds. */
const FULL = new Set([13, 10]);
const BUSY = 5;
const codeOf = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

type Operation =
  | { kind: 'append'; lesson: string; draft: Draft; after: Position | undefined; done(position: Position): void; failed(error: Error): void }
  | {
      kind: 'close-round';
      lesson: string;
      round: string;
      draft: EventDraft;
      after: Position;
      done(position: Position): void;
      failed(error: Error): void;
    }
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
/** The ballots that a transaction destroys: those of a round, or all of a lesson. */
interface DestroyedBallots {
  lesson: string;
  round: string | null;
}
interface Follower {
  apply(entry: Entry): void;
  end(): void;
}

const toEntry = ({ position, id, at, body, round }: Row): Entry =>
  round === null ? { kind: 'event', position, id, at, body } : { kind: 'ballot', round, position, id, at, body };

function reasonOf(error: unknown): Error {
  return FULL.has(codeOf(error)) ? new StorageFullError('the disk is full or cannot be written', { cause: error }) : (error as Error);
}

/** The journal in one SQLite file. What is asked in one tick shares one transaction, in the order asked. */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync;
  readonly #clock: () => number;
  readonly #gatherMs: number;
  readonly #followers = new Map<string, Set<Follower>>();
  /** By lesson and id, every ballot in the file. An index of them on disk would be written with every vote, and is as good as random. */
  readonly #ballots = new Map<string, Map<string, { position: Position; round: string }>>();
  readonly #sql: Record<
    | 'begin'
    | 'commit'
    | 'event'
    | 'ballot'
    | 'known'
    | 'newest'
    | 'gone'
    | 'backlog'
    | 'dropRound'
    | 'markRound'
    | 'dropEvents'
    | 'dropBallots'
    | 'dropMarks',
    StatementSync
  >;
  #queue: Operation[] = [];
  /** By a clock that nobody sets. */
  #flushedAt = Number.NEGATIVE_INFINITY;
  #position: Position;
  /** The newest stamp. None after it is earlier, even when the clock is set back: the lesson's time must not depend on ballots that are destroyed later. */
  #at: number;

  /**
   * Throws JournalInUseError where another process holds the file. `gatherMs`: what comes sooner after a transaction waits for the next, so that many
   * votes share the cost of being durable; what comes after a silence never waits.
   */
  constructor(file: string, { clock = Date.now, gatherMs = 0 }: { clock?: () => number; gatherMs?: number } = {}) {
    this.#db = new DatabaseSync(file, { timeout: 2000 });
    try {
      this.#db.exec(SCHEMA);
    } catch (error) {
      this.#db.close();
      if (codeOf(error) === BUSY) throw new JournalInUseError(`${file} is in use`, { cause: error });
      throw error;
    }
    // A crash may have come between a deletion and this.
    this.#cutLog();
    this.#clock = clock;
    this.#gatherMs = gatherMs;
    const newest = this.#db
      .prepare('SELECT max(position) AS position, max(at) AS at FROM (SELECT position, at FROM events UNION ALL SELECT position, at FROM ballots)')
      .get();
    this.#position = Number(newest?.position ?? 0);
    this.#at = Number(newest?.at ?? 0);
    const all =
      'SELECT position, lesson, id, at, body, NULL AS round FROM events UNION ALL SELECT position, lesson, id, at, body, round FROM ballots';
    for (const { position, lesson, round, id } of this.#db.prepare('SELECT position, lesson, round, id FROM ballots').iterate())
      this.#ballotsOf(String(lesson)).set(String(id), { position: Number(position), round: String(round) });
    this.#sql = {
      begin: this.#db.prepare('BEGIN IMMEDIATE'),
      commit: this.#db.prepare('COMMIT'),
      event: this.#db.prepare('INSERT INTO events (position, lesson, id, at, body) VALUES (?, ?, ?, ?, ?)'),
      ballot: this.#db.prepare('INSERT INTO ballots (position, lesson, round, id, at, body) VALUES (?, ?, ?, ?, ?, ?)'),
      known: this.#db.prepare('SELECT position FROM events WHERE lesson = ? AND id = ?'),
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

  closeRound(lesson: string, round: string, draft: EventDraft, after: Position): Promise<Position> {
    return new Promise((done, failed) => this.#ask({ kind: 'close-round', lesson, round, draft, after, done, failed }));
  }

  destroyBallots(lesson: string, round: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-ballots', lesson, round, done, failed }));
  }

  destroyLesson(lesson: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-lesson', lesson, done, failed }));
  }

  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; caughtUp(): void }, signal: AbortSignal): Promise<void> {
    return new Promise((ended, failed) => {
      try {
        for (const row of this.#sql.backlog.all(lesson, from)) on.apply(toEntry(row as unknown as Row));
        on.caughtUp();
      } catch (error) {
        return failed(error);
      }
      const followers = this.#followers.get(lesson) ?? new Set();
      const follower: Follower = {
        apply: on.apply,
        end: () => {
          followers.delete(follower);
          if (followers.size === 0 && this.#followers.get(lesson) === followers) this.#followers.delete(lesson);
          ended();
        },
      };
      this.#followers.set(lesson, followers.add(follower));
      if (signal.aborted) follower.end();
      else signal.addEventListener('abort', follower.end, { once: true });
    });
  }

  /** The file is closed, and may be opened by others, when this returns. */
  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    this.#flush();
    for (const followers of [...this.#followers.values()]) for (const follower of [...followers]) follower.end();
    this.#db.close();
  }

  #ask(operation: Operation): void {
    this.#queue.push(operation);
    if (this.#queue.length > 1) return;
    const wait = this.#flushedAt + this.#gatherMs - performance.now();
    if (wait > 0) setTimeout(() => this.#flush(), wait);
    else setImmediate(() => this.#flush());
  }

  #ballotsOf(lesson: string) {
    const known = this.#ballots.get(lesson);
    if (known) return known;
    const made = new Map<string, { position: Position; round: string }>();
    this.#ballots.set(lesson, made);
    return made;
  }

  #flush(): void {
    const operations = this.#queue;
    this.#queue = [];
    if (operations.length === 0) return;
    const answers: (() => void)[] = [];
    const written: Row[] = [];
    const gone: DestroyedBallots[] = [];
    const before = this.#position;
    try {
      this.#sql.begin.run();
      for (const operation of operations) answers.push(this.#perform(operation, written, gone));
      this.#sql.commit.run();
    } catch (error) {
      this.#position = before;
      for (const { lesson, id, round } of written) if (round !== null) this.#ballots.get(lesson)?.delete(id);
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      for (const operation of operations) operation.failed(reasonOf(error));
      return;
    }
    if (this.#gatherMs > 0) this.#flushedAt = performance.now();
    for (const one of gone) this.#forgetBallots(one);
    for (const row of written) for (const follower of this.#followers.get(row.lesson) ?? []) follower.apply(toEntry(row));
    const uncut = operations.some((operation) => operation.kind !== 'append') ? this.#cutLog() : null;
    operations.forEach((operation, index) => {
      if (uncut && operation.kind !== 'append') operation.failed(uncut);
      else answers[index]?.();
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

  #forgetBallots({ lesson, round: destroyed }: DestroyedBallots): void {
    const ballots = this.#ballots.get(lesson);
    for (const [id, { round }] of ballots ?? []) if (destroyed === null || round === destroyed) ballots?.delete(id);
    if (ballots?.size === 0) this.#ballots.delete(lesson);
  }

  /** Within the transaction of `#flush`. Gives what tells the caller how it went, once that is committed. */
  #perform(operation: Operation, written: Row[], gone: DestroyedBallots[]): () => void {
    const { lesson } = operation;
    switch (operation.kind) {
      case 'append': {
        const { draft, after, done, failed } = operation;
        if (draft.kind === 'ballot' && this.#sql.gone.get(lesson, draft.round))
          return () => failed(new RoundClosedError(`round ${draft.round} is closed`));
        const known = this.#positionOf(lesson, draft);
        if (known !== null) return () => done(known);
        const conflict = after === undefined ? null : this.#conflict(lesson, after);
        if (conflict) return () => failed(conflict);
        const position = this.#write(lesson, draft, written);
        return () => done(position);
      }
      case 'close-round': {
        const { round, draft, after, done, failed } = operation;
        const known = this.#positionOf(lesson, draft);
        const conflict = known === null ? this.#conflict(lesson, after) : null;
        if (conflict) return () => failed(conflict);
        const position = known ?? this.#write(lesson, draft, written);
        this.#destroyBallots(lesson, round, gone);
        return () => done(position);
      }
      case 'destroy-ballots':
        this.#destroyBallots(lesson, operation.round, gone);
        return operation.done;
      case 'destroy-lesson':
        this.#sql.dropEvents.run(lesson);
        this.#sql.dropBallots.run(lesson);
        this.#sql.dropMarks.run(lesson);
        gone.push({ lesson, round: null });
        return operation.done;
    }
  }

  #positionOf(lesson: string, { kind, id }: Draft): Position | null {
    const ballot = this.#ballots.get(lesson)?.get(id);
    if (ballot) return ballot.position;
    const known = kind === 'event' ? this.#sql.known.get(lesson, id) : undefined;
    return known ? Number(known.position) : null;
  }

  #conflict(lesson: string, after: Position): ConflictError | null {
    const newest = Number(this.#sql.newest.get(lesson)?.position ?? 0);
    return newest === after ? null : new ConflictError(`the newest event is at ${newest}, not at ${after}`);
  }

  #write(lesson: string, draft: Draft, written: Row[]): Position {
    const position = draft.kind === 'event' ? (Math.floor(this.#position / EVENT_EVERY) + 1) * EVENT_EVERY : this.#position + 1;
    this.#position = position;
    const at = Math.max(this.#at, this.#clock());
    this.#at = at;
    const row: Row = { position, lesson, id: draft.id, at, body: draft.body, round: draft.kind === 'ballot' ? draft.round : null };
    if (row.round === null) this.#sql.event.run(position, lesson, row.id, at, row.body);
    else {
      this.#sql.ballot.run(position, lesson, row.round, row.id, at, row.body);
      this.#ballotsOf(lesson).set(row.id, { position, round: row.round });
    }
    written.push(row);
    return position;
  }

  #destroyBallots(lesson: string, round: string, gone: DestroyedBallots[]): void {
    this.#sql.dropRound.run(lesson, round);
    this.#sql.markRound.run(lesson, round);
    gone.push({ lesson, round });
  }
}
