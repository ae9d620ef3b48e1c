import { describe, expect, test } from 'vitest';
import { start } from '../../src/lesson/step.ts';
import { helpLines } from '../../src/lesson/views/help.ts';
import { tidyContact, tidyName } from '../../src/protocol/preparing.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import type { Story } from '../../src/story/compile/story.ts';
import { aClass, creationOf } from '../support/lesson/class.ts';
import { shared } from '../support/lesson/library.ts';
import { petje } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';

const mentor = { role: 'mentor', name: 'Anouk Jansen', reach: 'lokaal 12' } as const;
const counsellor = { role: 'counsellor', name: 'Emre Aydin', reach: 'e.aydin@school.example' } as const;

describe('a new name', () => {
  test.each([
    ['  tom ', 'Tom'],
    ['van  loon', 'Van loon'],
    ['Élodie', 'Élodie'],
    ['e\u0301lodie', 'Élodie'],
    ['Jan-Willem', 'Jan-Willem'],
    ['Şükrü', 'Şükrü'],
    ['a'.repeat(14), `A${'a'.repeat(13)}`],
    ['', null],
    ['   ', null],
    ['a'.repeat(15), null],
    ['T0m', null],
    ['Tom!', null],
    ['<b>', null],
    ['-Tom', null],
    ['Tom\nJan', 'Tom Jan'],
    ['😀', null],
    ['ijsbrand', 'IJsbrand'],
    ['Ijsbrand', 'IJsbrand'],
    ['ijeoma', 'Ijeoma'],
    ['D\u2019Angelo', "D'Angelo"],
    ["o'neill", "O'neill"],
    ["D''Angelo", null],
    ['अमित', 'अमित'],
    ['\u202aTom\u202c', 'Tom'],
    ['To\u00adm\u200b', 'Tom'],
    ['\u3164', null],
    ['\u2800\u115f', null],
    ['\u3164\u3164 \uffa0', null],
    ['e'.concat('\u0316'.repeat(9)), 'E\u0316\u0316'],
  ])('%j is %j', (typed, name) => expect(tidyName(typed)).toBe(name));
});

describe('the school’s own contact', () => {
  test('is tidied, in a fixed order, without what is empty', () => {
    expect(tidyContact([{ ...counsellor, name: '  Emre   Aydin ' }, mentor])).toEqual({ contact: [mentor, counsellor] });
    expect(tidyContact([{ role: 'mentor', name: ' ', reach: '' }, counsellor])).toEqual({ contact: [counsellor] });
    expect(tidyContact([])).toEqual({ contact: [] });
  });

  test.each([
    ['\u202a+31 6 1234 5678\u202c', '+31 6 1234 5678'],
    ['kamer\u202e12', 'kamer12'],
    ['👩🏽\u200d🏫 lokaal 3️⃣', '👩🏽\u200d🏫 lokaal 3️⃣'],
    ['🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['lo\u200dkaal\u200c \ufe0f12', 'lokaal 12'],
    ['Z̷̡̢̛̗̘̙a', 'Z̷̡a'],
    ['\u0301\u0302 kamer', 'kamer'],
  ])('reached by %j is reached by %j', (typed, reach) => {
    expect(tidyContact([{ ...mentor, reach: typed }])).toEqual({ contact: [{ ...mentor, reach: reach.normalize('NFC') }] });
  });

  test.each([
    [[{ ...mentor, name: '' }], 'contact-half'],
    [[{ ...mentor, reach: ' ' }], 'contact-half'],
    [[{ ...mentor, name: 'n'.repeat(61) }], 'contact-long'],
    [[{ ...mentor, reach: 'n'.repeat(81) }], 'contact-long'],
    [[{ ...mentor, reach: '\u3164\u200b' }], 'contact-half'],
    [[mentor, mentor], 'bad-message'],
  ] as const)('%o is refused: %s', (typed, refusal) => expect(tidyContact([...typed])).toMatchObject({ refusal }));

  type Band = '10-12' | '12-14' | '14-16';
  type Theme = NonNullable<Story['structure']['themes']>[number];
  const about = (band: Band, themes: Theme[] = ['leaving-out']): Story => ({ ...petje, structure: { ...petje.structure, band, themes } });
  const named = (band: Band, contact: Parameters<typeof tidyContact>[0], themes?: Theme[]) =>
    helpLines(shared, about(band, themes), undefined, 'nl', contact).map((line) => line.name);
  test('comes first, and takes the place of "at school" where it names everybody of that line', () => {
    expect(named('12-14', [])[0]).toBe('Je mentor of de vertrouwenspersoon');
    expect(named('12-14', [mentor]).slice(0, 2)).toEqual(['Anouk Jansen, je mentor', 'Je mentor of de vertrouwenspersoon']);
    expect(named('12-14', [mentor, counsellor]).slice(0, 3)).toEqual([
      'Anouk Jansen, je mentor',
      'Emre Aydin, vertrouwenspersoon',
      'De Kindertelefoon',
    ]);
    expect(named('10-12', [mentor]).slice(0, 2)).toEqual(['Anouk Jansen, je juf of meester', 'De Kindertelefoon']);
    expect(helpLines(shared, about('12-14'), undefined, 'en', [counsellor])[0]).toEqual({
      name: 'Emre Aydin, school counsellor',
      what: 'Listens to you. You may bring someone.',
      contact: 'e.aydin@school.example',
      when: null,
    });
  });

  test('is followed by who knows most about the story’s theme, and ends with the number for danger', () => {
    const others = (band: Band, themes: Theme[]) => named(band, [], themes).slice(1);
    expect(others('14-16', ['pictures', 'bystanders'])).toEqual(['Offlimits', 'De Kindertelefoon', 'In je bol', '112']);
    expect(others('14-16', ['mockery'])).toEqual(['De Kindertelefoon', 'Offlimits', 'In je bol', '112']);
    expect(others('12-14', ['fakes'])).toEqual(['Offlimits', 'De Kindertelefoon', 'Meldknop', '112']);
    expect(others('10-12', ['pictures'])).toEqual(['De Kindertelefoon', '112']);
  });

  test('is on every help screen of the lesson and with the teacher, and not on the board while the story plays', () => {
    const room = aClass({ seats: 9 });
    room.lesson = { ...room.lesson, contact: [mentor] };
    const { stage, debrief, ...phones } = looks(room.reaches('question'));
    expect(JSON.stringify(stage)).not.toContain('Anouk');
    expect((debrief as DebriefView).help[0]?.name).toBe('Anouk Jansen, je mentor');
    expect((phones['phone 0'] as PhoneView).help[0]?.contact).toBe('lokaal 12');
    const end = looks(room.votes('a', 9).closes().votes('x', 9).closes().next().next().reaches('end')).stage as StageView;
    expect(end.screen).toMatchObject({ kind: 'end', help: [{ name: 'Anouk Jansen, je mentor' }, {}] });
  });

  test('stays with the lesson from its first word', () => {
    const lesson = start(petje, { ...creationOf(petje), contact: [mentor], names: { bas: 'Mika' } }, 1);
    expect([lesson.contact, lesson.names]).toEqual([[mentor], { bas: 'Mika' }]);
  });
});
