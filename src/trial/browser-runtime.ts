import type { Runtime } from '../session/runtime.ts';

/** The runtime of a trial lesson. Its clock can be set ahead, so that a jump takes no time. */
export interface TrialRuntime extends Runtime {
  /** Later than now by this much; a moment that has passed changes nothing. */
  reach(instant: number): void;
}

const bits = () => crypto.getRandomValues(new Uint32Array(5));

/** A browser as a runtime. `getRandomValues` also exists where the page is no secure context. The device's date may be set while a lesson runs; what has passed may not. */
export function browserRuntime(): TrialRuntime {
  let ahead = Date.now() - performance.now();
  const now = () => Math.floor(performance.now() + ahead);
  return {
    token: () => [...bits()].map((part) => part.toString(36).padStart(7, '0')).join(''),
    random: () => (bits()[0] ?? 0) / 2 ** 32,
    now,
    reach(instant) {
      ahead += Math.max(0, instant - now());
    },
    soon: (work) => void setTimeout(work),
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    noticeSuspend: () => false,
  };
}
