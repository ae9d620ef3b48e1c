import type * as Phaser from 'phaser';
import type { Setting } from '../screen.ts';
import { glide, WIDTH } from '../screen.ts';
import type { RevealStep } from '../staging.ts';
import { choiceCard } from './choices.ts';
import { chosen, night } from './chosen.ts';
import type { Reveal, Staged } from './reveal.ts';

/** No phones decided: the choices lie on the table, and the one that was picked is taken up. */
export class Table implements Staged {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly reveal: Reveal;
  private readonly stage: Phaser.GameObjects.Container;

  constructor(setting: Setting, reveal: Reveal) {
    this.setting = setting;
    this.reveal = reveal;
    this.stage = setting.scene.add.container(0, 0);
    this.root = setting.scene.add.container(0, 0, [...night(setting.scene), this.stage]);
  }

  play(step: RevealStep['step']): void {
    if (step === 'lay') this.lay();
    else {
      this.stage.removeAll(true);
      this.stage.add(chosen(this.setting, this.reveal, true));
    }
  }

  settle(): void {
    this.stage.removeAll(true);
    this.stage.add(chosen(this.setting, this.reveal, false));
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
