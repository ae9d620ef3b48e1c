import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { displaySettings } from '../../board/display-settings.ts';
import { badgeKey, faceKey, glide, HEIGHT, type Setting, WIDTH } from '../../board/screen.ts';
import type { RevealStep } from '../../cues/staging.ts';
import { bubble, fitted, panel, tone, translucent, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { shutBox, whirl } from './box.ts';
import { Column, FLOOR } from './column.ts';
import type { Reveal, Staged } from './reveal.ts';

/** Bands: the box closes, the envelopes are shuffled, and all columns grow together. */
export class Piles implements Staged {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly reveal: Reveal;
  private readonly stage: Phaser.GameObjects.Container;

  constructor(setting: Setting, reveal: Reveal) {
    this.setting = setting;
    this.reveal = reveal;
    const { scene } = setting;
    this.stage = scene.add.container(0, 0);
    this.root = scene.add.container(0, 0, [
      scene.add.image(0, 0, ground(scene)).setOrigin(0),
      words(scene, 70, 48, t('reveal.class'), { size: 96, heading: true }),
      fitted(scene, 72, 168, reveal.vote.question, { size: 44, colour: colours.ink2, width: 1170, height: 116, least: 36 }),
      ...this.waiting(),
      this.stage,
    ]);
  }

  /** The character who decides waits for the result with the class. */
  private waiting(): Phaser.GameObjects.Image[] {
    const { as } = this.reveal.vote;
    if (!as) return [];
    const picture = this.setting.scene.add.image(1614, 140, faceKey(as.person.look, as.emotion, 'plain'));
    return [picture.setOrigin(0.5, 0).setScale(0.87)];
  }

  play(step: RevealStep['step']): void {
    const { sounds } = this.setting;
    if (step === 'close') this.stage.add(shutBox(this.setting, 660));
    else if (step === 'shuffle') {
      whirl(this.setting, this.stage, 660);
      sounds.play('shuffle');
    } else if (step === 'grow') {
      this.grow(true);
      sounds.play('pile-lands');
    } else this.finish(true);
  }

  end(): void {
    this.grow(false);
    this.finish(false);
  }

  private grow(animate: boolean): void {
    const { scene } = this.setting;
    this.stage.removeAll(true);
    const { choices } = this.reveal.vote;
    const width = 276;
    const step = choices.length > 3 ? 300 : choices.length === 3 ? 384 : 500;
    const start = 660 - (step * (choices.length - 1)) / 2 - width / 2;
    this.stage.add(scene.add.rectangle(660, FLOOR + 6, 1180, 6, tone(boardColours.floor)).setRounded(3));
    choices.forEach((choice, index) => {
      const columnWidth = width + (choices.length < 4 ? 60 : 0);
      this.stage.add(new Column(this.setting, this.reveal, choice, start + index * step, columnWidth, animate).root);
    });
    const promise = { size: 36, colour: colours.ink2, width: 1200, height: 50, least: 30 };
    const kept = t(this.reveal.by === 'hands' ? 'reveal.hands.kept' : 'reveal.anonymous');
    this.stage.add(fitted(scene, 660, 1026, kept, promise).setOrigin(0.5));
  }

  private finish(animate: boolean): void {
    const { scene } = this.setting;
    const { vote, path } = this.reveal;
    const side = scene.add.container(0, 0);
    if (!vote.as) side.add(scene.add.image(1614, 430, badgeKey(path.letter)).setDisplaySize(320, 320));
    const label = fitted(scene, 1384, 0, path.text, { size: 46, weight: 600, width: 428, height: 236, least: 36, leading: 2 });
    const height = label.height + 152;
    const top = HEIGHT - 56 - height;
    label.setY(top + 116);
    side.add([
      panel(scene, 1330, top, 526, height, { fill: colours.milk, corners: bubble(36), shadow: 'high' }),
      scene.add.image(1424, top + 66, badgeKey(path.letter)).setDisplaySize(84, 84),
      fitted(scene, 1486, top + 66, t('reveal.next'), {
        size: 36,
        weight: 700,
        colour: colours.ink2,
        width: 350,
        height: 96,
        least: 30,
      }).setOrigin(0, 0.5),
      label,
    ]);
    this.stage.add(side);
    if (!animate) return;
    side.setAlpha(0);
    glide(this.setting, side, { alpha: 1 }, 700);
  }
}

function ground(scene: Phaser.Scene): string {
  const { contrast } = displaySettings();
  const key = contrast ? 'reveal ground dark' : 'reveal ground';
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = contrast ? boardColours.black : colours.paper;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    const side = new Path2D('M1300 0H1920V1080H1340C1270 760 1370 420 1300 0Z');
    pen.clip(side);
    pen.fillStyle = colours.night2;
    pen.fill(side);
    const light = pen.createRadialGradient(1610, 480, 0, 1610, 480, 420);
    light.addColorStop(0, boardColours.sun);
    light.addColorStop(0.62, boardColours.sunEdge);
    light.addColorStop(1, translucent(boardColours.sunEdge, 0));
    pen.fillStyle = light;
    pen.fillRect(1190, 60, 730, 840);
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
