import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BASE_LANG, LANGS, type Lang } from '../../src/locales/languages.ts';

const folder = fileURLToPath(new URL('../../src/locales/', import.meta.url));
const filesOf = (lang: string) => readdirSync(`${folder}${lang}`).sort();
const read = (lang: Lang, file: string): Record<string, string> => JSON.parse(readFileSync(`${folder}${lang}/${file}`, 'utf8'));
const base = filesOf(BASE_LANG)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, texts: read(BASE_LANG, file) }));

/** Texts that are rightly written as in an earlier language of the list; a line `en page key` each. */
const same = new Set(readFileSync(new URL('same-in-another-language.txt', import.meta.url), 'utf8').split(/\r?\n/));

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();
/** The texts by what they are asked for: a text without plural forms has one, of its own name. */
function formsOf(texts: Record<string, string>, dutch: Record<string, string>): Map<string, Map<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(texts)) {
    const [, stem = '', form = ''] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    const plural = `${stem}_other` in dutch;
    const name = plural ? stem : key;
    forms.set(name, (forms.get(name) ?? new Map()).set(plural ? form : '', text));
  }
  return forms;
}

test('every folder is a language of the list, and every language has its folder', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...LANGS].sort());
});

describe.each(LANGS)('in %s', (lang) => {
  const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;

  test('the pages are those of Dutch', () => {
    expect(filesOf(lang)).toEqual(filesOf(BASE_LANG));
  });

  test.each(base)('$file says what Dutch says, with the same values and the plural forms of its language', ({ file, texts }) => {
    const own = formsOf(read(lang, file), texts);
    const dutch = formsOf(texts, texts);
    expect([...own.keys()].sort()).toEqual([...dutch.keys()].sort());
    for (const [name, forms] of own) {
      const model = dutch.get(name) ?? new Map<string, string>();
      const needed = model.has('') ? [''] : [...categories, ...(model.has('zero') ? ['zero'] : [])];
      expect([...forms.keys()].sort(), `the forms of ${name}`).toEqual([...new Set(needed)].sort());
      const values = placeholders(model.get('') ?? model.get('other') ?? '');
      for (const [form, text] of forms) {
        expect(text.trim(), `${name} ${form}`).not.toBe('');
        if (form === '' || form === 'other') expect(placeholders(text), `${name} ${form}`).toEqual(values);
        else for (const value of placeholders(text)) expect(values, `${name} ${form}`).toContain(value);
      }
    }
  });
});

test.each(LANGS)('in %s a phone says why there is only a path in the words of board, desk and debrief', (lang) => {
  expect(read(lang, 'phone-later.json').pathOnly).toBe(read(lang, 'shared.json')['path.only']);
});

const pairs = LANGS.flatMap((lang, index) => LANGS.slice(0, index).map((other) => ({ lang, other })));

describe.each(pairs)('in $lang', ({ lang, other }) => {
  test.each(base)(`$file has no sentence that is still as in ${other}`, ({ file }) => {
    const others = read(other, file);
    const page = file.replace('.json', '');
    const left = Object.entries(read(lang, file)).filter(([key, text]) => text === others[key] && !same.has(`${lang} ${page} ${key}`));
    expect(left).toEqual([]);
  });
});
