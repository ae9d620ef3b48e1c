import { creatureKind } from '../art/pieces/creature.ts';
import type { Translate } from './texts.ts';

/** "Blauwe Boon". */
export function creatureName(look: number, t: Translate): string {
  const { colour, body } = creatureKind(look);
  return t('creature', { colour: t(`creature.${colour}`), body: t(`creature.${body}`) });
}
