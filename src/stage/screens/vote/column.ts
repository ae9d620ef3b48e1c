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
const PILES: Record<Band, number> = { few: 0, some: 2, most: 3, 'almost-all': 4 };

/** A choice with its envelopes: one a vote where numbers may be shown, else one of four fixed heights with its word. */
export class Column {
  readonly root: Phaser.GameObjects.Container;

  constructor(setting: Setting, reveal: Reveal, choice: ChoiceView, x: number, width: number, animate: boolean) {
    const { scene } = setting;
    const { ground: fill, text: colour } = choiceColours[choice.letter];
    const { released } = reveal;
    const left = x - (width - 276) / 2;
    const middle = x + 138;
    this.root = scene.add.container(0, 0);
    const most = released?.shown === 'numbers' ? Math.max(1, ...Object.values(released.counts)) : 4;
    const letters = released?.shown === 'numbers' ? (released.counts[choice.id] ?? 0) : 0;
    const piles = released?.shown === 'bands' ? PILES[released.bands[choice.id] ?? 'few'] : 0;
    const rise = released?.shown === 'numbers' ? Math.min(44, 330 / most) : 98;
    const count = released?.shown === 'numbers' ? letters : piles;
    for (let index = 0; index < count; index += 1) {
      const sway = (index % 2 ? 7 : -5) * (released?.shown === 'numbers' ? 0.6 : 1);
      const y = FLOOR - BASE - 50 - index * rise;
      const one = scene.add.image(middle + sway, y, released?.shown === 'numbers' ? 'envelope' : 'pile');
      one.setDisplaySize(released?.shown === 'numbers' ? 150 : 228, released?.shown === 'numbers' ? 105 : 128);
      this.root.add(one);
      // All columns grow in the same time, so that none is known before the others.
      if (animate) {
        const at = ((index + 1) / Math.max(1, count)) * 1300;
        one.setAlpha(0);
        if (!setting.still) one.y = y - 60;
        glide(setting, one, { y, alpha: 1 }, 220, { delay: setting.still ? 0 : at });
      }
    }
    const word = released?.shown === 'numbers' ? String(letters) : released?.shown === 'bands' ? t(`band.${released.bands[choice.id] ?? 'few'}`) : '';
    const top = FLOOR - BASE - (count === 0 ? 20 : 50 + (count - 1) * rise + 62);
    const label = fitted(scene, middle, top, word, {
      size: released?.shown === 'numbers' ? 96 : 50,
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
