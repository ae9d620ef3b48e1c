import { expect, test } from 'vitest';
import { reportOf } from '../../src/story/report/report.ts';
import { drawStory } from '../../src/tools/scenarios/graph.ts';
import { reportLines } from '../../src/tools/scenarios/summary.ts';
import { readFullStory } from '../support/lesson/full-story.ts';

const story = readFullStory().story!;

test('a drawn story says in each card, in words and by its colour, how many classes come there', () => {
  const drawn = drawStory(story, 'nl');
  const card = (id: string) => drawn.split('<g>').find((piece) => piece.startsWith(`<title>${id}</title>`))!;
  expect(card('kies')).toContain('100% van de klassen');
  expect(card('avond')).toContain('33% van de klassen');
  const fill = (id: string) => /fill="(#\w+)" stroke=/.exec(card(id))![1];
  expect(fill('kies')).not.toBe(fill('avond'));
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
