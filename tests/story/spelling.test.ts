import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSpelling, misspelt, wordsOf } from '../../src/tools/scenarios/spelling.ts';
import { shared, stories } from '../support/lesson/library.ts';
import { dutch, english, lineOf, mutate, readSmallStory } from '../support/lesson/small-story.ts';

test.each([...stories.keys()])('%s has no word that is spelt wrong', async (id) => {
  expect(await checkSpelling(stories.get(id)!.texts, join('scenarios', id), `scenarios/${id}`)).toEqual([]);
});

const words = (part: unknown): string[] => (typeof part === 'string' ? [part] : Object.values(part as object).flatMap(words));

test.each(['nl', 'en'] as const)('the shared files have no word that is spelt wrong, %s', async (language) => {
  const { now, never, today, special, lines: whom, papers } = shared.aftercare;
  const lines = [
    ...Object.values(shared.agreements),
    ...[...shared.help.lines, ...whom].map((line) => line.what),
    ...now.flatMap((step) => [step.do, ...(step.say ? [step.say] : [])]),
    ...never,
    ...today,
    ...special.flatMap((line) => [line.when, line.do]),
    ...Object.values(papers).flatMap(({ lead, parts }) => [lead, ...parts.flatMap(({ title, lines: said }) => [title, ...said])]),
  ].map((line) => line[language]);
  const items = Object.values(shared.items).flatMap((item) => [item.about[language], item[language]].flatMap((part) => words(part)));
  const names = ['Offlimits', 'Kindertelefoon', 'Meld', 'Veilig', 'Thuis', 'Meldpunt', 'Kinderporno', 'Nederlands', 'Jeugdinstituut'];
  const all = [...lines, ...items].flatMap(wordsOf).filter((word) => !names.includes(word));
  expect([...(await misspelt(language, all))]).toEqual([]);
});

test('a wrong word is found, at its line', async () => {
  const nl = mutate(dutch, 'ending: Zo liep het af.', 'ending: Dat gebuert gewoonn in de klassenapp van Daan.');
  const { story } = readSmallStory({ nl });
  const folder = mkdtempSync(join(tmpdir(), 'spelling-'));
  for (const [lang, text] of [
    ['nl', nl],
    ['en', english],
  ] as const)
    writeFileSync(join(folder, `${lang}.yaml`), text);
  const found = (await checkSpelling(story!.texts, folder, 'scenarios/klein')).filter(({ file }) => file === 'scenarios/klein/nl.yaml');
  rmSync(folder, { recursive: true });
  expect(found.map(({ code, line, severity, message }) => [severity, code, line, message.nl.split(' ')[0]])).toEqual([
    ['warning', 'spelling', lineOf(nl, 'ending:'), '“gebuert”'],
    ['warning', 'spelling', lineOf(nl, 'ending:'), '“gewoonn”'],
  ]);
  expect([...(await misspelt('en', ['This', 'is', 'definately', 'wrong']))]).toEqual(['definately']);
});
