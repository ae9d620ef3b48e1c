import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Instant } from '../../protocol/identity.ts';
import {
  ConflictError,
  type Draft,
  type Entry,
  JournalInUseError,
  type Position,
  RoundClosedError,
  StorageFullError,
} from '../../session/journal.ts';
import { syncFolder } from './key-file.ts';
import { Log } from './log.ts';
import type { Operation, Transaction, Written } from './operation.ts';
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

export function reasonOf(error: unknown): Error {
  const { errcode = 0, code = '' } = error as { errcode?: number; code?: string };
  const refused = FULL.has(errcode & 0xff) || FULL_CODES.has(code);
  return refused ? new StorageFullError('the disk is full or cannot be written', { cause: error }) : (error as Error);
}

/** The lessons in one SQLite file. What it commits is on the disk when its log has been synced, and not before. */
export class LessonDatabase {
  readonly #db: DatabaseSync;
  readonly #folder: string;
  readonly ballots: SealedBallots;
  readonly log: Log;
  /** Whether a disk that is full now refused to finish what a crash had interrupted. What is there can be read all the same. */
  readonly isRefused: boolean;
  readonly #sql: Record<
    'begin' | 'commit' | 'event' | 'known' | 'newest' | 'gone' | 'backlog' | 'markRound' | 'dropEvents' | 'dropMarks',
    StatementSync
  >;
  /** Whether the name of the log, which may be new, outlives a power cut. */
  #isNamed = false;
  #position: Position;
  /** The newest stamp. None after it is earlier, even when the clock is set back: the lesson's time must not depend on ballots that are destroyed later. */
  #at: Instant;

  /** Throws JournalInUseError where another process holds the file. */
  constructor(file: string) {
    this.#folder = dirname(file);
    this.#db = new DatabaseSync(file, { timeout: 2000 });
    try {
      this.#db.exec(LOCK);
      // To set it writes, also where it is so.
      if (this.#db.prepare('PRAGMA auto_vacuum').get()?.auto_vacuum !== INCREMENTAL) this.#db.exec('PRAGMA auto_vacuum = INCREMENTAL');
      this.#db.exec(SCHEMA);
      this.ballots = new SealedBallots(this.#db, file);
      this.#keepName();
      const left = this.#finishRemoval();
      this.isRefused = !this.#isNamed || left instanceof StorageFullError;
      this.log = new Log(this.#db, file);
    } catch (error) {
      this.#db.close();
      if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) throw new JournalInUseError(`${file} is in use`, { cause: error });
      throw error;
    }
    const newest = this.#db.prepare('SELECT max(position) AS position, max(at) AS at FROM events').get();
    this.#position = Math.max(Number(newest?.position ?? 0), this.ballots.newest.position);
    this.#at = Math.max(Number(newest?.at ?? 0), this.ballots.newest.at);
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

  /** What was committed, in its order. */
  backlog(lesson: string, from: Position): Entry[] {
    const events = this.#sql.backlog.all(lesson, from).map(
      ({ position, id, at, body }): Entry => ({
        kind: 'event',
        position: Number(position),
        id: String(id),
        at: Number(at),
        body: body as Uint8Array,
      }),
    );
    return [...events, ...this.ballots.after(lesson, from)].sort((one, other) => one.position - other.position);
  }

  /** All of it or, where this throws, nothing. */
  commit(operations: readonly Operation[]): Transaction {
    const refused = this.#keepName();
    if (refused) throw refused;
    const before = this.#position;
    const written: Written[] = [];
    try {
      this.#sql.begin.run();
      const answers = operations.map((operation) => ({ operation, answer: this.#perform(operation, written) }));
      this.ballots.writeKeys();
      this.#sql.commit.run();
      return { written, answers };
    } catch (error) {
      this.#position = before;
      this.ballots.rolledBack();
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Gives back the pages that are empty, so that the size of the file does not tell how many rows there were. */
  giveBack(): void {
    this.#db.exec('PRAGMA incremental_vacuum');
  }

  close(): void {
    if (!this.#db.isOpen) return;
    this.log.closeAfter(() => this.#db.close());
    this.ballots.close();
  }

  /** Gives why the disk refuses it; null also where a folder cannot be synced at all. Waits for the disk, until it has taken it once. */
  #keepName(): StorageFullError | null {
    if (this.#isNamed) return null;
    try {
      syncFolder(this.#folder);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason instanceof StorageFullError) return reason;
    }
    this.#isNamed = true;
    return null;
  }

  /** A crash may have come between a deletion and its end. Waits for the disk. */
  #finishRemoval(): Error | null {
    try {
      const cut = () => this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      cut();
      this.giveBack();
      cut();
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** Gives what tells the caller how it went, once that is on the disk. */
  #perform(operation: Operation, written: Written[]): () => void {
    const { lesson } = operation;
    switch (operation.kind) {
      case 'append': {
        const { draft, at, after, done, failed } = operation;
        if (draft.kind === 'ballot' && this.#sql.gone.get(lesson, draft.round))
          return () => failed(new RoundClosedError(`round ${draft.round} is closed`));
        const known = this.#positionOf(lesson, draft);
        if (known !== null) return () => done(known);
        if (draft.kind === 'ballot' && !this.ballots.hasRoom(lesson, draft.round))
          return () => failed(new StorageFullError('so many rounds are open that there is no key for another'));
        const conflict = after === undefined ? null : this.#conflict(lesson, after);
        if (conflict) return () => failed(conflict);
        const position = this.#write(lesson, draft, at, written);
        return () => done(position);
      }
      case 'close-round': {
        const { round, draft, at, after, done, failed } = operation;
        const known = this.#positionOf(lesson, draft);
        const conflict = known === null ? this.#conflict(lesson, after) : null;
        if (conflict) return () => failed(conflict);
        const position = known ?? this.#write(lesson, draft, at, written);
        this.#destroyBallots(lesson, round);
        return () => done(position);
      }
      case 'destroy-ballots':
        this.#destroyBallots(lesson, operation.round);
        return operation.done;
      case 'destroy-lesson':
        this.#sql.dropEvents.run(lesson);
        this.ballots.destroyLesson(lesson);
        this.#sql.dropMarks.run(lesson);
        return operation.done;
    }
  }

  #positionOf(lesson: string, { kind, id }: Draft): Position | null {
    const ballot = this.ballots.positionOf(lesson, id);
    if (ballot !== undefined) return ballot;
    const known = kind === 'event' ? this.#sql.known.get(lesson, id) : undefined;
    return known ? Number(known.position) : null;
  }

  #conflict(lesson: string, after: Position): ConflictError | null {
    const newest = Number(this.#sql.newest.get(lesson)?.position ?? 0);
    return newest === after ? null : new ConflictError(`the newest event is at ${newest}, not at ${after}`);
  }

  #write(lesson: string, draft: Draft, asked: Instant, written: Written[]): Position {
    const position = draft.kind === 'event' ? (Math.floor(this.#position / EVENT_EVERY) + 1) * EVENT_EVERY : this.#position + 1;
    this.#position = position;
    const at = Math.max(this.#at, asked);
    this.#at = at;
    const { id, body } = draft;
    if (draft.kind === 'event') this.#sql.event.run(position, lesson, id, at, body);
    else this.ballots.write(lesson, draft.round, position, { id, at, body });
    written.push({ lesson, entry: { ...draft, position, at } });
    return position;
  }

  #destroyBallots(lesson: string, round: string): void {
    this.ballots.destroyRound(lesson, round);
    this.#sql.markRound.run(lesson, round);
  }
}
