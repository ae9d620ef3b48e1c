import { compile } from '../../../src/story/compile/machine.ts';
import type { Story } from '../../../src/story/compile/story.ts';
import type { Structure } from '../../../src/story/schema/schema.ts';
import type { SharedContent } from '../../../src/story/schema/shared-content.ts';
import type { Texts } from '../../../src/story/schema/texts.ts';

/** The smallest story with everything that the rules know: a scene with a mirror, an open and a guarded vote, a talk, a question, an end. */
const structure: Structure = {
  format: 1,
  id: 'petje',
  band: '12-14',
  minutes: 5,
  reviewed: { by: 'nobody', on: '2026-11-01' },
  cast: { noor: { look: 'noor' }, bas: { look: 'daan' } },
  chats: { groep: { owner: 'bas' } },
  variables: { eerste: { enum: ['geen', 'a', 'b'], initial: 'geen' } },
  start: 'begin',
  nodes: {
    begin: {
      scene: {
        place: 'classroom',
        light: 'day',
        standing: [{ who: 'noor', emotion: 'neutral' }],
        chat: 'groep',
        beats: [
          { say: 'b1', ms: 1000 },
          { message: 'b2', who: 'noor', ms: 1000 },
          { silence: 2, mirror: true },
          { say: 'b3', ms: 1000 },
        ],
      },
      next: 'eerste',
    },
    eerste: {
      vote: {
        as: 'noor',
        kind: 'open',
        seconds: 60,
        tie: 'lot',
        few: 'teacher',
        choices: [
          { id: 'a', role: 'help', to: 'na-a', set: { eerste: 'a' }, now: ['D'], later: ['D'] },
          { id: 'b', role: 'stay-out', to: 'na-b', set: { eerste: 'b' }, now: ['D'], later: ['D'] },
        ],
      },
    },
    'na-a': {
      scene: { place: 'schoolyard', light: 'day', standing: [], beats: [{ say: 'tekst', ms: 1000 }] },
      next: 'tweede',
    },
    'na-b': {
      scene: { place: 'schoolyard', light: 'dusk', standing: [], beats: [{ say: 'tekst', ms: 1000 }] },
      next: 'tweede',
    },
    tweede: {
      vote: {
        kind: 'guarded',
        seconds: 'off',
        talk: 30,
        tie: 'lot',
        few: 'teacher',
        choices: [
          { id: 'x', role: 'help', to: 'praat', now: ['D'], later: ['D'] },
          { id: 'y', role: 'involve', to: 'praat', now: ['D'], later: ['D'] },
          { id: 'z', role: 'join-in', to: 'praat', now: ['D'], later: ['D'] },
        ],
      },
    },
    praat: { reflect: {}, next: 'slot' },
    slot: { end: { debrief: true, help: true } },
  },
  agreements: [1, 2, 3],
  facts: { feit: ['S1:1-2'] },
  talking: { vraag: ['≈S1:3'] },
};

const choice = (name: string) => ({ text: `Keuze ${name}.`, short: name, now: `Nu ${name}.`, later: `Later ${name}.` });
/** Its type, a catch-all beside objects, is one that the schema reads and TypeScript cannot write. */
const nodes = {
  begin: { title: 'Begin', b1: 'Eerst.', b2: 'Hoi!', b3: 'Dan.' },
  eerste: { title: 'Eerste keuze', as: 'Jij bent Noor', question: 'Wat doe je?', choices: { a: choice('a'), b: choice('b') } },
  'na-a': { title: 'Na a', tekst: 'Dat was a.' },
  'na-b': { title: 'Na b', tekst: 'Dat was b.' },
  tweede: { title: 'Tweede keuze', question: 'En nu?', choices: { x: choice('x'), y: choice('y'), z: choice('z') } },
  praat: { title: 'Praten', question: 'Wat vind je?', hint: 'Denk na.' },
  slot: { title: 'Slot', ending: 'Het petje is terug.', still: ['Zeg sorry.'] },
};
const texts = (language: 'nl' | 'en'): Texts => ({
  language,
  title: language === 'nl' ? 'Het petje' : 'The cap',
  tagline: 'Een petje.',
  about: 'Over een petje.',
  notice: 'Niets ergs.',
  notWhen: 'Nooit.',
  goals: ['Een', 'Twee'],
  needs: ['Een bord'],
  cast: { noor: 'Noor', bas: 'Bas' },
  chats: { groep: { title: 'Groep', badge: 'G', members: 'Noor, Bas' } },
  nodes: nodes as unknown as Texts['nodes'],
  talking: { vraag: { question: 'Wat zou helpen?', note: 'Luister.' } },
  facts: { feit: 'Petjes raken kwijt.' },
  say: ['1', '2', '3'],
  dontSay: ['1', '2', '3'],
  followUp: ['1', '2'],
});

const bare: Story = { structure, texts: { nl: texts('nl'), en: texts('en') }, machine: compile(structure), version: 'test' };

const item = (id: string) => ({
  question: `Vraag ${id}?`,
  yes: { text: 'Ja, zo is het.', short: 'Ja' },
  no: { text: 'Nee, zo is het niet.', short: 'Nee' },
});
const both = (text: string) => ({ nl: text, en: text });
const paper = { lead: both('Eerst'), parts: [] };
export const shared: SharedContent = {
  sources: { S1: { title: 'Bron', publisher: 'Uitgever', year: '2026', lines: 10 } },
  help: { readOn: '2026-11-01', lines: [{ name: both('Hulp'), what: both('Bellen'), contact: '0800', bands: ['12-14'] }] },
  agreements: Object.fromEntries(['1', '2', '3', '4', '5'].map((number) => [number, { ...both(`Afspraak ${number}`), sources: ['D' as const] }])),
  items: Object.fromEntries(
    ['oordeel', 'schatting'].map((id) => [id, { nl: item(id), en: item(id), about: both(id), sources: ['D'], retired: false }]),
  ),
  aftercare: {
    readOn: '2026-11-01',
    now: [],
    never: [],
    today: [],
    special: [],
    lines: [],
    papers: { instead: paper, norm: paper, letter: paper, evaluation: paper },
  },
};
/** Petje, and what a class may be asked beside it. */
export const petje: Story = { ...bare, beside: { items: shared.items, agreements: shared.agreements } };
