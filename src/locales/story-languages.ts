import { BASE_LANG, inEveryLanguage, LANGS, LANGUAGES, type Lang, type StoryLang } from './languages.ts';

/** The languages that every story has a file of. */
export const STORY_LANGS: readonly StoryLang[] = [...new Set(LANGS.map((lang) => LANGUAGES[lang].stories))];
/** A story is written in this one and translated from it. */
export const BASE_STORY_LANG: StoryLang = LANGUAGES[BASE_LANG].stories;
export const TRANSLATIONS: readonly StoryLang[] = STORY_LANGS.filter((lang) => lang !== BASE_STORY_LANG);

export const inEveryStoryLanguage = <T>(of: (lang: StoryLang) => T) =>
  Object.fromEntries(STORY_LANGS.map((lang) => [lang, of(lang)])) as Record<StoryLang, T>;
/** What exists in the languages of the stories, for every language that a page speaks. */
export const forEveryReader = <T>(written: Record<StoryLang, T>): Record<Lang, T> => inEveryLanguage((lang) => written[LANGUAGES[lang].stories]);

const nameOf = (lang: StoryLang, reader: StoryLang) => new Intl.DisplayNames([reader], { type: 'language' }).of(lang) ?? lang;
/** What a language of the stories is called in every one of them: `languageNames('en').nl` is "Engels". Asked for where it is said, because looking up names takes long. */
export const languageNames = (lang: StoryLang) => inEveryStoryLanguage((reader) => nameOf(lang, reader));
