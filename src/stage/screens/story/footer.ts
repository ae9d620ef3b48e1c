import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { iconKey, type Setting } from '../../board/screen.ts';
import type { PhoneFace } from '../../cues/chat.ts';
import { fitted, panel } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { climb } from './counter.ts';

export const FOOT = 92;

/** The bottom of a phone: where one writes, who has read, or that this chat is closed. */
export class Footer {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly width: number;
  private shown = 'nothing yet';
  private count = 0;

  constructor(setting: Setting, width: number, at: { x: number; y: number }) {
    this.setting = setting;
    this.width = width;
    this.root = setting.scene.add.container(at.x, at.y);
  }

  show({ seen, closed }: Pick<PhoneFace, 'seen' | 'closed'>, animate: boolean): void {
    const sign = closed ? 'closed' : (seen?.text ?? '');
    if (sign === this.shown) return;
    this.shown = sign;
    const { scene } = this.setting;
    this.root.removeAll(true);
    const ground = (fill: string) => panel(scene, 0, 0, this.width, FOOT, { fill, corners: [0, 0, 46, 46] });
    if (closed) this.root.add([ground(boardColours.closedChat), ...this.line('lock', colours.ink2, boardColours.closedText, t('chat.closed'))]);
    else if (seen) {
      const [icon, label] = this.line('eye', colours.plum, colours.aubergine, seen.text);
      this.root.add([ground(colours.chatBar), icon, label]);
      if (animate) climb(this.setting, label, seen.text, this.count);
    } else this.root.add([ground(colours.white), panel(scene, 26, 18, this.width - 52, 54, { fill: boardColours.field, corners: 27 })]);
    this.count = seen?.count ?? 0;
  }

  private line(icon: 'lock' | 'eye', tint: string, colour: string, content: string): [Phaser.GameObjects.Image, Phaser.GameObjects.Text] {
    const { scene } = this.setting;
    const style = { size: 36, weight: 700, colour, width: this.width - 116, height: FOOT - 12, least: 28, leading: -4, fixed: true };
    return [
      scene.add
        .image(34, FOOT / 2, iconKey(icon, tint))
        .setOrigin(0, 0.5)
        .setDisplaySize(44, 44),
      fitted(scene, 94, FOOT / 2, content, style).setOrigin(0, 0.5),
    ];
  }
}
