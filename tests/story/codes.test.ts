import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as full from '../support/lesson/full-story.ts';
import * as small from '../support/lesson/small-story.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const source = read('src/story/check/codes.ts');
const codes = [...source.matchAll(/^ {2}'?([a-z-]+)'?: (\d+),$/gm)].map(([, name, number]) => ({ name: name!, number: Number(number) }));

test('no number is given twice, also not one that is no longer said', () => {
  const all = [...source.matchAll(/: (\d{3}),/g)].map(([, number]) => Number(number));
  expect(all.length).toBeGreaterThan(90);
  expect(all.filter((number, index) => all.indexOf(number) !== index)).toEqual([]);
  expect(codes.map(({ number }) => number)).toEqual(codes.map(({ number }) => number).toSorted((a, b) => a - b));
});

/** The page that explains them: a heading with the number and the name, a sentence in Dutch, one in English, and mostly an example. */
const pieces = read('scenarios/codes.md')
  .split(/^### /m)
  .slice(1)
  .map((piece) => ({
    heading: piece.split('\n', 1)[0]!,
    said: piece.split('\n')[2] ?? '',
    example: /```diff\n([\s\S]*?)\n```/.exec(piece)?.[1],
    piece,
  }));

test('the page explains every code, in Dutch and in English, in the order of the numbers', () => {
  expect(pieces.map(({ heading }) => heading)).toEqual(codes.map(({ name, number }) => `WDJ${number} \`${name}\``));
  for (const { said } of pieces) expect(said).toMatch(/^\S.{10,}\. \*\S.{10,}\.\*$/);
});

const files = { 'story.yaml': 'structure', 'nl.yaml': 'nl', 'en.yaml': 'en' } as const;
const stories = [
  { structure: small.structure, nl: small.dutch, en: small.english, read: small.readSmallStory },
  { structure: full.structure, nl: full.dutch, en: full.english, read: full.readFullStory },
].map((story) => ({ ...story, had: new Set<string>(story.read().diagnoses.map(({ code }) => code)) }));

describe('the example of the page gives its number, and without it there is none:', () => {
  const examples = pieces.flatMap(({ heading, example, piece }) => {
    const file = /^`((?:story|nl|en)\.yaml)`$/m.exec(piece)?.[1];
    return example === undefined ? [] : [{ heading, example, file: files[file as keyof typeof files] }];
  });
  test('there are many', () => expect(examples.length).toBeGreaterThan(85));

  test.each(examples)('$heading', ({ heading, example, file }) => {
    const code = heading.split('`')[1] ?? '';
    const lines = (without: string) =>
      example
        .split('\n')
        .flatMap((line) => (line.startsWith(without) ? [] : [line.slice(2)]))
        .join('\n');
    const [wrong, right] = [lines('+'), lines('-')];
    const fitting = stories.filter((story) => story[file].split(right).length === 2);
    expect(fitting, 'the right lines stand once in a story of the tests').not.toEqual([]);
    const gives = ({ [file]: text, read: check, had }: (typeof stories)[number]) =>
      !had.has(code) && check({ [file]: small.mutate(text, right, wrong) }).diagnoses.some((diagnosis) => diagnosis.code === code);
    expect(fitting.some(gives)).toBe(true);
  });
});
