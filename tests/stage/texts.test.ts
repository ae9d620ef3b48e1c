import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import en from '../../src/locales/en/stage.json' with { type: 'json' };
import nl from '../../src/locales/nl/stage.json' with { type: 'json' };
import { speak, t } from '../../src/stage/text/texts.ts';

const TEXTS = { nl, en };

const folder = new URL('../../src/stage/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');
const placeholders = (content: string) => [...content.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const stem = (key: string) => key.replace(/_(zero|one|other)$/, '');

describe('the words of the stage', () => {
  afterEach(() => speak('nl'));

  test('both languages say the same things, with the same values in them', () => {
    expect(Object.keys(TEXTS.en).sort()).toEqual(Object.keys(TEXTS.nl).sort());
    for (const [key, dutch] of Object.entries(TEXTS.nl))
      expect(placeholders(TEXTS.en[key as keyof typeof TEXTS.en]), key).toEqual(placeholders(dutch));
  });

  test('an unknown text is an error, never its key on the board', () => {
    expect(() => t('lobby.nothing' as 'lobby.scan')).toThrow('lobby.nothing');
  });

  test('counts speak of none, one and more', () => {
    expect([0, 1, 2].map((count) => t('lobby.joined', { count }))).toEqual(['Nog niemand doet mee', '1 doet mee', '2 doen mee']);
    speak('en');
    expect(t('vote.take')).toBe('Take your phone');
  });

  test('every text is used', () => {
    const built = ['band.', 'foreseen.', 'link.fault.'];
    for (const name of new Set(Object.keys(TEXTS.nl).map(stem)))
      expect(sources.includes(`'${name}'`) || built.some((start) => name.startsWith(start)), name).toBe(true);
  });
});
