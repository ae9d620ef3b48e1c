import type * as Phaser from 'phaser';
import { choiceColours, colours } from '../../../art/tokens.ts';
import type { Band } from '../../../protocol/released.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { badgeKey, glide, type Setting } from '../../board/screen.ts';
import { fitted, panel } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import type { Reveal } from './reveal.ts';

export const FLOOR = 966;
const BASE = 178;
const PILES: Record<Band, number> = { few: 0, some: 1, 'about-half': 2, most: 3, 'almost-all': 4 };
const RISE = 98;

/** A choice with its envelopes: one of five fixed heights, with its word. */
export class Column {
  readonly root: Phaser.GameObjects.Container;

  constructor(setting: Setting, reveal: Reveal, choice: ChoiceView, x: number, width: number, animate: boolean) {
    const { scene } = setting;
    const { ground: fill, text: colour } = choiceColours[choice.letter];
    const { released } = reveal;
    const left = x - (width - 276) / 2;
    const middle = x + 138;
    this.root = scene.add.container(0, 0);
    const band = released?.shown === 'bands' ? (released.bands[choice.id] ?? 'few') : null;
    const count = band === null ? 0 : PILES[band];
    for (let index = 0; index < count; index += 1) {
      const sway = index % 2 ? 7 : -5;
      const y = FLOOR - BASE - 50 - index * RISE;
      const one = scene.add.image(middle + sway, y, 'pile');
      one.setDisplaySize(228, 128);
      this.root.add(one);
      // All columns grow in the same time, so that none is known before the others.
      if (animate) {
        const at = ((index + 1) / Math.max(1, count)) * 1300;
        one.setAlpha(0);
        if (!setting.still) one.y = y - 60;
        glide(setting, one, { y, alpha: 1 }, 220, { delay: setting.still ? 0 : at });
      }
    }
    const top = FLOOR - BASE - (count === 0 ? 20 : 50 + (count - 1) * RISE + 62);
    const label = fitted(scene, middle, top, band === null ? '' : t(`band.${band}`), {
      size: 50,
      heading: true,
      width: width + 20,
      height: 150,
      least: 40,
      align: 'center',
    }).setOrigin(0.5, 1);
    const short = fitted(scene, middle, FLOOR - 46, choice.short, {
      size: 42,
      weight: 700,
      colour,
      width: width - 24,
      height: 60,
      least: 26,
    }).setOrigin(0.5);
    this.root.add([
      label,
      panel(scene, left, FLOOR - BASE, width, BASE, { fill, corners: [22, 22, 22, 8], stroke: colours.ink, strokeWidth: 4 }),
      panel(scene, middle - 54, FLOOR - BASE + 8, 108, 96, { fill: choiceColours[choice.letter].tint, corners: 48, plain: true }),
      scene.add.image(middle, FLOOR - BASE + 56, badgeKey(choice.letter)).setDisplaySize(80, 80),
      short,
    ]);
    if (!animate) return;
    label.setAlpha(0);
    glide(setting, label, { alpha: 1 }, 300, { delay: setting.still ? 100 : 1350 });
  }
}
