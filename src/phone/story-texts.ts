import type { PhoneScreen, PhoneView } from '../protocol/views/phone.ts';
import type { ChoiceView } from '../protocol/views/vote.ts';
import type { Translate } from './texts.ts';

export type HardWord = PhoneView['words'][number];

/** What a screen tells of the story, in the order in which somebody would read it aloud. */
export function storyTexts(screen: PhoneScreen, t: Translate): string[] {
  const lettered = ({ letter, text }: ChoiceView) => `${letter}: ${text}`;
  switch (screen.kind) {
    case 'vote': {
      const { as, question, context, choices } = screen.vote;
      return [as, question, context, ...choices.map(lettered), t('watchAlong')].filter((text) => text !== null);
    }
    case 'together':
      return [screen.question, ...screen.choices.map(lettered)];
    case 'watch':
    case 'reflect':
      return [screen.question];
    case 'tell':
      return [screen.title, ...screen.lines];
    case 'reveal':
      return [t(`decided.${screen.by}`), lettered(screen.path)];
    case 'results':
      return [
        screen.title,
        ...screen.results.flatMap(({ question, choices, released }) => {
          const path = released?.shown === 'path' && choices.find((choice) => choice.id === released.path);
          return path ? [question, t('decided.class'), lettered(path)] : [question];
        }),
      ];
    default:
      return [];
  }
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
