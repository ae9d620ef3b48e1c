import type { Creation } from '../lesson/events.ts';
import { activeSeats, freeLooks } from '../lesson/state.ts';
import { countHands } from '../lesson/step.ts';
import type { ViewContext } from '../lesson/views/view-context.ts';
import type { Lang } from '../locales/languages.ts';
import type { Hello } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import { isPhoneIntent } from '../protocol/phone-intent.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { VoteCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import { drawCode, drawOrders } from '../session/creation.ts';
import { draftOf } from '../session/entries.ts';
import { MemoryJournal } from '../session/memory-journal.ts';
import { RunningLesson } from '../session/running-lesson.ts';
import { type Viewer, Viewers } from '../session/viewers.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import type { TrialRuntime } from './browser-runtime.ts';

/** The one lesson of a proefles; its keys protect nothing, for nobody else can reach it. */
export const LESSON = 'proefles';

/** One who looks at the lesson and may ask, as a connection does on a server. */
export interface Caller {
  show(view: View): void;
  count(count: VoteCount): void;
  dismiss(refusal: RefusalCode): void;
}
export interface Client {
  ask(intent: Intent): Promise<Answer>;
  leave(): void;
}

export interface Opening {
  story: Story;
  shared: SharedContent;
  lang: Lang;
  version: string | null;
  runtime: TrialRuntime;
  /** What the board says where to go: an origin and how it is spelled. */
  site: { origin: string; host: string };
}

/** A lesson that runs in this page alone. */
export class TrialSession {
  readonly running: RunningLesson;
  readonly runtime: TrialRuntime;
  readonly #site: Opening['site'];
  readonly #viewers: Viewers;
  readonly #hops = new Map<number, number>();
  readonly #abort: () => void;

  private constructor(running: RunningLesson, { runtime, site }: Opening) {
    this.running = running;
    this.runtime = runtime;
    this.#site = site;
    this.#viewers = new Viewers(() => ({
      content: running.content,
      lesson: running.lesson,
      now: this.runtime.now(),
      rev: running.projection.events,
      context: () => this.#surroundings(),
    }));
    running.watch({
      changed: (what) => this.#viewers.changed(what),
      over: () => {},
    });
    this.#abort = () => {
      this.#viewers.close();
      running.close();
    };
  }

  static async open(opening: Opening): Promise<TrialSession> {
    const { story, shared, lang, version, runtime } = opening;
    const journal = new MemoryJournal(runtime.now);
    const creation: Creation = {
      type: 'lesson.created',
      id: LESSON,
      code: drawCode(runtime.random),
      scenario: story.structure.id,
      lang,
      version,
      names: {},
      contact: [],
      salt: '',
      keys: { desk: LESSON, stage: LESSON, debrief: LESSON },
      orders: drawOrders(story, runtime.random),
    };
    await journal.append(LESSON, draftOf(creation, runtime.token()));
    const library = { stories: new Map([[story.structure.id, story]]), shared };
    return new TrialSession(await RunningLesson.open(LESSON, journal, library, runtime, 0), opening);
  }

  get code(): string {
    return this.running.lesson.code;
  }

  /** As the door of a server does, with nobody to keep out. */
  async greet(hello: Hello, caller: Caller): Promise<{ answer: Answer; call: Client | null }> {
    if (hello.role === 'pairing') return { answer: { ok: false, refusal: 'pairing-unknown' }, call: null };
    const taken = hello.role === 'phone' ? await this.#takeSeat(hello.token) : null;
    if (taken && !taken.ok) return { answer: taken, call: null };
    const viewer: Viewer = { role: hello.role, lang: hello.lang, seat: taken?.seat ?? null, key: hello.role === 'desk' ? LESSON : null, ...caller };
    const call = { ask: (intent: Intent) => this.#ask(viewer, intent), leave: () => this.#viewers.leave(viewer) };
    this.runtime.soon(() => this.#viewers.admit(viewer));
    return { answer: { ok: true }, call };
  }

  close(): void {
    this.#abort();
  }

  async #takeSeat(token: string): Promise<Answer<{ seat: number }>> {
    const find = () => activeSeats(this.running.lesson).find((seat) => seat.token === token);
    const looks = freeLooks(this.running.tentative);
    const look = looks[Math.floor(this.runtime.random() * looks.length)] as number;
    const answer = find() ? ({ ok: true } as const) : await this.running.propose({ type: 'seat.joined', token, look });
    const seat = find();
    if (seat) return { ok: true, seat: seat.id };
    return answer.ok ? { ok: false, refusal: 'seat-unknown' } : answer;
  }

  async #ask(viewer: Viewer, intent: Intent): Promise<Answer> {
    if (isPhoneIntent(intent)) {
      if (viewer.seat === null) return { ok: false, refusal: 'not-yours' };
      if (intent.type === 'live.read') return { ok: true };
      if (intent.type !== 'seat.hop') return this.running.propose({ ...intent, seat: viewer.seat });
      this.#hops.set(viewer.seat, (this.#hops.get(viewer.seat) ?? 0) + 1);
      this.#viewers.showBoard();
      return { ok: true };
    }
    if (viewer.role !== 'stage' && viewer.role !== 'desk') return { ok: false, refusal: 'not-yours' };
    switch (intent.type) {
      case 'hands.counted': {
        const released = countHands(this.running.projection.story, this.running.tentative, intent.hands, this.runtime.random());
        if (typeof released === 'string') return { ok: false, refusal: released };
        return this.running.propose({ type: 'hands.released', round: intent.round, released });
      }
      case 'seats.remove-silent':
      case 'address.choose':
        return { ok: true };
      case 'desk.takeover':
      case 'desk.offer':
      case 'desk.answer':
      case 'lesson.delete':
        return { ok: false, refusal: 'trial-only' };
      default:
        return this.running.propose(intent);
    }
  }

  #surroundings(): ViewContext {
    const { lesson, events } = this.running.projection;
    return {
      now: this.runtime.now(),
      rev: events,
      online: this.#viewers.online,
      boards: this.#viewers.count('stage'),
      desks: this.#viewers.count('desk'),
      hops: this.#hops,
      join: { url: `${this.#site.origin}/#${lesson.code}`, text: this.#site.host },
      addresses: [],
      deletesAt: lesson.createdAt,
      pairing: null,
    };
  }
}
