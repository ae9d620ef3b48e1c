import type { TokenHash } from '../lesson/events.ts';
import type { ViewContext } from '../lesson/views/view-context.ts';
import type { Intent } from '../protocol/intents.ts';
import type { Answer } from '../protocol/refusals.ts';
import type { BoardPace } from './board-pace.ts';
import { handleIntent } from './handle-intent.ts';
import type { Addresses, LessonHost } from './host.ts';
import { Pairing } from './pairing.ts';
import type { RunningLesson } from './running-lesson.ts';
import type { Runtime } from './runtime.ts';
import { Hops, isOfLesson, takeSeat } from './seats.ts';
import { type Viewer, Viewers } from './viewers.ts';

/** The addresses that are known to work in this school: where the stage was opened, and what the teacher chose for the QR. */
export interface Origins {
  stage: string | null;
  chosen: string | null;
}

/** A running lesson with its seats, its viewers, the addresses that lead to it and the devices that may steer it. */
export class LessonSession {
  readonly running: RunningLesson;
  readonly runtime: Runtime;
  readonly host: LessonHost;
  readonly viewers: Viewers;
  readonly pairing: Pairing;
  readonly hops = new Hops();
  #origins: Readonly<Origins>;

  constructor(running: RunningLesson, runtime: Runtime, host: LessonHost, origins: Origins, pace: BoardPace) {
    this.running = running;
    this.runtime = runtime;
    this.host = host;
    this.#origins = origins;
    this.viewers = new Viewers(runtime.after, pace, () => ({
      content: running.content,
      lesson: running.lesson,
      hops: this.hops.counts,
      now: runtime.now(),
      rev: running.projection.events,
      context: () => this.#context(),
    }));
    this.pairing = new Pairing(runtime, () => this.viewers.showBoard());
    running.watch({ changed: (what) => this.viewers.changed(what), over: () => host.over() });
  }

  /** A client's token, as this lesson holds it. */
  keyOf(token: string): TokenHash {
    return this.host.hash(this.running.lesson.salt, token);
  }

  /** Whether this is the token of a phone that takes part, or did before its seat was removed. */
  knowsPhone(token: string): boolean {
    return isOfLesson(this.running.lesson, this.keyOf(token));
  }

  /** The seat of this token; a new one where the door is open. `back`: also where its seat was removed. */
  takeSeat(token: string, back = false): Promise<Answer<{ seat: number }>> {
    return takeSeat(this.running, this.keyOf(token), back, this.runtime.random);
  }

  holdsKey(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    const { keys } = this.running.lesson;
    const hash = this.keyOf(token);
    if (role === 'stage') return keys.stage === hash;
    return keys.desk.includes(hash) || (role === 'debrief' && keys.debrief === hash);
  }

  /** Whether this desk could steer until another one took over. */
  lockedOut(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    return role === 'desk' && this.running.lesson.keys.locked.includes(this.keyOf(token));
  }

  get origins(): Readonly<Origins> {
    return this.#origins;
  }

  /** A board was opened at this origin, so phones of this school can reach it too. */
  openedAt(origin: string): void {
    this.#origins = { ...this.#origins, stage: origin };
  }

  /** The computer has left the networks of these origins, or come into others. */
  networkChanged(left: ReadonlySet<string>): void {
    if (this.#origins.stage !== null && left.has(this.#origins.stage)) this.#origins = { ...this.#origins, stage: null };
    this.viewers.showBoard();
  }

  /** The address for the QR. False where it is none of those that were offered. */
  choose(origin: string): boolean {
    if (!this.#addresses.some((address) => address.origin === origin)) return false;
    this.#origins = { ...this.#origins, chosen: origin };
    this.viewers.showBoard();
    return true;
  }

  ask(viewer: Viewer, id: string, intent: Intent): Promise<Answer> {
    return handleIntent(this, viewer, id, intent);
  }

  /** Closes the lesson for everybody but its desks: one of them asked for the deletion, and must be able to repeat it until it succeeds. */
  end(): void {
    this.pairing.end();
    this.running.close();
    for (const viewer of this.viewers.all) if (viewer.role !== 'desk') this.viewers.dismiss(viewer, 'lesson-unknown');
  }

  close(): void {
    this.pairing.end();
    this.viewers.close();
    this.running.close();
  }

  get #addresses(): Addresses {
    return this.host.addresses(this.#origins.stage);
  }

  #context(): ViewContext {
    const { lesson, events } = this.running.projection;
    const addresses = this.#addresses;
    const { full, shown } = this.host.codes(lesson);
    const { origin } = addresses.find((address) => address.origin === this.#origins.chosen) ?? addresses[0];
    return {
      now: this.runtime.now(),
      rev: events,
      online: this.viewers.online,
      boards: this.viewers.count('stage'),
      desks: this.viewers.count('desk'),
      hops: this.hops.counts,
      code: shown,
      join: { url: `${origin}/#${full}`, text: spoken(origin) },
      addresses: [...addresses],
      deletesAt: this.host.deletesAt(lesson.createdAt),
      storing: this.host.storing(),
      pairing: this.pairing.view,
    };
  }
}

/** An address to read aloud, without `http://` and a trailing slash. */
const spoken = (origin: string) => origin.replace(/^https?:\/\//, '').replace(/\/$/, '');
