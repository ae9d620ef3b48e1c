import { describe, expect, test } from 'vitest';
import { dutch, english, lineOf, mutate, readSmallShared, readSmallStory, sharedFiles, structure } from '../support/lesson/small-story.ts';

const files = { structure, nl: dutch, en: english };
const paths = { structure: 'scenarios/klein/story.yaml', nl: 'scenarios/klein/nl.yaml', en: 'scenarios/klein/en.yaml' };
type File = keyof typeof files;

/** [what it claims, code, file, from, to, the piece on whose line it is reported, node] */
type Break = [claim: string, code: string, file: File, from: string, to: string, at: string, node: string | null];

const errors: Break[] = [
  ['text that is no YAML', 'open-bracket', 'structure', '      chat: klas\n', '      chat: [klas\n', 'chat: [klas', null],
  [
    'a name that stands twice in one block',
    'duplicate-id',
    'structure',
    '  yara: { look: nova }',
    '  yara: { look: nova }\n  yara: { look: mila }',
    '  yara: { look: mila }',
    null,
  ],
  ['a value that is not on the list', 'not-an-option', 'structure', 'place: kitchen', 'place: beach', 'place: beach', 'later'],
  [
    'a name that the format does not know',
    'unknown-key',
    'structure',
    '      light: night',
    '      light: night\n      season: autumn',
    'season: autumn',
    'later',
  ],
  ['a beat of no known kind', 'unknown-key', 'structure', '        - { say: b2, when', '        - { sya: b2, when', 'sya: b2', 'later'],
  [
    'a mistake inside a beat, at the beat',
    'wrong-amount',
    'structure',
    'emoji: thumbs-up, count: 3',
    'emoji: thumbs-up, count: 300',
    'count: 300',
    'begin',
  ],
  ['a vote without a rule for a tie', 'missing-key', 'structure', '      tie: lot\n', '', 'vote:', 'kies'],
  ['an end without the debrief', 'missing-key', 'structure', 'debrief: true, ', '', 'end: {', 'einde'],
  ['a choice without a source', 'wrong-amount', 'structure', "now: ['S1:10-20']", 'now: []', 'id: vraag', 'kies'],
  ['a source that is no source', 'wrong-form', 'structure', "now: ['S1:10-20']", "now: ['page 3']", 'page 3', 'kies'],
  ['an id with capitals', 'wrong-form', 'structure', '  praten:\n    reflect', '  Praten:\n    reflect', '  Praten:', 'Praten'],
  ['a text file of another shape', 'wrong-amount', 'nl', 'say: [Een., Twee., Drie.]', 'say: [Een., Twee.]', 'say: [Een., Twee.]', null],
  ['an empty text', 'empty-value', 'nl', '    b1: Het is avond.', "    b1: ''", "    b1: ''", 'later'],
  ['a start that does not exist', 'unknown-node', 'structure', 'start: begin', 'start: beginn', 'start: beginn', null],
  ['a next that leads nowhere', 'unknown-node', 'structure', 'next: einde', 'next: eind', 'next: eind', 'later'],
  ['a choice that leads nowhere', 'unknown-node', 'structure', 'role: stay-out, to: samen', 'role: stay-out, to: weg', 'to: weg', 'kies'],
  ['a junction that leads nowhere', 'unknown-node', 'structure', '{ else: later }', '{ else: laat }', 'else: laat', 'samen'],
  ['two choices of one name', 'duplicate-id', 'structure', 'id: stil, role', 'id: vraag, role', 'role: stay-out', 'kies'],
  ['one text for two beats of a scene', 'duplicate-id', 'structure', '{ say: b2, when', '{ say: b1, when', '{ say: b1, when', 'later'],
  ['a beat that takes the name of a fixed text', 'reserved-id', 'structure', '{ say: b2, when', '{ say: note, when', '{ say: note, when', 'later'],
  ['a person who does not exist', 'unknown-cast', 'structure', 'act: yara', 'act: yaar', 'act: yaar', 'begin'],
  ['a phone of nobody', 'unknown-cast', 'structure', 'owner: daan', 'owner: sem', 'owner: sem', null],
  ['shoes of nobody', 'unknown-cast', 'structure', 'as: yara', 'as: sem', 'as: sem', 'kies'],
  ['a chat that does not exist', 'unknown-chat', 'structure', '{ chat: daan-klas }', '{ chat: daan }', '{ chat: daan }', 'begin'],
  [
    'a condition on a variable that does not exist',
    'unknown-variable',
    'structure',
    'when: { toon: zacht }',
    'when: { stem: zacht }',
    'stem: zacht',
    'later',
  ],
  [
    'an effect on a variable that does not exist',
    'unknown-variable',
    'structure',
    'set: { toon: zacht }',
    'set: { stem: zacht }',
    'stem: zacht',
    'kies',
  ],
  ['a value that an enum does not have', 'unknown-value', 'structure', 'set: { toon: zacht }', 'set: { toon: boos }', 'toon: boos', 'kies'],
  ['a number out of its range', 'unknown-value', 'structure', 'moed: [2, 3]', 'moed: [2, 4]', 'moed: [2, 4]', 'samen'],
  ['a text where true or false belongs', 'unknown-value', 'structure', 'gevraagd: true, moed: 2', 'gevraagd: ja, moed: 2', 'gevraagd: ja', 'kies'],
  ['an initial value outside its own range', 'unknown-value', 'structure', '[0, 3], initial: 0', '[1, 3], initial: 0', 'initial: 0', null],
  ['a variable that no choice changes', 'never-set', 'structure', ', set: { toon: zacht }', '', '  toon: {', null],
  [
    'a mood of somebody who does not stand there',
    'not-there',
    'structure',
    '        - { who: yara, emotion: happy, at: right }\n',
    '\n',
    'act: yara',
    'begin',
  ],
  [
    'somebody who goes and was not there',
    'not-there',
    'structure',
    'act: yara, emotion: laughing }',
    'leave: yara }\n        - { leave: yara }',
    'leave: yara }\n        - { chat',
    'begin',
  ],
  [
    'somebody who comes and was there',
    'already-there',
    'structure',
    'act: yara, emotion: laughing',
    'enter: daan, emotion: laughing',
    'enter: daan',
    'begin',
  ],
  ['an emoji that nobody drew', 'not-an-option', 'structure', 'emoji: thumbs-up', 'emoji: thumbs', 'emoji: thumbs', 'begin'],
  ['a look that nobody drew', 'not-an-option', 'structure', 'look: nova', 'look: nov', 'look: nov', null],
  ['two people who begin in one place', 'same-place', 'structure', 'emotion: happy, at: right', 'emotion: happy, at: left', '{ who: yara', 'begin'],
  [
    'somebody who comes to stand in another',
    'same-place',
    'structure',
    'act: yara, emotion: laughing }',
    'leave: yara }\n        - { enter: yara, emotion: happy, at: left }',
    'enter: yara',
    'begin',
  ],
  ['a reaction to a message that has not come', 'unknown-message', 'structure', 'react: m1', 'react: m2', 'react: m2', 'begin'],
  ['a message while no chat is open', 'no-chat', 'structure', '      chat: klas\n', '', '{ message: m1', 'begin'],
  ['a mirror of a phone that is nobody’s', 'mirror-owner', 'structure', '        - { chat: daan-klas }\n', '', 'mirror: true', 'begin'],
  ['a guarded vote of four choices', 'guarded-three', 'structure', 'kind: open', 'kind: guarded', 'kind: guarded', 'kies'],
  [
    'a junction whose else is not the last',
    'junction-else',
    'structure',
    '      - { else: later }',
    '      - { else: later }\n      - { else: praten }',
    '{ else: later }',
    'samen',
  ],
  [
    'a junction without an else',
    'junction-else',
    'structure',
    '{ else: later }',
    '{ when: { gevraagd: false }, to: later }',
    'gevraagd: false }, to',
    'samen',
  ],
  [
    'an agreement that the bank does not have',
    'unknown-agreement',
    'structure',
    'agreements: [1, 2, 3]',
    'agreements: [1, 2, 9]',
    'agreements: [1',
    null,
  ],
  ['an agreement named twice', 'duplicate-id', 'structure', 'agreements: [1, 2, 3]', 'agreements: [1, 2, 3, 2]', 'agreements: [1', null],
  ['a source that is not on the shelf', 'unknown-source', 'structure', "later: ['S2:50']", "later: ['S3:50']", 'S3:50', 'kies'],
  ['a source line after the document’s end', 'source-range', 'structure', "later: ['S2:50']", "later: ['S2:50-61']", 'S2:50-61', 'kies'],
  ['a source that runs backwards', 'source-range', 'structure', "t1: ['S2:7-9']", "t1: ['S2:9-7']", 'S2:9-7', null],
  [
    'a scene that no way leads to',
    'unreachable',
    'structure',
    'when: { gevraagd: true, moed: [2, 3] }, to: praten',
    'when: { gevraagd: true, moed: [2, 3] }, to: later',
    '  praten:',
    'praten',
  ],
  ['scenes that never come to an end', 'no-end', 'structure', 'next: einde', 'next: later', '  later:\n    scene', 'later'],
  [
    'a cycle in which a class may walk for ever',
    'endless',
    'structure',
    'role: stay-out, to: samen',
    'role: stay-out, to: begin',
    '  begin:\n    scene',
    'begin',
  ],
  ['junctions that only lead to themselves', 'junction-round', 'structure', '{ else: later }', '{ else: samen }', 'junction:', 'samen'],
  ['a way of a junction that never opens', 'never-true', 'structure', 'gevraagd: true, moed: [2, 3]', 'gevraagd: true, moed: 3', 'moed: 3', 'samen'],
  ['a beat that is never seen', 'never-true', 'structure', 'when: { toon: zacht }', 'when: { toon: hard }', 'toon: hard', 'later'],
  ['a missing scene text in Dutch', 'missing-text', 'nl', '    b2: Niemand zei iets hards.\n', '', '  later:\n    title', 'later'],
  [
    'a missing choice text in English',
    'missing-text',
    'en',
    '      stil: { text: Ik zeg niks, short: Stil, now: Er gebeurt niks., later: Het blijft stil. }\n',
    '',
    '    choices:',
    'kies',
  ],
  ['a node without the teacher’s note', 'missing-text', 'nl', '    note: Luister vooral.\n', '', '  praten:', 'praten'],
  ['a vote without its question', 'missing-text', 'en', '    question: Wat doe je?\n', '', '  kies:', 'kies'],
  ['an end without what can still be done', 'missing-text', 'nl', '    still: [Je kunt nog bellen.]\n', '', '  einde:', 'einde'],
  ['a time that English leaves out', 'missing-text', 'en', '    time: Maandag, 8.30 uur\n', '', '  begin:', 'begin'],
  [
    'a list that English makes shorter',
    'missing-text',
    'en',
    'goals: [Je ziet iets., Je leert iets.]',
    'goals: [Je ziet iets., Je leert iets., Je doet iets.]',
    'goals:',
    null,
  ],
  ['a fact without a text', 'missing-text', 'nl', 'facts:\n  f1: Een feit.', 'facts: {}', 'facts: {}', null],
  ['a text that nothing uses', 'unused-text', 'nl', '    b1: Het is avond.', '    b1: Het is avond.\n    b9: Over.', 'b9: Over.', 'later'],
  ['texts of a node that does not exist', 'unused-text', 'en', 'talking:\n', '  weg: { title: Weg }\ntalking:\n', '  weg:', 'weg'],
  ['a file in the wrong language', 'language', 'en', 'language: en', 'language: nl', 'language: nl', null],
];

const words = (count: number) => Array.from({ length: count }, () => 'woord').join(' ');
const warnings: Break[] = [
  ['a sentence of fourteen words', 'long-sentence', 'nl', 'ending: Zo liep het af.', `ending: ${words(14)}.`, 'ending:', 'einde'],
  ['a line of 25 words in short sentences', 'long-say', 'nl', 'b1: Het is avond.', `b1: ${words(12)}. ${words(13)}.`, 'b1: woord', 'later'],
  ['a message of 13 words', 'long-message', 'en', 'm1: Hoi allemaal', `m1: ${words(13)}`, 'm1:', 'begin'],
  ['a choice of ten words', 'long-choice', 'nl', 'text: Ik vraag het hem', `text: ${words(10)}`, 'vraag:', 'kies'],
  ['a label of four words', 'long-short', 'nl', 'short: Vragen', `short: ${words(4)}`, 'vraag:', 'kies'],
  ['choices that differ by five words', 'uneven-choices', 'nl', 'text: Ik vraag het hem', `text: ${words(8)}`, 'choices:', 'kies'],
  ['a variable that nothing looks at', 'never-read', 'structure', ', when: { toon: zacht }', '', '  toon: {', null],
  [
    'a person who plays no part',
    'unused-cast',
    'structure',
    '  yara: { look: nova }',
    '  yara: { look: nova }\n  sem: { look: sem }',
    '  sem:',
    null,
  ],
  ['a chat that never opens', 'unused-chat', 'structure', '  klas: {}', '  klas: {}\n  leeg: {}', '  leeg:', null],
];

describe('a story that is right', () => {
  // The full story of full-story.ts gets no word at all.
  test('is a story; the only warnings are about what so small a story cannot have', () => {
    const { story, diagnoses } = readSmallStory();
    expect(diagnoses.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'no-private-help'],
      ['warning', 'no-involve'],
      ['warning', 'unmarked-translation'],
    ]);
    expect(story?.structure.id).toBe('klein');
  });
});

describe('a story that is wrong is not played, and says where:', () => {
  test.each(errors)('%s', (claim, code, file, from, to, at, node) => {
    let broken = mutate(files[file], from, to);
    if (code === 'guarded-three') {
      const more = ['weg', 'ver'].map((id) => `        - { id: ${id}, role: join-in, to: samen, now: [D], later: [D] }\n`).join('');
      broken = mutate(broken, '  samen:\n', `${more}  samen:\n`);
    }
    const { story, diagnoses } = readSmallStory({ [file]: broken });
    expect(story, claim).toBeNull();
    expect(diagnoses.map((d) => [d.severity, d.code, d.file, d.line, d.node])).toContainEqual(['error', code, paths[file], lineOf(broken, at), node]);
  });
});

describe('a story that could be better is played, with a warning about', () => {
  test.each(warnings)('%s', (_claim, code, file, from, to, at, node) => {
    const changed = mutate(files[file], from, to);
    const texts = { [file]: changed };
    if (code === 'never-read') texts.structure = changed;
    if (code === 'unused-cast')
      Object.assign(texts, {
        nl: mutate(dutch, '  yara: Yara', '  yara: Yara\n  sem: Sem'),
        en: mutate(english, '  yara: Yara', '  yara: Yara\n  sem: Sem'),
      });
    if (code === 'unused-chat') {
      const leeg = 'chats:\n  leeg: { title: Leeg, badge: L, members: niemand }';
      Object.assign(texts, { nl: mutate(dutch, 'chats:', leeg), en: mutate(english, 'chats:', leeg) });
    }
    const { story, diagnoses } = readSmallStory(texts);
    expect(diagnoses.map((d) => [d.severity, d.code, d.file, d.line, d.node])).toContainEqual([
      'warning',
      code,
      paths[file],
      lineOf(changed, at),
      node,
    ]);
    expect(diagnoses.filter((d) => d.severity === 'error')).toEqual([]);
    expect(story).not.toBeNull();
  });

  test('no theme to find it by', () => {
    const { story, diagnoses } = readSmallStory({ structure: mutate(structure, 'themes: [group-chat]\n', '') });
    expect(diagnoses.map(({ severity, code }) => [severity, code])).toContainEqual(['warning', 'no-themes']);
    expect(story).not.toBeNull();
  });

  test('no sentence of thirteen words and no choice of nine', () => {
    const nl = mutate(
      mutate(dutch, 'ending: Zo liep het af.', `ending: ${words(13)}.`),
      'text: Ik vraag het hem, short: Vragen',
      'text: a b c d e f g, short: a b c',
    );
    expect(readSmallStory({ nl }).diagnoses.filter(({ code }) => /long|uneven/.test(code))).toEqual([]);
  });
});

describe('ways and loops', () => {
  const found = (text: string) => readSmallStory({ structure: text }).diagnoses.filter(({ severity }) => severity === 'error');
  const loop = (back: string) =>
    mutate(
      mutate(
        structure,
        '{ when: { gevraagd: true, moed: [2, 3] }, to: praten }\n      - { else: later }',
        `{ when: { moed: ${back} }, to: later }\n      - { else: praten }`,
      ),
      'reflect: {}\n    next: later',
      'reflect: {}\n    next: kies',
    );

  test('a loop that nobody gets out of is one error, with its junction and what that waits for', () => {
    const text = loop('3');
    const errors = found(text);
    expect(errors.map(({ code, node, line }) => [code, node, line])).toEqual([['no-end', 'samen', lineOf(text, 'junction:')]]);
    expect(errors[0]!.message.nl).toContain('kies → samen → praten → kies');
    expect(errors[0]!.message.nl).toContain('“samen” komt ze pas met moed: 3');
  });

  test('a loop that a class may stay in is one error, with what its junction waits for', () => {
    const errors = found(loop('2'));
    expect(errors.map(({ code, node }) => [code, node])).toEqual([['endless', 'kies']]);
    expect(errors[0]!.message.nl).toContain('“samen” gaat nu pas verder bij moed: 2');
  });

  test('a story without an end is told so once', () => {
    const text = mutate(mutate(structure, '  einde:\n    end: { debrief: true, help: true }\n', ''), 'next: einde', 'next: begin');
    const errors = found(text).filter(({ file }) => file === paths.structure);
    expect(errors.map(({ code, line }) => [code, line])).toEqual([['without-end', lineOf(text, 'nodes:')]]);
    expect(errors[0]!.message.nl).toMatch(/^Dit verhaal heeft geen einde\./);
  });

  test('what comes after a way that never opens is not told again', () => {
    const errors = found(mutate(structure, 'gevraagd: true, moed: [2, 3]', 'gevraagd: true, moed: 3'));
    expect(errors.map(({ code }) => code)).toEqual(['never-true']);
  });

  test('of scenes that no way leads to, only the first is told', () => {
    const text = mutate(
      structure,
      '  einde:\n',
      '  los:\n    reflect: {}\n    next: losser\n  losser:\n    reflect: {}\n    next: einde\n  einde:\n',
    );
    const errors = found(text).filter(({ file }) => file === paths.structure);
    expect(errors.map(({ code, node }) => [code, node])).toEqual([['unreachable', 'los']]);
  });

  test('twelve votes of three choices, without variables, are not too many, however many routes they make', () => {
    const votes = Array.from({ length: 12 }, (_, index) => {
      const choices = ['a', 'b', 'c'].map(
        (id) => `        - { id: ${id}, role: stay-out, to: ${index < 11 ? `v${index + 1}` : 'later'}, now: [D], later: [D] }\n`,
      );
      return `  v${index}:\n    vote:\n      kind: open\n      seconds: 60\n      tie: lot\n      few: teacher\n      choices:\n${choices.join('')}`;
    });
    const codes = found(mutate(structure, '  later:\n', `${votes.join('')}  later:\n`).replace('{ else: later }', '{ else: v0 }')).map(
      ({ code }) => code,
    );
    expect(new Set(codes)).toEqual(new Set(['missing-text']));
  });
});

describe('every message', () => {
  test('says something in both languages and never shows a raw value', () => {
    for (const [, , file, from, to] of errors) {
      for (const { message } of readSmallStory({ [file]: mutate(files[file], from, to) }).diagnoses) {
        for (const sentence of [message.nl, message.en]) {
          expect(sentence.length).toBeGreaterThan(20);
          expect(sentence).not.toMatch(/undefined|\[object|Invalid input/);
        }
        expect(message.nl).not.toBe(message.en);
      }
    }
  });

  test('about two people in one place names the lines of both', () => {
    const broken = mutate(structure, 'emotion: happy, at: right', 'emotion: happy, at: left');
    const found = readSmallStory({ structure: broken }).diagnoses.find(({ code }) => code === 'same-place');
    expect(found?.message.nl).toContain(`“daan” (regel ${lineOf(broken, '{ who: daan')}) en “yara” (regel ${lineOf(broken, '{ who: yara')})`);
    expect(found?.message.nl).toContain('(centre, right)');
  });

  test('stands at its column', () => {
    const broken = mutate(structure, 'act: yara', 'act: yaar');
    const [found] = readSmallStory({ structure: broken }).diagnoses;
    expect(broken.split('\n')[found!.line - 1]!.slice(found!.column - 1)).toMatch(/^act: yaar/);
  });
});

describe('the library', () => {
  test('is read where it is right', () => {
    const { shared, diagnoses } = readSmallShared();
    expect(diagnoses).toEqual([]);
    expect(shared?.sources.S1?.lines).toBe(200);
  });

  test.each([
    ['agreements', "['S1:2']", "['S1:201']", 'source-range', 2],
    ['agreements', "['S1:2']", "['S4:2']", 'unknown-source', 2],
    ['help', "'2026-01-31'", 'january', 'wrong-form', 1],
    ['sources', 'S2: {', 'S1: {', 'duplicate-id', 2],
  ] as const)('with an error in %s.yaml (%s → %s) there is no shelf', (file, from, to, code, line) => {
    const { shared, diagnoses } = readSmallShared({ [file]: mutate(sharedFiles[file], from, to) });
    expect(shared).toBeNull();
    expect(diagnoses.map((d) => [d.code, d.file, d.line])).toContainEqual([code, `scenarios/${file}.yaml`, line]);
  });
});
