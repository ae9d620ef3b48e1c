import type * as Phaser from 'phaser';
import { creature } from '../../../art/pieces/creature.ts';
import { boardColours } from '../../../art/tokens.ts';
import type { Creature } from '../../../protocol/views/stage.ts';
import { glide, type Setting } from '../../board/screen.ts';
import { tone } from '../../figures/paint.ts';

const SIZES = [12, 24, 36, 60, 90, 144, 240, 400];
const key = (one: Creature) => `creature ${one.look} ${one.online ? 'awake' : 'asleep'}`;

interface Spot {
  x: number;
  y: number;
  size: number;
}
/** Where each of the crowd stands: two rows for a class, more and smaller ones for a hall. A seat's place depends on its number alone. */
function spotOf(index: number, count: number): Spot {
  const slots = SIZES.find((size) => size >= count) ?? count;
  const rows = slots <= 12 ? 1 : slots <= 36 ? 2 : slots <= 90 ? 3 : 5;
  const columns = Math.ceil(slots / rows);
  const slot = (index * 7) % slots;
  const row = Math.floor(slot / columns);
  const column = slot % columns;
  const step = 1800 / columns;
  const size = Math.min(138, step * (slots <= 36 ? 1.12 : 1.6)) * (1 - (rows - 1 - row) * 0.05);
  const jitter = Math.sin(index * 12.9898) * step * 0.06;
  const stagger = rows > 1 && row % 2 === 0 ? step * 0.3 : 0;
  const depth = rows === 1 ? 0 : ((rows - 1 - row) * 150) / Math.max(2, rows);
  return { x: Math.min(1860, 60 + step / 2 + column * step + jitter + stagger), y: 1024 - depth, size };
}

interface Body {
  figure: Phaser.GameObjects.Image;
  shadow: Phaser.GameObjects.Ellipse;
  stand: Phaser.GameObjects.Container;
}

/** One creature for each phone. It hops when its phone is tapped and sleeps while the phone is away. */
export class Crowd {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly bodies: Body[] = [];

  constructor(setting: Setting) {
    this.setting = setting;
    this.root = setting.scene.add.container(0, 0);
  }

  static load(setting: Setting, creatures: Creature[]): Promise<void> {
    return setting.textures.load(creatures.map((one) => ({ key: key(one), svg: () => creature(one.look, !one.online), width: 160 })));
  }

  show(creatures: Creature[], joined: number[]): void {
    creatures.forEach((one, index) => {
      const spot = spotOf(index, creatures.length);
      const body = this.bodies[index] ?? this.add(one, index, spot, joined.includes(index));
      body.figure.setTexture(key(one)).setAlpha(one.online ? 1 : 0.72);
      fit(body, spot);
      if (body.stand.x !== spot.x || body.stand.y !== spot.y) glide(this.setting, body.stand, { x: spot.x, y: spot.y }, 420);
    });
    for (const gone of this.bodies.splice(creatures.length)) gone.stand.destroy();
    this.root.sort('y');
  }

  hop(index: number): void {
    const body = this.bodies[index];
    if (!body) return;
    const { scene, still } = this.setting;
    if (still) {
      scene.tweens.add({ targets: body.figure, alpha: 0.4, duration: 120, yoyo: true });
      return;
    }
    scene.tweens.killTweensOf(body.figure);
    body.figure.y = 0;
    scene.tweens.add({ targets: body.figure, y: -46, duration: 190, ease: 'Quad.easeOut', yoyo: true });
  }

  private add(one: Creature, index: number, spot: Spot, news: boolean): Body {
    const { scene } = this.setting;
    const shadow = scene.add.ellipse(0, 0, 10, 10, tone(boardColours.shadow), 0.3);
    const figure = scene.add.image(0, 0, key(one)).setOrigin(0.5, 0.96);
    const stand = scene.add.container(spot.x, spot.y, [shadow, figure]);
    const body = { figure, shadow, stand };
    this.bodies[index] = body;
    this.root.add(stand);
    if (news) {
      stand.setAlpha(0);
      if (!this.setting.still) figure.y = -170;
      glide(this.setting, stand, { alpha: 1 }, 160);
      glide(this.setting, figure, { y: 0 }, 480, { ease: 'Bounce.easeOut' });
    }
    return body;
  }
}

function fit(body: Body, spot: Spot): void {
  body.figure.setDisplaySize(spot.size, (spot.size * body.figure.frame.height) / body.figure.frame.width);
  body.shadow.setSize(spot.size * 0.64, 16);
}
