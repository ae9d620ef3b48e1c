import type { Diagnosis } from '../../../src/story/check/diagnosis.ts';
import { readSharedContent, readStory } from '../../../src/story/compile/loader.ts';
import type { Story } from '../../../src/story/compile/story.ts';

/** A small correct story, for tests that break one thing of it at a time. */
export const structure = `format: 1
id: klein
band: 12-14
minutes: 5
themes: [group-chat]
reviewed: { by: nobody, on: '2026-11-21' }
cast:
  daan: { look: daan }
  yara: { look: nova }
chats:
  klas: {}
  daan-klas: { owner: daan }
variables:
  gevraagd: { boolean: false }
  moed: { integer: [0, 3], initial: 0 }
  toon: { enum: [stil, zacht, hard], initial: stil }
start: begin
nodes:
  begin:
    scene:
      place: classroom
      light: day
      standing:
        - { who: daan, emotion: happy, at: left }
        - { who: yara, emotion: happy, at: right }
      chat: klas
      beats:
        - say: b1
        - { message: m1, who: daan }
        - { react: m1, emoji: thumbs-up, count: 3 }
        - { act: yara, emotion: laughing }
        - { chat: daan-klas }
        - { silence: 20, mirror: true }
    next: kies
  kies:
    vote:
      as: yara
      kind: open
      seconds: 60
      talk: 30
      tie: lot
      few: teacher
      choices:
        - { id: vraag, role: help, to: samen, set: { gevraagd: true, moed: 2 }, now: ['S1:10-20'], later: [D] }
        - { id: stil, role: stay-out, to: samen, set: { toon: zacht }, now: ['≈S1:100'], later: ['S2:50'] }
  samen:
    junction:
      - { when: { gevraagd: true, moed: [2, 3] }, to: praten }
      - { else: later }
  praten:
    reflect: {}
    next: later
  later:
    scene:
      place: kitchen
      light: night
      standing: []
      beats:
        - say: b1
        - { say: b2, when: { toon: zacht } }
    next: einde
  einde:
    end: { debrief: true, help: true }
agreements: [1, 2, 3]
facts:
  f1: ['S1:5']
talking:
  t1: ['S2:7-9']
`;

export const dutch = `language: nl
title: Klein
tagline: Een klein verhaal.
about: Een verhaal om mee te testen.
notice: Dit gaat over een groep.
notWhen: Nooit.
goals: [Je ziet iets., Je leert iets.]
needs: [Een bord.]
cast:
  daan: Daan
  yara: Yara
chats:
  klas: { title: Klas, badge: K, members: 25 leden }
  daan-klas: { title: Klas, badge: K, members: 25 leden }
nodes:
  begin:
    title: Begin
    time: Maandag, 8.30 uur
    note: Lees voor.
    b1: Het is maandag. De les begint.
    m1: Hoi allemaal
  kies:
    title: Kiezen
    note: Geef ze tijd.
    as: Jij bent Yara
    question: Wat doe je?
    choices:
      vraag: { text: Ik vraag het hem, short: Vragen, now: Hij antwoordt., later: Hij weet het nog. }
      stil: { text: Ik zeg niks, short: Stil, now: Er gebeurt niks., later: Het blijft stil. }
  praten:
    title: Praten
    note: Luister vooral.
    question: Waarom vraagt iemand dat?
  later:
    title: Later
    note: Rustig aan.
    b1: Het is avond.
    b2: Niemand zei iets hards.
  einde:
    title: Einde
    note: Ga naar de nabespreking.
    ending: Zo liep het af.
    still: [Je kunt nog bellen.]
talking:
  t1: { question: Wat ziet Daan?, note: Laat ze raden. }
facts:
  f1: Een feit.
say: [Een., Twee., Drie.]
dontSay: [Vier., Vijf., Zes.]
followUp: [Dag 2., Week 1.]
words: { avond: het eind van de dag }
sheet: { before: [Vertel het., Kijk wie er is.], readAloud: [Het is verzonnen., Niemand ziet wat je kiest.], phones: Mag nu., withoutPhones: Met handen. }
teacher:
  check: { questions: [Speelt dit nu?, Denkt iedereen aan één leerling?, Sprak je die nog niet?], otherwise: Kies een ander verhaal. }
`;

/** The same texts stand in for English: the checker compares names, not words. */
export const english = dutch.replace('language: nl', 'language: en');

const sources = `S1: { title: Een, publisher: Iemand, year: '2020', lines: 200 }
S2: { title: Twee, publisher: Iemand, year: '2021', lines: 60 }
`;
const help = `readOn: '2026-01-31'
lines:
  - { name: { nl: Mentor, en: Mentor }, what: { nl: Luistert., en: Listens. }, contact: School, bands: ['12-14'] }
  - { name: { nl: Lijn, en: Line }, what: { nl: Luistert., en: Listens. }, contact: '0800', bands: ['12-14'] }
`;
const agreements = `'1': { nl: Een., en: One., sources: ['S1:1'] }
'2': { nl: Twee., en: Two., sources: ['S1:2'] }
'3': { nl: Drie., en: Three., sources: [D] }
`;
const items = `vraag:
  about: { nl: Wat vind je?, en: What do you think? }
  nl: { question: Wat vind je?, yes: { text: Goed., short: Goed }, no: { text: Niet goed., short: Niet goed } }
  en: { question: What do you think?, yes: { text: Good., short: Good }, no: { text: Not good., short: Not good } }
  sources: [D]
`;
const aftercare = `readOn: '2026-01-31'
now: [{ do: { nl: Een., en: One. } }, { do: { nl: Twee., en: Two. } }, { do: { nl: Drie., en: Three. } }]
never: [{ nl: Een., en: One. }, { nl: Twee., en: Two. }, { nl: Drie., en: Three. }]
today: [{ nl: Een., en: One. }, { nl: Twee., en: Two. }]
special: [{ when: { nl: Dit, en: This }, do: { nl: Dat., en: That. } }, { when: { nl: Dit, en: This }, do: { nl: Dat., en: That. } }]
lines:
  - { name: { nl: Advies, en: Advice }, what: { nl: Denkt mee., en: Helps. }, contact: '030' }
  - { name: { nl: Nog een, en: Another }, what: { nl: Denkt mee., en: Helps. }, contact: '020' }
papers:
  instead: &paper { lead: { nl: Eerst., en: First. }, parts: [{ kind: steps, title: { nl: Een, en: One }, lines: [{ nl: Een., en: One. }] }] }
  norm: *paper
  letter: *paper
  evaluation: *paper
`;
export const sharedFiles = { sources, help, agreements, items, aftercare };

/** Read once: hundreds of tests only need that it is there. */
let unchanged: ReturnType<typeof readSharedContent> | undefined;

export function readSmallShared(texts?: Partial<typeof sharedFiles>): ReturnType<typeof readSharedContent> {
  if (!texts) {
    unchanged ??= readSmallShared({});
    return unchanged;
  }
  const all = { ...sharedFiles, ...texts };
  const file = (name: keyof typeof all) => ({ path: `scenarios/${name}.yaml`, text: all[name] });
  return readSharedContent({
    sources: file('sources'),
    help: file('help'),
    agreements: file('agreements'),
    items: file('items'),
    aftercare: file('aftercare'),
  });
}

export interface Files {
  structure: string;
  nl: string;
  en: string;
}

export function readSmallStory(texts: Partial<Files> = {}): { story: Story | null; diagnoses: Diagnosis[] } {
  const all: Files = { structure, nl: dutch, en: english, ...texts };
  const { shared } = readSmallShared();
  if (!shared) throw new Error('the shelf of the tests is broken');
  const file = (name: string, text: string) => ({ path: `scenarios/klein/${name}.yaml`, text });
  return asTranslated(readStory({ structure: file('story', all.structure), nl: file('nl', all.nl), en: file('en', all.en) }, shared));
}

/** The Dutch texts stand in for English ones, so that they are the same is said of no test's story. */
export function asTranslated<T extends { diagnoses: Diagnosis[] }>(reading: T): T {
  return { ...reading, diagnoses: reading.diagnoses.filter(({ code }) => code !== 'untranslated') };
}

/** Replaces a piece of the text that stands there exactly once. */
export function mutate(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" stands ${text.split(from).length - 1} times in the text`);
  return text.replace(from, () => to);
}

export function lineOf(text: string, piece: string): number {
  const index = text.indexOf(piece);
  if (index < 0) throw new Error(`"${piece}" is not in the text`);
  return text.slice(0, index).split('\n').length;
}
