import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { writeWhole } from './whole-write.ts';

/** What a log holds before its first frame, and before the page of each: https://www.sqlite.org/fileformat2.html#walformat */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/**
 * The write-ahead log of a database that one connection holds. SQLite would wait on this thread for the disk at every commit and for whatever it takes
 * out of the log. So it syncs nothing itself, and who uses this does it, in SQLite's order: what was committed is not promised before the log is
 * synced; what is copied into the database is synced there before the log is emptied; and that is synced before anything is written to the log again.
 */
export class Log {
  readonly #db: DatabaseSync;
  readonly #page: number;
  readonly #state: StatementSync;
  /** For syncing. SQLite's lock on the database goes with the first descriptor of it that is closed, so these stay open as long as it. */
  readonly database: number;
  readonly file: number;

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#page = Number(db.prepare('PRAGMA page_size').get()?.page_size);
    this.#state = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.database = openSync(path, 'r+');
    this.file = openSync(`${path}-wal`, 'r+');
    db.exec('PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0');
  }

  get length(): number {
    return fstatSync(this.file).size;
  }

  /** What was committed; behind it may stand what was not. */
  get committed(): number {
    const { log } = this.#state.get() ?? {};
    return Number(log) > 0 ? LOG_HEADER + Number(log) * (FRAME_HEADER + this.#page) : 0;
  }

  /** Takes away what stands behind this. By its descriptor: where another folder was put in the place of this one, its log is not ours. */
  cutTo(length: number): void {
    if (this.length > length) ftruncateSync(this.file, length);
  }

  /**
   * Writes the newest page of each number where it stands in the database, also those that the database has given back since, so that what stood there
   * is overwritten. SQLite goes on reading them from the log. Everything in the log must be on the disk. Gives what was copied.
   */
  copy(): number {
    const length = this.committed;
    const log = Buffer.alloc(length);
    if (readSync(this.file, log, 0, length, 0) < length) throw new Error('the write-ahead log is shorter than what was committed');
    const newest = new Map<number, number>();
    for (let frame = LOG_HEADER; frame < length; frame += FRAME_HEADER + this.#page) newest.set(log.readUInt32BE(frame), frame + FRAME_HEADER);
    for (const [number, at] of newest) writeWhole(this.database, log, at, this.#page, (number - 1) * this.#page);
    return length;
  }

  /** Everything in it must be in the database and on the disk. */
  empty(): void {
    const result = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (Number(result?.busy) !== 0) throw new Error('the write-ahead log is in use');
  }

  /** After the connection, which empties the log for the last time and waits for the disk. */
  closeAfter(close: () => void): void {
    try {
      this.#db.exec('PRAGMA synchronous = FULL');
    } finally {
      close();
      closeSync(this.file);
      closeSync(this.database);
    }
  }
}
