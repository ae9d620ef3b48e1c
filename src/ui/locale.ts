import { effect, signal } from '@preact/signals';
import { trialLang } from '../client/trial-frame.ts';
import { BASE_LANG, isLang, LANGUAGES, type Lang } from '../locales/languages.ts';
import { keep, recall } from './storage.ts';

const saved = recall<string>('local', 'wdj.language');
/** The language of this page; a school's page is Dutch until somebody chooses otherwise. */
export const lang = signal<Lang>(trialLang() ?? (isLang(saved) ? saved : BASE_LANG));
effect(() => {
  document.documentElement.lang = lang.value;
  document.documentElement.dir = LANGUAGES[lang.value].direction;
});

export function speak(next: Lang): void {
  lang.value = next;
  keep('local', 'wdj.language', next);
}

const locale = () => LANGUAGES[lang.value].locale;
export const dateText = (at: number) => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
export const timeText = (at: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
