import type * as Phaser from 'phaser';
import { abstractSticker, tile, tileGround } from '../../../art/pieces/tile.ts';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { DrawingName, Tile } from '../../../protocol/scene.ts';
import { iconKey, iconOf } from '../../board/screen.ts';
import type { TileLine } from '../../cues/chat.ts';
import { type Corners, panel, words } from '../../figures/paint.ts';

/** What a vote may be about: shapes that are nobody and nothing. */
const DRAWINGS: Record<DrawingName, () => string> = { 'abstract-sticker': abstractSticker };
export const drawingOf = (name: DrawingName) => ({ key: `drawing ${name}`, svg: DRAWINGS[name], width: 480 });

const WIDTH = 430;
const HEIGHT = 190;
const COUNTER = 66;
const COUNTERS: Record<Tile, string> = { sticker: boardColours.stickerCounter, photo: boardColours.photoCounter, voice: boardColours.photoCounter };

const tileKey = (kind: Tile) => `tile ${kind}`;
export const tileNeeds = (kinds: Tile[]) => [
  ...kinds.map((kind) => ({ key: tileKey(kind), svg: () => tile(kind), width: WIDTH * 2 })),
  iconOf('arrow-right', colours.plum),
];

/** The closed tile: the board never shows what was passed on, only that it was, and how often. */
export function tileCard(scene: Phaser.Scene, line: TileLine): Phaser.GameObjects.Container {
  const label = words(scene, WIDTH / 2, HEIGHT - 6, line.text, { size: 36, weight: 600, width: WIDTH - 48, align: 'center', leading: 2 });
  label.setOrigin(0.5, 0);
  const counter = line.copies === null ? 0 : COUNTER;
  const height = label.y + label.height + 16 + counter;
  const [right, left] = line.mine ? [8, 24] : [24, 8];
  const corners: Corners = [24, 24, right, left];
  const parts: Phaser.GameObjects.GameObject[] = [
    panel(scene, 0, 0, WIDTH, height, { fill: tileGround[line.tile], corners }),
    scene.add.image(0, 0, tileKey(line.tile)).setOrigin(0).setDisplaySize(WIDTH, HEIGHT),
    label,
  ];
  if (line.copies !== null) {
    const middle = height - counter / 2;
    parts.push(
      panel(scene, 0, height - counter, WIDTH, counter, { fill: COUNTERS[line.tile], corners: [0, 0, right, left] }),
      scene.add.image(28, middle, iconKey('arrow-right', colours.plum)).setOrigin(0, 0.5).setDisplaySize(36, 36),
      words(scene, 76, middle, line.copies, { size: 34, weight: 700, colour: colours.plum }).setOrigin(0, 0.5).setName('copies'),
    );
  }
  return scene.add.container(0, 0, parts).setSize(WIDTH, height);
}
