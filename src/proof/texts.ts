import { BASE_LANG, isLang, type Lang } from '../locales/languages.ts';
import { lookUp } from '../locales/look-up.ts';
import type texts from '../locales/nl/proof.json';
import type shared from '../locales/nl/shared.json';
import type { TextKey, Values } from '../locales/text-key.ts';

const files = import.meta.glob<Record<string, string>>('../locales/*/{proof,shared}.json', { eager: true, import: 'default' });

/** There is a page for each language, as of the privacy page. */
const spoken = document.documentElement.lang;
const lang: Lang = isLang(spoken) ? spoken : BASE_LANG;
const pages = ['proof', 'shared'].map((page) => files[`../locales/${lang}/${page}.json`]);

export const t = (key: TextKey<typeof texts & typeof shared>, values?: Values): string => lookUp(lang, pages, key, values);
