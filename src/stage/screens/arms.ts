import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { Arms, Band } from '../../protocol/released.ts';
import { bubble, fitted, panel } from '../paint.ts';
import { text } from '../texts.ts';

const STEPS: readonly Band[] = ['few', 'some', 'most', 'almost-all'];
const GAP = 28;
const PADDING = 30;

/** Two conditions beside each other, alike but for their words: whose chat showed few readers, and whose showed many. */
export function armsOf(
  scene: Phaser.Scene,
  { few, many }: Arms,
  x: number,
  y: number,
  width: number,
  height: number,
): Phaser.GameObjects.GameObject[] {
  const each = (width - GAP) / 2;
  return [
    ...arm(scene, text('arms.fewReaders'), few.helped ?? 'few', x, y, each, height),
    ...arm(scene, text('arms.manyReaders'), many.helped ?? 'few', x + each + GAP, y, each, height),
  ];
}

function arm(scene: Phaser.Scene, label: string, band: Band, x: number, y: number, width: number, height: number): Phaser.GameObjects.GameObject[] {
  const inner = width - PADDING * 2;
  const large = height > 320;
  const tall = large ? 34 : 24;
  const room = (height - tall - 54) / 2;
  const name = fitted(scene, x + PADDING, 0, label, {
    size: large ? 44 : 38,
    weight: 600,
    colour: colours.ink2,
    width: inner,
    height: room,
    least: 28,
  });
  const word = fitted(scene, x + PADDING, 0, text(`band.${band}`), { size: large ? 62 : 50, heading: true, width: inner, height: room, least: 30 });
  const top = y + (height - name.height - word.height - tall - 14) / 2;
  name.setY(top);
  word.setY(top + name.height - 4);
  const step = (inner - 3 * 10) / STEPS.length;
  const reached = STEPS.indexOf(band);
  const bar = STEPS.map((_, index) => {
    const done = index <= reached;
    const fill = done ? colours.brand : colours.card;
    return panel(scene, x + PADDING + index * (step + 10), word.y + word.height + 6, step, tall, {
      fill,
      corners: tall / 2,
      stroke: done ? colours.brand : colours.edge,
      strokeWidth: 3,
      plain: true,
    });
  });
  return [panel(scene, x, y, width, height, { fill: colours.paper, corners: bubble(26) }), name, word, ...bar];
}
