import type { Instant } from '../protocol/identity.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';

/** What a lesson needs of where it runs, a server or a browser: chance, time, timers, and the next turn of the loop. */
export interface Runtime {
  /** At least 128 random bits. */
  token(): string;
  /** Evenly from [0, 1). */
  random(): number;
  now(): Instant;
  /** Runs `work` after everything that is ready now. */
  soon(work: () => void): void;
  /** Runs `work` once, after `ms`. Returns a function that cancels it. */
  after(ms: number, work: () => void): () => void;
  /** Asked before a lesson acts on the time. True where the machine was suspended since the last call: then every lesson has been resumed. */
  noticeSuspend(): boolean;
}

/** The stories that a lesson can play. */
export interface StoryLibrary {
  stories: ReadonlyMap<string, Story>;
  shared: SharedContent;
}
