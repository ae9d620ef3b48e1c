import type { Lang } from '../locales/languages.ts';
import type phone from '../locales/nl/phone.json';
import type refusals from '../locales/nl/refusals.json';
import type { TextKey, Values } from '../locales/text-key.ts';

const phoneFiles = import.meta.glob<typeof phone>('../locales/*/phone.json', { eager: true, import: 'default' });
const refusalFiles = import.meta.glob<typeof refusals>('../locales/*/refusals.json', { eager: true, import: 'default' });

export type Translate = (key: TextKey<typeof phone & typeof refusals>, values?: Values) => string;

export const textsIn = (lang: Lang): Translate =>
  lookUp(lang, phoneFiles[`../locales/${lang}/phone.json`], refusalFiles[`../locales/${lang}/refusals.json`]);

/** As i18next looks up a text, which would be a third of what a phone loads: placeholders and plural forms, and no other language. */
export function lookUp(lang: Lang, ...files: readonly (Record<string, string> | undefined)[]) {
  return (key: string, values: Values = {}): string => {
    const written = (name: string) => files.find((texts) => texts && name in texts)?.[name];
    const text = written(key) ?? written(`${key}_${new Intl.PluralRules(lang).select(Number(values.count))}`);
    if (text === undefined) throw new Error(`No text for "${key}"`);
    return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => {
      if (import.meta.env.DEV && values[name] === undefined) throw new Error(`${placeholder} is missing in "${text}"`);
      return String(values[name] ?? '');
    });
  };
}
