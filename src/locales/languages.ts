import en from './en/lesson.json' with { type: 'json' };
import nl from './nl/lesson.json' with { type: 'json' };

/**
 * The languages of the game. A language is a folder beside this file, with one JSON for each page, an entry here and one in
 * `LESSON_TEXTS`; no other file in the code lists languages.
 *
 * `locale` decides how dates and numbers are written. `stories` is the language of the stories for its
 * readers: its own, or another until somebody translates all stories.
 */
export const LANGUAGES = {
  nl: { name: 'Nederlands', direction: 'ltr', locale: 'nl-NL', stories: 'nl' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB', stories: 'en' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl'; locale: string; stories: string }>;

export type Lang = keyof typeof LANGUAGES;
/** A language that every story has a file of. */
export type StoryLang = (typeof LANGUAGES)[Lang]['stories'];

/** What the rules say. The pages find their own texts in the folders; the rules also run in Node, which has no such search. */
export const LESSON_TEXTS: Record<Lang, typeof nl> = { nl, en };

/** Every other language has the keys and placeholders of this one, and a page speaks it until somebody chooses another. */
export const BASE_LANG: Lang = 'nl';

/** Where a school reads, in this language, what it should know about privacy. */
export const privacyPath = (lang: Lang) => (lang === BASE_LANG ? '/privacy' : `/privacy/${lang}`);

/** Where anybody recounts, in the browser, what a result can tell. */
export const proofPath = (lang: Lang) => `${privacyPath(lang)}/bewijs`;

export const isLang = (id: string | null | undefined): id is Lang => Object.keys(LANGUAGES).some((known) => known === id);
export const LANGS: readonly Lang[] = Object.keys(LANGUAGES).filter(isLang);

export const inEveryLanguage = <T>(of: (lang: Lang) => T) => Object.fromEntries(LANGS.map((lang) => [lang, of(lang)])) as Record<Lang, T>;
