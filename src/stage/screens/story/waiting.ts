import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { glide, type Setting } from '../../board/screen.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { fitted, panel, words } from '../../figures/paint.ts';
import type { Spot } from './handset.ts';

/** How far it sticks out from behind the phone. */
export const PEEK = 232;
const WIDTH = 420;
const HEIGHT = 246;

/** Another group, behind the one that is open: its messages come in unread. */
export class Waiting {
  readonly root: Phaser.GameObjects.Container;
  readonly chat: string;
  private readonly setting: Setting;
  private readonly badge: Phaser.GameObjects.Container;
  private unread = 0;

  constructor(setting: Setting, behind: NonNullable<Tableau['behind']>, { x, y, zoom }: Spot, animate: boolean) {
    this.setting = setting;
    this.chat = behind.chat.id;
    const { scene } = setting;
    const { title, badge } = behind.chat;
    const space = { width: PEEK - 48, height: 96, least: 26, fixed: true };
    this.badge = scene.add.container(PEEK - 62, 70);
    this.root = scene.add.container(x - PEEK * zoom, y + 150, [
      panel(scene, 0, 0, WIDTH, HEIGHT, { fill: colours.plum, corners: [50, 50, 50, 14], stroke: colours.night3, strokeWidth: 3, shadow: 'high' }),
      panel(scene, 26, 28, 84, 84, { fill: colours.apricot, corners: 28 }),
      words(scene, 68, 70, badge, { size: 38, heading: true }).setOrigin(0.5),
      fitted(scene, 26, 126, title, { size: 36, heading: true, colour: colours.white, leading: -6, ...space }),
      this.badge,
    ]);
    this.root.setScale(zoom);
    if (!animate) return;
    const to = this.root.x;
    this.root.setAlpha(0);
    if (!setting.still) this.root.x = x;
    glide(setting, this.root, { x: to, alpha: 1 }, 420);
  }

  show(unread: number, animate: boolean): void {
    if (unread === this.unread) return;
    this.unread = unread;
    const { scene, still } = this.setting;
    const count = words(scene, 0, 0, String(unread), { size: 44, heading: true, colour: colours.ink }).setOrigin(0.5);
    const size = Math.max(76, count.width + 36);
    this.badge.removeAll(true);
    this.badge.add([panel(scene, -size / 2, -38, size, 76, { fill: colours.glow, corners: 38, stroke: colours.ink, strokeWidth: 4 }), count]);
    if (animate && !still) scene.tweens.add({ targets: this.badge, scale: { from: 0.75, to: 1 }, duration: 240, ease: 'Cubic.easeOut' });
  }
}
