import type * as Phaser from 'phaser';
import { type Life, lifeOf, type Sprite, sprite, spriteOf } from '../../art/places/ambience.ts';
import type { Light, Place, Weather } from '../../protocol/scene.ts';
import type { Setting } from '../board/screen.ts';
import { seedOf } from './liveliness.ts';
import type { Drawn } from './textures.ts';

/** Height of a sprite's texture: twice what the largest is shown at. */
const SIZES: Record<Sprite, readonly [width: number, height: number]> = {
  cloud: [400, 148],
  bird: [90, 39],
  walker: [105, 180],
  runner: [105, 180],
  leaf: [48, 48],
  mote: [18, 18],
  drop: [8, 80],
  veil: [16, 16],
  steam: [66, 180],
  halo: [256, 256],
  star: [24, 24],
  hand: [10, 100],
};
const keyOf = (name: Sprite, light: Light) => `life ${name} ${light}`;

export function ambienceNeeds(place: Place, light: Light, weather: Weather | null): Drawn[] {
  const names = new Set(lifeOf(place, light, weather).map(spriteOf));
  return [...names].map((name) => ({ key: keyOf(name, light), svg: () => sprite(name, light), width: SIZES[name][0] }));
}

export interface Spot {
  x: number;
  y: number;
  /** Of the sprite on the board. */
  width: number;
  height: number;
  alpha: number;
  /** In degrees. */
  angle: number;
}
const TURN = Math.PI * 2;
const wave = (ms: number, length: number, phase = 0) => Math.sin(TURN * (ms / length + phase));

/** How many sprites a moving thing needs. */
export const countOf = (life: Life): number =>
  life.kind === 'fall' ? life.count : life.kind === 'twinkle' ? life.stars.length : life.kind === 'steam' ? 2 : 1;

/** Where the nth sprite of a moving thing is after so many ms. `clock`: the hour of the story, in ms since midnight. */
export function spotOf(life: Life, nth: number, ms: number, clock: number): Spot {
  const seed = seedOf(`${life.kind} ${nth}`);
  switch (life.kind) {
    case 'hand':
      return { x: life.x, y: life.y, width: life.width, height: life.length, alpha: 1, angle: (((clock + ms) % life.ms) / life.ms) * 360 };
    case 'drift': {
      const share = (ms / life.ms + seedOf(`${life.sprite} ${life.y}`)) % 1;
      const walks = life.sprite === 'walker' || life.sprite === 'runner';
      // It fades in and out within a tenth of the way, unless it leaves the board.
      const edge = walks ? Math.min(1, share * 12, (1 - share) * 12) : 1;
      const [wide, high] = SIZES[life.sprite];
      const pace = life.sprite === 'runner' ? 520 : 900;
      const bob = walks ? Math.abs(wave(ms, pace)) * -life.height * 0.035 : life.sprite === 'bird' ? wave(ms, 5200) * 16 : 0;
      return {
        x: life.from + (life.to - life.from) * share,
        y: life.y + bob,
        width: (life.height * wide) / high,
        height: life.height * (life.sprite === 'bird' ? 0.8 + 0.25 * wave(ms, 900) : 1),
        alpha: life.alpha * edge,
        angle: walks ? wave(ms, pace * 2) * 1.6 : 0,
      };
    }
    case 'fall': {
      const [x, y, width, height] = life.area;
      const share = (ms / (life.ms * (0.8 + seed * 0.5)) + seedOf(`${nth} begins`)) % 1;
      if (life.sprite === 'drop') {
        // Down along the glass, or a little aslant through the air.
        const aslant = width > 1000;
        const long = life.size * (0.7 + seed * 0.6);
        return {
          x: x + width * seedOf(`${nth} across`) - (aslant ? 0.06 * height * share : 0),
          y: y + long / 2 + (height - long) * share,
          width: 4,
          height: long,
          alpha: life.alpha * Math.min(1, share * 5, (1 - share) * 5),
          angle: aslant ? 4 : 0,
        };
      }
      const leaf = life.sprite === 'leaf';
      const swing = wave(ms, leaf ? 3400 : 9000, seed) * (leaf ? 46 : 20);
      return {
        x: x + width * seedOf(`${nth} across`) + swing,
        y: leaf ? y + height * share : y + height * (1 - share),
        width: life.size * (0.7 + seed * 0.5),
        height: life.size * (0.7 + seed * 0.5),
        alpha: life.alpha * Math.min(1, share * 6, (1 - share) * 5),
        angle: leaf ? wave(ms, 3400, seed + 0.2) * 50 : 0,
      };
    }
    case 'steam': {
      const share = (ms / 5200 + nth * 0.5) % 1;
      return {
        x: life.x + wave(ms, 6100, nth * 0.3) * 6,
        y: life.y - share * life.height * 0.55,
        width: 30 + share * 26,
        height: life.height * (0.5 + share * 0.4),
        alpha: 0.5 * Math.sin(Math.PI * share),
        angle: 0,
      };
    }
    case 'veil': {
      const [x, y, width, height] = life.area;
      return { x: x + width / 2, y: y + height / 2, width, height, alpha: life.alpha, angle: 0 };
    }
    case 'glow':
      return { x: life.x, y: life.y, width: life.radius * 2, height: life.radius * 2, alpha: life.alpha * (0.7 + 0.3 * wave(ms, life.ms)), angle: 0 };
    case 'twinkle': {
      const [x, y] = life.stars[nth] ?? [0, 0];
      const bright = 0.55 + 0.45 * wave(ms, 5000 + seed * 4000, seed);
      return { x, y, width: 10 + bright * 8, height: 10 + bright * 8, alpha: 0.35 + bright * 0.6, angle: 0 };
    }
  }
}

/** A moment at which everything can be seen, for a board on which nothing moves. */
const REST_MS = 1_000_000;

/** The small movements of a place. They stand still if motion is reduced or the computer is too slow. */
export class Ambience {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly clock: number;
  private readonly begun: number;
  private readonly sprites: { life: Life; nth: number; image: Phaser.GameObjects.Image }[];
  private rested = false;

  /** `time`: as the story tells it, "Dinsdag, 10.10 uur". */
  constructor(setting: Setting, place: Place, light: Light, weather: Weather | null, time: string | null) {
    const { scene } = setting;
    this.setting = setting;
    this.clock = hourOf(time);
    this.begun = setting.now();
    this.sprites = lifeOf(place, light, weather).flatMap((life) =>
      Array.from({ length: countOf(life) }, (_, nth) => ({ life, nth, image: drawn(scene.add.image(0, 0, keyOf(spriteOf(life), light)), life) })),
    );
    this.root = scene.add.container(
      0,
      0,
      this.sprites.map(({ image }) => image),
    );
    this.place(REST_MS);
  }

  tick(now: number): void {
    const { still, effects } = this.setting;
    const moves = !still && effects.may('places');
    if (!moves && this.rested) return;
    this.rested = !moves;
    if (moves) this.place(REST_MS + now - this.begun);
  }

  private place(ms: number): void {
    for (const { life, nth, image } of this.sprites) {
      const { x, y, width, height, alpha, angle } = spotOf(life, nth, ms, this.clock - REST_MS);
      image.setPosition(x, y).setDisplaySize(width, height).setAlpha(alpha).setAngle(angle);
    }
  }
}

function drawn(image: Phaser.GameObjects.Image, life: Life): Phaser.GameObjects.Image {
  if (life.kind === 'hand') image.setOrigin(0.5, 1);
  if (life.kind === 'steam' || (life.kind === 'drift' && (life.sprite === 'walker' || life.sprite === 'runner'))) image.setOrigin(0.5, 1);
  return image;
}

/** The clock shows ten past ten if the story names no hour. */
export function hourOf(time: string | null): number {
  const [, hours = '10', minutes = '10'] = /(\d{1,2})[.:](\d\d)/.exec(time ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
