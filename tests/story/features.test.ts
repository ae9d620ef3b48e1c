import { describe, expect, test } from 'vitest';
import { isReleasable } from '../../src/story/check/diagnosis.ts';
import { LAWFUL } from '../../src/story/check/lexicon.ts';
import { walk } from '../../src/story/check/walk.ts';
import { begin } from '../../src/story/compile/machine.ts';
import { dutch, english, readFullStory, structure } from '../support/lesson/full-story.ts';
import { routesOf } from '../support/lesson/routes.ts';
import { lineOf, mutate } from '../support/lesson/small-story.ts';

const files = { structure, nl: dutch, en: english };
const paths = { structure: 'scenarios/vol/story.yaml', nl: 'scenarios/vol/nl.yaml', en: 'scenarios/vol/en.yaml' };
type File = keyof typeof files;

/** [what it claims, code, file, from, to, the piece on whose line it is reported, node] */
type Break = [claim: string, code: string, file: File, from: string, to: string, at: string, node: string | null];

const errors: Break[] = [
  [
    'a kept result whose choices part',
    'held-ways',
    'structure',
    'id: nep, role: stay-out, to: tegel',
    'id: nep, role: stay-out, to: kies',
    'to: kies, now: [D], later: [D] }\n  tegel',
    'gok',
  ],
  [
    'a kept result that changes the story',
    'held-set',
    'structure',
    'id: nep, role: stay-out, to: tegel',
    'id: nep, role: stay-out, to: tegel, set: { stil: true }',
    'to: tegel, set',
    'gok',
  ],
  ['a kept result that nobody tells', 'held-untold', 'structure', 'results: [gok, weer]', 'results: [gok]', 'held: true\n      again', 'weer'],
  ['results of a vote that was not kept', 'results-shown', 'structure', 'results: [gok, weer]', 'results: [gok, weer, kies]', 'results:', 'uitslag'],
  [
    'results of a vote that does not exist',
    'unknown-vote',
    'structure',
    'results: [gok, weer]',
    'results: [gok, weer, gokje]',
    'results:',
    'uitslag',
  ],
  ['the same result twice', 'duplicate-id', 'structure', 'results: [gok, weer]', 'results: [gok, weer, gok]', 'results:', 'uitslag'],
  ['results before the vote', 'not-before', 'structure', 'start: gok', 'start: tegel', 'results:', 'uitslag'],
  ['a second vote before the first', 'not-before', 'structure', 'start: gok', 'start: tegel', 'again: gok', 'weer'],
  ['a second vote on a scene', 'unknown-vote', 'structure', 'again: gok', 'again: tegel', 'again: tegel', 'weer'],
  [
    'a second vote with other choices',
    'again-choices',
    'structure',
    '{ id: nep, role: stay-out, to: kies',
    '{ id: nieuw, role: stay-out, to: kies',
    'again: gok',
    'weer',
  ],
  [
    'a prediction that nobody tells',
    'held-untold',
    'structure',
    '    foreseen: { vote: raad, came: zwijgt }\n',
    '    reflect: {}\n',
    'held: true\n      asks',
    'raad',
  ],
  [
    'a prediction that some way does not tell',
    'held-untold',
    'structure',
    '  bleek:\n    foreseen',
    '  bleek:\n    junction:\n      - { when: { stil: true }, to: kwam }\n      - { else: slot }\n  kwam:\n    foreseen',
    'held: true\n      asks',
    'raad',
  ],
  ['a way past a vote that is no choice of it', 'short-choice', 'structure', 'long: app', 'long: apps', 'long: apps', 'kies'],
  [
    'a scene of which nothing is left',
    'short-empty',
    'structure',
    '      long: true\n      place: canteen\n      light: night\n      standing: []\n      beats:\n        - say: stil',
    '      place: canteen\n      light: night\n      standing: []\n      beats:\n        - { say: stil, long: true }',
    'beats:\n        - { say: stil',
    'adem',
  ],
  ['a short version without its minutes', 'short-minutes', 'structure', 'shortMinutes: 4\n', '', 'minutes: 5', null],
  [
    'a kept vote that the short version does not ask',
    'not-before',
    'structure',
    'asks: prediction',
    'asks: prediction\n      long: belt',
    'foreseen:',
    'bleek',
  ],
  [
    'a reaction to a line that the short version lacks',
    'hidden-message',
    'structure',
    '{ message: m1, who: fem, when: { version: clip } }',
    '{ message: m1, who: fem, when: { version: clip }, long: true }',
    'react: m1',
    'tegel',
  ],
  ['a prediction told before it was asked', 'not-before', 'structure', 'next: raad', 'next: bleek', 'foreseen:', 'bleek'],
  ['a prediction of a vote that does not exist', 'unknown-vote', 'structure', 'vote: raad', 'vote: raat', 'foreseen:', 'bleek'],
  ['what came and is no choice', 'foreseen-came', 'structure', 'came: zwijgt', 'came: zwijgen', 'foreseen:', 'bleek'],
  ['a prediction that is an estimate', 'foreseen-asks', 'structure', 'asks: prediction', 'asks: estimate', 'foreseen:', 'bleek'],
  ['an open prediction', 'foreseen-asks', 'structure', 'kind: guarded', 'kind: open', 'foreseen:', 'bleek'],
  [
    'a prediction whose result is told too',
    'foreseen-results',
    'structure',
    'results: [gok, weer]',
    'results: [gok, weer, raad]',
    'foreseen:',
    'bleek',
  ],
  [
    'a prediction told twice on one way',
    'foreseen-again',
    'structure',
    'came: zwijgt }\n    next: adem',
    'came: zwijgt }\n    next: nogeens\n  nogeens:\n    foreseen: { vote: raad, came: belt }\n    next: adem',
    'foreseen: { vote: raad, came: belt }',
    'nogeens',
  ],
  [
    'versions that the variable lacks',
    'version-variable',
    'structure',
    'enum: [clip, beeld], initial: clip',
    'enum: [clip, foto], initial: clip',
    'version: { enum',
    null,
  ],
  [
    'a version variable that starts at another version',
    'version-variable',
    'structure',
    'initial: clip }',
    'initial: beeld }',
    'version: { enum',
    null,
  ],
  ['versions without their variable', 'version-variable', 'structure', '  version: { enum: [clip, beeld], initial: clip }\n', '', 'versions:', null],
  [
    'a version that the class chooses',
    'version-set',
    'structure',
    'set: { stil: true }',
    'set: { stil: true, version: beeld }',
    'version: beeld },',
    'kies',
  ],
  ['a version named twice', 'duplicate-id', 'structure', '{ id: beeld, band', '{ id: clip, band', '{ id: clip, band: 14-16', null],
  ['a version without a text', 'missing-text', 'nl', '  beeld: { title: Een beeld, about: Met een plaatje. }\n', '', 'versions:', null],
  ['a text of no version', 'unused-text', 'en', 'cast:\n', '  extra: { title: Extra, about: Extra. }\ncast:\n', '  extra:', null],
  ['a counter without its tile', 'unknown-tile', 'structure', 'copies: 9, of: t1', 'copies: 9, of: m1', 'of: m1', 'tegel'],
  ['a counter that falls', 'copies-fall', 'structure', 'copies: 9, of: t1', 'copies: 1, of: t1', 'copies: 1,', 'tegel'],
  ['a counter that falls on one way only', 'copies-fall', 'structure', 'copies: 12, of: t1', 'copies: 8, of: t1', 'copies: 8,', 'tegel'],
  [
    'a reaction to a message that is not there on every way',
    'hidden-message',
    'structure',
    'count: 3, when: { version: clip }',
    'count: 3',
    'react: m1',
    'tegel',
  ],
  ['a tile while no chat is open', 'no-chat', 'structure', '      chat: klas\n', '', '{ tile: voice', 'tegel'],
  ['a bar longer than it can be', 'bar-over', 'structure', 'value: 6, of: 25', 'value: 26, of: 25', 'value: 26', 'tegel'],
  ['a bar without a text', 'missing-text', 'en', '    gelezen: De uitleg gelezen\n', '', '  tegel:', 'tegel'],
  ['a bar that takes the name of a fixed text', 'reserved-id', 'structure', 'text: gelezen', 'text: note', '{ bars', 'tegel'],
  ['two bars with one text', 'duplicate-id', 'structure', 'text: gelezen', 'text: gehoord', '{ bars', 'tegel'],
  ['a tile that is on no list', 'not-an-option', 'structure', 'tile: voice', 'tile: nude', 'tile: nude', 'tegel'],
  ['a vote of four seconds', 'wrong-amount', 'structure', 'seconds: 5\n', 'seconds: 4\n', 'seconds: 4', 'weer'],
  ['results without the teacher’s note', 'missing-text', 'nl', '    note: Noem geen namen.\n', '', '  uitslag:', 'uitslag'],
  [
    'results with a question',
    'unused-text',
    'nl',
    '    note: Noem geen namen.',
    '    note: Noem geen namen.\n    question: Wat?',
    'question: Wat?',
    'uitslag',
  ],
  ['a context that English leaves out', 'missing-text', 'en', '    context: Je weet nog niets.\n', '', '  gok:', 'gok'],
  ['fewer explained words in English', 'missing-text', 'en', 'words: { clip: een kort geluid }', 'words: {}', 'words:', null],
  [
    'a shorter sheet in English',
    'missing-text',
    'en',
    'before: [Vertel het., Kijk wie er is.]',
    'before: [Vertel het., Kijk., Wacht.]',
    'before:',
    null,
  ],
  [
    'somebody the teacher is told of who is not there',
    'unused-text',
    'nl',
    'fem: Vraagt ernaar.',
    'fem: Vraagt ernaar., bas: Weg.',
    '  people:',
    null,
  ],
  ['somebody the teacher is not told of', 'missing-text', 'nl', ', fem: Vraagt ernaar.', '', '  people:', null],
  [
    'a plot of a version that is none',
    'unused-text',
    'nl',
    '  parents: We',
    '  versions: { x: { plot: [A., B.], people: {} } }\n  parents: We',
    '  versions:',
    null,
  ],
  ['two questions beforehand', 'wrong-amount', 'nl', ', Sprak je die nog niet?', '', '  check:', null],
  [
    'a shorter plot in English',
    'missing-text',
    'en',
    'plot: [Er is een clip., De klas kiest.]',
    'plot: [Er is een clip., De klas kiest., Klaar.]',
    '  plot:',
    null,
  ],
  ['a line for parents that English leaves out', 'missing-text', 'en', '  parents: We spelen een verzonnen verhaal.\n', '', 'teacher:', null],
];

const warnings: Break[] = [
  ['short minutes that a class does not take', 'minutes', 'structure', 'shortMinutes: 4', 'shortMinutes: 20', 'shortMinutes: 20', null],
  ['a title of six words', 'long-title', 'nl', 'title: Avond', 'title: Een hele lange avond bij fietsen', 'title: Een hele', 'avond'],
  [
    'a question of eleven words',
    'long-question',
    'nl',
    'question: Wat doe je?',
    `question: Wat doe je ${'dan '.repeat(8)}?`,
    'question: Wat doe',
    'kies',
  ],
  ['a note of sixteen words', 'long-note', 'nl', 'note: Noem geen namen.', `note: ${'woord '.repeat(16)}`, '    note: woord', 'uitslag'],
  ['a notice of 31 words', 'long-notice', 'nl', 'notice: Dit gaat over een clip.', `notice: ${'Dit is het. '.repeat(11)}`, 'notice:', null],
  [
    'a choice of three lines on a phone',
    'choice-lines',
    'nl',
    'text: Ik app hem alleen',
    'text: Ik vertrouw mijn klasgenoten tegenwoordig onvoorwaardelijk',
    'app: {',
    'kies',
  ],
  ['no explained words', 'no-words', 'nl', 'words: { clip: een kort geluid }\n', '', 'language', null],
  ['no sheet', 'no-sheet', 'en', dutch.slice(dutch.indexOf('sheet: '), dutch.indexOf('teacher:')), '', 'language', null],
  ['nothing that the teacher reads first', 'no-teacher', 'en', dutch.slice(dutch.indexOf('teacher:')), '', 'language', null],
  ['an explanation of thirteen words', 'long-explanation', 'nl', 'clip: een kort geluid', `clip: ${'woord '.repeat(13)}`, 'words:', null],
  ['Dutch that changed after its translation', 'stale-translation', 'nl', 'Een feit.', 'Een ander feit.', '', null],
  ['a translation of nobody knows what', 'unmarked-translation', 'en', english.split('\n')[1]!, '', 'language', null],
  ['no help in private', 'no-private-help', 'structure', 'role: private-help', 'role: help', 'nodes:', null],
  ['nobody who can be involved', 'no-involve', 'structure', 'role: involve', 'role: help', 'nodes:', null],
  ['doing nothing is impossible', 'no-stay-out', 'structure', 'id: niks, role: stay-out', 'id: niks, role: help', 'nodes:', null],
  ['neither joining in nor keeping quiet', 'no-temptation', 'structure', 'id: niks, role: stay-out', 'id: niks, role: help', 'nodes:', null],
  [
    'doing nothing changes nothing',
    'quiet-without-consequence',
    'structure',
    'id: app, role: private-help',
    'id: app, role: stay-out',
    'id: app',
    'kies',
  ],
  ['a label', 'label-word', 'nl', 'b1: Het is stil bij de fietsen.', 'b1: De pester wacht bij de fietsen.', 'b1: De', 'avond'],
  ['a label in English', 'label-word', 'en', 'b1: Het is stil bij de fietsen.', 'b1: The victim waits.', 'b1: The', 'avond'],
  ['blame', 'blame-word', 'nl', 'ending: Zo liep het af.', 'ending: Dat was haar eigen schuld.', 'ending:', 'einde'],
  ['blame in English', 'blame-word', 'en', 'ending: Zo liep het af.', 'ending: She should not have sent it.', 'ending:', 'einde'],
  ['shouting', 'loud-text', 'nl', 'b1: Het is stil bij de fietsen.', 'b1: Help! Wat nu!', 'b1:', 'avond'],
];

/** What a story must never say: it can be rehearsed, and no catalogue has it. */
const withheld: Break[] = [
  ['a name of the sources', 'real-name', 'nl', 'kaan: Kaan', 'kaan: Zayn', 'kaan: Zayn', null],
  ['a brand', 'brand', 'nl', 'm1: Wat is dit?', 'm1: Staat dit op Snapchat?', 'm1:', 'tegel'],
  [
    'a question after own experience',
    'own-experience',
    'nl',
    'question: Wat ziet Kaan?',
    'question: Heb jij weleens zoiets gezien?',
    'question: Heb',
    null,
  ],
  [
    'a question after own experience in English',
    'own-experience',
    'en',
    'question: Wat ziet Kaan?',
    'question: Have you ever seen this?',
    'question: Have',
    null,
  ],
  ['the law in own words', 'law-word', 'nl', 'f1: Een feit.', 'f1: Doorsturen is strafbaar.', 'f1:', null],
  ['the law as a certainty in English', 'law-word', 'en', 'f1: Een feit.', 'f1: Passing it on is illegal.', 'f1:', null],
  ['two brands in one line: the second', 'brand', 'nl', 'm1: Wat is dit?', 'm1: Van Snapchat of van TikTok?', 'm1:', 'tegel'],
  ['a law sentence with one word less', 'law-word', 'nl', 'f1: Een feit.', 'f1: Dreigen met beelden is strafbaar.', 'f1:', null],
  ['what is said to be forbidden', 'law-word', 'nl', 'f1: Een feit.', 'f1: Doorsturen is verboden.', 'f1:', null],
  ['an arrest', 'law-word', 'nl', 'ending: Zo liep het af.', 'ending: Hij werd gearresteerd.', 'ending:', 'einde'],
  ['an arrest in English', 'law-word', 'en', 'ending: Zo liep het af.', 'ending: He may be arrested.', 'ending:', 'einde'],
  ['a telephone number', 'contact-detail', 'nl', 'm1: Wat is dit?', 'm1: Bel me op 06-12 34 56 78', 'm1:', 'tegel'],
  ['a service number', 'contact-detail', 'nl', 'ending: Zo liep het af.', 'ending: Bel 0800-0432.', 'ending:', 'einde'],
  ['a street and a number', 'contact-detail', 'nl', 'm1: Wat is dit?', 'm1: Ik woon in de Kerkstraat 12', 'm1:', 'tegel'],
  ['a postcode', 'contact-detail', 'nl', 'm1: Wat is dit?', 'm1: Het is in 1234 AB', 'm1:', 'tegel'],
  ['an e-mail address', 'contact-detail', 'en', 'm1: Wat is dit?', 'm1: Write to kaan@school.nl', 'm1:', 'tegel'],
  ['a web address', 'contact-detail', 'nl', 'm1: Wat is dit?', 'm1: Kijk op www.klas.nl', 'm1:', 'tegel'],
  ['self-harm', 'self-harm', 'nl', 'b1: Het is stil bij de fietsen.', 'b1: Het ging over zelfmoord.', 'b1:', 'avond'],
  [
    'a question whether it happened here',
    'own-experience',
    'nl',
    'question: Wat ziet Kaan?',
    'question: Wie heeft dit ook meegemaakt?',
    'question: Wie',
    null,
  ],
  ['the narrator who asks the class', 'own-experience', 'nl', 'b1: Het is stil bij de fietsen.', 'b1: Is jou dit weleens overkomen?', 'b1:', 'avond'],
];

const wrong = ([, , file, from, to]: Break) => mutate(files[file], from, to);

test('a correct story, with everything in it, gets no warning', () => {
  const { story, diagnoses } = readFullStory();
  expect(diagnoses).toEqual([]);
  expect(story?.structure.id).toBe('vol');
});

describe('a story that is wrong is not played, and says where:', () => {
  test.each(errors)('%s', (...row) => {
    const [claim, code, file, , , at, node] = row;
    const broken = wrong(row);
    const { story, diagnoses } = readFullStory({ [file]: broken });
    expect(story, claim).toBeNull();
    expect(diagnoses.map((d) => [d.severity, d.code, d.file, d.line, d.node])).toContainEqual(['error', code, paths[file], lineOf(broken, at), node]);
    for (const { message } of diagnoses) expect(`${message.nl} ${message.en}`).not.toMatch(/undefined|\[object|Invalid input|null/);
  });
});

describe('a story that says what none may say can be rehearsed and is never released:', () => {
  test.each(withheld)('%s', (...row) => {
    const [claim, code, file, , , at, node] = row;
    const changed = wrong(row);
    const { story, diagnoses } = readFullStory({ [file]: changed });
    const place = [paths[file], lineOf(changed, at)];
    expect(diagnoses.map((d) => [d.severity, d.code, d.file, d.line, d.node])).toContainEqual(['withheld', code, ...place, node]);
    expect(story, claim).not.toBeNull();
    expect(isReleasable(diagnoses)).toBe(false);
  });

  test('two brands in one line are both named', () => {
    const { diagnoses } = readFullStory({ nl: mutate(dutch, 'm1: Wat is dit?', 'm1: Van Snapchat of van TikTok?') });
    expect(diagnoses.filter(({ code }) => code === 'brand').map(({ message }) => message.nl.slice(0, 10))).toEqual(['“Snapchat”', '“TikTok” i']);
  });

  test.each(['Het is 22.40 uur.', 'De app heeft 26 leden.', 'In 2026 was het 12-11.', 'Onderweg 3 keer gebeld.', 'Op het schoolplein 12 mensen.'])(
    'a number that is nobody’s is none of it: %s',
    (line) => {
      const { diagnoses } = readFullStory({ nl: mutate(dutch, 'b1: Het is stil bij de fietsen.', `b1: ${line}`) });
      expect(diagnoses.map(({ code }) => code)).toEqual(['stale-translation']);
    },
  );
});

/** What the check says of a line that no one in the story speaks. */
const saidOf = (line: string, lang: 'nl' | 'en' = 'nl') => {
  const said = `b1: ${JSON.stringify(line)}`;
  const from = 'b1: Het is stil bij de fietsen.';
  const { diagnoses } = readFullStory(lang === 'nl' ? { nl: mutate(dutch, from, said) } : { en: mutate(english, from, said) });
  return diagnoses.filter(({ code }) => code !== 'stale-translation').map(({ severity, code }) => `${severity} ${code}`);
};

test('each sentence of the guide may say what the law does, also with a colon and after other sentences', () => {
  for (const sentence of LAWFUL) expect(saidOf(`Let op: dit telt. ${sentence}`), sentence).not.toContain('withheld law-word');
  expect(saidOf('Het is iets anders: dat is strafbaar.')).toContain('withheld law-word');
  expect(saidOf('Passing it on is illegal: that may be so.', 'en')).toContain('withheld law-word');
});

describe('what no story says is found in every form of it:', () => {
  test.each([
    ['brand', 'Iedereen zit in de WhatsAppgroep.'],
    ['brand', 'Het staat in de klassenwhatsapp.'],
    ['brand', 'Hij WhatsAppt haar.'],
    ['brand', 'Ze heeft hem gegoogeld.'],
    ['brand', 'Het TikTokfilmpje gaat rond.'],
    ['brand', 'Zij zitten in de Whats-App.'],
    ['brand', 'Dat zag ik op marktplaats.'],
    ['brand', 'Zij zitten op discord.'],
    ['real-name', 'Jasmijns telefoon ligt er nog.'],
    ['self-harm', 'Zij heeft zelfmoordgedachten.'],
    ['self-harm', 'Hij wil dood.'],
    ['self-harm', 'Zij snijdt zichzelf.'],
    ['law-word', 'De politieagent komt.'],
    ['law-word', 'Zij zit op het politiebureau.'],
    ['law-word', 'Het staat in het wetboek.'],
    ['law-word', 'De strafbaarheid staat vast.'],
    ['law-word', 'Je kunt er straf voor krijgen.'],
    ['contact-detail', 'Bel 06.12.34.56.78.'],
    ['contact-detail', 'Bel 06 - 12345678.'],
    ['contact-detail', 'Bel 0031612345678.'],
    ['contact-detail', 'Het is 3511ab.'],
    ['own-experience', 'Heb je wel een keer iemand buitengesloten?'],
    ['own-experience', 'Ken jij iemand die buitengesloten werd?'],
  ])('%s: %s', (code, line) => {
    expect(saidOf(line)).toEqual([`withheld ${code}`]);
  });
  test.each([
    ['brand', 'They are in the WhatsAppgroup.'],
    ['brand', 'They watch it on twitch.'],
    ['brand', 'Then a Telegram message comes.'],
    ['law-word', 'You can get a fine.'],
    ['law-word', 'The policeman comes.'],
    ['self-harm', 'He has suicidal thoughts.'],
    ['own-experience', 'Do you know anyone who was left out?'],
  ])('%s in English: %s', (code, line) => {
    expect(saidOf(line, 'en')).toEqual([`withheld ${code}`]);
  });

  test('in a text with a name of the format, in a word that is explained, and in what a teacher does not say', () => {
    const badge = mutate(structure, 'say: b1', 'say: badge');
    const nl = mutate(dutch, 'b1: Het is stil bij de fietsen.', 'badge: Jasmijn zit op WhatsApp.');
    const called = readFullStory({ structure: badge, nl, en: mutate(english, 'b1: Het is stil bij de fietsen.', 'badge: It is quiet.') });
    expect(called.diagnoses.map(({ code }) => code)).toEqual(expect.arrayContaining(['real-name', 'brand']));
    const explained = readFullStory({ nl: mutate(dutch, 'words: { clip:', 'words: { whatsapp:') });
    expect(explained.diagnoses.map(({ code }) => code)).toContain('brand');
    const said = mutate(dutch, 'dontSay: [Wie', 'dontSay: [Bel Jasmijn op 06-12345678. Wie');
    const codes = readFullStory({ nl: said }).diagnoses.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['real-name', 'contact-detail']));
    expect(codes).not.toContain('own-experience');
  });

  test.each([
    'De politiek is saai.',
    'Het is van 08.30 - 09.15 uur.',
    'De toets is op 01.12.2026.',
    'Het weegt 1500kg.',
    'Zij draagt een wetsuit.',
    'Hij krijgt straf.',
    'Tessa eet onder de open lucht.',
    'Zij staan op de marktplaats.',
    'Er komt een telegram.',
    'Ken jij iemand die kan helpen?',
    'Heb je een keer tijd?',
  ])('and nothing else is: %s', (line) => {
    expect(saidOf(line)).toEqual([]);
  });
  test.each([
    'A twitch of a smile.',
    'He is the messenger.',
    'Twitching, she looks away.',
    'There is discord.',
    'Tinder burns in the open air.',
    'A fine day.',
  ])('nor in English: %s', (line) => {
    expect(saidOf(line, 'en')).toEqual([]);
  });
});

describe('a story that could be better is played, with a warning about', () => {
  test.each(warnings)('%s', (...row) => {
    const [claim, code, file, , , at, node] = row;
    const changed = wrong(row);
    const { story, diagnoses } = readFullStory({ [file]: changed });
    const where = code === 'stale-translation' ? [paths.en, 2] : [paths[file], lineOf(changed, at)];
    expect(diagnoses.map((d) => [d.severity, d.code, d.file, d.line, d.node])).toContainEqual(['warning', code, ...where, node]);
    expect(diagnoses.filter((d) => d.severity === 'error')).toEqual([]);
    expect(story, claim).not.toBeNull();
  });

  test('people in the story who ask each other after what happened', () => {
    const nl = mutate(dutch, 'm1: Wat is dit?', 'm1: Heb jij dit weleens gezien?');
    const found = readFullStory({ nl }).diagnoses.find(({ code }) => code === 'own-experience');
    expect(found?.severity).toBe('warning');
  });

  test('a decision that only takes courage', () => {
    const bold = mutate(
      mutate(structure, 'id: app, role: private-help', 'id: app, role: help'),
      'id: niks, role: stay-out',
      'id: niks, role: join-in',
    );
    const found = readFullStory({ structure: bold }).diagnoses.find(({ code }) => code === 'no-low-courage');
    expect([found?.severity, found?.node, found?.line]).toEqual(['warning', 'kies', lineOf(bold, 'choices:\n        - { id: app')]);
  });

  test('an else that no path needs', () => {
    // Whatever the class chooses here, the junction behind it takes the way above its else.
    const choices = structure.slice(structure.indexOf('        - { id: app,'), structure.indexOf('  uitslag:'));
    const always = mutate(
      structure,
      choices,
      choices.replace(/ set: \{ stil: true \},/, '').replaceAll('to: uitslag,', 'to: uitslag, set: { stil: true },'),
    );
    const found = readFullStory({ structure: always }).diagnoses.find(({ code }) => code === 'else-unused');
    expect([found?.severity, found?.node, found?.line]).toEqual(['warning', 'slot', lineOf(always, '{ else: einde }')]);
  });

  test('the allowed sentences about the law, and what a teacher should not say, get no warning', () => {
    const nl = mutate(dutch, 'f1: Een feit.', 'f1: Dreigen met beelden kan strafbaar zijn. Een feit.');
    const en = mutate(english, 'f1: Een feit.', 'f1: Threatening with pictures can be a crime.');
    expect(readFullStory({ nl, en }).diagnoses.map(({ code }) => code)).toEqual(['stale-translation']);
  });
});

describe('a story with versions', () => {
  const story = readFullStory().story!;

  test('is walked once for each version, and every path says which', () => {
    const walked = walk(story);
    const routes = [...routesOf(walked)];
    expect(routes.length).toBe(walked.count);
    expect(walked.count).toBe(2 * 2 * 2 * 3 * 2);
    for (const { version, points } of routes) {
      expect(points[0]!.variables.version).toBe(version);
      expect(begin(story.machine, { version: version! }).node).toBe(points[0]!.node);
    }
    expect(new Set(routes.map(({ version }) => version))).toEqual(new Set(['clip', 'beeld']));
  });

  test('has a shortest path to everything in it', () => {
    const { ways } = walk(story);
    expect(ways.get('gok')).toEqual({ version: 'clip', choices: [] });
    expect(ways.get('avond')?.choices.map(({ node, choice }) => `${node}/${choice}`)).toEqual(['gok/echt', 'weer/echt', 'kies/niks', 'raad/belt']);
    expect(ways.get('weer/nep')?.choices.map(({ choice }) => choice)).toEqual(['echt', 'nep']);
  });

  test('that is too wide to walk is refused, with the variables named', () => {
    const names = Array.from({ length: 17 }, (_, index) => `v${index}`);
    const variables = names.map((name) => `  ${name}: { boolean: false }\n`).join('');
    const votes = names.map(
      (name, index) =>
        `  q${index}:\n    vote:\n      kind: open\n      seconds: 60\n      tie: lot\n      few: teacher\n      choices:\n        - { id: a, role: help, to: q${index + 1}, set: { ${name}: true }, now: [D], later: [D] }\n        - { id: b, role: help, to: q${index + 1}, now: [D], later: [D] }\n`,
    );
    const ways = names.map((name) => `      - { when: { ${name}: true }, to: gok }\n`).join('');
    let wide = mutate(structure, '  stil: { boolean: false }\n', `  stil: { boolean: false }\n${variables}`);
    wide = mutate(wide, 'start: gok\nnodes:\n', `start: q0\nnodes:\n${votes.join('')}  q17:\n    junction:\n${ways}      - { else: gok }\n`);
    const { story: none, diagnoses } = readFullStory({ structure: wide });
    expect(none).toBeNull();
    const found = diagnoses.find(({ code }) => code === 'too-many');
    expect(found?.message.nl).toContain('v16');
    expect(found?.line).toBe(lineOf(wide, 'variables:'));
  });
});
