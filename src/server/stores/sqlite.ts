import type { Instant } from '../../protocol/identity.ts';
import { type Draft, type Entry, type EventDraft, type Journal, type Position, StorageFullError } from '../../session/journal.ts';
import { type DiskWork, DiskWorker, finishNow } from './disk-work.ts';
import { Followers } from './followers.ts';
import { LessonDatabase, reasonOf } from './lesson-database.ts';
import { type Operation, type Transaction, wipe } from './operation.ts';
import { Place } from './place.ts';

/** A log that nothing was destroyed in is copied into the database from this length on, as SQLite would do it. */
const LONG_LOG = 4 * 2 ** 20;
const GONE = 'the folder of the lessons was deleted or replaced';

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
/** A transaction that was committed and that nobody may hear of yet. */
interface Unheard extends Transaction {
  /** How long the log was before it. */
  logBefore: number;
  /** Why the empty pages of what it destroyed could not be given back. */
  left: Error | null;
}

/** What waits until it is in no file any more, and how much of the log is in the database. */
interface Removal {
  waiting: Waiting[];
  copied: number;
  refused: Error | null;
}

/**
 * The journal in one SQLite file. What is asked in one tick shares one transaction, in the order asked; so does what is asked while the disk is busy with
 * the one before. While the disk takes its time, this process does everything else.
 */
export class SqliteJournal implements Journal {
  readonly #gatherMs: number;
  readonly #onDestroyed: () => void;
  readonly #onWritable: (writable: boolean) => void;
  readonly #file: string;
  readonly #clock: () => number;
  #place: Place;
  #database: LessonDatabase;
  #isOpen = true;
  #closed: Promise<void> = Promise.resolve();
  #writable: boolean;
  /** What is in memory may not match the files until they are read anew, by a restart. */
  #isLost = false;
  readonly #followers = new Followers();
  #queue: Operation[] = [];
  readonly #disk = new DiskWorker(() => this.#plan());
  #planned: { cancel(): void } | null = null;
  /** By a clock that nobody sets. */
  #committedAt = Number.NEGATIVE_INFINITY;
  /** Is being written to the disk. */
  #unheard: Unheard | null = null;
  /** Of lessons of which something was destroyed: it is on the disk, but the keys of what was destroyed may still be there too. */
  #destroying: Unheard | null = null;
  /** Who waits until what was destroyed is in no file any more. */
  #leaving: Waiting[] = [];
  /** Who begins to follow a lesson of which something is on its way to the disk. */
  #arriving: (() => void)[] = [];

  /**
   * Throws JournalInUseError where another process holds the file. `gatherMs`: what comes sooner after a transaction waits for the next, so that many
   * votes share the cost of being durable; what comes after a silence never waits. `onDestroyed` hears that ballots were destroyed, `onWritable` that
   * the disk refuses, and that it does so no more.
   */
  constructor(file: string, { clock = Date.now, gatherMs = 0, onDestroyed = () => {}, onWritable = () => {} }: Options = {}) {
    this.#file = file;
    this.#clock = clock;
    this.#gatherMs = gatherMs;
    this.#onDestroyed = onDestroyed;
    this.#onWritable = onWritable;
    this.#database = new LessonDatabase(file);
    this.#writable = !this.#database.isRefused;
    this.#place = new Place(file);
  }

  /** The newest stamp; 0 where nothing was written. */
  get newest(): Instant {
    return this.#database.newest;
  }

  /** Whether the disk took what was last written. */
  get writable(): boolean {
    return this.#writable;
  }

  append(lesson: string, draft: Draft, after?: Position): Promise<Position> {
    return new Promise((done, failed) => this.#ask({ kind: 'append', lesson, draft, at: this.#clock(), after, done, failed }));
  }

  closeRound(lesson: string, round: string, draft: EventDraft, after: Position): Promise<Position> {
    return new Promise((done, failed) => this.#ask({ kind: 'close-round', lesson, round, draft, at: this.#clock(), after, done, failed }));
  }

  destroyBallots(lesson: string, round: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-ballots', lesson, round, done, failed }));
  }

  destroyLesson(lesson: string): Promise<void> {
    return new Promise((done, failed) => this.#ask({ kind: 'destroy-lesson', lesson, done, failed }));
  }

  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; caughtUp(): void }, signal: AbortSignal): Promise<void> {
    return new Promise((ended, failed) => {
      const begin = () => {
        if (this.#isUnsettled(lesson)) return void this.#arriving.push(begin);
        try {
          this.#followers.add(lesson, this.#database.backlog(lesson, from), on, signal, ended);
        } catch (error) {
          failed(error);
        }
      };
      begin();
    });
  }

  /** Does what was asked. The file is closed, and may be opened by others, when this resolves; at once where the disk is not at work. */
  close(): Promise<void> {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#closed = this.#close();
    }
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#planned?.cancel();
    if (this.#disk.isBusy) await this.#disk.idle();
    while (this.#hasOwnWork() || this.#queue.length > 0) finishNow(this.#turn());
    this.#followers.endAll();
    this.#database.close();
  }

  #ask(operation: Operation): void {
    if (!this.#isOpen) return this.#refuse([operation], new Error('the journal is closed'));
    this.#queue.push(operation);
    this.#plan();
  }

  #plan(): void {
    if (this.#planned || this.#disk.isBusy || !this.#isOpen) return;
    const begin = () => {
      this.#planned = null;
      this.#disk.begin(this.#turn());
    };
    const wait = this.#hasOwnWork() ? 0 : this.#committedAt + this.#gatherMs - performance.now();
    if (wait <= 0 && (this.#hasOwnWork() || this.#queue.length > 0)) {
      const next = setImmediate(begin);
      this.#planned = { cancel: () => clearImmediate(next) };
    } else if (this.#queue.length > 0) {
      const next = setTimeout(begin, wait);
      this.#planned = { cancel: () => clearTimeout(next) };
    }
  }

  #hasOwnWork(): boolean {
    return this.#destroying !== null || this.#leaving.length > 0;
  }

  /** Whether something of this lesson was committed that nobody has heard. */
  #isUnsettled(lesson: string): boolean {
    return [this.#unheard, this.#destroying].some((transaction) => transaction?.answers.some(({ operation }) => operation.lesson === lesson));
  }

  /**
   * One turn of the disk: what was asked is committed and synced, with the keys of what was destroyed in the turn before. What that one left is
   * removed in this one.
   */
  *#turn(): DiskWork {
    if (this.#isLost) return this.#refuseAll();
    const { log } = this.#database;
    const removal = this.#leaving.length > 0 || log.length > LONG_LOG ? this.#copy() : null;
    this.#unheard = this.#commit();
    const failure = yield* this.#sync([...(this.#unheard ? [log.file] : []), ...(removal && removal.copied > 0 ? [log.database] : [])]);
    this.#settle(failure);
    if (removal) yield* this.#remove(removal, failure);
    for (const begin of this.#arriving.splice(0)) begin();
  }

  /** Null where there is nothing, and where it was refused. */
  #commit(): Unheard | null {
    const operations = this.#queue.splice(0);
    if (operations.length === 0) return null;
    if (!this.#place.isKept()) {
      this.#refuse(operations, new StorageFullError(GONE));
      return null;
    }
    const logBefore = this.#database.log.committed;
    try {
      const transaction = this.#database.commit(operations);
      if (this.#gatherMs > 0) this.#committedAt = performance.now();
      return { ...transaction, logBefore, left: operations.some(isDestruction) ? this.#giveBack() : null };
    } catch (error) {
      this.#withdraw();
      this.#refuse(operations, reasonOf(error));
      return null;
    }
  }

  #giveBack(): Error | null {
    try {
      this.#database.giveBack();
      return null;
    } catch (error) {
      this.#withdraw();
      return reasonOf(error);
    }
  }

  /** Gives why these files and the keys are not on the disk; null where they are. */
  *#sync(files: readonly number[]): Generator<readonly number[], Error | null, Error | null> {
    const { ballots } = this.#database;
    try {
      ballots.writeKeys();
    } catch (error) {
      return reasonOf(error);
    }
    const all = [...files, ...ballots.unsynced];
    const refused = all.length > 0 ? yield all : null;
    if (refused) return reasonOf(refused);
    ballots.keysSynced();
    return null;
  }

  #settle(failure: Error | null): void {
    const [destroying, unheard] = [this.#destroying, this.#unheard];
    this.#destroying = null;
    this.#unheard = null;
    if (destroying) this.#settleDestruction(destroying, failure);
    if (!unheard) return;
    if (failure) this.#undo(unheard, failure);
    else if (this.#place.isKept()) this.#hear(unheard);
    else {
      // Deleted meanwhile: then this is on no disk. Moved and put back later, it is: so nothing more is taken even then.
      this.#isLost = true;
      this.#refuse(operationsOf(unheard), new StorageFullError(GONE));
    }
  }

  /** It is on the disk. Where something of a lesson was destroyed, nobody hears of that lesson before the keys are gone from there too. */
  #hear(unheard: Unheard): void {
    const { ballots } = this.#database;
    ballots.committed();
    this.#setWritable(true);
    const destroyed = new Set(
      operationsOf(unheard)
        .filter(isDestruction)
        .map(({ lesson }) => lesson),
    );
    const part = (isDestroyed: boolean): Unheard => ({
      ...unheard,
      written: unheard.written.filter(({ lesson }) => destroyed.has(lesson) === isDestroyed),
      answers: unheard.answers.filter(({ operation }) => destroyed.has(operation.lesson) === isDestroyed),
    });
    if (destroyed.size > 0) {
      this.#destroying = part(true);
      // What the disk refuses of this it is asked again when these are synced.
      quietly(() => ballots.writeKeys());
    }
    const others = part(false);
    this.#apply(others);
    for (const { answer } of others.answers) answer();
  }

  /** Before anybody hears the result: whatever else is left of the ballots is noise without the keys. */
  #settleDestruction(destroying: Unheard, failure: Error | null): void {
    this.#apply(destroying);
    if (!failure) this.#onDestroyed();
    const left = failure ?? destroying.left;
    for (const { operation, answer } of destroying.answers) {
      if (!isDestruction(operation)) answer();
      else if (left) operation.failed(left);
      else this.#leaving.push({ answer, failed: operation.failed });
    }
  }

  #apply({ written, answers }: Unheard): void {
    this.#followers.apply(written);
    for (const { operation } of answers) if (operation.kind === 'append') wipe(operation.draft);
  }

  /** The log is copied up to here; what is committed after this is not. */
  #copy(): Removal {
    const waiting = this.#leaving.splice(0);
    try {
      return { waiting, copied: this.#database.log.copy(), refused: null };
    } catch (error) {
      return { waiting, copied: 0, refused: reasonOf(error) };
    }
  }

  /**
   * Rows that were deleted stay in the write-ahead log until it is emptied, and pages that are empty until they are overwritten in the database by that.
   * Until it is emptied nothing can be committed; what others committed just before is waited for once.
   */
  *#remove({ waiting, copied, refused }: Removal, failure: Error | null): DiskWork {
    const left = refused ?? failure ?? (yield* this.#emptyLog(copied));
    for (const { answer, failed } of waiting) {
      if (left) failed(left);
      else answer();
    }
  }

  *#emptyLog(copied: number): Generator<readonly number[], Error | null, Error | null> {
    const { log } = this.#database;
    try {
      const written = log.committed;
      if (written === 0) return null;
      if (written > copied) {
        log.copy();
        const refused = yield [log.database];
        if (refused) return reasonOf(refused);
      }
    } catch (error) {
      return reasonOf(error);
    }
    try {
      log.empty();
    } catch (error) {
      // How far it came nobody knows. Everything is in the database.
      this.#readAnew();
      return reasonOf(error);
    }
    const refused = yield [log.file];
    return refused && reasonOf(refused);
  }

  #refuse(operations: readonly Operation[], error: Error): void {
    if (error instanceof StorageFullError) this.#setWritable(false);
    for (const operation of operations) {
      if (operation.kind === 'append') wipe(operation.draft);
      operation.failed(error);
    }
  }

  /** Leaves nothing behind to be done. What was destroyed is in the files that the next start reads, and it finishes that. */
  #refuseAll(): void {
    const error = new StorageFullError(GONE);
    const destroying = this.#destroying ? operationsOf(this.#destroying) : [];
    this.#destroying = null;
    this.#refuse([...destroying, ...this.#queue.splice(0)], error);
    for (const { failed } of this.#leaving.splice(0)) failed(error);
    for (const begin of this.#arriving.splice(0)) begin();
  }

  #setWritable(writable: boolean): void {
    if (this.#writable === writable) return;
    this.#writable = writable;
    this.#onWritable(writable);
  }

  /**
   * What the disk refused in the act of being committed may stand in the log with its end, and would count after a crash, though everybody has heard
   * that it does not. So the log is cut to what was there before.
   */
  #withdraw(): void {
    const { log } = this.#database;
    // Where this is refused, the next transaction writes over it.
    quietly(() => log.cutTo(log.committed));
  }

  /** The same where the disk refused it afterwards: to SQLite it is committed, until it finds it in the log no more. */
  #undo(unheard: Unheard, failure: Error): void {
    try {
      this.#database.log.cutTo(unheard.logBefore);
      this.#readAnew();
    } catch {
      this.#isLost = true;
    }
    this.#refuse(operationsOf(unheard), failure);
  }

  /** As after a restart. */
  #readAnew(): void {
    try {
      if (!this.#place.isKept()) throw new StorageFullError(GONE);
      this.#database.close();
      this.#database = new LessonDatabase(this.#file);
      this.#place = new Place(this.#file);
    } catch {
      this.#isLost = true;
    }
  }
}

const isDestruction = ({ kind }: Operation): boolean => kind !== 'append';
const operationsOf = ({ answers }: Transaction): Operation[] => answers.map(({ operation }) => operation);

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The caller says why.
  }
}
