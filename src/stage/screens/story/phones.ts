import type * as Phaser from 'phaser';
import { glide, type Setting, WIDTH } from '../../board/screen.ts';
import type { PhoneFace } from '../../cues/chat.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { Handset, handsetPlace, type Spot } from './handset.ts';
import { PEEK, Waiting } from './waiting.ts';

interface Standing {
  chat: string;
  place: Spot;
  phone: Handset;
}

/** The left side of what stands at this place. */
export const phonesEdge = (state: Tableau) => handsetPlace(state.second ? 'second' : 'alone').x;

/** The phones that stand on the board beside the story: one, one with another group behind it, or two of the same chat. */
export class Phones {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private first: Standing | null = null;
  private second: Standing | null = null;
  private waiting: Waiting | null = null;

  constructor(setting: Setting) {
    this.setting = setting;
    this.root = setting.scene.add.container(0, 0);
  }

  show(state: Tableau, animate: boolean): void {
    const opened = state.chat !== null && this.waiting?.chat === state.chat.id;
    this.first = this.stand(this.first, state, handsetPlace(state.second ? 'first' : 'alone'), opened ? -PEEK : 160, animate);
    this.second = this.stand(this.second, state.second, handsetPlace('second'), -160, animate);
    this.first?.phone.show(state, state.scrolled, animate);
    if (state.second) this.second?.phone.show(state.second, null, animate);
    this.wait(state, animate);
    this.tick(state);
  }

  tick({ playing }: Tableau): void {
    this.first?.phone.tick(playing);
    this.second?.phone.tick(playing);
  }

  /** In a silence the phone stands alone, in the light. */
  alone(on: boolean, animate: boolean): void {
    const place = handsetPlace();
    const x = on ? (WIDTH - place.width) / 2 + 300 - place.x : 0;
    glide(this.setting, this.root, { x, alpha: 1 }, animate ? 1200 : 1, { ease: 'Sine.easeInOut' });
  }

  /** The phone that is wanted here: the one that stands there already, or another that slides in for it. */
  private stand(
    old: Standing | null,
    face: Pick<PhoneFace, 'chat' | 'lines' | 'typing' | 'seen' | 'closed'> | null,
    place: Spot,
    from: number,
    animate: boolean,
  ): Standing | null {
    const chat = face?.chat ?? null;
    if (old && chat && old.chat === chat.id && old.place.width === place.width) return old;
    const stays = old !== null && chat !== null && old.chat === chat.id;
    if (old && stays) old.phone.root.destroy();
    else if (old) {
      const { root } = old.phone;
      glide(this.setting, root, { x: WIDTH + 60, alpha: 0 }, animate ? 420 : 1, { done: () => root.destroy() });
    }
    if (!face || !chat) return null;
    const phone = new Handset(this.setting, chat, place);
    this.root.add(phone.root);
    phone.show(face, null, false);
    if (!animate) return { chat: chat.id, place, phone };
    if (!stays) phone.root.setAlpha(0);
    if (!this.setting.still) phone.root.x = stays ? old.place.x : place.x + from;
    glide(this.setting, phone.root, { x: place.x, alpha: 1 }, 420);
    return { chat: chat.id, place, phone };
  }

  private wait({ behind }: Tableau, animate: boolean): void {
    if (this.waiting && this.waiting.chat !== behind?.chat.id) {
      const { root } = this.waiting;
      glide(this.setting, root, { alpha: 0 }, animate ? 240 : 1, { done: () => root.destroy() });
      this.waiting = null;
    }
    if (!behind || !this.first) return;
    if (!this.waiting) {
      this.waiting = new Waiting(this.setting, behind, this.first.place, animate);
      this.root.addAt(this.waiting.root, 0);
    }
    this.waiting.show(behind.unread, animate);
  }
}
