import { colours } from '../../../art/tokens.ts';
import { glide, WIDTH } from '../../board/screen.ts';
import type { RevealStep } from '../../cues/staging.ts';
import { words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { halo } from '../story/story.ts';
import { shutBox } from './box.ts';
import { Unveiling } from './unveiling.ts';

/** Shows only the path: one envelope opens, and after a pause what the class does comes out of it. A tie that was broken at random looks the same. */
export class Letter extends Unveiling {
  protected stageStep(step: RevealStep['step']): void {
    if (step === 'close') this.stage.add(shutBox(this.setting, WIDTH / 2));
    else if (step === 'open') this.open();
    else if (step === 'breath') this.breath();
  }

  private open(): void {
    const { scene, still } = this.setting;
    this.leave();
    const letter = scene.add.image(WIDTH / 2, 560, 'envelope').setDisplaySize(420, 293);
    this.stage.add([letter, words(scene, WIDTH / 2, 900, t('reveal.opening'), { size: 44, weight: 600, colour: colours.mist }).setOrigin(0.5)]);
    if (!still) {
      letter.y = 660;
      scene.tweens.add({ targets: letter, y: 560, duration: 700, ease: 'Cubic.easeOut' });
    }
    scene.time.delayedCall(720, () => {
      if (letter.active) letter.setTexture('envelope open').setDisplaySize(420, 449).setY(500);
    });
  }

  /** Nothing moves but the light. */
  private breath(): void {
    const { scene, still } = this.setting;
    if (still) return;
    const light = scene.add.image(WIDTH / 2, 500, halo(scene)).setAlpha(0);
    this.stage.addAt(light, 0);
    glide(this.setting, light, { alpha: 0.7 }, 1500, { ease: 'Sine.easeInOut' });
  }
}
