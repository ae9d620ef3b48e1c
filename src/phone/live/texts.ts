import type { Lang } from '../../locales/languages.ts';

const nl = {
  soon: 'Zo begint het',
  soonText: 'Je telefoon wordt een chat. Alles is verzonnen.',
  messages: 'Berichten',
  hint: 'Tik op ‘Lees verder’ als er iets nieuws is.',
  readOn: 'Lees verder',
  typing: (name: string) => `${name} typt…`,
  toYou: 'Aan jou',
  acts: 'Wat je kunt doen',
  actsWork: 'De knoppen werken nu.',
  opened: 'Je bent er weer bij. Koos je al iets terwijl er geen verbinding was? Kies het dan nog een keer.',
  tapped: 'getikt',
  away: 'Even weg',

  awayTitle: 'Je hoeft niets',
  awayText: 'Kijk op het bord of even uit het raam.',
  awayCounts: 'Jouw deel telt nu niet mee. Aan het eind kies je zelf.',
  back: 'Terug naar de chat',

  countTitle: 'Telt jouw deel mee?',
  countText: 'Wat jij deed, ziet niemand. De klas hoort alleen hoe het samen ging.',
  countStanding: { on: 'Kies je niets? Dan telt het mee.', off: 'Kies je niets? Dan telt het niet mee.' },
  count: 'Telt mee',
  countNot: 'Liever niet',
  told: 'Dank je wel',
  toldText: 'Kijk naar het bord.',
};

export type LiveTexts = typeof nl;

const en: LiveTexts = {
  soon: 'Almost there',
  soonText: 'Your phone becomes a chat. All of it is made up.',
  messages: 'Messages',
  hint: 'Tap ‘Read on’ when there is something new.',
  readOn: 'Read on',
  typing: (name) => `${name} is typing…`,
  toYou: 'To you',
  acts: 'What you can do',
  actsWork: 'The buttons work now.',
  opened: 'You are back. Did you choose something while there was no connection? Then choose it again.',
  tapped: 'tapped',
  away: 'Step out',

  awayTitle: 'You don’t have to do anything',
  awayText: 'Look at the board, or out of the window for a while.',
  awayCounts: 'Your part does not count now. At the end you decide.',
  back: 'Back to the chat',

  countTitle: 'Does your part count?',
  countText: 'Nobody sees what you did. The class only hears how it went together.',
  countStanding: { on: 'Choose nothing? Then it counts.', off: 'Choose nothing? Then it does not count.' },
  count: 'It counts',
  countNot: 'Rather not',
  told: 'Thank you',
  toldText: 'Look at the board.',
};

const texts: Record<Lang, LiveTexts> = { nl, en };

export function liveTextsIn(lang: Lang): LiveTexts {
  return texts[lang];
}
