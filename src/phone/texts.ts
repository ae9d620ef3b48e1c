import { BASE_LANG, type Lang } from '../locales/languages.ts';
import { lookUp } from '../locales/look-up.ts';
import phone from '../locales/nl/phone.json';
import refusals from '../locales/nl/refusals.json';
import type { TextKey, Values } from '../locales/text-key.ts';

type Texts = Record<string, string>;
export type Translate = (key: TextKey<typeof phone & typeof refusals>, values?: Values) => string;

const AGAIN_MS = 2000;
/**
 * Dutch comes with the page. Another language comes when this phone speaks it, so that no phone carries all of them.
 * It is fetched, because a browser that could not load a module does not ask for it again.
 */
const files = import.meta.glob<string>(['../locales/*/{phone,phone-chat,refusals}.json', '!../locales/nl/*'], {
  eager: true,
  query: '?url',
  import: 'default',
});
const pages = new Map<string, Texts>();
const loading = new Map<Lang, Promise<void>>();
const ready = new Set<Lang>([BASE_LANG]);

export const hasTexts = (lang: Lang): boolean => ready.has(lang);

/** Resolves when the texts are there, however often that has to be tried. */
export function loadTexts(lang: Lang): Promise<void> {
  const begun = loading.get(lang) ?? load(lang);
  loading.set(lang, begun);
  return begun;
}

async function load(lang: Lang): Promise<void> {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`../locales/${lang}/`));
  try {
    await Promise.all(own.map(async ([path, address]) => pages.set(path, await (await fetch(address)).json())));
    ready.add(lang);
  } catch {
    await new Promise((again) => setTimeout(again, AGAIN_MS));
    return load(lang);
  }
}

export const textsIn = (lang: Lang): Translate => translatorOf(lang, { phone, refusals });

/** `dutch` are the texts by the page that they are of. The language must have been loaded. */
export function translatorOf(lang: Lang, dutch: Record<string, Texts>) {
  const texts = Object.entries(dutch).map(([page, own]) => (lang === BASE_LANG ? own : pages.get(`../locales/${lang}/${page}.json`)));
  return (key: string, values?: Values): string => lookUp(lang, texts, key, values);
}
