import { createInstance } from 'i18next';
import type { Lang } from '../locales/languages.ts';
import type creatures from '../locales/nl/creatures.json';
import type refusals from '../locales/nl/refusals.json';
import type teacherRefusals from '../locales/nl/refusals-teacher.json';
import type shared from '../locales/nl/shared.json';
import type { TextKey, Values } from '../locales/text-key.ts';

/** What every page may say. */
type Common = typeof shared & typeof refusals & typeof teacherRefusals & typeof creatures;

/** All texts of this page. A key that a language lacks is an error: no sentence falls back to another language unnoticed. */
const i18n = createInstance();
void i18n.init({
  fallbackLng: false,
  resources: {},
  fallbackNS: ['shared', 'refusals', 'refusals-teacher', 'creatures'],
  // Keys are flat: `unknown` and `unknown.text` can both be texts, and a key in the code is found in the JSON as it stands.
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key) => {
    throw new Error(`No text for "${key}"`);
  },
  missingInterpolationHandler: (text: string) => {
    if (import.meta.env.DEV) throw new Error(`A value is missing in "${text}"`);
  },
});

function add(page: string, files: Record<string, object>): void {
  for (const [path, texts] of Object.entries(files)) {
    const folder = /([^/]+)\/[^/]+$/.exec(path)?.[1];
    // Nobody changes them, so they need not be copied, by way of text, at every start.
    if (folder) i18n.addResourceBundle(folder, page, texts, false, false, { skipCopy: true });
  }
}
add('shared', import.meta.glob<typeof shared>('../locales/*/shared.json', { eager: true, import: 'default' }));
add('creatures', import.meta.glob<typeof creatures>('../locales/*/creatures.json', { eager: true, import: 'default' }));
add('refusals', import.meta.glob<typeof refusals>('../locales/*/refusals.json', { eager: true, import: 'default' }));
add('refusals-teacher', import.meta.glob<typeof teacherRefusals>('../locales/*/refusals-teacher.json', { eager: true, import: 'default' }));

/**
 * A function that looks up the texts of one page, those that pages share, and the sentence of a refusal, in the language that is spoken.
 * `files` are the page's JSON files by their paths, as `import.meta.glob` finds them in the folders of the languages.
 */
export function translator<Texts extends object>(page: string, files: Record<string, Texts>, spoken: () => Lang) {
  add(page, files);
  const translate = (key: string, values?: Values): string => i18n.t(key, { ...values, ns: page, lng: spoken() });
  return (key: TextKey<Texts & Common>, values?: Values): string => translate(key, values);
}
