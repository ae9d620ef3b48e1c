import type { PhoneScreen, PhoneView } from '../protocol/views/phone.ts';
import type { ChoiceView } from '../protocol/views/vote.ts';
import type { Translate } from './texts.ts';

export type HardWord = PhoneView['words'][number];

export const lettered = ({ letter, text }: ChoiceView) => `${letter}: ${text}`;

/** What a vote tells of the story, in the order in which somebody would read it aloud. */
export function voteTexts({ as, question, context, choices }: Extract<PhoneScreen, { kind: 'vote' }>['vote'], t: Translate): string[] {
  return [as, question, context, ...choices.map(lettered), t('watchAlong')].filter((text) => text !== null);
}

/** The explained words among the texts, each once; of two that begin together the longer one. */
export function hardWordsIn(texts: readonly string[], words: readonly HardWord[]): HardWord[] {
  if (words.length === 0) return [];
  const longestFirst = words.map(({ word }) => word).sort((a, b) => b.length - a.length);
  const either = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // No lookbehind: Safari knows it only since 16.4.
  const whole = new RegExp(`(?:^|[^\\p{L}\\p{N}])(${either})(?![\\p{L}\\p{N}])`, 'giu');
  const met = new Set([...texts.join('\n').matchAll(whole)].map((match) => match[1]?.toLowerCase()));
  return [...met].flatMap((word) => words.find((entry) => entry.word.toLowerCase() === word) ?? []);
}
