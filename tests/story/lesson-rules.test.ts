import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openLibrary } from '../../src/server/kept-library.ts';
import { readStory } from '../../src/story/compile/loader.ts';
import { broken, stories } from '../support/lesson/library.ts';
import { dutch, english, lineOf, mutate, readSmallShared, readSmallStory, structure } from '../support/lesson/small-story.ts';

/** What the checker says with this code, as line and the words that tell the case. */
const said = (code: string, files: Parameters<typeof readSmallStory>[0]) =>
  readSmallStory(files).diagnoses.flatMap((found) => (found.code === code ? [[found.severity, found.line, found.message.nl] as const] : []));

test('the stories of this project have no warning, and no scene too long, line left in Dutch or wrong number of minutes', async () => {
  const { warnings } = await openLibrary('.');
  expect(broken).toEqual([]);
  expect([...warnings.values()].flat()).toEqual([]);
  expect(stories.size).toBe(warnings.size);
});

test('minutes that the walk does not bear out are named with what it takes', () => {
  const promised = mutate(structure, 'minutes: 5', 'minutes: 20');
  expect(said('minutes', { structure: promised })).toEqual([
    ['warning', lineOf(promised, 'minutes:'), 'Hier staat 20, maar een klas doet er 3 tot 4 minuten over, meestal 4. Zet hier 5.'],
  ]);
});

test('a scene of more than three minutes, on the ways that show it all', () => {
  const slow = mutate(
    structure,
    '{ silence: 20, mirror: true }',
    '{ silence: 60, mirror: true }\n        - { silence: 60 }\n        - { silence: 60 }',
  );
  const [found] = said('long-scene', { structure: slow });
  expect(found?.slice(0, 2)).toEqual(['warning', lineOf(slow, '    scene:\n      place: classroom')]);
  expect(said('long-scene', { structure: mutate(structure, 'silence: 20', 'silence: 60') })).toEqual([]);
});

test('a story that leaves no time for the talk', () => {
  const beats = Array.from({ length: 40 }, () => '        - { silence: 60 }').join('\n');
  const [found] = said('long-story', { structure: mutate(structure, '        - { silence: 20, mirror: true }', beats) });
  expect(found?.[2]).toContain('Meer dan 35 past niet in een les');
});

test('two people who look the same, with the lines of both', () => {
  const twins = mutate(structure, 'look: nova', 'look: daan');
  const [found] = said('same-look', { structure: twins });
  expect(found?.slice(0, 2)).toEqual(['warning', lineOf(twins, '  yara: {')]);
  expect(found?.[2]).toContain(`“daan” (regel ${lineOf(twins, '  daan: {')})`);
});

/** A translation in which this line is still Dutch. */
function translated(left: string): string {
  const whole: unknown = parse(english);
  return stringify(whole, (key, value) =>
    typeof value === 'string' && key !== 'language' && value !== left ? `XX ${value}`.slice(0, key === 'badge' ? 2 : 99) : value,
  );
}
function untranslated(en: string): [number, string][] {
  const { shared } = readSmallShared();
  if (!shared) throw new Error('no shared files');
  const file = (name: string, text: string) => ({ path: `scenarios/klein/${name}.yaml`, text });
  const { diagnoses } = readStory({ structure: file('story', structure), nl: file('nl', dutch), en: file('en', en) }, shared);
  return diagnoses.flatMap(({ code, line, message }) => (code === 'untranslated' ? [[line, message.nl] as [number, string]] : []));
}

test('a line that was left in Dutch is named, and a file that nobody translated once', () => {
  expect(untranslated(translated('Hoi allemaal'))).toEqual([]);
  const one = translated('Niemand zei iets hards.');
  expect(untranslated(one)).toEqual([[lineOf(one, 'b2:'), '“Niemand zei iets hards.” staat hier nog in het Nederlands. Vertaal het.']]);
  const [whole, ...others] = untranslated(english);
  expect(others).toEqual([]);
  expect(whole?.[0]).toBe(lineOf(english, 'language:'));
  expect(whole?.[1]).toMatch(/^Hier staan nog \d+ van de \d+ teksten in het Nederlands\. Vertaal dit bestand\.$/);
});
