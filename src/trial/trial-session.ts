import type { Creation } from '../lesson/events.ts';
import { activeSeats, freeLooks } from '../lesson/state.ts';
import { countHands } from '../lesson/step.ts';
import type { Surroundings } from '../lesson/views/view-context.ts';
import { CODE_ALPHABET, CODE_LENGTH, type Lang } from '../protocol/identity.ts';
import { type Hello, type Intent, isPhoneIntent } from '../protocol/intents.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { View } from '../protocol/views/view.ts';
import { draftOf } from '../session/entries.ts';
import { MemoryJournal } from '../session/memory-journal.ts';
import { Room } from '../session/running-lesson.ts';
import { Audience, type Eye } from '../session/viewers.ts';
import type { Story } from '../story/compile/story.ts';
import type { Shelf } from '../story/schema/shared-content.ts';
import type { TrialPlatform } from './browser-runtime.ts';

/** The one lesson of a proefles; its keys protect nothing, for nobody else can reach it. */
export const LESSON = 'proefles';

/** One who looks at the lesson and may ask, as a connection does on a server. */
export interface Caller {
  show(view: View): void;
  dismiss(refusal: RefusalCode): void;
}
export interface Call {
  ask(intent: Intent): Promise<Answer>;
  leave(): void;
}

export interface Opening {
  story: Story;
  shelf: Shelf;
  lang: Lang;
  version: string | null;
  platform: TrialPlatform;
  /** What the board says where to go: an origin and how it is spelled. */
  site: { origin: string; host: string };
}

/** A lesson that runs in this page alone. */
export class TrialHost {
  readonly room: Room;
  readonly platform: TrialPlatform;
  readonly #site: Opening['site'];
  readonly #audience: Audience;
  readonly #hops = new Map<number, number>();
  readonly #abort: () => void;

  private constructor(room: Room, { platform, site }: Opening) {
    this.room = room;
    this.platform = platform;
    this.#site = site;
    this.#audience = new Audience(() => ({ book: room.book, lesson: room.lesson, around: this.#surroundings() }));
    room.watch({
      changed: (what) => this.#audience.changed(what),
      over: () => {},
    });
    this.#abort = () => {
      this.#audience.close();
      room.close();
    };
  }

  static async open(opening: Opening): Promise<TrialHost> {
    const { story, shelf, lang, version, platform } = opening;
    const journal = new MemoryJournal(platform.now);
    const creation: Creation = {
      type: 'lesson.created',
      id: LESSON,
      code: Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[Math.floor(platform.lot() * CODE_ALPHABET.length)]).join(''),
      scenario: story.structure.id,
      lang,
      version,
      names: {},
      contact: [],
      salt: '',
      keys: { desk: LESSON, stage: LESSON, debrief: LESSON },
      orders: ordersOf(story, platform.lot),
    };
    await journal.append(LESSON, draftOf(creation, platform.token()));
    const books = { stories: new Map([[story.structure.id, story]]), shelf };
    return new TrialHost(await Room.open(LESSON, journal, books, platform, 0), opening);
  }

  get code(): string {
    return this.room.lesson.code;
  }

  /** As the door of a server does, with nobody to keep out. */
  async greet(hello: Hello, caller: Caller): Promise<{ answer: Answer; call: Call | null }> {
    if (hello.role === 'pairing') return { answer: { ok: false, refusal: 'pairing-unknown' }, call: null };
    const taken = hello.role === 'phone' ? await this.#takeSeat(hello.token) : null;
    if (taken && !taken.ok) return { answer: taken, call: null };
    const eye: Eye = { role: hello.role, lang: hello.lang, seat: taken?.seat ?? null, key: hello.role === 'desk' ? LESSON : null, ...caller };
    const call = { ask: (intent: Intent) => this.#ask(eye, intent), leave: () => this.#audience.leave(eye) };
    this.platform.soon(() => this.#audience.admit(eye));
    return { answer: { ok: true }, call };
  }

  close(): void {
    this.#abort();
  }

  async #takeSeat(token: string): Promise<Answer<{ seat: number }>> {
    const find = () => activeSeats(this.room.lesson).find((seat) => seat.token === token);
    const looks = freeLooks(this.room.tentative);
    const look = looks[Math.floor(this.platform.lot() * looks.length)] as number;
    const answer = find() ? ({ ok: true } as const) : await this.room.propose({ type: 'seat.joined', token, look });
    const seat = find();
    if (seat) return { ok: true, seat: seat.id };
    return answer.ok ? { ok: false, refusal: 'seat-unknown' } : answer;
  }

  async #ask(eye: Eye, intent: Intent): Promise<Answer> {
    if (isPhoneIntent(intent)) {
      if (eye.seat === null) return { ok: false, refusal: 'not-yours' };
      if (intent.type === 'live.read') return { ok: true };
      if (intent.type !== 'seat.hop') return this.room.propose({ ...intent, seat: eye.seat });
      this.#hops.set(eye.seat, (this.#hops.get(eye.seat) ?? 0) + 1);
      this.#audience.showBoard();
      return { ok: true };
    }
    if (eye.role !== 'stage' && eye.role !== 'desk') return { ok: false, refusal: 'not-yours' };
    switch (intent.type) {
      case 'hands.counted': {
        const released = countHands(this.room.folded.story, this.room.tentative, intent.hands, this.platform.lot());
        if (typeof released === 'string') return { ok: false, refusal: released };
        return this.room.propose({ type: 'hands.released', round: intent.round, released });
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
        return this.room.propose(intent);
    }
  }

  #surroundings(): Surroundings {
    const { lesson, events } = this.room.folded;
    return {
      now: this.platform.now(),
      rev: events,
      online: this.#audience.online,
      boards: this.#audience.count('stage'),
      desks: this.#audience.count('desk'),
      hops: this.#hops,
      join: { url: `${this.#site.origin}/#${lesson.code}`, text: this.#site.host },
      addresses: [],
      deletesAt: lesson.createdAt,
      pairing: null,
    };
  }
}

/** An order of the options of every vote, drawn once. */
function ordersOf(story: Story, lot: () => number): Creation['orders'] {
  const shuffled = (ids: string[]) =>
    ids
      .map((id) => ({ id, lot: lot() }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ id }) => id);
  const votes = Object.entries(story.structure.nodes).flatMap(([id, node]) => ('vote' in node ? [{ id, vote: node.vote }] : []));
  const orders = Object.fromEntries(votes.map(({ id, vote }) => [id, shuffled(vote.choices.map((choice) => choice.id))]));
  return Object.fromEntries(votes.map(({ id, vote }) => [id, orders[vote.again ?? id] ?? orders[id] ?? []]));
}
