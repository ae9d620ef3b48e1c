import { creatureKind } from '../art/pieces/creature.ts';
import type creatures from '../locales/nl/creatures.json';
import type { TextKey, Values } from '../locales/text-key.ts';

/** "Blauwe Boon". */
export function creatureName(look: number, t: (key: TextKey<typeof creatures>, values?: Values) => string): string {
  const { colour, body } = creatureKind(look);
  return t('creature', { colour: t(`creature.${colour}`), body: t(`creature.${body}`) });
}
