import { expect, test } from 'vitest';
import type { Lang } from '../../src/locales/languages.ts';
import { translator } from '../../src/ui/translations.ts';

let lang: Lang = 'nl';
const files: Record<string, Record<string, string>> = {
  'any/nl/page.json': {
    hello: 'Dag {{name}}',
    votes_zero: 'geen stem',
    votes_one: '{{count}} stem',
    votes_other: '{{count}} stemmen',
    only: 'alleen',
  },
  'any/en/page.json': { hello: 'Hello {{name}}', votes_zero: 'no vote', votes_one: '{{count}} vote', votes_other: '{{count}} votes' },
};
const t = translator('page', files, () => lang);

test('a text is looked up in the language that is spoken, with its values and its plural form', () => {
  lang = 'nl';
  expect([t('hello', { name: '<Noor>' }), ...[0, 1, 2].map((count) => t('votes', { count }))]).toEqual([
    'Dag <Noor>',
    'geen stem',
    '1 stem',
    '2 stemmen',
  ]);
  lang = 'en';
  expect([t('hello', { name: 'Noor' }), t('votes', { count: 2 })]).toEqual(['Hello Noor', '2 votes']);
});

test('a page finds what all pages say', () => {
  lang = 'en';
  expect(t('band.few')).toBe('nobody or a few');
});

test('a text that a language lacks is an error, never the text of another language', () => {
  lang = 'nl';
  expect(t('only')).toBe('alleen');
  lang = 'en';
  expect(() => t('only')).toThrow('only');
});

test('a value that is missing is an error', () => {
  expect(() => t('hello')).toThrow('Hello {{name}}');
  expect(() => t('votes')).toThrow('votes');
});
