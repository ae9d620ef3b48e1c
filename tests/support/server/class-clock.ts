import type { ServerTime } from '../../../src/server/lesson-clock.ts';
import { type NodeRuntime, nodeRuntime } from '../../../src/server/secrets.ts';

/** From this moment of the machine's clock on it is `time`, and time runs until `until` and stands still there. */
export interface Stretch {
  from: number;
  time: number;
  until: number;
}

/** Also runs in a page. */
export function timeAt(stretches: readonly Stretch[], machine: number): number {
  let now = machine;
  for (const { from, time, until } of stretches) if (machine >= from) now = Math.min(time + machine - from, until);
  return now;
}

/** A timer for so little keeps the machine's time: it paces messages, not the lesson. */
const SHORT_MS = 1000;
const LOOK_EVERY_MS = 20;

/** A server's clock that stands still, skips and runs as a test says. */
export class ClassClock implements ServerTime {
  readonly stretches: Stretch[] = [];
  readonly down = 0;
  readonly runtime: NodeRuntime = { ...nodeRuntime, after: (ms, work) => this.#after(ms, work) };

  readonly now = (): number => this.at(Date.now());
  readonly date = (): number => this.now();
  missed(): number {
    return 0;
  }

  /** What this clock shows when the machine's shows that. */
  at(machine: number): number {
    return timeAt(this.stretches, machine);
  }

  #after(ms: number, work: () => void): () => void {
    if (ms <= SHORT_MS) return nodeRuntime.after(ms, work);
    const due = this.now() + ms;
    const looking = setInterval(() => {
      if (this.now() < due) return;
      clearInterval(looking);
      work();
    }, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }
}
