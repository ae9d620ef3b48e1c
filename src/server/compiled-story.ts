import { compile, type StoryMachine } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';

/** A story that was checked before. Its machine is made when somebody plays it: that of a story that nobody plays is never needed. */
export function compiledWhenPlayed(story: Omit<Story, 'machine'>): Story {
  let machine: StoryMachine | null = null;
  return Object.defineProperty(story as Story, 'machine', { enumerable: true, get: () => (machine ??= compile(story.structure)) });
}
