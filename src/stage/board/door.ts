import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { StageScreen, StageView } from '../../protocol/views/stage.ts';
import { withPhone } from '../cues/tableau.ts';
import { pill } from '../figures/paint.ts';
import { handsetPlace } from '../screens/story/handset.ts';
import { displaySettings, drawingKey } from './display-settings.ts';
import { HEIGHT, iconKey, WIDTH } from './screen.ts';

/** While more phones may join, every screen shows the code for latecomers. */
export class Door {
  private readonly scene: Phaser.Scene;
  private sign: Phaser.GameObjects.Container | null = null;
  private shown = '';

  constructor(scene: Phaser.Scene) {
    this.scene = scene;
  }

  setVisible(visible: boolean): void {
    this.sign?.setVisible(visible);
  }

  show(view: StageView): void {
    const kind = view.screen.kind;
    const chat = kind === 'scene' && withPhone(view.screen.scene);
    const hidden = view.door === 'locked' || view.mode === 'hands' || kind === 'hands' || kind === 'lobby' || kind === 'end' || kind === 'over';
    const wanted = hidden ? '' : `${drawingKey(displaySettings())} ${kind} ${chat} ${view.code} ${view.join.text}`;
    if (this.shown !== wanted) {
      this.shown = wanted;
      this.sign?.destroy();
      this.sign = hidden ? null : this.draw(view, kind, chat);
    }
    if (this.sign) this.scene.children.bringToTop(this.sign);
  }

  private draw(view: StageView, kind: StageScreen['kind'], chat: boolean): Phaser.GameObjects.Container {
    const style = { ground: colours.white, colour: colours.ink, size: 36, height: 62, padding: 22, icon: iconKey('link', colours.ink2) };
    if (kind === 'scene')
      // Large text leaves no room beside the hour of the story, but under it.
      return chat
        ? pill(this.scene, handsetPlace().x - 40, displaySettings().scale === 1 ? 64 : 84 + 70 * displaySettings().scale, view.code, style, 'right')
        : pill(this.scene, WIDTH - 64, HEIGHT - 34 - 62 * displaySettings().scale, view.code, style, 'right');
    if (kind === 'reveal' || kind === 'results') return pill(this.scene, WIDTH - 64, 40, view.code, style, 'right');
    const long = `${view.join.text}  ${view.code}`;
    const roomy = displaySettings().scale === 1 && (kind === 'question' || kind === 'vote' || kind === 'reflect');
    return pill(this.scene, WIDTH - 64, HEIGHT - 36 - 62 * displaySettings().scale, roomy && long.length <= 26 ? long : view.code, style, 'right');
  }
}
