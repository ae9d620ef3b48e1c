/**
 * The languages of the game. A language is a folder beside this file, with one JSON for each page, and an entry here;
 * no other file in the code lists languages.
 *
 * `locale` decides how dates and numbers are written.
 */
export const LANGUAGES = {
  nl: { name: 'Nederlands', direction: 'ltr', locale: 'nl-NL' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl'; locale: string }>;

export type Lang = keyof typeof LANGUAGES;

/** Every other language has the keys and placeholders of this one, and a page speaks it until somebody chooses another. */
export const BASE_LANG: Lang = 'nl';

export const isLang = (id: string | null | undefined): id is Lang => Object.keys(LANGUAGES).some((known) => known === id);
export const LANGS: readonly Lang[] = Object.keys(LANGUAGES).filter(isLang);
