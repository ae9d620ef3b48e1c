import i18next from 'i18next';
import type { Lang } from '../../locales/languages.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export const TEXTS = { nl, en };

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'nl',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { nl: { translation: nl }, en: { translation: en } },
  parseMissingKeyHandler: (key) => {
    throw new Error(`no text for ${key}`);
  },
});
let fixed = i18n.getFixedT('nl');

type Stem<Key extends string> = Key extends `${infer S}_${'zero' | 'one' | 'other'}` ? S : Key;
export type TextName = Stem<keyof typeof nl>;

export function text(name: TextName, values: Record<string, string | number> = {}): string {
  return fixed(name, values);
}

export function speak(lang: Lang): void {
  fixed = i18n.getFixedT(lang);
}
