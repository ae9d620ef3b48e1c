import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { pill } from '../figures/paint.ts';
import { presenceText } from '../text/narration.ts';
import { displaySettings, sized } from './display-settings.ts';
import { iconKey, WIDTH } from './screen.ts';
import { Sign } from './sign.ts';

/** How wide it may be beside what else stands at the top. */
const WIDEST = 700;

/** How many phones take part, beside how many pupils were counted: the class can see it while votes are open and where results are shown. */
export class Presence {
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
    const text = presenceText(view);
    this.sign.show(text && `${view.screen.kind} ${view.door} ${text}`, () => this.draw(view, text ?? ''));
  }

  private draw({ screen: { kind }, door, seats, headCount }: StageView, text: string): Phaser.GameObjects.Container {
    const tooMany = seats > (headCount ?? seats);
    const [ground, colour] = tooMany ? [colours.glow, colours.ink] : [colours.white, colours.ink];
    const style = { ground, colour, size: 40, height: 70, padding: 24, icon: iconKey('users-three', colours.ink2), widest: WIDEST };
    // A result has the code of an open door at its top, and a vote its timer.
    if (kind !== 'reveal' && kind !== 'results' && kind !== 'foreseen' && kind !== 'teacherDecides')
      return pill(this.scene, 1540, 58 - (sized(40) - 40) * 1.45, text, style, 'right');
    const under = door === 'locked' || kind === 'teacherDecides' ? 40 : 56 + 62 * displaySettings().scale;
    return pill(this.scene, WIDTH - 64, under, text, style, 'right');
  }
}
