import type { Page } from 'playwright';
import { type ClassClock, type Stretch, timeAt } from '../server/class-clock.ts';

/** A page whose clock goes like the server's. */
const DEVICE = `{
  const right = Date.now;
  window.stretches = [];
  Date.now = () => (${timeAt})(window.stretches, right());
  const origin = right();
  performance.now = () => Date.now() - origin;
}`;
declare global {
  interface Window {
    stretches: Stretch[];
  }
}

/** Long enough to tell every page: then all clocks change at one moment, and none is ahead of another. */
const ANNOUNCED_MS = 300;
/** What happens at a time is not skipped: it comes nearer for longer than a phone may be ahead of it. */
const BEFORE_MS = 700;
const LOOK_EVERY_MS = 20;

/** The time of a class, on its server and its pages: it passes only while everybody in it waits, and what nobody needs is skipped. */
export class ClassTime {
  readonly clock: ClassClock;
  readonly #pages = new Set<Page>();
  /** How many do something, and who of them waits for which time. */
  #present = 1;
  readonly #waiting = new Set<{ time: number }>();
  #passing: Promise<void> | null = null;

  constructor(clock: ClassClock) {
    this.clock = clock;
    const from = Date.now();
    clock.stretches.push({ from, time: from, until: from });
  }

  async holds(page: Page): Promise<Page> {
    await page.addInitScript(DEVICE);
    for (const stretch of this.clock.stretches) await page.addInitScript((one) => window.stretches.push(one), stretch);
    this.#pages.add(page);
    page.on('close', () => this.#pages.delete(page));
    return page;
  }

  /** All of this at once. */
  async together<T extends readonly (() => Promise<unknown>)[]>(...parts: T): Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
    this.#present += parts.length - 1;
    const done = () => {
      this.#present -= 1;
    };
    const results = await Promise.all(parts.map((part) => part().finally(done)));
    this.#present += 1;
    return results as { [K in keyof T]: Awaited<ReturnType<T[K]>> };
  }

  /** Resolves when it is that time, or later. */
  async until(time: number): Promise<void> {
    const waiting = { time };
    this.#waiting.add(waiting);
    while (this.clock.now() < time) {
      const times = [...this.#waiting].map((one) => one.time).filter((one) => one > this.clock.now());
      if (times.length === this.#present) this.#passing ??= this.#passes(Math.min(...times));
      await (this.#passing ?? new Promise((later) => setTimeout(later, LOOK_EVERY_MS)));
    }
    this.#waiting.delete(waiting);
  }

  /** To that time, and not further. */
  async #passes(until: number): Promise<void> {
    const from = Date.now() + ANNOUNCED_MS;
    const stretch: Stretch = { from, time: Math.max(this.clock.at(from), until - BEFORE_MS), until };
    this.clock.stretches.push(stretch);
    for (const page of this.#pages) {
      page.evaluate((one) => window.stretches.push(one), stretch).catch(() => {});
      // For when it is loaded again.
      page.addInitScript((one) => window.stretches.push(one), stretch).catch(() => {});
    }
    while (this.clock.now() < until) await new Promise((later) => setTimeout(later, LOOK_EVERY_MS));
    this.#passing = null;
  }
}
