import type { Lang } from '../protocol/identity.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export type Texts = typeof nl;
const texts: Record<Lang, Texts> = { nl, en };

export function textsIn(lang: Lang): Texts {
  return texts[lang];
}
