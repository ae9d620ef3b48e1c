import { describe, expect, test } from 'vitest';
import { sceneView } from '../../src/lesson/views/scene-view.ts';
import { tableau } from '../../src/stage/cues/tableau.ts';
import { begin } from '../../src/story/compile/machine.ts';
import { dutch, english, readFullStory, structure } from '../support/lesson/full-story.ts';
import { lineOf, mutate } from '../support/lesson/small-story.ts';

/** The full story with a chat in which everything happens that can happen in one. */
const chatted = mutate(
  mutate(structure, '  klas: {}\n', '  klas: {}\n  kaan-klas: { owner: kaan }\n  fem-klas: { owner: fem }\n  kaan-oma: { owner: kaan }\n'),
  '      standing: []\n      beats:\n        - say: b1\n',
  `      standing: []
      chat: kaan-klas
      beats:
        - { message: m1, who: fem }
        - { voice: v1, who: kaan, seconds: 7 }
        - { behind: kaan-oma, unread: 1 }
        - { message: m2, who: fem }
        - { behind: kaan-oma, unread: 3 }
        - { scroll: m1 }
        - { delete: m2 }
        - { split: fem-klas }
        - { removed: kaan, by: fem }
        - { message: m3, who: fem }
        - { message: m4, who: fem, only: fem-klas }
        - { added: kaan, by: fem }
        - { left: fem }
        - { chat: kaan-oma }
        - { message: m5, who: kaan }
`,
);
const lines = ['m1: Hoi allemaal', 'm2: Grapje', 'm3: Zo.', 'm4: Hallo?', 'm5: Ben je wakker?', 'v1: Ik kom iets later.'];
const texts = (file: string) =>
  mutate(
    mutate(file, '    b1: Het is stil bij de fietsen.\n', lines.map((line) => `    ${line}\n`).join('')),
    '  klas: { title: Klas, badge: K, members: 25 leden }\n',
    ['klas', 'kaan-klas', 'fem-klas', 'kaan-oma'].map((id) => `  ${id}: { title: ${id}, badge: K, members: 25 leden }\n`).join(''),
  );
const files = { structure: chatted, nl: texts(dutch), en: texts(english) };

const errors: [claim: string, code: string, from: string, to: string, at: string][] = [
  ['a voice of a stranger', 'unknown-cast', 'voice: v1, who: kaan', 'voice: v1, who: karel', 'voice: v1'],
  ['a voice of two minutes', 'wrong-amount', 'seconds: 7', 'seconds: 120', 'seconds: 120'],
  ['a voice whose words are called otherwise', 'misnamed-text', 'voice: v1', 'voice: v2', '{ voice: v2'],
  ['deleting what was not said', 'unknown-message', 'delete: m2', 'delete: m5', 'delete: m5'],
  ['going back to what was not said', 'unknown-message', 'scroll: m1', 'scroll: m3', 'scroll: m3'],
  ['going back to another chat', 'scroll-chat', '{ message: m5, who: kaan }', '{ scroll: m1 }', 'scroll: m1 }\n    next: einde'],
  ['a chat behind itself', 'behind-open', 'behind: kaan-oma, unread: 1', 'behind: kaan-klas, unread: 1', 'behind: kaan-klas'],
  [
    'unread messages that were never read',
    'unread-falls',
    'behind: kaan-oma, unread: 1',
    'behind: kaan-oma, unread: 4',
    'behind: kaan-oma, unread: 3',
  ],
  ['a chat behind that does not exist', 'unknown-chat', 'behind: kaan-oma, unread: 1', 'behind: oma, unread: 1', 'behind: oma'],
  ['two phones of one person', 'split-owner', 'split: fem-klas', 'split: kaan-oma', 'split: kaan-oma'],
  ['a second phone of nobody', 'split-owner', 'split: fem-klas', 'split: klas', 'split: klas'],
  ['a side of a chat that is on one phone', 'only-split', 'message: m2, who: fem', 'message: m2, who: fem, only: kaan-klas', 'message: m2'],
  ['a side of a third phone', 'only-split', 'only: fem-klas', 'only: kaan-oma', 'only: kaan-oma'],
  ['somebody who writes after being removed', 'gone-writes', '{ message: m3, who: fem }', '{ message: m3, who: kaan }', 'message: m3'],
  ['removed by a stranger', 'unknown-cast', 'removed: kaan, by: fem', 'removed: kaan, by: femke', 'removed: kaan'],
  ['nobody of the story who leaves', 'unknown-cast', 'left: fem', 'left: oma', 'left: oma'],
  ['somebody left while no chat is open', 'no-chat', '      chat: kaan-klas\n', '', '{ message: m1, who: fem }'],
];

describe('a chat in which everything happens', () => {
  test('gets no error', () => {
    expect(readFullStory(files).diagnoses.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(errors)('%s is %s', (_claim, code, from, to, at) => {
    const broken = mutate(chatted, from, to);
    const found = readFullStory({ ...files, structure: broken }).diagnoses.filter((diagnosis) => diagnosis.code === code);
    expect(found.map(({ severity, message: { nl, en } }) => [severity, nl !== en && nl.length > 20 && en.length > 20])).toContainEqual([
      'error',
      true,
    ]);
    const inTexts = code === 'missing-text';
    expect(found.map(({ line }) => line)).toContain(lineOf(inTexts ? files.nl : broken, at));
  });

  const played = (lang: 'nl' | 'en', until: number) => {
    const { story } = readFullStory(files);
    if (!story) throw new Error('the story of this test is broken');
    const scene = sceneView(story, lang, { node: 'avond', variables: begin(story.machine).variables });
    const ms = scene.beats.slice(0, until).reduce((sum, beat) => sum + beat.ms, 0);
    return { scene, at: (more = 0) => tableau(scene, ms + more) };
  };
  const said = (lines: { text: string }[]) => lines.map(({ text }) => text);

  test('a voice plays as long as it lasts', () => {
    const { at } = played('nl', 1);
    expect(at(3500).playing).toEqual({ id: 'v1', share: 0.5 });
    expect(at(3500).lines.at(-1)).toMatchObject({ kind: 'voice', seconds: 7, mine: true, text: 'Ik kom iets later.' });
    expect(at(7000).playing).toBeNull();
  });

  test('another group fills up behind the first, until it opens', () => {
    expect(played('nl', 2).at().behind).toMatchObject({ unread: 1, text: 'kaan-oma: 1 ongelezen' });
    expect(played('nl', 4).at()).toMatchObject({ behind: { unread: 3 }, chat: { id: 'kaan-klas' } });
    expect(played('nl', 13).at()).toMatchObject({ behind: null, chat: { id: 'kaan-oma' }, second: null });
  });

  test('the chat goes back to a line and stays there while lines are taken away, until a new phone or line comes', () => {
    expect(played('nl', 5).at().scrolled).toBe('m1');
    expect(played('nl', 6).at()).toMatchObject({ scrolled: 'm1', lines: [{}, {}, { id: 'm2', deleted: 'Dit bericht is verwijderd' }] });
    expect(played('nl', 7).at().scrolled).toBeNull();
  });

  test('two phones show the same chat, each its own side', () => {
    const { second, lines } = played('nl', 7).at();
    expect(second?.lines.map((line) => line.kind !== 'system' && line.mine)).toEqual([true, false, true]);
    expect(lines.map((line) => line.kind !== 'system' && line.mine)).toEqual([false, true, false]);
    expect(said(second?.lines ?? [])).toEqual(said(lines));
  });

  test('a removed member reads that, and nothing after it, until being added again', () => {
    const out = played('nl', 10).at();
    expect(out).toMatchObject({ closed: true, second: { closed: false } });
    expect(said(out.lines).at(-1)).toBe('Fem heeft jou verwijderd');
    expect(said(out.second?.lines ?? []).slice(-3)).toEqual(['Jij hebt Kaan verwijderd', 'Zo.', 'Hallo?']);
    const back = played('nl', 11).at();
    expect(back.closed).toBe(false);
    expect(said(back.lines).slice(-2)).toEqual(['Fem heeft jou verwijderd', 'Fem heeft jou toegevoegd']);
  });

  test('a member who leaves sees the chat close; the others read that', () => {
    const left = played('en', 12).at();
    expect([said(left.lines).at(-1), said(left.second?.lines ?? []).at(-1)]).toEqual(['Fem left the group', 'You left the group']);
    expect([left.closed, left.second?.closed]).toEqual([false, true]);
  });
});
