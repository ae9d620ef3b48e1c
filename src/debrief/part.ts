import { signal } from '@preact/signals';
import type { DebriefView } from '../protocol/views/debrief.ts';
import { keyIn } from '../ui/lesson-key.ts';

/** The parts of the debrief, each with its own address behind the #, so that "back" and a reload stay there. */
const ADDRESS = {
  sheet: 'blad',
  slides: 'dias',
  poster: 'poster',
  card: 'kaart',
  compare: 'vergelijken',
  keep: 'bewaren',
} as const;
export type Part = keyof typeof ADDRESS;
const PARTS = Object.keys(ADDRESS) as Part[];

export const addressOf = (part: Part) => `#${ADDRESS[part]}`;
const here = (): Part => PARTS.find((part) => addressOf(part) === location.hash) ?? 'sheet';
export const part = signal<Part>(here());

addEventListener('hashchange', () => {
  // Another lesson's secret link, opened in this tab.
  if (keyIn(location.hash)) location.reload();
  part.value = here();
});

/** There are slides only if a kept result was told. */
export function partsOf(view: DebriefView): Part[] {
  return PARTS.filter((candidate) => candidate !== 'slides' || view.gaps.length > 0);
}
