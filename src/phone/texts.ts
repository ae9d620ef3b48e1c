import { BASE_LANG, type Lang } from '../locales/languages.ts';
import { lookUp } from '../locales/look-up.ts';
import creatures from '../locales/nl/creatures.json';
import phone from '../locales/nl/phone.json';
import type later from '../locales/nl/phone-later.json';
import type refusals from '../locales/nl/refusals.json';
import type { TextKey, Values } from '../locales/text-key.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { untilLoaded } from './until-loaded.ts';

type Texts = Record<string, string>;
export type Translate = (key: TextKey<typeof phone & typeof creatures>, values?: Values) => string;
/** Of the parts of the page that come after the first view. */
export type TranslateLater = (key: TextKey<typeof phone & typeof creatures & typeof later & typeof refusals>, values?: Values) => string;

/** What a phone says until it has voted, and what it says after its first view. */
const FIRST = ['phone', 'creatures'];
const ALL = [...FIRST, 'phone-later', 'phone-chat', 'refusals'];
/**
 * Dutch comes with the code. Another language comes when this phone speaks it, so that no phone carries all of them.
 * It is fetched, because a browser that could not load a module does not ask for it again.
 */
const files = import.meta.glob<string>(['../locales/*/{phone,creatures,phone-later,phone-chat,refusals}.json', '!../locales/nl/*'], {
  eager: true,
  query: '?url',
  import: 'default',
});
const pathOf = (lang: Lang, page: string) => `../locales/${lang}/${page}.json`;
const pages = new Map<string, Texts>();

/** What a part of the page says in Dutch comes with that part. */
export function keepDutch(page: string, texts: Texts): void {
  pages.set(pathOf(BASE_LANG, page), texts);
}
keepDutch('phone', phone);
keepDutch('creatures', creatures);

const missing = (lang: Lang, all: boolean): string[] =>
  (all ? ALL : FIRST).map((page) => pathOf(lang, page)).filter((path) => files[path] !== undefined && !pages.has(path));

/** Whether this language can be spoken: its first texts are there, or all of them. */
export const hasTexts = (lang: Lang, all: boolean): boolean => missing(lang, all).length === 0;

const loading = new Map<string, Promise<void>>();

/** Resolves when the texts are there, however often that has to be tried. */
export async function loadTexts(lang: Lang, all: boolean): Promise<void> {
  await Promise.all(
    missing(lang, all).map((path) => {
      const begun = loading.get(path) ?? load(path);
      loading.set(path, begun);
      return begun;
    }),
  );
}

async function load(path: string): Promise<void> {
  const texts = await untilLoaded(async (): Promise<Texts> => (await fetch(files[path] ?? '')).json());
  pages.set(path, texts);
}

/** Looks texts up on these pages, which must have come in this language. */
export function translatorOf(lang: Lang, ...names: string[]) {
  return (key: string, values?: Values): string =>
    lookUp(
      lang,
      names.map((name) => pages.get(pathOf(lang, name))),
      key,
      values,
    );
}

export const textsIn = (lang: Lang): Translate => translatorOf(lang, 'phone', 'creatures');
export const laterTextsIn = (lang: Lang): TranslateLater => translatorOf(lang, 'phone', 'creatures', 'phone-later', 'refusals');

/** Why something is refused. The sentences come after the first view; until then, and of what no phone should hear, it is only said that it is. */
export const refusalIn = (lang: Lang, refusal: RefusalCode): string =>
  pages.get(pathOf(lang, 'refusals'))?.[refusal] ?? textsIn(lang)('refusedTitle');
