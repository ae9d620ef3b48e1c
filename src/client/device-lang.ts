import { BASE_LANG, isLang, type Lang } from '../locales/languages.ts';
import { trialLang } from './trial-frame.ts';

/** The language of this device if the game has it; in a trial lesson that of the page around this frame. */
export function deviceLang(languages: readonly string[]): Lang {
  const asked = trialLang();
  if (asked) return asked;
  return languages.map((language) => language.split('-')[0]).find(isLang) ?? BASE_LANG;
}
