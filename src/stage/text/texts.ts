import { BASE_LANG, type Lang } from '../../locales/languages.ts';
import type texts from '../../locales/nl/stage.json';
import type { TextKey } from '../../locales/text-key.ts';
import { translator } from '../../ui/translations.ts';

export type TextName = TextKey<typeof texts>;

/** The board speaks the language of the lesson, which the teacher chooses. */
let spoken: Lang = BASE_LANG;

export function speak(lang: Lang): void {
  spoken = lang;
}

const files = import.meta.glob<typeof texts>('../../locales/*/stage.json', { eager: true, import: 'default' });
export const t = translator('stage', files, () => spoken);
