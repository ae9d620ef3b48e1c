import type { Ballot, UnstampedEvent } from '../lesson/events.ts';
import { dealConditions, undealt } from '../lesson/live.ts';
import { wipe } from '../lesson/marks.ts';
import { resultRound, sealResult } from '../lesson/release/sealed-results.ts';
import { ANSWERED, activeSeats, dueAt, type Lesson } from '../lesson/state.ts';
import { closeOf, step } from '../lesson/step.ts';
import type { LessonContent } from '../lesson/views/view-context.ts';
import { nextChange } from '../lesson/views/views.ts';
import type { Instant, RoundId } from '../protocol/identity.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import { Deadlines, type Due } from './deadlines.ts';
import { draftOf, isBallot } from './entries.ts';
import { ConflictError, type Entry, type EventDraft, type Journal, JournalError, type Position, RoundClosedError } from './journal.ts';
import { type Projection, project } from './projection.ts';
import type { Runtime, StoryLibrary } from './runtime.ts';
import type { News } from './viewers.ts';

/** How many answers are remembered. A client that lost an answer repeats its question and gets the same one. */
const ANSWERS_KEPT = 5000;
const RETRY_MS = 1000;
/** A lesson without an entry for longer before a crash or a suspend was not being played. */
const STILL_RUNNING_MS = 3_600_000;

/** The close of a round that is on its way: its result, and the newest event that the result has seen. */
interface Close {
  round: RoundId;
  /** Written before the close: who answered, and the result until the board has shown it. */
  before: { ballot: Ballot; id: string }[];
  draft: EventDraft;
  after: Position;
}

export interface LessonWatcher {
  /** A view has changed, by an entry or by the passing of time. */
  changed(what: News): void;
  over(): void;
}

/** A lesson that runs. It folds its journal into the lesson, proposes what it is asked, and keeps the deadlines. */
export class RunningLesson {
  readonly stream: string;
  readonly #journal: Journal;
  readonly #library: StoryLibrary;
  readonly #runtime: Runtime;
  readonly #ended = new AbortController();
  #watch: LessonWatcher | null = null;
  #projection: Projection | null = null;
  /** The lesson with everything that is accepted but not yet durable: a question is checked against those before it in the same tick. */
  #tentative: Lesson | null = null;
  readonly #asked = new Map<string, { answer: Answer | null; resolve(answer: Answer): void; promise: Promise<Answer> }>();
  readonly #answers = new Map<string, Answer>();
  /** Which seat sent the ballots of the open round, by their ids. It is forgotten when the round ends. */
  readonly #senders = new Map<string, number>();
  #news: Set<News> | null = null;
  readonly #deadlines: Deadlines;
  #close: Close | null = null;
  readonly #waiting = new Set<{ position: Position; done(): void }>();
  /** When everybody was last shown a view. What has changed by time alone since then is still to be shown. */
  #shown = 0;
  #caughtUp = false;
  /** The rounds whose ballots were counted and destroyed before this server began: nobody knows any more which votes were among them. */
  readonly #closedBefore = new Set<RoundId>();

  private constructor(stream: string, journal: Journal, library: StoryLibrary, runtime: Runtime) {
    this.stream = stream;
    this.#journal = journal;
    this.#library = library;
    this.#runtime = runtime;
    this.#deadlines = new Deadlines(runtime, (due) => this.#onDue(due));
  }

  /** Resolves when the backlog is projected and a close that a crash interrupted is finished. */
  static async open(stream: string, journal: Journal, library: StoryLibrary, runtime: Runtime, down: number): Promise<RunningLesson> {
    const running = new RunningLesson(stream, journal, library, runtime);
    await new Promise<void>((caughtUp, failed) => {
      journal
        .follow(
          stream,
          0,
          {
            apply: (entry) => running.#apply(entry),
            caughtUp: () => {
              running.#caughtUp = true;
              caughtUp();
            },
          },
          running.#ended.signal,
        )
        .catch(failed);
    });
    if (!running.#projection) throw new Error(`journal ${stream} is empty`);
    await running.#recover(down);
    return running;
  }

  get projection(): Projection {
    if (!this.#projection) throw new Error('the lesson was used before its journal was read');
    return this.#projection;
  }
  get lesson(): Lesson {
    return this.projection.lesson;
  }
  /** Includes what was accepted in this tick. */
  get tentative(): Lesson {
    return this.#tentative ?? this.lesson;
  }
  get content(): LessonContent {
    return { story: this.projection.story, shared: this.#library.shared };
  }

  watch(watch: LessonWatcher): void {
    this.#watch = watch;
    this.#shown = this.#runtime.now();
    this.#keepTime();
  }

  close(): void {
    this.#ended.abort();
    this.#deadlines.stop();
    wipe(this.lesson.round, null);
  }

  /** The answer to a question that was asked before, or null where this one is new. `seat`: who asks it, where that is a phone. */
  repeated(id: string, seat: number | null = null): Promise<Answer> | null {
    const known = this.#answers.get(id);
    const answer = known ? Promise.resolve(known) : (this.#asked.get(id)?.promise ?? null);
    // The answer to another phone's ballot would be an "ok" for one that is not counted.
    return answer && (this.#senders.get(id) ?? seat) !== seat ? Promise.resolve({ ok: false, refusal: 'bad-message' }) : answer;
  }

  /** Refused at once and never written, or answered when durable, applied and shown. A repeated id gets the first answer. */
  propose(event: UnstampedEvent, id: string = this.#runtime.token(), after?: number): Promise<Answer> {
    const seat = 'seat' in event ? event.seat : null;
    const repeated = this.repeated(id, seat);
    if (repeated) return repeated;
    if (this.#ended.signal.aborted) return Promise.resolve({ ok: false, refusal: 'lesson-unknown' });
    this.#runtime.noticeSuspend();
    const tried = step(this.projection.story, this.tentative, { ...event, at: this.#runtime.now() });
    if (!tried.ok) return Promise.resolve({ ok: false, refusal: this.#isUnsure(event) ? 'vote-unsure' : tried.refusal });
    // Two ballots of one seat in the same tick are decided by their order in the journal, so that no copy of a choice need be kept here.
    if (isBallot(event) && event.type !== 'live.dealt') wipe(tried.lesson.round, this.tentative.round);
    else this.#tentative = tried.lesson;
    let resolve: (answer: Answer) => void = () => {};
    const promise = new Promise<Answer>((done) => {
      resolve = done;
    });
    this.#asked.set(id, { answer: null, resolve, promise });
    if (seat !== null) this.#senders.set(id, seat);
    this.#journal.append(this.stream, draftOf(event, id), after).then(
      () => {
        if (this.#asked.get(id)?.answer === null) this.#answer(id, this.#answers.get(id) ?? { ok: true });
      },
      (error: unknown) => this.#answer(id, { ok: false, refusal: refusalOf(error) }),
    );
    return promise;
  }

  /** A vote in a round that was closed before a crash: it may be a repeat of one that was counted, and whose answer was lost. */
  #isUnsure(event: UnstampedEvent): boolean {
    return event.type === 'vote.cast' && this.#closedBefore.has(event.round) && this.lesson.phase !== 'over';
  }

  #apply(entry: Entry): void {
    const before = this.#projection;
    const { projection, refusal, sender } = project(this.#library, before, entry);
    this.#projection = projection;
    if (before?.lesson.round?.id !== projection.lesson.round?.id) this.#senders.clear();
    else if (sender !== null) this.#senders.set(entry.id, sender);
    if (before) wipe(before.lesson.round, projection.lesson.round);
    const answer: Answer = refusal === null ? { ok: true } : { ok: false, refusal };
    this.#remember(entry.id, answer);
    const asked = this.#asked.get(entry.id);
    if (asked) asked.answer = answer;
    if ([...this.#asked.values()].every((one) => one.answer !== null)) this.#tentative = null;
    if (!this.#caughtUp) {
      if (before?.lesson.phase === 'closing' && projection.lesson.phase !== 'closing') this.#closedBefore.add(before.lesson.round.id);
      return;
    }
    // An entry that was refused by its place in the order has changed nothing, so nobody but its sender hears of it.
    if (entry.kind === 'event' || before === null) this.#publish(before && onlySeats(before.lesson, projection.lesson) ? 'seats' : 'all');
    else this.#publish(refusal === null ? newsOf(before.lesson, projection.lesson) : null);
    const needed = keptRounds(projection.lesson);
    for (const left of before ? keptRounds(before.lesson) : [])
      if (!needed.includes(left) && left !== this.#close?.round && (left !== ANSWERED || projection.rounds.has(left)))
        void this.#destroyBallots(left);
    for (const waiting of this.#waiting) {
      if (projection.eventPosition < waiting.position) continue;
      this.#waiting.delete(waiting);
      waiting.done();
    }
  }

  /** Resolves when the event at this position has been projected. */
  #projected(position: Position): Promise<void> {
    if (this.projection.eventPosition >= position) return Promise.resolve();
    return new Promise((done) => this.#waiting.add({ position, done }));
  }

  /** Views first, then the answers, once for all entries of a commit. */
  #publish(news: News | null): void {
    const first = this.#news === null;
    this.#news ??= new Set();
    if (news) this.#news.add(news);
    if (!first) return;
    this.#runtime.soon(() => {
      const heard = this.#news;
      this.#news = null;
      // While a vote closes nothing is shown: the next entry is its result.
      if (heard && this.#projection && this.lesson.phase !== 'closing') {
        if (heard.has('all')) this.#showAll();
        else for (const news of heard) this.#watch?.changed(news);
      }
      for (const [id, asked] of this.#asked) if (asked.answer !== null) this.#answer(id, asked.answer);
      // With nothing of ours on its way, no event of ours can come between the fence and the result.
      if (this.#asked.size === 0) void this.#closeRound();
      this.#deal();
      this.#keepTime();
      if (heard?.has('all') && this.#projection && this.lesson.phase === 'over') this.#watch?.over();
    });
  }

  #showAll(): void {
    this.#shown = this.#runtime.now();
    this.#watch?.changed('all');
  }

  #answer(id: string, answer: Answer): void {
    const asked = this.#asked.get(id);
    if (!asked) return;
    this.#asked.delete(id);
    if (this.#asked.size === 0) this.#tentative = null;
    asked.resolve(answer);
    // What was on its way when the vote closed may have failed to be written; then no further entry calls for the result.
    if (this.#asked.size === 0) void this.#closeRound();
  }

  #remember(id: string, answer: Answer): void {
    this.#answers.set(id, answer);
    const oldest = this.#answers.size > ANSWERS_KEPT ? this.#answers.keys().next().value : undefined;
    if (oldest !== undefined) this.#answers.delete(oldest);
  }

  /** After the fence (phase `closing`) the ballots cannot change any more: computes the result once, and closes the round with it. */
  async #closeRound(): Promise<void> {
    const { lesson, story, eventPosition } = this.projection;
    if (lesson.phase !== 'closing' || !lesson.round || this.#close || this.#ended.signal.aborted) return;
    const round = lesson.round.id;
    const { answered, result } = closeOf(story, lesson, this.#runtime.random());
    const { sealed, event } = sealResult(lesson, result);
    this.#close = {
      round,
      before: [answered, sealed].flatMap((ballot) => (ballot ? [{ ballot, id: this.#runtime.token() }] : [])),
      draft: draftOf(event, this.#runtime.token()),
      after: eventPosition,
    };
    await this.#writeClose(this.#close);
  }

  /** Resolves when the result is projected, or when it has to wait for a disk that refuses: then the same close is written again later. */
  async #writeClose(close: Close): Promise<void> {
    let position: Position;
    try {
      for (const { ballot, id } of close.before) {
        // The journal wipes what it was given, also what it refused: each try has bytes of its own.
        await this.#journal.append(this.stream, draftOf(ballot, id));
        // Deleted meanwhile: nothing may be written any more.
        if (this.#ended.signal.aborted) return;
      }
      position = await this.#journal.closeRound(this.stream, close.round, close.draft, close.after);
    } catch (error) {
      // Another holder closed the round, or even left its result behind.
      if (error instanceof ConflictError || error instanceof RoundClosedError) return this.#projectOn(close);
      return this.#later(() => this.#writeClose(close));
    }
    await this.#projected(position);
    this.#close = null;
    // While a disk refused to destroy the ballots, the lesson may have gone on to the end of its next vote.
    await this.#closeRound();
  }

  /** Another event came first. Where it carries the result of another holder of this lesson, there is nothing left to do. */
  async #projectOn({ round, after }: Close): Promise<void> {
    this.#close = null;
    if (this.lesson.round?.id !== round) return this.#destroyBallots(round);
    // What is not read yet calls for the result when it is projected.
    if (this.projection.eventPosition !== after) await this.#closeRound();
  }

  #later(work: () => Promise<void>): void {
    this.#runtime.after(RETRY_MS, () => {
      if (!this.#ended.signal.aborted) void work();
    });
  }

  /** What the counter of readers says on each phone, drawn once and kept with the ballots: a replay sees the same, and after the close nobody. */
  #deal(): void {
    if (!undealt(this.tentative) || !this.lesson.round) return;
    const conditions = dealConditions(
      this.tentative,
      activeSeats(this.tentative).map(() => this.#runtime.random()),
    );
    void this.propose({ type: 'live.dealt', round: this.lesson.round.id, conditions });
  }

  async #destroyBallots(round: RoundId): Promise<void> {
    try {
      await this.#journal.destroyBallots(this.stream, round);
    } catch {
      this.#later(() => this.#destroyBallots(round));
    }
  }

  /**
   * After a crash: finishes a close, destroys the ballots of rounds that ended without a result, and gives back the time that the
   * server was away. What a disk refuses is written later, and nobody waits for it.
   */
  async #recover(down: number): Promise<void> {
    await this.#closeRound();
    for (const round of this.projection.rounds)
      if (!keptRounds(this.lesson).includes(round) && round !== this.#close?.round) await this.#destroyBallots(round);
    if (down > 0) await this.resume(down);
    this.#deal();
  }

  /** Moves every deadline by the `down` ms in which the server heard nobody. */
  async resume(down: number): Promise<void> {
    if (this.#runtime.now() - down - this.lesson.now < STILL_RUNNING_MS && this.lesson.phase !== 'over')
      await this.propose({ type: 'server.resumed', down });
  }

  #keepTime(notBefore?: Instant): void {
    if (!this.#watch || this.#ended.signal.aborted) return this.#deadlines.stop();
    const { story, lesson } = this.projection;
    this.#deadlines.keep({ deadline: dueAt(lesson), refresh: nextChange(story, lesson, this.#shown) }, notBefore);
  }

  #onDue(due: Due): void {
    if (due === 'refresh') {
      this.#showAll();
      return this.#keepTime();
    }
    const { lesson, eventPosition } = this.projection;
    void this.propose({ type: 'clock.due', screenRevision: lesson.screenRevision }, undefined, eventPosition).then((answer) => {
      // Refused by what is on its way to the disk: that gives the new schedule as soon as it is there.
      const waits = !answer.ok && (answer.refusal === 'storage-full' || this.#asked.size > 0);
      this.#keepTime(waits ? this.#runtime.now() + RETRY_MS : undefined);
    });
  }
}

/** The rounds whose entries are still needed: the one that is open, and who answered, until the lesson ends; and what its debrief tells. All others are destroyed. */
const keptRounds = ({ phase, round, sealedResults }: Lesson): RoundId[] => [
  ...(phase === 'over' ? [] : [...(round ? [round.id] : []), ANSWERED]),
  ...Object.keys(sealedResults).map(resultRound),
];

/**
 * Whom a ballot is news to. The board hears that one more has voted; not that somebody chose again. The phone that voted has its
 * answer. What a phone tells of a live chat is news to nobody.
 */
function newsOf(before: Lesson, after: Lesson): News | null {
  if (before.round?.live?.reports !== after.round?.live?.reports) return null;
  const [was, is] = [before.round?.ballots ?? {}, after.round?.ballots ?? {}];
  if (was === is) return before.answered === after.answered && before.sealedResults === after.sealedResults ? 'all' : null;
  return Object.keys(was).length === Object.keys(is).length ? null : 'count';
}

/** A phone that joins gets its own view. The other phones show nothing of it. */
function onlySeats(before: Lesson, after: Lesson): boolean {
  return after.seats.length > before.seats.length;
}

const refusalOf = (error: unknown): RefusalCode => (error instanceof JournalError ? error.code : 'server-broken');
