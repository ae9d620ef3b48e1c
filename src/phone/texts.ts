import type { Lang } from '../locales/languages.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export type Texts = typeof nl;
const texts: Record<Lang, Texts> = { nl, en };

export function textsIn(lang: Lang): Texts {
  return texts[lang];
}
