import type { Entry } from '../../session/journal.ts';
import { type Written, wipe } from './operation.ts';

/** Hears every entry of a lesson from now on, until its signal. */
interface Follower {
  apply(entry: Entry): void;
  end(): void;
}

/** Who follows which lesson in this process. */
export class Followers {
  readonly #all = new Map<string, Set<Follower>>();

  /** Hears what is there first. `ended` hears that nothing more comes. */
  add(lesson: string, backlog: readonly Entry[], on: { apply(entry: Entry): void; caughtUp(): void }, signal: AbortSignal, ended: () => void): void {
    for (const entry of backlog) {
      on.apply(entry);
      wipe(entry);
    }
    on.caughtUp();
    const followers = this.#all.get(lesson) ?? new Set();
    const follower: Follower = {
      apply: on.apply,
      end: () => {
        followers.delete(follower);
        if (followers.size === 0 && this.#all.get(lesson) === followers) this.#all.delete(lesson);
        ended();
      },
    };
    this.#all.set(lesson, followers.add(follower));
    if (signal.aborted) follower.end();
    else signal.addEventListener('abort', follower.end, { once: true });
  }

  apply(written: readonly Written[]): void {
    for (const { lesson, entry } of written) for (const follower of this.#all.get(lesson) ?? []) follower.apply(entry);
  }

  endAll(): void {
    for (const followers of [...this.#all.values()]) for (const follower of [...followers]) follower.end();
  }
}
