import { expect, test } from 'vitest';
import { structure as full, dutch as fullDutch, readFullStory } from '../support/lesson/full-story.ts';
import { dutch, lineOf, mutate, readSmallStory, structure } from '../support/lesson/small-story.ts';

/** [code, line, node, message] of the errors in the structure. */
const errors = (read: typeof readSmallStory, text: string, nl: string) =>
  read({ structure: text, nl })
    .diagnoses.filter(({ severity, file }) => severity === 'error' && file.endsWith('story.yaml'))
    .map(({ code, line, node, message }) => ({ code, line, node, says: message.nl }));
const small = (text: string, nl = dutch) => errors(readSmallStory, text, nl);

const out = mutate(structure, '        - { chat: daan-klas }\n', '        - { chat: daan-klas }\n        - { removed: daan, by: yara }\n');
const writes = (text: string) =>
  mutate(
    text,
    '      beats:\n        - say: b1\n        - { say: b2,',
    '      chat: klas\n      beats:\n        - { message: m9, who: daan }\n        - say: b1\n        - { say: b2,',
  );

test('who was taken out writes nothing in a later scene, on another phone of the same group', () => {
  const text = writes(out);
  const [found, ...others] = small(text);
  expect(others).toEqual([]);
  expect([found?.code, found?.node, found?.line]).toEqual(['gone-writes', 'later', lineOf(text, 'm9')]);
  expect(found?.says).toContain('sinds “begin”');
  expect(found?.says).toContain('Zo komt een klas hier: kies: stil.');
});

test('who is let in again may write, also where only one way does so before', () => {
  const [then, { says } = { says: '' }] = [
    writes(out),
    small(mutate(writes(out), '        - { message: m9', '        - { added: daan, when: { toon: stil } }\n        - { message: m9'))[0],
  ];
  expect(says).toContain('Zo komt een klas hier: kies: stil.');
  expect(small(mutate(then, '        - { message: m9', '        - { added: daan }\n        - { message: m9'))).toEqual([]);
});

test('a group of another name, and a scene that looks back, know nothing of it', () => {
  expect(small(writes(out), mutate(dutch, 'daan-klas: { title: Klas,', 'daan-klas: { title: Klas 2,'))).toEqual([]);
  expect(small(writes(out), mutate(dutch, '    title: Later\n', '    title: Later\n    time: Nog eens maandag\n'))).toEqual([]);
});

test.each(['Weer thuis', 'Terug in de klas', 'Toen het donker was'])('a scene that is only later is not one that looks back: %s', (time) => {
  const later = mutate(dutch, '    title: Later\n', `    title: Later\n    time: ${time}\n`);
  expect(small(writes(out), later).map(({ code }) => code)).toEqual(['gone-writes']);
});

const again = (copies: number) =>
  mutate(full, '        - say: b1\n', `        - { tile: voice, who: fem, text: t9, copies: ${copies} }\n        - say: b1\n`).replace(
    '      place: bikeshed\n',
    '      chat: klas\n      place: bikeshed\n',
  );
const tiled = (text: string) => mutate(fullDutch, '    b1: Het is stil bij de fietsen.\n', `    b1: Het is stil bij de fietsen.\n    t9: ${text}\n`);

test('the counter of a tile falls in no later scene, on no way', () => {
  const text = again(10);
  const found = errors(readFullStory, text, tiled('Clip van Kaan'));
  expect(found.map(({ code, node, line }) => [code, node, line])).toEqual([['copies-fall', 'avond', lineOf(text, 't9')]]);
  expect(found[0]?.says).toContain('al op 12');
  expect(found[0]?.says).toContain('Zo komt een klas hier: beeld, ');
  expect(errors(readFullStory, again(12), tiled('Clip van Kaan'))).toEqual([]);
  expect(errors(readFullStory, again(1), tiled('Een andere clip'))).toEqual([]);
});

test('readers do not become fewer, until something new is said', () => {
  const seen = (between: string) =>
    mutate(structure, '        - { chat: daan-klas }\n', `        - seen: 9\n${between}        - seen: 4\n        - { chat: daan-klas }\n`);
  expect(small(seen('')).map(({ code, line }) => [code, line])).toEqual([['seen-falls', lineOf(seen(''), 'seen: 4')]]);
  expect(small(seen('        - { message: m2, who: yara }\n'))).toEqual([]);
});

test('unread messages become fewer only on another way', () => {
  const waiting = (when: string) =>
    mutate(
      structure,
      '      beats:\n        - say: b1\n        - { say: b2,',
      `      chat: daan-klas\n      beats:\n        - { behind: klas, unread: 3, when: { toon: stil } }\n        - { behind: klas, unread: 2, when: { toon: ${when} } }\n        - say: b1\n        - { say: b2,`,
    );
  expect(small(waiting('stil')).map(({ code, line }) => [code, line])).toEqual([['unread-falls', lineOf(waiting('stil'), 'unread: 2')]]);
  expect(small(waiting('zacht'))).toEqual([]);
});

test('a kept result is told on every way, or the way is named', () => {
  const past = mutate(full, '{ id: niks, role: stay-out, to: uitslag,', '{ id: niks, role: stay-out, to: slot,');
  const found = errors(readFullStory, past, fullDutch);
  expect(found.map(({ code, node }) => [code, node])).toEqual([
    ['held-untold', 'gok'],
    ['held-untold', 'weer'],
  ]);
  expect(found[0]?.says).toContain('Op deze weg niet: clip, gok: echt, weer: echt, kies: niks.');
});
