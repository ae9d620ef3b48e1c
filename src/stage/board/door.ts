import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { StageScreen, StageView } from '../../protocol/views/stage.ts';
import { withPhone } from '../cues/tableau.ts';
import { pill } from '../figures/paint.ts';
import { handsetPlace } from '../screens/story/handset.ts';
import { displaySettings } from './display-settings.ts';
import { HEIGHT, iconKey, WIDTH } from './screen.ts';
import { Sign } from './sign.ts';

/** While more phones may join, every screen shows the code for latecomers. */
export class Door {
  private readonly scene: Phaser.Scene;
  private readonly sign: Sign;

  constructor(scene: Phaser.Scene) {
    this.scene = scene;
    this.sign = new Sign(scene);
  }

  setVisible(visible: boolean): void {
    this.sign.setVisible(visible);
  }

  show(view: StageView): void {
    const kind = view.screen.kind;
    const chat = kind === 'scene' && withPhone(view.screen.scene);
    const hidden = view.door === 'locked' || view.mode === 'hands' || kind === 'hands' || kind === 'lobby' || kind === 'end' || kind === 'over';
    this.sign.show(hidden ? null : `${kind} ${chat} ${view.code} ${view.join.text}`, () => this.draw(view, kind, chat));
  }

  private draw(view: StageView, kind: StageScreen['kind'], chat: boolean): Phaser.GameObjects.Container {
    const style = { ground: colours.white, colour: colours.ink, size: 36, height: 62, padding: 22, icon: iconKey('link', colours.ink2) };
    if (kind === 'scene')
      // Large text leaves no room beside the hour of the story, but under it.
      return chat
        ? pill(this.scene, handsetPlace().x - 40, displaySettings().scale === 1 ? 64 : 84 + 70 * displaySettings().scale, view.code, style, 'right')
        : pill(this.scene, WIDTH - 64, HEIGHT - 34 - 62 * displaySettings().scale, view.code, style, 'right');
    if (kind === 'reveal' || kind === 'results' || kind === 'foreseen') return pill(this.scene, WIDTH - 64, 40, view.code, style, 'right');
    const long = `${view.join.text}  ${view.code}`;
    const roomy = displaySettings().scale === 1 && (kind === 'question' || kind === 'vote' || kind === 'reflect');
    const text = roomy && long.length <= 26 ? long : view.code;
    // Below the question to talk about stand those who talk.
    if (kind === 'reflect') return pill(this.scene, WIDTH - 120, 72, text, style, 'right');
    return pill(this.scene, WIDTH - 64, HEIGHT - 36 - 62 * displaySettings().scale, text, style, 'right');
  }
}
