import { versionOf } from '../compile/story.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';

/** Changes with any word of the Dutch texts, not with their order or layout on disk. */
export function hashOf(texts: Texts): string {
  const { translatedFrom: _, ...words } = texts;
  return versionOf([JSON.stringify(words)]);
}

/** A translation says which Dutch texts it was made from. */
export function translationState(nl: Texts, en: Texts): 'fresh' | 'stale' | 'unmarked' {
  if (en.translatedFrom === undefined) return 'unmarked';
  return en.translatedFrom === hashOf(nl) ? 'fresh' : 'stale';
}

export function checkTranslation(id: string, nl: Texts, en: Texts, note: Note) {
  const state = translationState(nl, en);
  if (state === 'fresh') return;
  const command = `npm run scenarios -- --translated ${id}`;
  note(
    state === 'stale' ? 'stale-translation' : 'unmarked-translation',
    [state === 'stale' ? 'translatedFrom' : 'language'],
    state === 'stale'
      ? {
          nl: `Het Nederlands is veranderd na deze vertaling. Lees nl.yaml na, vertaal wat anders is, en geef dan: ${command}`,
          en: `The Dutch has changed since this translation. Read nl.yaml again, translate what is different, and then run: ${command}`,
        }
      : {
          nl: `Er staat niet bij van welke Nederlandse tekst dit een vertaling is. Klopt de vertaling? Geef dan: ${command}`,
          en: `It is not said of which Dutch text this is a translation. Is the translation right? Then run: ${command}`,
        },
    'warning',
  );
}
