import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { walk } from '../../src/story/check/walk.ts';
import { alikeChoices } from '../../src/story/report/alike.ts';
import { reportOf } from '../../src/story/report/report.ts';
import { Structure } from '../../src/story/schema/schema.ts';
import { drawStory } from '../../src/tools/scenarios/graph.ts';
import { reportLines } from '../../src/tools/scenarios/summary.ts';
import { readFullStory, structure } from '../support/lesson/full-story.ts';
import { mutate } from '../support/lesson/small-story.ts';

const story = readFullStory().story!;

test('a drawn story says in each card, in words and by its colour, how many classes come there', () => {
  const drawn = drawStory(story, 'nl');
  const card = (id: string) => drawn.split('<g>').find((piece) => piece.startsWith(`<title>${id}</title>`))!;
  expect(card('kies')).toContain('100% van de klassen');
  expect(card('avond')).toContain('33% van de klassen');
  const fill = (id: string) => /fill="(#\w+)" stroke=/.exec(card(id))![1];
  expect(fill('kies')).not.toBe(fill('avond'));
  expect(card('adem')).toContain('alleen lang');
  expect(card('tegel')).not.toContain('alleen lang');
  expect(drawn).toContain('Zoveel klassen komen hier');
  expect(drawStory(story, 'en')).toContain('33% of classes');
});

test('the report names what fewer than five of a hundred classes see, the rarest first', () => {
  const report = reportOf(story, 'nl');
  const rare = (seen: typeof report.seen) => reportLines({ ...report, seen }, 'nl').filter((line) => line.includes('zomaar kiezen'));
  expect(rare(report.seen)).toEqual([]);
  const lines = [{ id: 'b1', text: 'Het is stil.', share: 0.004 }];
  expect(rare([...report.seen, { id: 'laat', title: 'Laat', share: 0.049, lines: [] }, { id: 'nu', title: 'Nu', share: 0.5, lines }])).toEqual([
    '  als klassen zomaar kiezen, zien minder dan 5 van de 100 klassen elk van 2 scènes en regels: [nu] “Het is stil.” 0,4%, [laat] “Laat” 4,9%',
  ]);
});

test('the report names choices between which it never makes a difference what the class chose', () => {
  const alike = (text = structure) => {
    const own = Structure.parse(parse(text));
    return alikeChoices(own, walk({ structure: own }));
  };
  expect(alike()).toEqual([{ node: 'kies', choices: ['app', 'samen'] }]);
  expect(reportLines(reportOf(story, 'nl'), 'nl').join()).toContain('[kies] wat de klas hier kiest, maakt nooit meer verschil tussen app, samen');
  // It is remembered, and another scene follows.
  expect(alike(mutate(structure, 'id: samen, role: involve, to: uitslag', 'id: samen, role: involve, to: uitslag, set: { stil: true }'))).toEqual([
    { node: 'kies', choices: ['samen', 'niks'] },
  ]);
  expect(alike(mutate(structure, '      as: fem\n', ''))).toEqual([{ node: 'kies', choices: ['app', 'samen'] }]);
  const asked = mutate(mutate(structure, '      as: fem\n', ''), '{ stil: true }, to: avond', '{ stil: [true, false] }, to: avond');
  expect(alike(asked)).toEqual([]);
});
