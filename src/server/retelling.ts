import { Worker } from 'node:worker_threads';
import type { NewNames } from '../protocol/new-lesson.ts';
import type { Named } from '../story/compile/rename.ts';
import type { Retold } from './preparation.ts';

export interface RetellingRequest {
  story: Named;
  names: NewNames;
}
type Purpose = 'start' | 'read';
interface Waiting {
  request: RetellingRequest;
  done(retold: Retold): void;
  failed(error: Error): void;
}

/** Each takes some tenth of a second: who comes later would wait longer than a second, and hears "busy" at once. */
const MOST_WAITING = 12;
/** A thread costs memory that a server without names does not need. */
const IDLE_MS = 30_000;

/**
 * Tells stories with other names, one after the other, in a thread of its own: no class waits for it, however many are asked. The thread
 * begins with the first request and ends when there has been none for a while.
 */
export class Retelling {
  /** Whoever starts a lesson goes before those who only read, and never hears "busy" because of them. */
  readonly #waiting: Record<Purpose, Waiting[]> = { start: [], read: [] };
  #thread: Worker | null = null;
  #current: Waiting | null = null;
  #idle: NodeJS.Timeout | null = null;

  tell(story: Named, names: NewNames, purpose: Purpose): Promise<Retold> {
    const waiting = this.#waiting[purpose];
    if (waiting.length >= MOST_WAITING) return Promise.resolve({ refusal: 'server-busy' });
    return new Promise((done, failed) => {
      // A story's machine is code, which does not travel.
      const { structure, texts } = story;
      waiting.push({ request: { story: { structure, texts }, names }, done, failed });
      this.#next();
    });
  }

  async close(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    await this.#thread?.terminate();
  }

  #next(): void {
    if (this.#current) return;
    const next = this.#waiting.start.shift() ?? this.#waiting.read.shift();
    if (!next) return;
    if (this.#idle) clearTimeout(this.#idle);
    this.#current = next;
    this.#thread ??= this.#begin();
    this.#thread.postMessage(next.request);
  }

  #begin(): Worker {
    const thread = new Worker(new URL('./retelling-thread.ts', import.meta.url));
    // It keeps no server alive that is closing.
    thread.unref();
    thread.on('message', (retold: Retold) => this.#settle((one) => one.done(retold)));
    // Only the request that it failed on is lost; the next one gets a new thread.
    thread.on('error', (error) => {
      if (this.#thread === thread) this.#thread = null;
      this.#settle((one) => one.failed(error instanceof Error ? error : new Error('the thread failed')));
    });
    return thread;
  }

  #settle(how: (one: Waiting) => void): void {
    const current = this.#current;
    this.#current = null;
    if (current) how(current);
    this.#next();
    if (!this.#current) this.#endSoon();
  }

  #endSoon(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      void this.#thread?.terminate();
      this.#thread = null;
    }, IDLE_MS).unref();
  }
}
