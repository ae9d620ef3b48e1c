import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { displaySettings, sized } from '../../board/display-settings.ts';
import { HEIGHT } from '../../board/screen.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { bubble, fitted, panel, pill } from '../../figures/paint.ts';

type Caption = NonNullable<Tableau['caption']>;
type Words = Pick<Caption, 'name' | 'text'>;

const LEFT = 96;
const SIZE = 50;
const PADDING = 46;
const NAME = 38;

/** Of the label below the card. */
export const hintHeight = () => Math.round((sized(36) * 50) / 36);

/** How wide the card is left of phones whose left side is at `edge`, or where there are none. */
export function cardWidth(edge: number | null): number {
  if (edge === null) return displaySettings().scale === 1 ? 1300 : 1560;
  // Two phones leave a narrow column, so the card takes all of it.
  return edge - (edge < 900 ? 116 : 176);
}

export const CAPTION = { size: SIZE, least: 40, most: () => 250 * displaySettings().scale, inside: (width: number) => width - PADDING * 2 };

/** The top of a card whose words are so high; `free`: the top below which nothing covers the people behind it. */
export function cardPlace(words: number, named: boolean): { top: number; height: number; tab: number; free: number } {
  const tab = named ? sized(NAME) - 12 : 0;
  const height = Math.max(150, words + 52 + tab);
  const top = HEIGHT - 6 - hintHeight() - height;
  return { top, height, tab, free: named ? top - sized(NAME) : top };
}

function lettering(scene: Phaser.Scene, width: number, { text }: Words): Phaser.GameObjects.Text {
  return fitted(scene, LEFT + PADDING, 0, text, {
    size: SIZE,
    width: CAPTION.inside(width),
    height: CAPTION.most(),
    least: CAPTION.least,
    leading: 4,
  });
}

export function captionCard(scene: Phaser.Scene, width: number, caption: Caption): Phaser.GameObjects.GameObject[] {
  const { name } = caption;
  const body = lettering(scene, width, caption);
  const { top, height, tab } = cardPlace(body.height, name !== null);
  body.setY(top + (height - body.height) / 2 + tab / 2);
  const card = panel(scene, LEFT, top, width, height, { fill: colours.milk, corners: bubble(36), shadow: 'high' });
  if (!name) return [card, body];
  const label = name[0]?.toUpperCase() + name.slice(1);
  return [card, body, pill(scene, 136, top - sized(NAME), label, { ground: colours.brand, colour: colours.white, size: NAME, heading: true })];
}

/** Down to where the highest of these captions leaves the board free. */
export function freeAbove(scene: Phaser.Scene, width: number, captions: readonly Words[]): number {
  return Math.min(
    HEIGHT,
    ...captions.map((caption) => {
      const body = lettering(scene, width, caption);
      const { free } = cardPlace(body.height, caption.name !== null);
      body.destroy();
      return free;
    }),
  );
}
