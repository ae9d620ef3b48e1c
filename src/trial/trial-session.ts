import type { Creation } from '../lesson/events.ts';
import type { Lang } from '../locales/languages.ts';
import type { Hello } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { Attendance, VoteCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import { BoardPace } from '../session/board-pace.ts';
import { drawCode, drawOrders } from '../session/creation.ts';
import { draftOf } from '../session/entries.ts';
import type { TrialHost } from '../session/host.ts';
import { LessonSession } from '../session/lesson-session.ts';
import { MemoryJournal } from '../session/memory-journal.ts';
import { RunningLesson } from '../session/running-lesson.ts';
import type { Viewer } from '../session/viewers.ts';
import { hasShortWay } from '../story/compile/length.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import type { TrialRuntime } from './browser-runtime.ts';

/** The one lesson of this page; its keys protect nothing, because nobody else can reach it. */
export const LESSON = 'trial';

/** A viewer that may ask, as a connection does on a server. */
export interface Caller {
  show(view: View): void;
  count(count: VoteCount): void;
  attendance(attendance: Attendance): void;
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
  /** The short version of the lesson, of a story that has one. */
  short: boolean;
  runtime: TrialRuntime;
  /** The address that the board shows: an origin and its text. */
  site: { origin: string; host: string };
}

/** A lesson that runs in this page alone: a session with another host and another way in. */
export class TrialSession {
  readonly runtime: TrialRuntime;
  readonly #session: LessonSession;

  private constructor(running: RunningLesson, { runtime, site }: Opening) {
    this.runtime = runtime;
    const host: TrialHost = {
      kind: 'trial',
      hash: (_salt, token) => token,
      codes: ({ code }) => ({ full: code, shown: code }),
      addresses: () => [{ origin: site.origin, label: site.host }],
      deletesAt: (createdAt) => createdAt,
      storing: () => true,
      over: () => {},
    };
    this.#session = new LessonSession(running, runtime, host, { stage: null, chosen: null }, new BoardPace());
  }

  static async open(opening: Opening): Promise<TrialSession> {
    const { story, shared, lang, version, short, runtime } = opening;
    const journal = new MemoryJournal(runtime.now);
    const creation: Creation = {
      type: 'lesson.created',
      id: LESSON,
      code: drawCode(runtime.random),
      scenario: story.structure.id,
      lang,
      version,
      ...(short && hasShortWay(story.structure) ? { short } : {}),
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

  get running(): RunningLesson {
    return this.#session.running;
  }
  get code(): string {
    return this.running.lesson.code;
  }

  /** Lets in whoever says hello: there is nobody to keep out. */
  async greet(hello: Hello, caller: Caller): Promise<{ answer: Answer; client: Client | null }> {
    if (hello.role === 'pairing') return { answer: { ok: false, refusal: 'pairing-unknown' }, client: null };
    const taken = hello.role === 'phone' ? await this.#session.takeSeat(hello.token, hello.back) : null;
    if (taken && !taken.ok) return { answer: taken, client: null };
    const viewer: Viewer = { role: hello.role, lang: hello.lang, seat: taken?.seat ?? null, key: hello.role === 'desk' ? LESSON : null, ...caller };
    const { viewers } = this.#session;
    this.runtime.soon(() => viewers.admit(viewer));
    const ask = (intent: Intent) => this.#session.ask(viewer, this.runtime.token(), intent);
    return { answer: { ok: true }, client: { ask, leave: () => viewers.leave(viewer) } };
  }

  close(): void {
    this.#session.close();
  }
}
