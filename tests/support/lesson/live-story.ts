import { mutate, dutch as small, structure as smallStructure } from './small-story.ts';

/** The small story with lines to read, a chat on every phone and a way that depends on the class. */
const nodes = `  klas:
    bySize:
      - { id: groot, seats: 20, to: lees, set: { moed: 3 } }
      - { id: handen, hands: true, to: kies }
      - { id: klein, else: kies }
  lees:
    tell: { sources: ['S1:10-20', D] }
    next: praat
  praat:
    live:
      chat: klas
      seconds: 60
      measured: true
      incident: m2
      script:
        - { at: 0, say: s1 }
        - { at: 2, typing: daan, seconds: 2 }
        - { at: 4, message: m2, who: daan }
        - { at: 6, react: m2, emoji: thumbs-up, count: 3 }
        - { at: 8, readers: { few: 2, many: 12 } }
        - { at: 12, tile: photo, who: yara, text: t1 }
        - { at: 20, message: m3, who: yara, toYou: true }
      acts:
        - { id: zeg, kind: public, source: [D] }
        - { id: lach, kind: laugh, source: ['≈S2:50'] }
    next: gedaan
  gedaan:
    results: [praat]
    next: kies
  kies:
    vote:`;
const texts = `  klas: { title: Welke klas, ways: { groot: Grote klas, handen: Met handen, klein: Kleine klas } }
  lees: { title: Lees, note: Lees voor., lines: [Een regel., Nog een regel.] }
  praat:
    title: Praat
    note: Wees stil.
    question: Wat deden we?
    s1: Het is avond.
    m2: Doe eens niet
    t1: Een foto
    m3: En jij?
    acts: { zeg: Iets zeggen, lach: Meelachen }
    choices:
      helped: { text: Iets wat helpt., short: hielp, now: Het hielp., later: Het hielp nog. }
      not: { text: Iets anders., short: anders, now: Het bleef stil., later: Het bleef stil. }
  gedaan: { title: Gedaan, note: Kijk samen. }
  kies:
    title:`;
export const structure = mutate(smallStructure, '    next: kies\n  kies:\n    vote:', `    next: klas\n${nodes}`);
export const dutch = mutate(small, '  kies:\n    title:', texts);
/** The Dutch texts stand in for English ones. */
export const english = mutate(dutch, 'language: nl', 'language: en');
