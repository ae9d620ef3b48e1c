import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import type { VoteView } from '../../../protocol/views/vote.ts';
import { glide, HEIGHT, type Setting, WIDTH } from '../../board/screen.ts';
import { fitted } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { choiceCard } from './choices.ts';
import { paper } from './paper.ts';

const SEEN_MS = 1500;

/** What was chosen before, folded like a letter and put away: the new vote takes its place. */
export function foldAway(setting: Setting, { before }: VoteView): Phaser.GameObjects.Container {
  const { scene, still } = setting;
  const root = scene.add.container(0, 0);
  if (!before) return root;
  const heading = fitted(scene, WIDTH / 2, 250, t('again.first'), {
    size: 84,
    heading: true,
    width: 1700,
    height: 130,
    least: 52,
    align: 'center',
  }).setOrigin(0.5);
  const line = fitted(scene, WIDTH / 2, 880, t('again.now'), {
    size: 46,
    colour: colours.ink2,
    width: 1500,
    height: 110,
    least: 36,
    align: 'center',
  });
  const card = choiceCard(scene, before, 410 - WIDTH / 2, 400 - 560, 1100, 320);
  const letter = scene.add.container(WIDTH / 2, 560, [card]);
  root.add([scene.add.image(0, 0, paper(scene)).setOrigin(0), heading, line.setOrigin(0.5), letter]);
  if (!still) {
    scene.tweens.chain({
      targets: letter,
      tweens: [
        { scaleY: 0.06, duration: 420, delay: SEEN_MS, ease: 'Sine.easeIn' },
        { y: HEIGHT + 120, scaleX: 0.4, duration: 420, ease: 'Sine.easeIn' },
      ],
    });
  }
  glide(setting, root, { alpha: 0 }, 420, { delay: SEEN_MS + 900, done: () => root.destroy() });
  return root;
}
