import type { Instant } from '../protocol/identity.ts';

/** The server's clock, as precisely as this page can know it. */
export interface ServerClock {
  now(): Instant;
  /** The server's time `server` arrived now; `asked`: when this page asked for it, null where the server spoke by itself. */
  hear(server: Instant, asked: Instant | null): void;
}

/** How far the server's clock is ahead of this page's: not less than `low`, not more than `high`. */
interface Bounds {
  low: number;
  high: number;
}
const KEPT = 24;
const UNASKED = Number.POSITIVE_INFINITY;
/** Two clocks drift apart by less than this while a bound is kept. */
const DRIFT_MS = 20;
/** A smaller step back stands still instead, so that nothing on a screen is undone. */
const STEP_MS = 1000;

/**
 * `local` is a clock of this page that nobody sets; where it stands still while a phone sleeps, the next word of the server says so.
 * The server stamped its answer after the question was sent and before the answer arrived, which bounds the difference of the
 * clocks. Each answer narrows the bounds, so one quick question and one quick answer are enough, however slow the others are.
 */
export function openClock(local: () => number): ServerClock {
  let kept: Bounds[] = [];
  let ahead = 0;
  let last = Number.NEGATIVE_INFINITY;

  const together = (): Bounds => ({ low: Math.max(...kept.map((one) => one.low)), high: Math.min(...kept.map((one) => one.high)) });

  return {
    now() {
      const time = local() + ahead;
      last = time < last && last - time < STEP_MS ? last : time;
      return last;
    },
    hear(server, asked) {
      if (kept.length === 0) last = Number.NEGATIVE_INFINITY;
      const low = server - local();
      const newest = kept[kept.length - 1];
      if (asked === null && newest?.high === UNASKED) newest.low = Math.max(newest.low, low);
      else kept = [...kept.slice(1 - KEPT), { low, high: asked === null ? UNASKED : server - asked }];
      // The bounds contradict each other where a clock was set in between: then only the new ones hold.
      while (together().low > together().high + DRIFT_MS) kept.shift();
      const all = together();
      ahead = all.high === UNASKED ? all.low : (all.low + all.high) / 2;
    },
  };
}
