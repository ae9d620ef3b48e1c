import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { type Arms, BANDS, type Band } from '../../../protocol/released.ts';
import { ink } from '../../board/display-settings.ts';
import { alike, bubble, fitted, panel } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

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
  const inner = each - PADDING * 2;
  const large = height > 320;
  const tall = large ? 34 : 24;
  const space = { width: inner, height: (height - tall - 54) / 2 };
  const bands: [string, Band][] = [
    [t('arms.fewReaders'), few.helped ?? 'few'],
    [t('arms.manyReaders'), many.helped ?? 'few'],
  ];
  const left = (index: number) => x + index * (each + GAP);
  const names = alike(
    bands.map(([label], index) =>
      fitted(scene, left(index) + PADDING, 0, label, { size: large ? 44 : 38, weight: 600, colour: colours.ink2, ...space, least: 28 }),
    ),
  );
  const words = alike(
    bands.map(([, band], index) =>
      fitted(scene, left(index) + PADDING, 0, t(`band.${band}`), { size: large ? 62 : 50, heading: true, ...space, least: 30 }),
    ),
  );
  // Their lines stand at one height, so that only what differs differs.
  const tallest = (both: readonly Phaser.GameObjects.Text[]) => Math.max(...both.map((one) => one.height));
  const [nameHeight, wordHeight] = [tallest(names), tallest(words)];
  const top = y + (height - nameHeight - wordHeight - tall - 14) / 2;
  const step = (inner - (BANDS.length - 1) * 10) / BANDS.length;
  return bands.flatMap(([, band], index) => [
    panel(scene, left(index), y, each, height, { fill: colours.paper, corners: bubble(26) }),
    ...[names[index]?.setY(top + nameHeight - (names[index]?.height ?? 0)), words[index]?.setY(top + nameHeight - 4)].filter(
      (one) => one !== undefined,
    ),
    ...BANDS.map((_, at) => {
      const done = at <= BANDS.indexOf(band);
      return panel(scene, left(index) + PADDING + at * (step + 10), top + nameHeight + wordHeight + 2, step, tall, {
        fill: done ? ink(colours.brand) : colours.card,
        corners: tall / 2,
        stroke: done ? ink(colours.brand) : colours.edge,
        strokeWidth: 3,
        plain: done,
      });
    }),
  ]);
}
