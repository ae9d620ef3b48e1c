import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { LAWFUL } from '../../src/story/check/lexicon.ts';
import { hashOf } from '../../src/story/check/translation.ts';
import { walk } from '../../src/story/check/walk.ts';
import { readStory } from '../../src/story/compile/loader.ts';
import { Texts } from '../../src/story/schema/texts.ts';
import { EMOJI, EMOTIONS, LIGHTS, LOOKS, PLACES, POSES, ROLES, SOUNDS, TILES } from '../../src/story/schema/vocabulary.ts';
import { picturesPage } from '../../src/tools/scenarios/pictures.ts';
import { asTranslated, readSmallShared } from '../support/lesson/small-story.ts';

const folder = join(import.meta.dirname, '../../scenarios');
const guide = readFileSync(join(folder, 'README.md'), 'utf8');
const [structure, nl] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1]!);

test('the guide’s story works, and the checker has no warning about it', () => {
  const { shared } = readSmallShared();
  const en = nl!.replace('language: nl', `language: en\ntranslatedFrom: ${hashOf(Texts.parse(parse(nl!)))}`);
  const file = (name: string, text: string) => ({ path: `scenarios/petje/${name}.yaml`, text });
  const files = { structure: file('story', structure!), nl: file('nl', nl!), en: file('en', en) };
  const { story, diagnoses } = asTranslated(readStory(files, shared!));
  expect(diagnoses).toEqual([]);
  expect(walk(story!).count).toBe(3);
  expect(structure!.split('nodes:\n')[1]!.split('agreements:')[0]!.trim().split('\n')).toHaveLength(10);
});

test('the guide lists what the law may be said in', () => {
  const listed = guide.split('<!-- law -->\n')[1]!.split('\n\n')[0]!.split('\n');
  expect(listed).toEqual(LAWFUL.map((sentence) => `- ${sentence}`));
});

test('the guide gives every limit of length as the checker has it', () => {
  const checker = readFileSync(join(import.meta.dirname, '../../src/story/check/length.ts'), 'utf8');
  const limits = checker.match(/const LIMITS = \{([^}]*)\}/)![1]!.matchAll(/(\w+): (\d+)/g);
  const { sentence, say, message, choice, spread, act, short, question, title, notice, explanation, note, ...others } = Object.fromEntries(
    [...limits].map(([, name, words]) => [name, words]),
  );
  expect(others).toEqual({});
  expect(guide.match(/\*\*Limits\*\*: .*/)![0].replace(/, two lines [^)]*/, '')).toBe(
    `**Limits**: sentence ${sentence} words, line ${say}, message ${message}, choice ${choice} (and within a decision at most ${spread} apart), ` +
      `button ${act}, short label ${short}, question ${question}, title ${title}, notice ${notice}, explanation ${explanation}, note for the teacher ${note}.`,
  );
});

test('the guide names every place, light, role, tile, emotion and sound', () => {
  for (const word of [...PLACES, ...LIGHTS, ...ROLES, ...TILES, ...EMOTIONS, ...SOUNDS]) expect(guide).toContain(word);
});

test('the page of pictures has every person, mood, pose, place, emoji, tile and sound, in Dutch and in English', () => {
  for (const lang of ['nl', 'en'] as const) {
    const page = picturesPage(lang, '../assets/sounds');
    for (const name of [...LOOKS, ...EMOTIONS, ...POSES, ...EMOJI, ...TILES, ...SOUNDS]) expect(page).toContain(`<code>${name}</code>`);
    for (const place of PLACES) for (const light of LIGHTS) expect(page).toContain(`<code>place: ${place}, light: ${light}</code>`);
    expect(page).not.toMatch(/undefined|\[object/);
  }
});
