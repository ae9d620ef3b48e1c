import { BASE_STORY_LANG } from '../../locales/story-languages.ts';
import { versionOf } from '../compile/story.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';

/** Changes with any word of the texts, not with their order or layout on disk. */
export function hashOf(texts: Texts): string {
  const { translatedFrom: _, ...words } = texts;
  return versionOf([JSON.stringify(words)]);
}

/** A translation says which texts it was made from. */
export function translationState(base: Texts, translation: Texts): 'fresh' | 'stale' | 'unmarked' {
  if (translation.translatedFrom === undefined) return 'unmarked';
  return translation.translatedFrom === hashOf(base) ? 'fresh' : 'stale';
}

export function checkTranslation(id: string, base: Texts, translation: Texts, note: Note) {
  const state = translationState(base, translation);
  if (state === 'fresh') return;
  const command = `npm run scenarios -- --translated ${id}`;
  note(
    state === 'stale' ? 'stale-translation' : 'unmarked-translation',
    [state === 'stale' ? 'translatedFrom' : 'language'],
    state === 'stale'
      ? {
          nl: `Het Nederlands is veranderd na deze vertaling. Lees ${BASE_STORY_LANG}.yaml na, vertaal wat anders is, en geef dan: ${command}`,
          en: `The Dutch has changed since this translation. Read ${BASE_STORY_LANG}.yaml again, translate what is different, and then run: ${command}`,
        }
      : {
          nl: `Er staat niet bij van welke Nederlandse tekst dit een vertaling is. Klopt de vertaling? Geef dan: ${command}`,
          en: `It is not said of which Dutch text this is a translation. Is the translation right? Then run: ${command}`,
        },
    'warning',
  );
}
