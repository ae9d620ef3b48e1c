import { glide, WIDTH } from '../../board/screen.ts';
import type { RevealStep } from '../../cues/staging.ts';
import { choiceCard } from './choices.ts';
import { Unveiling } from './unveiling.ts';

/** For a choice without phones: the choices lie on the table, and the one that was picked is lifted. */
export class Table extends Unveiling {
  protected override readonly origin = { scale: 0.82, y: 590 };

  protected stageStep(step: RevealStep['step']): void {
    if (step === 'lay') this.lay();
  }

  private lay(): void {
    const { scene } = this.setting;
    const { choices } = this.reveal.vote;
    choices.forEach((choice, index) => {
      const y = 540 + (index - (choices.length - 1) / 2) * 200;
      const card = scene.add.container(WIDTH / 2, y, [choiceCard(scene, choice, -450, -82, 900, 164)]).setAlpha(0);
      this.stage.add(card);
      glide(this.setting, card, { alpha: 1 }, 240);
      const taken = choice.id === this.reveal.path.id;
      if (!taken) glide(this.setting, card, { alpha: 0 }, 320, { delay: 480 });
      else glide(this.setting, card, { y: 590, alpha: 1 }, 380, { delay: 500 });
    });
  }
}
