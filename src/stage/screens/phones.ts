import type * as Phaser from 'phaser';
import type { Tableau } from '../director.ts';
import { glide, type Setting, WIDTH } from '../screen.ts';
import { Handset, handsetPlace } from './handset.ts';

/** The phones that stand on the board beside the story. */
export class Phones {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private front: { chat: string; phone: Handset } | null = null;

  constructor(setting: Setting) {
    this.setting = setting;
    this.root = setting.scene.add.container(0, 0);
  }

  show(state: Tableau, live: boolean): void {
    const wanted = state.chat?.id ?? null;
    if (this.front && this.front.chat !== wanted) {
      const { root } = this.front.phone;
      glide(this.setting, root, { x: WIDTH + 60, alpha: 0 }, live ? 420 : 1, { done: () => root.destroy() });
      this.front = null;
    }
    if (!state.chat) return;
    if (this.front) {
      this.front.phone.show(state, live);
      return;
    }
    const phone = new Handset(this.setting, state.chat);
    this.front = { chat: state.chat.id, phone };
    this.root.add(phone.root);
    phone.show(state, false);
    if (!live) return;
    const { x } = phone.root;
    phone.root.setAlpha(0);
    if (!this.setting.still) phone.root.x = x + 160;
    glide(this.setting, phone.root, { x, alpha: 1 }, 420);
  }

  /** In a silence the phone stands alone, in the light. */
  stand(alone: boolean, live: boolean): void {
    const place = handsetPlace();
    const x = alone ? (WIDTH - place.width) / 2 + 300 - place.x : 0;
    glide(this.setting, this.root, { x, alpha: 1 }, live ? 1200 : 1, { ease: 'Sine.easeInOut' });
  }
}
