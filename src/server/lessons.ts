import { archive, holdsClass } from '../lesson/archive.ts';
import type { Creation } from '../lesson/events.ts';
import type { Lang } from '../locales/languages.ts';
import { CODE_LENGTH, type Instant } from '../protocol/identity.ts';
import type { LessonKeys } from '../protocol/new-lesson.ts';
import { BoardPace } from '../session/board-pace.ts';
import { drawCode, drawOrders, versionOf } from '../session/creation.ts';
import { draftOf } from '../session/entries.ts';
import type { Address, ServerHost } from '../session/host.ts';
import type { Journal } from '../session/journal.ts';
import { LessonSession, type Origins } from '../session/lesson-session.ts';
import { RunningLesson } from '../session/running-lesson.ts';
import type { Runtime } from '../session/runtime.ts';
import { entriesOf, lastDone, unseated } from '../session/unseated.ts';
import { hasShortWay } from '../story/compile/length.ts';
import { reachableAddresses } from './addresses.ts';
import { CodeGuard } from './code-guard.ts';
import { Directory, type Listing, nextStream } from './directory.ts';
import { KeptStories } from './kept-stories.ts';
import type { ServerTime } from './lesson-clock.ts';
import type { Library } from './library.ts';
import { fullCode, hashToken, type NodeRuntime, newToken, nodeRuntime, sameSecret } from './secrets.ts';

/** The names and contacts that the teacher filled in, as the lesson keeps them. */
type Prepared = Pick<Creation, 'names' | 'contact'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The seats of a lesson are forgotten after this long without an entry: later the same day it goes on, the next morning its code opens nothing. */
export const LIVE_MS = 8 * HOUR_MS;
/** Its story and debrief are kept for a term: twenty weeks. */
export const KEPT_MS = 20 * 7 * DAY_MS;

/** The addresses of this server. */
export interface ServerAddresses {
  publicUrl: string | null;
  /** For a browser on this machine. */
  local(): string;
  /** In its networks, the likeliest first. */
  lan(): Address[];
}

/** Creates, finds, archives and destroys the lessons of this server. */
export class Lessons {
  readonly #journal: Journal;
  readonly #library: Library;
  readonly #stories: KeptStories;
  readonly #addresses: ServerAddresses;
  readonly #runtime: Runtime;
  readonly #time: ServerTime;
  readonly #pace = new BoardPace();
  readonly #ended = new AbortController();
  readonly #sessions = new Map<string, LessonSession>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #complain: (what: string) => void;
  /** Whether six characters of a code are enough just now. */
  readonly guard = new CodeGuard(
    () => this.#inUse().length,
    () => {
      for (const session of this.#inUse()) session.viewers.showBoard();
    },
  );
  /** A failure to tidy up has been reported. It is reported again only after a success. */
  #failing = false;
  #storing = true;
  #directory!: Directory;
  #startedAt: Instant = 0;

  private constructor(
    journal: Journal,
    library: Library,
    addresses: ServerAddresses,
    time: ServerTime,
    complain: (what: string) => void,
    runtime: NodeRuntime,
  ) {
    this.#runtime = { ...runtime, now: time.now, noticeSuspend: () => this.noticeSuspend() };
    this.#time = time;
    this.#journal = journal;
    this.#library = library;
    this.#stories = new KeptStories(journal, library);
    this.#complain = complain;
    this.#addresses = addresses;
  }

  /** Resolves when every lesson has been opened and interrupted closes are finished. */
  static async open(
    journal: Journal,
    library: Library,
    addresses: ServerAddresses,
    time: ServerTime,
    complain: (what: string) => void,
    runtime: NodeRuntime = nodeRuntime,
  ): Promise<Lessons> {
    const lessons = new Lessons(journal, library, addresses, time, complain, runtime);
    lessons.#startedAt = lessons.now();
    lessons.#directory = await Directory.open(journal, lessons.#ended.signal);
    for (const listing of lessons.#directory.listings) {
      try {
        const running = await lessons.#open(listing.stream, listing.story, time.down);
        // Before its deadlines: what they do looks as if somebody had been there.
        const isSilent = lessons.#isSilent(running);
        lessons.#host(running, { stage: null, chosen: listing.origin });
        if (isSilent) await lessons.#attempts(() => lessons.#archive(listing.lesson));
      } catch (error) {
        complain(`A lesson could not be opened again (${(error as Error).constructor.name}). It stays on disk.`);
      }
    }
    await lessons.sweep();
    return lessons;
  }

  get running(): number {
    return this.#sessions.size;
  }
  /** The time by which the lessons run. */
  now(): Instant {
    return this.#runtime.now();
  }
  /** Whether any lesson is in use: a phone is connected, or its newest entry is less than an hour old. */
  get awake(): boolean {
    return this.#inUse().length > 0;
  }

  /** Whether the disk takes what is written: every desk is told. */
  setStoring(storing: boolean): void {
    this.#storing = storing;
    for (const session of this.#inUse()) session.viewers.showBoard();
  }

  byId(lesson: string): LessonSession | undefined {
    return this.#sessions.get(lesson);
  }
  /** By the code that the board shows, or by the one in the QR. */
  byCode(code: string): LessonSession | undefined {
    const short = code.slice(0, CODE_LENGTH);
    const listing = this.#directory.byCode(short);
    const session = listing && this.#sessions.get(listing.lesson);
    if (code === short) return session;
    // As long for a beginning that no lesson has: the time of the answer must not tell which six were right.
    const right = sameSecret(code, fullCode(session?.running.lesson ?? { code: short, salt: '' }));
    return right ? session : undefined;
  }
  /** Whether there is a lesson of this id or code that this server could not open. */
  cannotOpen(idOrCode: string): boolean {
    const listing = this.#directory.byId(idOrCode) ?? this.#directory.byCode(idOrCode.slice(0, CODE_LENGTH));
    return listing !== undefined && !this.#sessions.has(listing.lesson);
  }
  byPairingCode(code: string): LessonSession | undefined {
    return [...this.#sessions.values()].find((session) => session.pairing.code === code);
  }

  /** Null where there is no such story. */
  async create(
    scenario: string,
    lang: Lang,
    version?: string,
    prepared: Prepared = { names: {}, contact: [] },
    short = false,
  ): Promise<LessonKeys | null> {
    const story = this.#library.stories.get(scenario);
    if (!story) return null;
    const keys: LessonKeys = { lesson: newToken(), desk: newToken(), stage: newToken(), debrief: newToken() };
    const salt = newToken();
    const code = this.#freeCode();
    const hash = (token: string) => hashToken(salt, token);
    const date = this.#time.date();
    const kept = this.#stories.nameOf(scenario);
    await this.#directory.write({ type: 'opened', lesson: keys.lesson, code, date, ...(kept === null ? {} : { story: kept }) });
    const creation: Creation = {
      type: 'lesson.created',
      id: keys.lesson,
      code,
      date,
      scenario,
      lang,
      version: versionOf(story, version),
      ...(short && hasShortWay(story.structure) ? { short } : {}),
      ...prepared,
      salt,
      orders: drawOrders(story, this.#runtime.random),
      keys: { desk: hash(keys.desk), stage: hash(keys.stage), debrief: hash(keys.debrief) },
    };
    // Asked in one tick, they share a transaction: no lesson is there without its story.
    await Promise.all([this.#stories.keep(scenario), this.#journal.append(keys.lesson, draftOf(creation, newToken()))]);
    this.#host(await this.#open(keys.lesson, kept, 0), { stage: null, chosen: null });
    return keys;
  }

  /** Ends the lesson for everybody at once, and resolves when nothing of it is on disk. Until then a desk may ask again. */
  destroy(lesson: string): Promise<void> {
    return this.#inTurn(lesson, async () => {
      if (this.#directory.byId(lesson)) await this.#directory.write({ type: 'closed', lesson });
      this.#sessions.get(lesson)?.end();
      await this.#destroyRetired(lesson);
    });
  }

  /** Forgets the pupils of lessons that ended or have been silent for hours, and destroys what is older than a term. */
  async sweep(): Promise<void> {
    let done = await this.#attempts(() => this.#destroyRetired());
    for (const listing of this.#directory.listings) {
      if (!(await this.#attempts(() => this.#outlived(listing)))) done = false;
      if (!(await this.#attempts(() => this.#keepStory(listing)))) done = false;
    }
    if (done) this.#failing = false;
  }

  /** Resumes every lesson where the machine was suspended since the last call; returns whether it was. */
  noticeSuspend(): boolean {
    const down = this.#time.missed();
    if (down > 0) for (const { running } of this.#sessions.values()) void running.resume(down);
    return down > 0;
  }

  /** The network has changed: every board shows an address that leads here now. `left`: the origins that do no more. */
  networkChanged(left: ReadonlySet<string>): void {
    for (const session of this.#sessions.values()) session.networkChanged(left);
  }

  close(): void {
    this.#ended.abort();
    for (const session of this.#sessions.values()) session.close();
  }

  #inUse(): LessonSession[] {
    return [...this.#sessions.values()].filter((session) => session.viewers.online.size > 0 || this.now() - session.running.lesson.now < HOUR_MS);
  }

  #freeCode(): string {
    for (;;) {
      const code = drawCode(this.#runtime.random);
      if (!this.#directory.byCode(code)) return code;
    }
  }

  async #open(stream: string, story: string | null, down: number): Promise<RunningLesson> {
    return RunningLesson.open(stream, this.#journal, await this.#stories.open(story), this.#runtime, down);
  }

  #host(running: RunningLesson, origins: Origins): LessonSession {
    const session = new LessonSession(running, this.#runtime, this.#hostOf(running.lesson.id), origins, this.#pace);
    this.#sessions.set(running.lesson.id, session);
    return session;
  }

  #hostOf(lesson: string): ServerHost {
    const own = this.#addresses;
    return {
      kind: 'server',
      hash: hashToken,
      codes: (lesson) => ({ full: fullCode(lesson), shown: this.guard.up ? fullCode(lesson) : lesson.code }),
      addresses: (stage) => reachableAddresses(own.publicUrl, stage, own.lan(), own.local()),
      deletesAt: (createdAt) => createdAt + KEPT_MS,
      storing: () => this.#storing,
      over: () => void this.#attempts(() => this.#archive(lesson)),
      // A full disk may refuse this. The address then holds until the server stops.
      keepAddress: (origin) => this.#directory.write({ type: 'addressed', lesson, origin }).catch(() => {}),
      destroy: () => this.destroy(lesson),
    };
  }

  /** Destroys the journals that no lesson uses any more: all, or those `of` one lesson. */
  async #destroyRetired(of?: string): Promise<void> {
    const retired = this.#directory.retired.filter(({ lesson }) => of === undefined || lesson === of);
    for (const { stream } of retired) this.#stories.forget(stream);
    await Promise.all(retired.map(({ stream }) => this.#journal.destroyLesson(stream)));
    for (const { stream } of retired) this.#directory.forget(stream);
    const waiting = new Set(this.#directory.retired.map(({ lesson }) => lesson));
    for (const { lesson } of retired) {
      if (this.#directory.byId(lesson) || waiting.has(lesson)) continue;
      this.#sessions.get(lesson)?.viewers.dismissAll('lesson-unknown');
      this.#sessions.delete(lesson);
    }
  }

  /** Archives and deletions of one lesson follow each other, because each starts from what the other has left. */
  #inTurn(lesson: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(lesson) ?? Promise.resolve()).then(work, work);
    this.#turns.set(lesson, turn);
    return turn;
  }

  /** Work that the disk refuses is left to the next sweep; the other lessons go on. */
  async #attempts(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!this.#failing) this.#complain(`Tidying up failed (${(error as Error).constructor.name}). It is tried again every ten minutes.`);
      this.#failing = true;
      return false;
    }
  }

  async #outlived(listing: Listing): Promise<void> {
    const { lesson } = listing;
    if (await this.#hasExpired(listing)) return this.destroy(lesson);
    const running = this.#sessions.get(lesson)?.running;
    if (!running) await this.#unseat(lesson);
    else if (running.lesson.phase === 'over' || this.#isSilent(running)) await this.#archive(lesson);
  }

  /** Whether nobody has done anything for so long that its pupils are forgotten. */
  #isSilent({ lesson }: RunningLesson): boolean {
    return this.now() >= lesson.spokenAt + LIVE_MS;
  }

  /**
   * Whether its term is over. The machine's date must have said so on two days: a date that is wrong once destroys nothing. The time of the lessons
   * must say so too: a lesson that was made while the date was years behind would be a term old as soon as that is set right.
   */
  async #hasExpired({ lesson, openedAt, stampedAt, expiring }: Listing): Promise<boolean> {
    const left = KEPT_MS - Math.min(this.#time.date() - openedAt, this.now() - stampedAt);
    const isLastDay = left <= DAY_MS;
    if (isLastDay !== (expiring !== null)) await this.#directory.write({ type: isLastDay ? 'expiring' : 'kept', lesson });
    return left <= 0 && expiring !== null && this.now() >= expiring + DAY_MS;
  }

  /** A lesson that an earlier edition began keeps today's story from now on. */
  async #keepStory({ lesson, story }: Listing): Promise<void> {
    const scenario = this.#sessions.get(lesson)?.running.lesson.scenario;
    const name = story === null && scenario !== undefined ? this.#stories.nameOf(scenario) : null;
    if (scenario === undefined || name === null) return;
    await Promise.all([this.#stories.keep(scenario), this.#directory.write({ type: 'adopted', lesson, story: name })]);
  }

  /** Forgets the pupils of a lesson that cannot be opened, after as long as those of every other, and never before somebody had that long to mend it. */
  #unseat(lesson: string): Promise<void> {
    return this.#inTurn(lesson, async () => {
      const listing = this.#directory.byId(lesson);
      if (!listing || this.#sessions.has(lesson)) return;
      const entries = await entriesOf(this.#journal, listing.stream);
      const left = this.now() >= Math.max(lastDone(entries), this.#startedAt) + LIVE_MS ? unseated(entries) : null;
      if (!left) return;
      const next = nextStream(listing);
      await this.#journal.destroyLesson(next);
      await this.#journal.append(next, draftOf(left, newToken()));
      await this.#directory.write({ type: 'moved', lesson, stream: next, code: this.#freeCode() });
      await this.#destroyRetired(lesson);
    });
  }

  /** Replaces the lesson's journal by a new one without the pupils, and destroys the old one. Nothing has changed before the directory names the new one. */
  #archive(lesson: string): Promise<void> {
    return this.#inTurn(lesson, async () => {
      const session = this.#sessions.get(lesson);
      const listing = this.#directory.byId(lesson);
      if (!session || !listing || !holdsClass(session.running.lesson)) return;
      const next = nextStream({ lesson, stream: session.running.stream });
      const past = session.running.lesson;
      // The history of every phone keeps the code that it came in with. A lesson that goes on another day has another one.
      const code = past.phase === 'over' ? past.code : this.#freeCode();
      await this.#journal.destroyLesson(next);
      await this.#journal.append(
        next,
        draftOf({ type: 'lesson.archived', lesson: { ...archive(session.running.content.story, past, this.now()), code } }, newToken()),
      );
      const running = await this.#open(next, listing.story, 0);
      try {
        await this.#directory.write({ type: 'moved', lesson, stream: next, code });
      } catch (error) {
        running.close();
        throw error;
      }
      const { all } = session.viewers;
      session.close();
      const successor = this.#host(running, session.origins);
      // Phones are admitted too: they have no seat any more, and are dismissed with that reason.
      for (const viewer of all) successor.viewers.admit(viewer);
      await this.#destroyRetired(lesson);
    });
  }
}
