import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { displaySettings, ground, ink } from '../../board/display-settings.ts';
import { glide, HEIGHT, type Setting, WIDTH } from '../../board/screen.ts';
import { panel, tone, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

const CENTRE = { x: 1704, y: 196 };
const RADIUS = 112;

/** The timer as quiet water that sinks: no warning colour, no hurry, the same pace to the end. With reduced motion it sinks once a second. */
export class Timer {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly deadline: number;
  private readonly whole: number;
  private readonly water: Phaser.GameObjects.Graphics;
  private readonly number: Phaser.GameObjects.Text;
  private shown = '';

  constructor(setting: Setting, deadline: number, whole: number) {
    this.setting = setting;
    this.deadline = deadline;
    this.whole = whole;
    const { scene } = setting;
    const rim = scene.add
      .graphics()
      .lineStyle(8, tone(ink(boardColours.rim)))
      .strokeCircle(CENTRE.x, CENTRE.y, RADIUS + 2);
    this.water = scene.add.graphics();
    this.number = words(scene, CENTRE.x, CENTRE.y - 14, '', { size: 112, heading: true }).setOrigin(0.5);
    const unit = words(scene, CENTRE.x, CENTRE.y + 58, t('vote.seconds'), { size: 36, weight: 700, colour: colours.ink }).setOrigin(0.5);
    this.root = scene.add.container(0, 0, [this.water, rim, this.number, unit]);
    this.tick(setting.now());
  }

  tick(now: number): void {
    const left = Math.max(0, Math.min(this.whole, this.deadline - now));
    const seconds = Math.ceil(left / 1000);
    if (this.number.text !== String(seconds)) this.number.setText(String(seconds)).setFontSize(seconds > 99 ? 84 : 112);
    const coarse = this.setting.still || this.setting.plain;
    const share = Math.min(1, coarse ? (seconds * 1000) / this.whole : left / this.whole);
    const wave = coarse ? 0 : Math.round(now / 50);
    const sign = `${share.toFixed(4)} ${wave}`;
    if (sign === this.shown) return;
    this.shown = sign;
    this.water
      .clear()
      .fillStyle(tone(ground(colours.white)))
      .fillCircle(CENTRE.x, CENTRE.y, RADIUS);
    if (share > 0)
      this.water
        .fillStyle(tone(displaySettings().contrast ? ground(colours.brand) : boardColours.water))
        .fillPoints(surface(share, coarse ? null : wave / 20), true);
  }
}

/** What is left, as a body of water in the round: its surface from the left shore to the right, then back along the bottom. */
function surface(share: number, seconds: number | null): Phaser.Math.Vector2[] {
  const level = RADIUS * (1 - 2 * share);
  const shore = Math.sqrt(Math.max(0, RADIUS * RADIUS - level * level));
  const points: { x: number; y: number }[] = [];
  for (let step = 0; step <= 24; step += 1) {
    const part = step / 24;
    const swell = seconds === null ? 0 : Math.sin(Math.PI * part) * 5 * Math.sin(seconds * 1.6 + part * 7);
    points.push({ x: CENTRE.x - shore + 2 * shore * part, y: CENTRE.y + level + swell });
  }
  const from = Math.atan2(level, shore);
  const sweep = Math.PI - 2 * from;
  for (let step = 1; step < 48; step += 1) {
    const angle = from + (sweep * step) / 48;
    points.push({ x: CENTRE.x + Math.cos(angle) * RADIUS, y: CENTRE.y + Math.sin(angle) * RADIUS });
  }
  return points as Phaser.Math.Vector2[];
}

/** The three seconds before a vote: a phone comes up, and counts. */
export class TakeYourPhone {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly opensAt: number;
  private readonly number: Phaser.GameObjects.Text;

  constructor(setting: Setting, opensAt: number) {
    this.setting = setting;
    this.opensAt = opensAt;
    const { scene } = setting;
    this.number = words(scene, 0, 50, '', { size: 220, heading: true }).setOrigin(0.5);
    const phone = scene.add.container(WIDTH / 2, 666, [
      panel(scene, -190, -270, 380, 640, { fill: boardColours.phone, corners: 58, stroke: colours.night3, strokeWidth: 4 }),
      panel(scene, -168, -248, 336, 596, { fill: colours.glow, corners: 40, plain: true }),
      this.number,
    ]);
    const title = words(scene, WIDTH / 2, 250, t('vote.take'), { size: 164, heading: true, colour: colours.cream }).setOrigin(0.5);
    this.root = scene.add.container(0, 0, [scene.add.rectangle(0, 0, WIDTH, HEIGHT, tone(colours.night), 0.985).setOrigin(0), phone, title]);
    if (!setting.still && setting.now() < opensAt - 1500) {
      phone.y = 1060;
      glide(setting, phone, { y: 666 }, 700);
    }
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
