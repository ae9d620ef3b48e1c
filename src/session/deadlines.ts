import type { Instant } from '../protocol/identity.ts';
import type { Runtime } from './runtime.ts';

/** What a lesson waits for; null where there is nothing of the kind. */
export interface Schedule {
  /** When the lesson itself goes on: a vote closes, a talk ends. */
  deadline: Instant | null;
  /** When a view changes by the passing of time alone. */
  refresh: Instant | null;
}
export type Due = keyof Schedule;

/** Null before anything is due. A deadline goes first: everybody is shown what it brings. */
export function whatIsDue({ deadline, refresh }: Schedule, now: Instant): Due | null {
  if (deadline !== null && now >= deadline) return 'deadline';
  return refresh !== null && now >= refresh ? 'refresh' : null;
}

/** A clock that counts in steps must not be asked again within the same one. */
const SHORTEST_WAIT_MS = 5;
/** Node and browsers run a timer of more than 2^31 ms (24 days) at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The one timer of a lesson. It waits for whatever comes first, and tells what is due. */
export class Deadlines {
  readonly #runtime: Pick<Runtime, 'now' | 'after' | 'noticeSuspend'>;
  readonly #onDue: (due: Due) => void;
  #cancel: () => void = () => {};

  constructor(runtime: Pick<Runtime, 'now' | 'after' | 'noticeSuspend'>, onDue: (due: Due) => void) {
    this.#runtime = runtime;
    this.#onDue = onDue;
  }

  /** Waits for this schedule instead of the one before. Tells once, and not before `notBefore`. */
  keep(schedule: Schedule, notBefore: Instant = Number.NEGATIVE_INFINITY): void {
    this.#cancel();
    const first = Math.max(notBefore, Math.min(schedule.deadline ?? Number.POSITIVE_INFINITY, schedule.refresh ?? Number.POSITIVE_INFINITY));
    if (first < Number.POSITIVE_INFINITY) this.#wait(schedule, first);
  }

  stop(): void {
    this.#cancel();
  }

  #wait(schedule: Schedule, first: Instant): void {
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, first - this.#runtime.now()));
    this.#cancel = this.#runtime.after(wait, () => {
      const resumed = this.#runtime.noticeSuspend();
      const now = this.#runtime.now();
      const due = now < first ? null : whatIsDue(schedule, now);
      // A timer may fire a little early. After a suspend every deadline has moved, and the lesson gives its new schedule.
      if (resumed || due === null) this.#wait(schedule, first);
      else this.#onDue(due);
    });
  }
}
