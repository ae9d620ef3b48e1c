import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { DrawingName, Tile } from '../../protocol/views.ts';
import type { TileLine } from '../director.ts';
import { panel, words } from '../paint.ts';
import { iconKey, iconOf } from '../screen.ts';

const SHEET = 'M40 22H160A22 22 0 0 1 182 44V128L128 182H40A22 22 0 0 1 18 160V44A22 22 0 0 1 40 22Z';
const FACE = 'M44 30H156A18 18 0 0 1 174 48V124L124 174H44A18 18 0 0 1 26 156V48A18 18 0 0 1 44 30Z';
const sticker = (inside: string, ground: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200"><path d="${SHEET}" fill="#fff" stroke="#fff" stroke-width="14" stroke-linejoin="round"/><path d="${FACE}" fill="${ground}"/>${inside}<path d="M174 124L124 174V142A18 18 0 0 1 142 124Z" fill="${colours.line}"/></svg>`;
const strokes = (path: string) => `<g fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round">${path}</g>`;

/** A sticker that is never shown: grey, with a wave crossed out. */
const closedSticker = () => sticker(strokes('<path d="M62 92Q100 58 138 92"/><path d="M70 128L130 68"/>'), colours.edge);
/** What a vote may be about: shapes that are nobody and nothing. */
const DRAWINGS: Record<DrawingName, () => string> = {
  'abstract-sticker': () =>
    sticker(
      `<circle cx="76" cy="82" r="26" fill="${colours.glow}"/><rect x="98" y="60" width="44" height="44" rx="10" fill="#7BA9DC"/>${strokes('<path d="M52 134Q72 116 92 134T128 130"/>')}`,
      colours.brand,
    ),
};

export const drawingOf = (name: DrawingName) => ({ key: `drawing ${name}`, svg: DRAWINGS[name], width: 400 });
const SIGNS = { photo: 'eye-slash', voice: 'speaker-slash' } as const;
export const tileNeeds = [
  { key: 'closed sticker', svg: closedSticker, width: 320 },
  iconOf('eye-slash', colours.ink),
  iconOf('speaker-slash', colours.ink),
  iconOf('arrow-right', colours.glow),
  iconOf('arrow-right', colours.plum),
];

const WIDTH = 430;

/** The closed tile: what went round is never on the board, only that it did and how often. */
export function tileCard(scene: Phaser.Scene, line: TileLine): Phaser.GameObjects.Container {
  const light = line.tile === 'sticker';
  const label = words(scene, WIDTH / 2, 0, line.text, {
    size: 36,
    weight: 600,
    colour: light ? colours.ink : colours.cream,
    width: WIDTH - 48,
    align: 'center',
    leading: 2,
  });
  label.setOrigin(0.5, 0).setY(light ? 176 : 134);
  const counter = line.copies === null ? 0 : 66;
  const height = label.y + label.height + 18 + counter;
  const parts: Phaser.GameObjects.GameObject[] = light
    ? [
        panel(scene, 0, 0, WIDTH, height, { fill: '#EAE4F4', corners: [24, 24, 24, 8] }),
        scene.add.image(WIDTH / 2, 96, 'closed sticker').setDisplaySize(150, 150),
      ]
    : [scene.add.image(0, 0, facets(scene, height)).setOrigin(0), ...sign(scene, line.tile)];
  if (line.copies !== null) {
    const colour = light ? colours.plum : '#FFD9A8';
    parts.push(
      panel(scene, 0, height - counter, WIDTH, counter, { fill: light ? '#D9CFEE' : '#15132B', corners: [0, 0, 24, 8] }),
      scene.add
        .image(28, height - counter / 2, iconKey('arrow-right', light ? colours.plum : colours.glow))
        .setOrigin(0, 0.5)
        .setDisplaySize(36, 36),
      words(scene, 76, height - counter / 2, line.copies, { size: 34, weight: 700, colour }).setOrigin(0, 0.5),
    );
  }
  return scene.add.container(0, 0, [...parts, label]).setSize(WIDTH, height);
}

function sign(scene: Phaser.Scene, tile: Exclude<Tile, 'sticker'> | Tile): Phaser.GameObjects.GameObject[] {
  const name = tile === 'voice' ? SIGNS.voice : SIGNS.photo;
  return [scene.add.circle(WIDTH / 2, 74, 46, 0xffb870), scene.add.image(WIDTH / 2, 74, iconKey(name, colours.ink)).setDisplaySize(50, 50)];
}

/** Cool squares: no skin tones, no silhouette, no blur of a real picture. */
function facets(scene: Phaser.Scene, height: number): string {
  const key = `facets ${Math.round(height)}`;
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = Math.ceil(height);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.beginPath();
    pen.moveTo(24, 0);
    pen.arcTo(WIDTH, 0, WIDTH, height, 24);
    pen.arcTo(WIDTH, height, 0, height, 24);
    pen.arcTo(0, height, 0, 0, 8);
    pen.arcTo(0, 0, WIDTH, 0, 24);
    pen.clip();
    pen.fillStyle = colours.night2;
    pen.fillRect(0, 0, WIDTH, height);
    pen.globalAlpha = 0.5;
    for (let index = 0; index < 10 * Math.ceil(height / 46); index += 1) {
      const shade = Math.abs(Math.floor(Math.sin(index * 12.9898) * 43758.5453)) % 5;
      pen.fillStyle = ['#34306A', '#2A2752', '#3D3978', '#302C60', '#453F86'][shade] ?? colours.night2;
      pen.fillRect((index % 10) * 46 - 14, Math.floor(index / 10) * 46 - 8, 46, 46);
    }
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
