import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readStoryFolder } from '../../src/server/library.ts';
import type { Code } from '../../src/story/check/codes.ts';
import type { Diagnosis } from '../../src/story/check/diagnosis.ts';
import { checkSpelling } from '../../src/tools/scenarios/spelling.ts';
import * as full from '../support/lesson/full-story.ts';
import * as live from '../support/lesson/live-story.ts';
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
  {
    structure: live.structure,
    nl: live.dutch,
    en: live.english,
    read: (texts: Partial<small.Files> = {}) => small.readSmallStory({ structure: live.structure, nl: live.dutch, en: live.english, ...texts }),
  },
  { structure: full.structure, nl: full.dutch, en: full.english, read: full.readFullStory },
].map((story) => ({ ...story, had: new Set<string>(story.read().diagnoses.map(({ code }) => code)) }));

describe('the example of the page gives its number, and without it there is none:', () => {
  const examples = pieces.flatMap(({ heading, example, piece }) => {
    const file = /^`((?:story|nl|en)\.yaml)`$/m.exec(piece)?.[1];
    return example === undefined ? [] : [{ heading, example, file: files[file as keyof typeof files] }];
  });
  test.each(examples)('$heading', ({ heading, example, file }) => {
    const code = heading.split('`')[1] ?? '';
    const places = example.split('\n@@\n').map((place) => {
      const lines = (without: string) =>
        place
          .split('\n')
          .flatMap((line) => (line.startsWith(without) ? [] : [line.slice(2)]))
          .join('\n');
      return { wrong: lines('+'), right: lines('-') };
    });
    const fitting = stories.filter((story) => places.every(({ right }) => story[file].split(right).length === 2));
    expect(fitting, 'the right lines stand once in a story of the tests').not.toEqual([]);
    const gives = ({ [file]: text, read: check, had }: (typeof stories)[number]) => {
      const spoilt = places.reduce((all, { right, wrong }) => small.mutate(all, right, wrong), text);
      return !had.has(code) && check({ [file]: spoilt }).diagnoses.some((diagnosis) => diagnosis.code === code);
    };
    expect(fitting.some(gives)).toBe(true);
  });
});

describe('what no lines of the page can show is made here:', () => {
  const { shared } = small.readSmallShared();
  if (!shared) throw new Error('no shared files');
  const folder = mkdtempSync(join(tmpdir(), 'codes-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const texts: Record<string, string> = { 'story.yaml': small.structure, 'nl.yaml': small.dutch, 'en.yaml': small.english };
  /** What is said of the small story as it stands on the disk, once something was done to its files. */
  const onDisk = (spoil: (at: (file: string) => string) => void, id = 'klein', known = shared): Diagnosis[] => {
    mkdirSync(join(folder, id));
    const at = (file: string) => join(folder, id, file);
    for (const [file, text] of Object.entries(texts)) writeFileSync(at(file), text);
    spoil(at);
    const { diagnoses } = readStoryFolder(folder, id, known);
    rmSync(join(folder, id), { recursive: true });
    return diagnoses;
  };
  const rewrite = (file: string, change: (text: string) => string) => onDisk((at) => writeFileSync(at(file), change(texts[file]!)));
  const names = Array.from({ length: 17 }, (_, index) => `v${index}`);
  const vote = (name: string, index: number) =>
    `  q${index}:\n    vote:\n      kind: open\n      seconds: 60\n      tie: lot\n      few: teacher\n      choices:\n        - { id: a, role: help, to: q${index + 1}, set: { ${name}: true }, now: [D], later: [D] }\n        - { id: b, role: help, to: q${index + 1}, now: [D], later: [D] }\n`;
  const wide = (text: string) =>
    small
      .mutate(
        text,
        'start: begin\nnodes:\n',
        `start: q0\nnodes:\n${names.map(vote).join('')}  q17:\n    junction:\n${names.map((name) => `      - { when: { ${name}: true }, to: begin }\n`).join('')}      - { else: begin }\n`,
      )
      .replace('variables:\n', `variables:\n${names.map((name) => `  ${name}: { boolean: false }\n`).join('')}`);
  const silence = '        - { silence: 20, mirror: true }';

  const made: Partial<Record<Code, () => Diagnosis[] | Promise<Diagnosis[]>>> = {
    'missing-file': () => onDisk((at) => rmSync(at('en.yaml'))),
    'unreadable-file': () => {
      return onDisk((at) => {
        rmSync(at('en.yaml'));
        mkdirSync(at('en.yaml'));
      });
    },
    encoding: () => onDisk((at) => writeFileSync(at('nl.yaml'), Buffer.from(small.dutch.replace('Een klein verhaal', 'Een café'), 'latin1'))),
    'folder-name': () => onDisk(() => {}, 'anders'),
    'empty-file': () => rewrite('nl.yaml', () => ''),
    'not-a-block': () => rewrite('nl.yaml', () => '- Klein\n- Een klein verhaal\n'),
    // References that stand for ever more references.
    yaml: () => {
      const level = (name: string, of: string) => `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(', ')}]\n`;
      return rewrite(
        'nl.yaml',
        () => `${['*a', '*b', '*c', '*d'].reduce((text, of, index) => text + level('bcde'[index]!, of), level('a', 'x'))}last: *e\n`,
      );
    },
    'too-many': () => rewrite('story.yaml', wide),
    'unmarked-translation': () => onDisk(() => {}),
    untranslated: () => onDisk(() => {}),
    'long-story': () =>
      rewrite('story.yaml', (text) => small.mutate(text, silence, Array.from({ length: 40 }, () => '        - { silence: 60 }').join('\n'))),
    unforeseen: () =>
      onDisk(() => {}, 'klein', {
        ...shared,
        get sources(): never {
          throw new Error('planted');
        },
      }),
    spelling: async () => {
      const { story } = small.readSmallStory();
      if (!story) throw new Error('no story');
      for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
      return checkSpelling({ ...story.texts, nl: { ...story.texts.nl, title: 'Kleinq' } }, folder, 'scenarios/klein');
    },
  };

  test.each(Object.entries(made))('%s', async (code, said) => {
    expect((await said()).map((one) => one.code)).toContain(code);
  });
  /** Not played yet: it needs a story of two lengths, one of whose ends only the long one comes to. */
  const unplayed = ['short-end'];
  test('and every other code has its example', () => {
    const without = pieces.flatMap(({ heading, example }) => (example === undefined ? [heading.split('`')[1]] : []));
    expect(without.toSorted()).toEqual([...Object.keys(made), ...unplayed].toSorted());
  });
});
