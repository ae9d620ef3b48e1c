import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { glide, type Setting } from '../../board/screen.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { bubble, fitted, panel, words } from '../../figures/paint.ts';

/** Two amounts beside each other, each in words, as a number and as a length; both grow together. */
export function barsCard(setting: Setting, bars: NonNullable<Tableau['bars']>, width: number, animate: boolean): Phaser.GameObjects.Container {
  const { scene } = setting;
  const rows = bars.map((bar, index) => {
    const y = 40 + index * 190;
    const track = width - 96;
    const length = Math.max(bar.value > 0 ? 28 : 0, (track * bar.value) / Math.max(1, bar.of));
    const label = fitted(scene, 48, y, bar.text, { size: 42, weight: 600, width: track - 220, height: 112, least: 34, leading: 0 });
    const amount = words(scene, width - 48, y, `${bar.value} / ${bar.of}`, { size: 48, heading: true }).setOrigin(1, 0);
    const ground = panel(scene, 48, y + 116, track, 40, { fill: colours.track, corners: 20 });
    if (length === 0) return [label, amount, ground];
    const fill = panel(scene, 48, y + 116, length, 40, { fill: index === 0 ? colours.brand : boardColours.otherBar, corners: 20 });
    if (animate && !setting.still) {
      fill.scaleX = 0.05;
      glide(setting, fill, { scaleX: 1, alpha: 1 }, 1200, { delay: 300 });
    }
    return [label, amount, ground, fill];
  });
  const height = 60 + bars.length * 190;
  return scene.add
    .container(0, 0, [panel(scene, 0, 0, width, height, { fill: colours.milk, corners: bubble(36), shadow: 'high' }), ...rows.flat()])
    .setSize(width, height);
}
