import type { PhoneScreen } from '../protocol/views/phone.ts';
import { lettered, voteTexts } from './hard-words.ts';
import type { TranslateLater } from './texts.ts';

/** What a screen tells of the story, in the order in which somebody would read it aloud. */
export function storyTexts(screen: PhoneScreen, t: TranslateLater): string[] {
  switch (screen.kind) {
    case 'vote':
      return voteTexts(screen.vote, t);
    case 'together':
      return [screen.question, ...screen.choices.map(lettered)];
    case 'watch':
    case 'reflect':
      return [screen.question];
    case 'foreseen':
      return [screen.title, screen.question, lettered(screen.came), t(`foreseen.${screen.foreseen}`)];
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
