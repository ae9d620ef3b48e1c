import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { glide, HEIGHT, type Setting, WIDTH } from '../../board/screen.ts';
import { decidedBy, type RevealStep } from '../../cues/staging.ts';
import { fitted, pill, tone } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { halo } from '../story/story.ts';
import { choiceCard } from './choices.ts';
import type { Reveal, Staged } from './reveal.ts';

/** The dark room in which one card gets the light. */
const night = (scene: Phaser.Scene): Phaser.GameObjects.GameObject[] => [
  scene.add.rectangle(0, 0, WIDTH, HEIGHT, tone(colours.night)).setOrigin(0),
  scene.add.image(WIDTH / 2, 560, halo(scene)).setAlpha(0.5),
];

/** Where the card comes from: how large it is there, and how high. */
interface Origin {
  scale: number;
  y: number;
}

/** What happens now, on its own card. */
function chosen(setting: Setting, reveal: Reveal, from: Origin | null): Phaser.GameObjects.Container {
  const { path, released, vote } = reveal;
  const { scene, still } = setting;
  const heading = { size: 96, heading: true, colour: colours.cream, width: 1780, height: 150, least: 60, align: 'center' as const };
  const question = { size: 44, colour: colours.mist, width: 1500, height: 100, least: 34, align: 'center' as const };
  const card = choiceCard(scene, path, -550, -160, 1100, 320);
  const stand = scene.add.container(WIDTH / 2, 590, [card]);
  const around = scene.add.container(0, 0, [
    fitted(scene, WIDTH / 2, 210, t(decidedBy(reveal)), heading).setOrigin(0.5),
    fitted(scene, WIDTH / 2, 326, vote.question, question).setOrigin(0.5),
    pill(scene, WIDTH / 2, 830, t('reveal.next'), { ground: colours.night2, colour: colours.cream, size: 40 }, 'centre'),
    ...(released?.shown === 'path'
      ? [
          fitted(scene, WIDTH / 2, 946, t('path.only'), {
            size: 38,
            colour: colours.mist,
            width: 1400,
            height: 100,
            least: 30,
            align: 'center',
          }).setOrigin(0.5),
        ]
      : []),
  ]);
  const root = scene.add.container(0, 0, [around, stand]);
  if (!from) return root;
  around.setAlpha(0);
  stand.setAlpha(0);
  if (!still) stand.setScale(from.scale).setY(from.y);
  glide(setting, stand, { alpha: 1, scaleX: 1, scaleY: 1, y: 590 }, 420);
  glide(setting, around, { alpha: 1 }, 420, { delay: still ? 0 : 260 });
  return root;
}

/** Staged in the dark; at the end what was chosen gets the light. */
export abstract class Unveiling implements Staged {
  readonly root: Phaser.GameObjects.Container;
  protected readonly setting: Setting;
  protected readonly reveal: Reveal;
  protected readonly stage: Phaser.GameObjects.Container;
  protected readonly origin: Origin = { scale: 0.5, y: 500 };

  constructor(setting: Setting, reveal: Reveal) {
    this.setting = setting;
    this.reveal = reveal;
    this.stage = setting.scene.add.container(0, 0);
    this.root = setting.scene.add.container(0, 0, [...night(setting.scene), this.stage]);
  }

  play(step: RevealStep['step']): void {
    if (step === 'shown') this.unveil(true);
    else this.stageStep(step);
  }

  end(): void {
    this.unveil(false);
  }

  /** Every step but the last. */
  protected abstract stageStep(step: RevealStep['step']): void;

  /** The old content fades while the new one comes, so that the light never falls on nothing. */
  protected leave(): void {
    const gone = this.setting.scene.add.container(0, 0, [...this.stage.list]);
    this.root.addAt(gone, this.root.getIndex(this.stage));
    glide(this.setting, gone, { alpha: 0 }, 300, { done: () => gone.destroy() });
  }

  private unveil(animate: boolean): void {
    if (animate) this.leave();
    else this.stage.removeAll(true);
    this.stage.add(chosen(this.setting, this.reveal, animate ? this.origin : null));
  }
}
