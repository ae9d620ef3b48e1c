import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debriefView } from '../../src/lesson/report/report.ts';
import type { Seat } from '../../src/lesson/state.ts';
import { deskView, phoneView, stageView } from '../../src/lesson/views/views.ts';
import { clash, ideas, ownNames, rename } from '../../src/story/compile/rename.ts';
import type { Story } from '../../src/story/compile/story.ts';
import { aClass } from '../support/lesson/class.ts';
import { shared, stories } from '../support/lesson/library.ts';
import { around } from '../support/lesson/views-of.ts';

const each = [...stories.values()];
const named = (story: Story, names: Record<string, string>) => rename(story, names).texts;
const story = (id: string) => stories.get(id) as Story;

/** A story whose Dutch and English texts say this of Daan. */
const saying = (nl: string, en = nl): Story => {
  const klas = story('groepsapp');
  return { ...klas, texts: { nl: { ...klas.texts.nl, tagline: nl }, en: { ...klas.texts.en, tagline: en } } };
};
const told = (text: string, to: string, id = 'daan') => named(saying(text), { [id]: to }).nl.tagline;
const toldInEnglish = (text: string, to: string, id = 'daan') => named(saying('', text), { [id]: to }).en.tagline;

describe('a character gets another name', () => {
  test.each([
    ['Daan lacht.', 'Mika', 'Mika lacht.'],
    ['‘Daan!’ roept Daan.', 'Mika', '‘Mika!’ roept Mika.'],
    ['DAAN!', 'Noé', 'NOÉ!'],
    ['Daans vader', 'Tibo', "Tibo's vader"],
    ['Daans vader', 'Jules', "Jules' vader"],
    ['Daans vader', 'Sophie', 'Sophies vader'],
    ['Daans vader', 'Roy', 'Roys vader'],
    ['Daans vader', 'Lumi', "Lumi's vader"],
    ['Team-Daan en Daan, Daan.', 'Bo', 'Team-Bo en Bo, Bo.'],
    ['Daantje, Jordaan en daan blijven.', 'Bo', 'Daantje, Jordaan en daan blijven.'],
    ['Daanse en Daan2 ook.', 'Bo', 'Daanse en Daan2 ook.'],
  ])('%s → %s: %s', (text, to, wanted) => expect(told(text, to)).toBe(wanted));

  test.each([
    ["Yara's tas", 'Mika', "Mika's tas"],
    ['Yara’s tas', 'Bo', 'Bos tas'.replace('Bos', 'Bo’s')],
    ["Yara's tas", 'Quinn', 'Quinns tas'],
  ])('of a name that has a mark already: %s → %s', (text, to, wanted) => expect(told(text, to, 'yara')).toBe(wanted));

  test('in English every possessive has its mark', () => {
    expect(toldInEnglish("Daan's father and Daan", 'Jules')).toBe("Jules's father and Jules");
  });

  test('a name that ends in s gives its mark back, and a closing quote is none', () => {
    const nu = rename(saying("Daans tas, 'Daan' en Daan"), { daan: 'Jules' });
    expect(nu.texts.nl.tagline).toBe("Jules' tas, 'Jules' en Jules");
    expect(rename(nu, { daan: 'Daan' }).texts.nl.tagline).toBe("Daans tas, 'Daan' en Daan");
  });

  test('a grown-up keeps the title, and the letters of a chat follow', () => {
    const { nl, en } = named(story('groepsapp'), { meester: 'Demir', yara: 'Bo', daan: 'Quinn' });
    expect([nl.cast.meester, en.cast.meester]).toEqual(['meester Demir', 'Mr Demir']);
    expect([nl.chats['g-inaya-meester'], nl.chats['daan-yara']]).toMatchObject([
      { title: 'Meester Demir', badge: 'MD' },
      { title: 'Bo', badge: 'B' },
    ]);
    expect(nl.chats.ouders?.badge).toBe('O2');
    expect(named(story('omstander'), { loon: 'Kaya' }).nl.cast.loon).toBe('meneer Kaya');
  });

  test('who has no name, or is called after another, follows the other', () => {
    expect(ownNames(story('foto'))).not.toHaveProperty('moeder');
    expect(named(story('foto'), { imani: 'Jules' }).nl.cast.moeder).toBe('de moeder van Jules');
    expect(named(story('foto'), { imani: 'Jules' }).en.cast.moeder).toBe('Jules’s mum');
  });

  test('structure, machine and version stay, and without new names it is the same story', () => {
    const before = story('groepsapp');
    const after = rename(before, { daan: 'Mika' });
    expect([after.structure, after.machine, after.version]).toEqual([before.structure, before.machine, before.version]);
    expect(rename(before, {})).toBe(before);
    expect(rename(before, { daan: 'Daan' })).toBe(before);
  });
});

describe('what cannot be', () => {
  const klas = story('groepsapp');
  test.each([
    [{ daan: 'Yara' }, 'name-taken'],
    [{ daan: 'yara' }, 'name-taken'],
    [{ daan: 'Henk' }, 'name-taken'],
    [{ daan: 'Mika', yara: 'Mika' }, 'name-taken'],
    [{ daan: 'Yara', yara: 'Daan' }, 'name-taken'],
    [{ henk: 'Mika' }, 'name-unknown'],
    [{ constructor: 'Mika' }, 'name-unknown'],
    [{ daan: 'Mika', yara: 'Bo' }, null],
    [{ daan: 'Daan' }, null],
    [{}, null],
  ] as const)('%o: %s', (names, code) => expect(clash(klas, names)).toBe(code));
});

describe('the ideas', () => {
  test.each(each.map((one) => [one.structure.id, one] as const))('of %s are free, at most three each, and nobody’s twice', (_, one) => {
    const all = Object.entries(ideas(one));
    expect(all.every(([, names]) => names.length >= 1 && names.length <= 3)).toBe(true);
    const flat = all.flatMap(([, names]) => names);
    expect(new Set(flat).size).toBe(flat.length);
    expect(clash(one, Object.fromEntries(all.map(([id, names]) => [id, names[0] as string])))).toBeNull();
  });
});

const LETTERS = [...'abcdefgijklmnopqrstuvxyzéö'];
const aName = fc
  .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZÉ'), fc.array(fc.constantFrom(...LETTERS), { minLength: 4, maxLength: 9 }))
  .map(([first, rest]) => first + rest.join(''));
/** Everybody who can be renamed gets a name of letters that no text has. */
const newNames = (one: Story) => {
  const ids = Object.keys(ownNames(one));
  return fc
    .uniqueArray(aName, { minLength: ids.length, maxLength: ids.length, selector: (name) => name.toLowerCase() })
    .map((names) => Object.fromEntries(ids.map((id, index) => [id, names[index] as string])))
    .filter((names) => clash(one, names) === null);
};

/** Every screen, as text, of a class of twelve that always takes this answer. It leaves out what depends on the length of a text. */
function screensOf(one: Story, answer: number): string[] {
  const room = aClass({ story: one, seats: 12 });
  const screens: string[] = [];
  const look = () => {
    const content = { story: one, shared };
    const { lesson } = room;
    const views = (['nl', 'en'] as const).flatMap((lang) => [
      stageView(content, { ...lesson, lang }, around(room)),
      deskView(content, lesson, lang, around(room)),
      phoneView(content, lesson, lesson.seats[0] as Seat, lang, around(room)),
      debriefView(content, lesson, lang, around(room)),
    ]);
    const timed = new Set([
      'ms',
      'length',
      'playhead',
      'now',
      'since',
      'badge',
      'deletesAt',
      'until',
      'deadline',
      'opensAt',
      'startsAt',
      'endsAt',
      'closesAt',
      'expires',
    ]);
    screens.push(JSON.stringify(views, (key, value) => (timed.has(key) ? undefined : value)));
  };
  for (let presses = 0; room.lesson.phase !== 'end'; presses++) {
    if (presses > 200) throw new Error('never ends');
    look();
    if (room.lesson.phase === 'scene') room.waits(600_000).next();
    else if (room.lesson.phase === 'question') {
      room.opens();
      const choices = room.lesson.orders[room.lesson.point.node] ?? [];
      room.votes(choices[answer % choices.length] as string, 12);
      look();
      room.closes();
    } else if (room.lesson.phase === 'live') {
      look();
      room.ends();
    } else room.next();
  }
  look();
  return screens;
}

/** Whole words, possessive or not, by the place of the name in the list. */
const masked = (text: string, names: string[]) =>
  names.reduce((left, name, index) => left.replace(new RegExp(`(?<![\\p{L}])${name}(?:['’]s|['’]|s)?(?![\\p{L}])`, 'gu'), `<${index}>`), text);

/** The letters of "Mevrouw Mika" cannot tell which of the two they were. */
const lettersAside = ({ texts }: Story) => JSON.parse(JSON.stringify(texts, (key, value) => (key === 'badge' ? undefined : value)));

describe('a whole lesson with other names', () => {
  test.each(each.map((one) => [one.structure.id, one] as const))(
    'of %s: no old name is left on any screen, and nothing else is different',
    (_, one) => {
      const own = ownNames(one);
      const old = Object.values(own);
      const left = new RegExp(`(?<![\\p{L}])(?:${old.flatMap((name) => [name, name.toUpperCase()]).join('|')})(?:['’]?s)?(?![\\p{L}])`, 'u');
      const before = [0, 1, 2].map((answer) => screensOf(one, answer).map((screen) => masked(screen, old)));
      fc.assert(
        fc.property(newNames(one), fc.integer({ min: 0, max: 2 }), (names, answer) => {
          const renamed = rename(one, names);
          expect(lettersAside(rename(renamed, own))).toEqual(lettersAside(one));
          const screens = screensOf(renamed, answer);
          expect(screens.flatMap((screen) => left.exec(screen)?.[0] ?? [])).toEqual([]);
          expect(
            screens.map((screen) =>
              masked(
                screen,
                Object.keys(own).map((id) => names[id] as string),
              ),
            ),
          ).toEqual(before[answer]);
        }),
        { numRuns: 3 },
      );
    },
  );
});
