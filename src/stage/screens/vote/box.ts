import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { glide, type Setting } from '../../board/screen.ts';
import { words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

const SIZE = { width: 420, height: 392 };
const Y = 640;

/** The last envelope slips in, and the box is shut. */
export function shutBox(setting: Setting, x: number): Phaser.GameObjects.Image {
  const { scene } = setting;
  const box = scene.add.image(x, Y, 'box').setDisplaySize(SIZE.width, SIZE.height).setName('box');
  scene.time.delayedCall(350, () => {
    if (box.active) box.setTexture('box closed').setDisplaySize(SIZE.width, SIZE.height);
  });
  return box;
}

/** Lasts 1.2 s for every class, with the same number of envelopes that all look alike, so that their order tells nothing about anybody. */
export function whirl(setting: Setting, stage: Phaser.GameObjects.Container, x: number): void {
  const { scene, still, plain } = setting;
  const label = words(scene, x, 900, t('reveal.shuffling'), { size: 40, weight: 600, colour: colours.ink2 }).setOrigin(0.5);
  stage.add(label);
  glide(setting, label.setAlpha(0), { alpha: 1 }, 240);
  if (still) return;
  const box = stage.getByName('box');
  if (box) scene.tweens.add({ targets: box, angle: { from: -4, to: 4 }, duration: 200, yoyo: true, repeat: 2, ease: 'Sine.easeInOut' });
  const count = plain ? 5 : 11;
  for (let index = 0; index < count; index += 1) {
    const letter = scene.add.image(x, 520, 'envelope').setDisplaySize(130, 90).setAlpha(0);
    stage.addAt(letter, 0);
    const turn = { at: 0 };
    const from = (index / count) * Math.PI * 2;
    scene.tweens.add({
      targets: turn,
      at: 1,
      duration: 1150,
      ease: 'Sine.easeInOut',
      onUpdate: () => {
        if (!letter.active) return;
        // Out of the box, once around above it, and back.
        const out = Math.sin(turn.at * Math.PI);
        const angle = from + turn.at * Math.PI * 3;
        letter.setPosition(x + Math.cos(angle) * 300 * out, 540 - 170 * out + Math.sin(angle) * 110 * out);
        letter.setAlpha(Math.min(1, out * 3)).setAngle((index % 2 ? 40 : -40) * out);
      },
      onComplete: () => letter.destroy(),
    });
  }
}
