import type { Lang } from './languages.ts';
import type { Values } from './text-key.ts';

/**
 * Looks a text up as i18next does, with placeholders and plural forms, for the rules and the phone, which do without it.
 * The first page that has the text gives it. A text or a value that is missing is an error.
 */
export function lookUp(lang: Lang, pages: readonly (Record<string, string> | undefined)[], key: string, values: Values = {}): string {
  const written = (name: string) => pages.find((texts) => texts && name in texts)?.[name];
  const text = written(key) ?? written(`${key}_${new Intl.PluralRules(lang).select(Number(values.count))}`);
  if (text === undefined) throw new Error(`No text for "${key}"`);
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${placeholder} is missing in "${text}"`);
    return String(value);
  });
}
