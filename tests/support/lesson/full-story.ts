import { parse } from 'yaml';
import type { Diagnosis } from '../../../src/story/check/diagnosis.ts';
import { hashOf } from '../../../src/story/check/translation.ts';
import { readStory } from '../../../src/story/compile/loader.ts';
import type { Story } from '../../../src/story/compile/story.ts';
import { Texts } from '../../../src/story/schema/texts.ts';
import { asTranslated, type Files, readSmallShared } from './small-story.ts';

/** A correct story with everything that the small one lacks: versions, kept results, a second vote, a tile, bars. It gets no word at all. */
export const structure = `format: 1
id: vol
band: 12-14
minutes: 5
shortMinutes: 4
themes: [group-chat]
versions:
  - { id: clip, band: 12-14 }
  - { id: beeld, band: 14-16 }
reviewed: { by: nobody, on: '2026-11-21' }
cast:
  kaan: { look: yusuf }
  fem: { look: lotte }
chats:
  klas: {}
variables:
  version: { enum: [clip, beeld], initial: clip }
  stil: { boolean: false }
start: gok
nodes:
  gok:
    vote:
      kind: open
      seconds: 30
      tie: lot
      few: teacher
      held: true
      drawing: abstract-sticker
      choices:
        - { id: echt, role: stay-out, to: tegel, now: [D], later: [D] }
        - { id: nep, role: stay-out, to: tegel, now: [D], later: [D] }
  tegel:
    scene:
      place: hallway
      light: day
      standing: []
      chat: klas
      beats:
        - { tile: voice, who: kaan, text: t1, copies: 2 }
        - { copies: 9, of: t1 }
        - { copies: 12, of: t1, when: { version: beeld } }
        - { message: m1, who: fem, when: { version: clip } }
        - { react: m1, emoji: eyes, count: 3, when: { version: clip } }
        - { bars: [{ text: gehoord, value: 24, of: 25 }, { text: gelezen, value: 6, of: 25 }], long: true }
    next: weer
  weer:
    vote:
      kind: open
      seconds: 5
      tie: lot
      few: teacher
      held: true
      again: gok
      choices:
        - { id: echt, role: stay-out, to: kies, now: [D], later: [D] }
        - { id: nep, role: stay-out, to: kies, now: [D], later: [D] }
  kies:
    vote:
      as: fem
      long: app
      kind: open
      seconds: 60
      tie: lot
      few: teacher
      choices:
        - { id: app, role: private-help, to: uitslag, now: [D], later: [D] }
        - { id: samen, role: involve, to: uitslag, now: [D], later: [D] }
        - { id: niks, role: stay-out, to: uitslag, set: { stil: true }, now: [D], later: [D] }
  uitslag:
    results: [gok, weer]
    next: raad
  raad:
    vote:
      kind: guarded
      seconds: 20
      tie: lot
      few: teacher
      held: true
      asks: prediction
      choices:
        - { id: belt, role: help, to: bleek, now: [D], later: [D] }
        - { id: zwijgt, role: stay-out, to: bleek, now: [D], later: [D] }
  bleek:
    foreseen: { vote: raad, came: zwijgt }
    next: adem
  adem:
    scene:
      long: true
      place: canteen
      light: night
      standing: []
      beats:
        - say: stil
    next: slot
  slot:
    junction:
      - { when: { stil: true }, to: avond }
      - { else: einde }
  avond:
    scene:
      place: bikeshed
      light: dusk
      standing: []
      beats:
        - say: b1
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
title: Vol
tagline: Een vol verhaal.
about: Een verhaal om mee te testen.
notice: Dit gaat over een clip.
notWhen: Nooit.
goals: [Je ziet iets., Je leert iets.]
needs: [Een bord.]
versions:
  clip: { title: Een clip, about: Met een geluid. }
  beeld: { title: Een beeld, about: Met een plaatje. }
cast:
  kaan: Kaan
  fem: Fem
chats:
  klas: { title: Klas, badge: K, members: 25 leden }
nodes:
  gok:
    title: Gokken
    note: Lees voor.
    question: Is dit echt?
    context: Je weet nog niets.
    choices:
      echt: { text: Dit is echt, short: Echt, now: Dat kan., later: Je ziet het straks. }
      nep: { text: Dit is nep, short: Nep, now: Dat kan ook., later: Je ziet het straks. }
  tegel:
    title: De clip
    note: De tegel blijft dicht.
    t1: Clip van Kaan
    m1: Wat is dit?
    gehoord: De clip gehoord
    gelezen: De uitleg gelezen
  weer:
    title: Nog een keer
    note: Dezelfde vraag.
    question: Is dit echt?
    choices:
      echt: { text: Dit is echt, short: Echt, now: Dat kan., later: Je ziet het straks. }
      nep: { text: Dit is nep, short: Nep, now: Dat kan ook., later: Je ziet het straks. }
  kies:
    title: Kiezen
    note: Geef ze tijd.
    as: Jij bent Fem
    question: Wat doe je?
    choices:
      app: { text: Ik app hem alleen, short: Appen, now: Hij leest het., later: Hij weet het nog. }
      samen: { text: Ik ga met iemand, short: Samen, now: Jullie gaan., later: Dat duurt even. }
      niks: { text: Ik doe nog niets, short: Niets, now: Het blijft stil., later: De stilte duurt. }
  uitslag:
    title: Wat dacht de klas?
    note: Noem geen namen.
  raad:
    title: Wat doet Fem?
    note: Vraag niemand waarom.
    question: Wat doet Fem?
    choices:
      belt: { text: Fem belt hem op, short: Bellen, now: De telefoon gaat., later: Het helpt. }
      zwijgt: { text: Fem zegt niets, short: Zwijgen, now: Het blijft stil., later: Het blijft zo. }
  bleek:
    title: Zag je dit aankomen?
    note: Waaraan zag je het?
  adem:
    title: Even niets
    note: Wacht even.
    stil: De gang is leeg.
  avond:
    title: Avond
    note: Rustig aan.
    b1: Het is stil bij de fietsen.
  einde:
    title: Einde
    note: Ga naar de nabespreking.
    ending: Zo liep het af.
    still: [Je kunt nog bellen.]
talking:
  t1: { question: Wat ziet Kaan?, note: Laat ze raden. }
facts:
  f1: Een feit.
say: [Een., Twee., Drie.]
dontSay: [Wie heeft dit weleens gedaan?, Dom!, Eigen schuld!]
followUp: [Dag 2., Week 1.]
words: { clip: een kort geluid }
sheet: { before: [Vertel het., Kijk wie er is.], readAloud: [Het is verzonnen., Niemand ziet wat je kiest.], phones: Mag nu., withoutPhones: Met handen. }
teacher:
  plot: [Er is een clip., De klas kiest.]
  people: { kaan: Hoort de clip., fem: Vraagt ernaar. }
  check: { questions: [Speelt dit nu?, Denkt iedereen aan één leerling?, Sprak je die nog niet?], otherwise: Kies iets anders. }
  parents: We spelen een verzonnen verhaal.
`;

/** The same texts stand in for English: the checker compares names, not words. */
export const english = dutch.replace('language: nl', `language: en\ntranslatedFrom: ${hashOf(Texts.parse(parse(dutch)))}`);

export function readFullStory(texts: Partial<Files> = {}): { story: Story | null; diagnoses: Diagnosis[] } {
  const all: Files = { structure, nl: dutch, en: english, ...texts };
  const { shared } = readSmallShared();
  if (!shared) throw new Error('the shelf of the tests is broken');
  const file = (name: string, text: string) => ({ path: `scenarios/vol/${name}.yaml`, text });
  return asTranslated(readStory({ structure: file('story', all.structure), nl: file('nl', all.nl), en: file('en', all.en) }, shared));
}
