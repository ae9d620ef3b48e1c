import { type Lang, LESSON_TEXTS } from '../locales/languages.ts';
import { lookUp } from '../locales/look-up.ts';
import type { TextKey, Values } from '../locales/text-key.ts';

/** A sentence that the rules themselves say. */
export function t(lang: Lang, key: TextKey<(typeof LESSON_TEXTS)[Lang]>, values?: Values): string {
  return lookUp(lang, [LESSON_TEXTS[lang]], key, values);
}
