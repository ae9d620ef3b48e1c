import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import { ground, ink } from '../comfort.ts';
import { tone, words } from '../paint.ts';
import { HEIGHT, type Setting, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';

const CENTRE = { x: 1704, y: 196 };
const RADIUS = 112;

/** A calm ring that empties: no colour that warns, no shaking, and a step a second without motion. */
export class Timer {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly deadline: number;
  private readonly whole: number;
  private readonly ring: Phaser.GameObjects.Graphics;
  private readonly number: Phaser.GameObjects.Text;
  private shown = -1;

  constructor(setting: Setting, deadline: number, whole: number) {
    this.setting = setting;
    this.deadline = deadline;
    this.whole = whole;
    const { scene } = setting;
    this.ring = scene.add.graphics();
    this.number = words(scene, CENTRE.x, CENTRE.y - 14, '', { size: 112, heading: true }).setOrigin(0.5);
    const unit = words(scene, CENTRE.x, CENTRE.y + 58, text('vote.seconds'), { size: 36, weight: 700, colour: colours.ink2 }).setOrigin(0.5);
    this.root = scene.add.container(0, 0, [this.ring, this.number, unit]);
    this.tick(setting.now());
  }

  tick(now: number): void {
    const left = Math.max(0, Math.min(this.whole, this.deadline - now));
    const seconds = Math.ceil(left / 1000);
    if (this.number.text !== String(seconds)) this.number.setText(String(seconds)).setFontSize(seconds > 99 ? 84 : 112);
    const coarse = this.setting.still || this.setting.plain;
    const share = coarse ? (seconds * 1000) / this.whole : left / this.whole;
    const step = Math.round(Math.min(1, share) * 720);
    if (step === this.shown) return;
    this.shown = step;
    const turn = (step / 720) * Math.PI * 2;
    this.ring
      .clear()
      .fillStyle(tone(ground('#FFFFFF')))
      .fillCircle(CENTRE.x, CENTRE.y, RADIUS)
      .lineStyle(22, tone(ground('#E5D8BC')))
      .strokeCircle(CENTRE.x, CENTRE.y, RADIUS);
    if (step === 0) return;
    const start = -Math.PI / 2;
    this.ring
      .lineStyle(22, tone(ink(colours.ink)))
      .beginPath()
      .arc(CENTRE.x, CENTRE.y, RADIUS, start, start + turn, false, 0.01)
      .strokePath();
    this.ring.fillStyle(tone(ink(colours.ink)));
    for (const end of [start, start + turn]) this.ring.fillCircle(CENTRE.x + Math.cos(end) * RADIUS, CENTRE.y + Math.sin(end) * RADIUS, 11);
  }
}

/** The three seconds before a vote. */
export class TakeYourPhone {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly opensAt: number;
  private readonly number: Phaser.GameObjects.Text;

  constructor(setting: Setting, opensAt: number) {
    this.setting = setting;
    this.opensAt = opensAt;
    const { scene } = setting;
    this.number = words(scene, WIDTH / 2, 690, '', { size: 220, heading: true }).setOrigin(0.5);
    this.root = scene.add.container(0, 0, [
      scene.add.rectangle(0, 0, WIDTH, HEIGHT, 0x1c1a3a, 0.94).setOrigin(0),
      words(scene, WIDTH / 2, 360, text('vote.take'), { size: 164, heading: true, colour: colours.cream }).setOrigin(0.5),
      scene.add.circle(WIDTH / 2, 680, 190, tone(ground(colours.glow))),
      this.number,
    ]);
    this.tick(setting.now());
  }

  tick(now: number): void {
    const seconds = String(Math.max(1, Math.ceil((this.opensAt - now) / 1000)));
    if (this.number.text === seconds) return;
    this.number.setText(seconds);
    if (this.setting.still) return;
    this.setting.scene.tweens.add({ targets: this.number, scale: { from: 1.15, to: 1 }, duration: 300, ease: 'Cubic.easeOut' });
  }
}
