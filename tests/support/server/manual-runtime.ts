import type { Runtime } from '../../../src/session/runtime.ts';

/** Node and browsers run a timer for longer at once. */
const LONGEST_MS = 2 ** 31 - 1;

interface Timer {
  at: number;
  work(): void;
}

/** A runtime whose clock stands still until it is told: a test of time needs no sleep. */
export class ManualRuntime implements Runtime {
  time: number;
  /** What the next call of `noticeSuspend` answers. */
  suspended = false;
  #tokens = 0;
  readonly #timers = new Set<Timer>();
  readonly random: () => number;

  constructor(start = Date.UTC(2026, 10, 2, 9), random: () => number = () => 0) {
    this.time = start;
    this.random = random;
  }

  get waiting(): number {
    return this.#timers.size;
  }

  readonly now = (): number => this.time;
  readonly token = (): string => `token-${++this.#tokens}`;
  readonly soon = (work: () => void): void => void setImmediate(work);
  readonly after = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.time + (ms > LONGEST_MS ? 1 : ms), work };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };
  readonly noticeSuspend = (): boolean => {
    const { suspended } = this;
    this.suspended = false;
    return suspended;
  };

  /** Lets so many ms pass; timers fire at their own moment, in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.work();
    }
    this.time = end;
  }
}
