import { effect, signal } from '@preact/signals';
import { createInstance } from 'i18next';
import { trialLang } from '../client/trial-connection.ts';
import { LANGS, type Lang } from '../protocol/identity.ts';
import { keep, recall } from './storage.ts';

const saved = recall<Lang>('local', 'wdj.taal');
/** The language of this page; a school's page is Dutch until somebody chooses otherwise. */
export const lang = signal<Lang>(trialLang() ?? (saved && LANGS.includes(saved) ? saved : 'nl'));
effect(() => {
  document.documentElement.lang = lang.value;
});

export function speak(next: Lang): void {
  lang.value = next;
  keep('local', 'wdj.taal', next);
}

/** A text that has a form for one and a form for more is asked for by its stem. */
type Stem<K> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;
export type Say<T> = (key: Stem<keyof T>, values?: Record<string, string | number>) => string;

/** The texts of a page. English must have what Dutch has, or it does not compile; a key that is nowhere throws. */
export function texts<T extends Record<string, string>>(nl: T, en: Record<keyof T, string>): Say<T> {
  const i18n = createInstance();
  void i18n.init({
    lng: lang.value,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`No text for "${key}"`);
    },
  });
  return (key, values) => i18n.t(key as string, { ...values, lng: lang.value });
}

const locale = () => (lang.value === 'nl' ? 'nl-NL' : 'en-GB');
export const dateText = (at: number) => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
export const timeText = (at: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
