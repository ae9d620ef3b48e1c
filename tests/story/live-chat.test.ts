import { describe, expect, test } from 'vitest';
import { walk } from '../../src/story/check/walk.ts';
import { dutch, structure } from '../support/lesson/live-story.ts';
import { lineOf, mutate, readSmallStory } from '../support/lesson/small-story.ts';

const files = { structure, nl: dutch };
const paths = { structure: 'scenarios/klein/story.yaml', nl: 'scenarios/klein/nl.yaml' };
const both = (nl: string) => ({ nl, en: mutate(nl, 'language: nl', 'language: en') });

test('a story with a live chat, lines to read and ways for each class has no error', () => {
  const { story, diagnoses } = readSmallStory({ structure: files.structure, ...both(files.nl) });
  expect(diagnoses.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(story?.structure.nodes.praat).toBeDefined();
});

test('a way that is only offered is walked where the class sees all, and not where the lesson is short', () => {
  const offered = mutate(files.structure, '{ id: groot, seats: 20, to', '{ id: groot, seats: 20, offered: true, to');
  const short = mutate(
    mutate(offered, 'minutes: 5', 'minutes: 5\nshortMinutes: 5'),
    '- say: b1\n        - { message: m1',
    '- { say: b1, long: true }\n        - { message: m1',
  );
  const { story, diagnoses } = readSmallStory({ structure: short, ...both(files.nl) });
  expect(diagnoses.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(walk(story!, 'long').nodes).toContain('praat');
  expect(walk(story!, 'any').nodes).toContain('praat');
  expect(walk(story!, 'short').nodes).not.toContain('praat');
});

test('a story with a button too long for a thumb is played, with a warning', () => {
  const nl = mutate(files.nl, 'acts: { zeg: Iets zeggen', 'acts: { zeg: a b c d e f g h i j');
  const { story, diagnoses } = readSmallStory({ structure: files.structure, ...both(files.nl), nl });
  expect(diagnoses.map(({ severity, code, node }) => [severity, code, node])).toContainEqual(['warning', 'long-act', 'praat']);
  expect(story).not.toBeNull();
});

/** What is wrong, its code, the file, what is written and what instead, the place, the node. */
const errors: [string, string, 'structure' | 'nl', string, string, string, string][] = [
  ['steps that are not in order', 'live-order', 'structure', '{ at: 4, message', '{ at: 1, message', '{ at: 1, message', 'praat'],
  ['a step after the chat has ended', 'live-late', 'structure', '{ at: 20, message', '{ at: 60, message', '{ at: 60, message', 'praat'],
  ['a reaction to a message that has not come', 'unknown-message', 'structure', 'react: m2', 'react: m3', 'react: m3', 'praat'],
  ['an incident that is no message', 'unknown-message', 'structure', 'incident: m2', 'incident: s1', 'incident: s1', 'praat'],
  ['few readers that are not fewer', 'readers-few', 'structure', 'few: 2, many: 12', 'few: 12, many: 12', 'few: 12', 'praat'],
  ['counting without anything to count about', 'live-measured', 'structure', '      incident: m2\n', '', 'measured: true', 'praat'],
  ['counting where every button helps', 'live-measured', 'structure', 'kind: laugh', 'kind: adult', 'measured: true', 'praat'],
  ['what was done and is never told', 'held-untold', 'structure', 'results: [praat]', 'results: [kies]', 'measured: true', 'praat'],
  ['two buttons of one name', 'duplicate-id', 'structure', '{ id: lach', '{ id: zeg', '{ id: zeg, kind: laugh', 'praat'],
  ['one text said twice', 'duplicate-id', 'structure', 'message: m3, who', 'message: m2, who', '{ at: 20', 'praat'],
  ['somebody who is not in the cast', 'unknown-cast', 'structure', 'typing: daan', 'typing: piet', 'typing: piet', 'praat'],
  [
    'a chat that is not there',
    'unknown-chat',
    'structure',
    '      chat: klas\n      seconds',
    '      chat: ergens\n      seconds',
    'chat: ergens',
    'praat',
  ],
  ['a source of a button that is not there', 'source-range', 'structure', "'≈S2:50'", "'≈S2:500'", "'≈S2:500'", 'praat'],
  ['a source of the lines that is not there', 'source-range', 'structure', "'S1:10-20', D", "'S1:10-2000', D", "'S1:10-2000'", 'lees'],
  [
    'a last way that is not the else',
    'size-else',
    'structure',
    '{ id: klein, else: kies }',
    '{ id: klein, seats: 4, to: kies }',
    '{ id: klein',
    'klas',
  ],
  [
    'a larger class below a smaller one',
    'size-order',
    'structure',
    '{ id: handen, hands: true, to',
    '{ id: handen, seats: 24, to',
    'seats: 24',
    'klas',
  ],
  ['a way to nowhere', 'unknown-node', 'structure', 'seats: 20, to: lees', 'seats: 20, to: nergens', 'to: nergens', 'klas'],
  [
    'a way that sets what is not there',
    'unknown-variable',
    'structure',
    'set: { moed: 3 } }\n      - { id: handen',
    'set: { durf: 3 } }\n      - { id: handen',
    'set: { durf',
    'klas',
  ],
  ['a button without words', 'missing-text', 'nl', 'acts: { zeg: Iets zeggen, lach: Meelachen }', 'acts: { zeg: Iets zeggen }', 'acts:', 'praat'],
  ['a way without words', 'missing-text', 'nl', 'groot: Grote klas, ', '', 'ways:', 'klas'],
  ['words for a way that is not there', 'unused-text', 'nl', 'klein: Kleine klas', 'klein: Kleine klas, mini: Heel klein', 'mini:', 'klas'],
  ['one side of the result without words', 'missing-text', 'nl', '      helped: { text', '      hielp: { text', 'choices:', 'praat'],
];

describe('a story whose live chat is wrong is not played, and says where:', () => {
  test.each(errors)('%s', (claim, code, file, from, to, at, node) => {
    const broken = mutate(files[file], from, to);
    const all = file === 'structure' ? { structure: broken, ...both(files.nl) } : { structure: files.structure, ...both(files.nl), nl: broken };
    const { story, diagnoses } = readSmallStory(all);
    expect(story, claim).toBeNull();
    const found = diagnoses.filter((one) => one.code === code && one.file === paths[file] && one.node === node);
    expect(
      found.map(({ line }) => line),
      JSON.stringify(diagnoses.map((d) => [d.code, d.line, d.node])),
    ).toContain(lineOf(broken, at));
  });
});
