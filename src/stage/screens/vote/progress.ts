import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { displaySettings, ground, ink, OUTLINE, sized } from '../../board/display-settings.ts';
import type { Setting } from '../../board/screen.ts';
import { tone, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

/** As far as the choices reach, or until the code of an open door. */
const BAR = { x: 620, y: 998, height: 30, end: 1856, door: 1200 };

/** How many have answered, never what. An envelope drops into the box for each. */
export class Progress {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly label: Phaser.GameObjects.Text;
  private readonly bar: Phaser.GameObjects.Graphics;
  private readonly box: Phaser.GameObjects.Image;
  private filled = 0;
  /** The bar begins where the longest label so far ends. */
  private left = BAR.x;

  private readonly right: number;

  constructor(setting: Setting, doorOpen: boolean) {
    this.right = doorOpen ? BAR.door : BAR.end;
    this.setting = setting;
    const { scene } = setting;
    this.box = scene.add.image(108, 1008, 'box').setDisplaySize(88, 82);
    this.label = words(scene, 172, 1012, '', { size: sized(40), weight: 700 }).setOrigin(0, 0.5);
    this.bar = scene.add.graphics();
    this.root = scene.add.container(0, 0, [this.bar, this.box, this.label]);
  }

  show(answered: number, seats: number, dropped: number): void {
    const share = seats === 0 ? 0 : Math.min(1, answered / seats);
    const almost = share > 0.8;
    this.label.setText(seats > 0 && answered >= seats ? t('vote.all') : almost ? t('vote.almost') : t('vote.answered', { count: answered, seats }));
    this.left = Math.max(this.left, this.label.x + this.label.width + 30);
    const target = almost && answered < seats ? Math.max(0.9, this.filled) : share;
    const from = this.filled;
    this.filled = target;
    if (this.setting.still || from === target) this.drawBar(target);
    else
      this.setting.scene.tweens.addCounter({
        from,
        to: target,
        duration: 420,
        ease: 'Cubic.easeOut',
        onUpdate: (tween) => {
          if (this.bar.active) this.drawBar(tween.getValue() ?? target);
        },
      });
    if (this.setting.still) return;
    for (let one = 0; one < Math.min(dropped, this.setting.plain ? 1 : 4); one += 1) this.drop(one * 120);
  }

  private drop(delay: number): void {
    const { scene } = this.setting;
    const letter = scene.add.image(-60, 964, 'envelope').setDisplaySize(76, 53).setAlpha(0);
    this.root.addAt(letter, 1);
    scene.tweens.add({
      targets: letter,
      alpha: { from: 1, to: 1 },
      x: 108,
      y: 984,
      duration: 380,
      delay,
      ease: 'Quad.easeIn',
      onComplete: () => {
        letter.destroy();
        this.nod();
      },
    });
  }

  private nod(): void {
    this.setting.scene.tweens.add({ targets: this.box, y: 1012, duration: 90, yoyo: true, ease: 'Sine.easeOut' });
  }

  private drawBar(share: number): void {
    const width = this.right - this.left;
    this.bar
      .clear()
      .fillStyle(tone(ground(colours.track)))
      .fillRoundedRect(this.left, BAR.y, width, BAR.height, 15);
    if (displaySettings().contrast) this.bar.lineStyle(4, tone(OUTLINE)).strokeRoundedRect(this.left, BAR.y, width, BAR.height, 15);
    if (share > 0.02) this.bar.fillStyle(tone(ink(colours.brand))).fillRoundedRect(this.left, BAR.y, Math.max(30, width * share), BAR.height, 15);
  }
}
