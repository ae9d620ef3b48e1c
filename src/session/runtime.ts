import type { Instant } from '../protocol/identity.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';

/** What a room needs of where it runs, a server or a browser: chance, time, and the next turn of its loop. */
export interface Runtime {
  /** At least 128 random bits. */
  token(): string;
  /** Evenly from [0, 1). */
  random(): number;
  now(): Instant;
  /** After everything that is ready now. */
  soon(work: () => void): void;
  /** Asked before a room acts on the time: where all stood still meanwhile, every room has gone on (`resume`) before the answer, true. */
  noticeSuspend(): boolean;
}

/** The stories that a room can play. */
export interface StoryLibrary {
  stories: ReadonlyMap<string, Story>;
  shared: SharedContent;
}
