import type { Lang } from '../../locales/languages.ts';
import type { Structure } from '../schema/schema.ts';
import type { SharedContent } from '../schema/shared-content.ts';
import type { Texts } from '../schema/texts.ts';
import type { StoryMachine } from './machine.ts';

export interface Story {
  structure: Structure;
  texts: Record<Lang, Texts>;
  machine: StoryMachine;
  /** What a class may be asked beside this story; absent: nothing. */
  beside?: { items: SharedContent['items']; agreements: SharedContent['agreements'] };
  /** Changes with any character of the story's files. */
  version: string;
}

/** 53 bits over the texts (cyrb53): tells versions apart, promises nothing against malice. */
export function versionOf(texts: readonly string[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of texts.join('\u0000')) {
    const code = character.codePointAt(0)!;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
