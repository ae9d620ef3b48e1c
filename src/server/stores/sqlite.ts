import { statSync, truncateSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Instant } from '../../protocol/identity.ts';
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
import { SealedBallots } from './sealed-ballots.ts';

/** Without it SQLite makes a file for sharing the log as soon as it reads, which a full disk refuses. */
const LOCK = 'PRAGMA locking_mode = EXCLUSIVE';
const INCREMENTAL = 2;
/** Writes nothing in a file that has it all. */
const SCHEMA = `
  PRAGMA temp_store = MEMORY;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (lesson, id)) STRICT;
  CREATE TABLE IF NOT EXISTS destroyed (lesson TEXT NOT NULL, round TEXT NOT NULL, PRIMARY KEY (lesson, round)) STRICT;
`;
/** Ballots stand between the events' positions: once they are gone, nothing tells how many there were. */
const EVENT_EVERY = 2 ** 20;
/** SQLite's primary result codes for a full disk and for one that cannot be written, the system's for the same, and SQLite's for a file that somebody else holds. */
const FULL = new Set([13, 10]);
const FULL_CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);
const BUSY = 5;
const GONE = 'the folder of the lessons was deleted or replaced';

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
interface Options {
  clock?: () => number;
  gatherMs?: number;
  onDestroyed?: () => void;
  onWritable?: (writable: boolean) => void;
}
interface Waiting {
  answer(): void;
  failed(error: Error): void;
}
interface Written {
  lesson: string;
  entry: Entry;
}
interface Follower {
  apply(entry: Entry): void;
  end(): void;
}

/** What a log holds before its first frame, and before the page of each. */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** The bytes of a ballot are of no use to anybody once they are written and heard. */
function wipe(entry: Entry | Draft): void {
  if (entry.kind === 'ballot') entry.body.fill(0);
}

function reasonOf(error: unknown): Error {
  const { errcode = 0, code = '' } = error as { errcode?: number; code?: string };
  const refused = FULL.has(errcode & 0xff) || FULL_CODES.has(code);
  return refused ? new StorageFullError('the disk is full or cannot be written', { cause: error }) : (error as Error);
}

/** The journal in one SQLite file. What is asked in one tick shares one transaction, in the order asked. */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync;
  readonly #clock: () => number;
  readonly #gatherMs: number;
  readonly #onDestroyed: () => void;
  readonly #onWritable: (writable: boolean) => void;
  readonly #file: string;
  /** Which files they are that hold the lessons, by the ends of their names. */
  readonly #inodes = new Map<string, bigint>();
  #writable = true;
  /** Something was committed that nobody heard, as the files were elsewhere: what is in memory does not match them until they are read anew. */
  #lost = false;
  readonly #followers = new Map<string, Set<Follower>>();
  readonly #ballots: SealedBallots;
  readonly #sql: Record<
    'begin' | 'commit' | 'event' | 'known' | 'newest' | 'gone' | 'backlog' | 'markRound' | 'dropEvents' | 'dropMarks',
    StatementSync
  >;
  #queue: Operation[] = [];
  /** Who waits until what was destroyed is in no file any more: from the next time that this is begun, and from the one that is under way. */
  readonly #leaving: Waiting[] = [];
  #removal: { waiting: Waiting[]; steps: (() => void)[] } | null = null;
  #removeNext: NodeJS.Immediate | null = null;
  /** By a clock that nobody sets. */
  #flushedAt = Number.NEGATIVE_INFINITY;
  #position: Position;
  /** The newest stamp. None after it is earlier, even when the clock is set back: the lesson's time must not depend on ballots that are destroyed later. */
  #at: Instant;

  /**
   * Throws JournalInUseError where another process holds the file. `gatherMs`: what comes sooner after a transaction waits for the next, so that many
   * votes share the cost of being durable; what comes after a silence never waits. `onDestroyed` hears that ballots were destroyed, `onWritable` that
   * the disk refuses, and that it does so no more.
   */
  constructor(file: string, { clock = Date.now, gatherMs = 0, onDestroyed = () => {}, onWritable = () => {} }: Options = {}) {
    this.#db = new DatabaseSync(file, { timeout: 2000 });
    try {
      this.#db.exec(LOCK);
      // To set it writes, also where it is so.
      if (this.#db.prepare('PRAGMA auto_vacuum').get()?.auto_vacuum !== INCREMENTAL) this.#db.exec('PRAGMA auto_vacuum = INCREMENTAL');
      this.#db.exec(SCHEMA);
      this.#ballots = new SealedBallots(this.#db, file);
    } catch (error) {
      this.#db.close();
      if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) throw new JournalInUseError(`${file} is in use`, { cause: error });
      throw error;
    }
    this.#file = file;
    this.#onWritable = onWritable;
    // A crash may have come between a deletion and this. A disk that is full now refuses it: what is there can be read all the same.
    const refused = this.#cutLog();
    if (refused instanceof StorageFullError) this.#writable = false;
    this.#isInPlace();
    this.#clock = clock;
    this.#gatherMs = gatherMs;
    this.#onDestroyed = onDestroyed;
    const newest = this.#db.prepare('SELECT max(position) AS position, max(at) AS at FROM events').get();
    this.#position = Math.max(Number(newest?.position ?? 0), this.#ballots.newest.position);
    this.#at = Math.max(Number(newest?.at ?? 0), this.#ballots.newest.at);
    this.#sql = {
      begin: this.#db.prepare('BEGIN IMMEDIATE'),
      commit: this.#db.prepare('COMMIT'),
      event: this.#db.prepare('INSERT INTO events (position, lesson, id, at, body) VALUES (?, ?, ?, ?, ?)'),
      known: this.#db.prepare('SELECT position FROM events WHERE lesson = ? AND id = ?'),
      newest: this.#db.prepare('SELECT max(position) AS position FROM events WHERE lesson = ?'),
      gone: this.#db.prepare('SELECT 1 AS gone FROM destroyed WHERE lesson = ? AND round = ?'),
      backlog: this.#db.prepare('SELECT position, id, at, body FROM events WHERE lesson = ? AND position > ?'),
      markRound: this.#db.prepare('INSERT OR IGNORE INTO destroyed (lesson, round) VALUES (?, ?)'),
      dropEvents: this.#db.prepare('DELETE FROM events WHERE lesson = ?'),
      dropMarks: this.#db.prepare('DELETE FROM destroyed WHERE lesson = ?'),
    };
  }

  /** The newest stamp; 0 where nothing was written. */
  get newest(): Instant {
    return this.#at;
  }

  /** Whether the disk took what was last written. */
  get writable(): boolean {
    return this.#writable;
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
        for (const entry of this.#backlog(lesson, from)) {
          on.apply(entry);
          wipe(entry);
        }
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
    while (this.#removal || this.#leaving.length > 0) this.#remove();
    if (this.#removeNext) clearImmediate(this.#removeNext);
    for (const followers of [...this.#followers.values()]) for (const follower of [...followers]) follower.end();
    this.#db.close();
    this.#ballots.close();
  }

  /** What stands in the file, in its order. */
  #backlog(lesson: string, from: Position): Entry[] {
    const events = this.#sql.backlog.all(lesson, from).map(
      ({ position, id, at, body }): Entry => ({
        kind: 'event',
        position: Number(position),
        id: String(id),
        at: Number(at),
        body: body as Uint8Array,
      }),
    );
    return [...events, ...this.#ballots.after(lesson, from)].sort((one, other) => one.position - other.position);
  }

  #ask(operation: Operation): void {
    this.#queue.push(operation);
    if (this.#queue.length > 1) return;
    const wait = this.#flushedAt + this.#gatherMs - performance.now();
    if (wait > 0) setTimeout(() => this.#flush(), wait);
    else setImmediate(() => this.#flush());
  }

  #flush(): void {
    const operations = this.#queue;
    this.#queue = [];
    if (operations.length === 0) return;
    const answers: (() => void)[] = [];
    const written: Written[] = [];
    const before = this.#position;
    if (this.#lost || !this.#isInPlace()) return this.#refuse(operations, new StorageFullError(GONE));
    try {
      this.#sql.begin.run();
      for (const operation of operations) answers.push(this.#perform(operation, written));
      this.#ballots.beforeCommit();
      this.#sql.commit.run();
    } catch (error) {
      this.#position = before;
      this.#ballots.rolledBack();
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#withdraw();
      return this.#refuse(operations, reasonOf(error));
    }
    if (this.#gatherMs > 0) this.#flushedAt = performance.now();
    this.#ballots.committed();
    // Deleted meanwhile: then this is on no disk. Moved and put back later, it is: so nothing more is taken even then.
    if (!this.#isInPlace()) {
      this.#lost = true;
      return this.#refuse(operations, new StorageFullError(GONE));
    }
    this.#setWritable(true);
    for (const { lesson, entry } of written) for (const follower of this.#followers.get(lesson) ?? []) follower.apply(entry);
    for (const operation of operations) if (operation.kind === 'append') wipe(operation.draft);
    const destroyed = operations.some((operation) => operation.kind !== 'append');
    const left = destroyed ? this.#forgetKeys() : null;
    operations.forEach((operation, index) => {
      const answer = answers[index] ?? (() => {});
      if (operation.kind === 'append') answer();
      else if (left) operation.failed(left);
      else this.#leaving.push({ answer, failed: operation.failed });
    });
    if (this.#leaving.length > 0) this.#removeSoon();
  }

  #refuse(operations: readonly Operation[], error: Error): void {
    if (error instanceof StorageFullError) this.#setWritable(false);
    for (const operation of operations) {
      if (operation.kind === 'append') wipe(operation.draft);
      operation.failed(error);
    }
  }

  #setWritable(writable: boolean): void {
    if (this.#writable === writable) return;
    this.#writable = writable;
    this.#onWritable(writable);
  }

  /** Whether the files that were opened still stand where others, and the next start, look for them. Windows deletes no file that is open. */
  #isInPlace(): boolean {
    if (process.platform === 'win32') return true;
    try {
      for (const end of ['', '-keys', '-wal']) {
        const inode = statSync(this.#file + end, { bigint: true, throwIfNoEntry: false })?.ino;
        const opened = this.#inodes.get(end);
        if (opened !== undefined && opened !== inode) return false;
        if (inode !== undefined) this.#inodes.set(end, inode);
      }
      return true;
    } catch {
      // A disk that fails, or a folder that is closed to this process, says nothing of what stands there.
      return false;
    }
  }

  /**
   * What the disk refused in the act of being committed may stand in the log with its end, and would count after a crash, though everybody has heard
   * that it does not. So the log is cut to what was there before. It is found by its name: where another folder was put there, that one's log is not ours.
   */
  #withdraw(): void {
    if (!this.#isInPlace()) return;
    try {
      const { log } = this.#db.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
      const { page_size: page } = this.#db.prepare('PRAGMA page_size').get() ?? {};
      const held = LOG_HEADER + Number(log) * (FRAME_HEADER + Number(page));
      if ((statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > held) truncateSync(`${this.#file}-wal`, held);
    } catch {
      // The next transaction writes over it.
    }
  }

  /** Before anybody hears the result: whatever else is left of the ballots is noise without the keys. */
  #forgetKeys(): Error | null {
    try {
      this.#ballots.forgetKeys();
    } catch (error) {
      return reasonOf(error);
    }
    this.#onDestroyed();
    return null;
  }

  /**
   * Rows that were deleted stay in the write-ahead log until it is cut. Then the empty pages go, which were overwritten
   * by that: the size of the file must not tell how many rows there were.
   */
  #stepsOfRemoval(): (() => void)[] {
    const cut = () => {
      const result = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (Number(result?.busy) !== 0) throw new Error('the write-ahead log is in use');
    };
    return [cut, () => this.#db.exec('PRAGMA incremental_vacuum'), cut];
  }

  #cutLog(): Error | null {
    try {
      for (const step of this.#stepsOfRemoval()) step();
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** Each step waits for the disk. Between them the votes of other classes are written and answered. */
  #removeSoon(): void {
    if (this.#removeNext) return;
    this.#removeNext = setImmediate(() => {
      this.#removeNext = null;
      this.#remove();
    });
  }

  #remove(): void {
    this.#removal ??= { waiting: this.#leaving.splice(0), steps: this.#stepsOfRemoval() };
    const { waiting, steps } = this.#removal;
    try {
      steps.shift()?.();
      if (steps.length === 0) {
        this.#removal = null;
        for (const { answer } of waiting) answer();
      }
    } catch (error) {
      this.#removal = null;
      for (const { failed } of waiting) failed(reasonOf(error));
    }
    if (this.#removal || this.#leaving.length > 0) this.#removeSoon();
  }

  /** Within the transaction of `#flush`. Gives what tells the caller how it went, once that is committed. */
  #perform(operation: Operation, written: Written[]): () => void {
    const { lesson } = operation;
    switch (operation.kind) {
      case 'append': {
        const { draft, after, done, failed } = operation;
        if (draft.kind === 'ballot' && this.#sql.gone.get(lesson, draft.round))
          return () => failed(new RoundClosedError(`round ${draft.round} is closed`));
        const known = this.#positionOf(lesson, draft);
        if (known !== null) return () => done(known);
        if (draft.kind === 'ballot' && !this.#ballots.hasRoom(lesson, draft.round))
          return () => failed(new StorageFullError('so many rounds are open that there is no key for another'));
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
        this.#destroyBallots(lesson, round);
        return () => done(position);
      }
      case 'destroy-ballots':
        this.#destroyBallots(lesson, operation.round);
        return operation.done;
      case 'destroy-lesson':
        this.#sql.dropEvents.run(lesson);
        this.#ballots.destroyLesson(lesson);
        this.#sql.dropMarks.run(lesson);
        return operation.done;
    }
  }

  #positionOf(lesson: string, { kind, id }: Draft): Position | null {
    const ballot = this.#ballots.positionOf(lesson, id);
    if (ballot !== undefined) return ballot;
    const known = kind === 'event' ? this.#sql.known.get(lesson, id) : undefined;
    return known ? Number(known.position) : null;
  }

  #conflict(lesson: string, after: Position): ConflictError | null {
    const newest = Number(this.#sql.newest.get(lesson)?.position ?? 0);
    return newest === after ? null : new ConflictError(`the newest event is at ${newest}, not at ${after}`);
  }

  #write(lesson: string, draft: Draft, written: Written[]): Position {
    const position = draft.kind === 'event' ? (Math.floor(this.#position / EVENT_EVERY) + 1) * EVENT_EVERY : this.#position + 1;
    this.#position = position;
    const at = Math.max(this.#at, this.#clock());
    this.#at = at;
    const { id, body } = draft;
    if (draft.kind === 'event') this.#sql.event.run(position, lesson, id, at, body);
    else this.#ballots.write(lesson, draft.round, position, { id, at, body });
    written.push({ lesson, entry: { ...draft, position, at } });
    return position;
  }

  #destroyBallots(lesson: string, round: string): void {
    this.#ballots.destroyRound(lesson, round);
    this.#sql.markRound.run(lesson, round);
  }
}
