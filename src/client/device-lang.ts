import { BASE_LANG, isLang, type Lang } from '../locales/languages.ts';
import { trialLang } from './trial-frame.ts';

/** The language of this device, where we speak it; of the page around it in a proefles. */
export function deviceLang(languages: readonly string[]): Lang {
  const asked = trialLang();
  if (asked) return asked;
  return languages.map((language) => language.split('-')[0]).find(isLang) ?? BASE_LANG;
}
