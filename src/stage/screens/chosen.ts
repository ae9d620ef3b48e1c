import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import { fitted, pill } from '../paint.ts';
import { glide, HEIGHT, type Setting, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';
import { choiceCard } from './choices.ts';
import type { Reveal } from './reveal.ts';
import { halo } from './story.ts';

const DECIDED = {
  class: 'reveal.path',
  hands: 'reveal.hands',
  mixed: 'reveal.mixed',
  together: 'reveal.together',
  teacher: 'reveal.teacher',
  'what-if': 'reveal.whatIf',
} as const;

/** The dark room in which one card gets the light. */
export const night = (scene: Phaser.Scene): Phaser.GameObjects.GameObject[] => [
  scene.add.rectangle(0, 0, WIDTH, HEIGHT, 0x1c1a3a).setOrigin(0),
  scene.add.image(WIDTH / 2, 560, halo(scene)).setAlpha(0.5),
];

/** What happens now, on its own card. */
export function chosen(setting: Setting, { by, path, vote }: Reveal, live: boolean): Phaser.GameObjects.Container {
  const { scene, still } = setting;
  const again = vote.before !== null && by !== 'what-if';
  const heading = { size: 96, heading: true, colour: colours.cream, width: 1780, height: 150, least: 60, align: 'center' as const };
  const question = { size: 44, colour: colours.mist, width: 1500, height: 100, least: 34, align: 'center' as const };
  const card = choiceCard(scene, path, -550, -160, 1100, 320);
  const stand = scene.add.container(WIDTH / 2, 590, [card]);
  const around = scene.add.container(0, 0, [
    fitted(scene, WIDTH / 2, 210, text(again && by === 'class' ? 'reveal.again' : DECIDED[by]), heading).setOrigin(0.5),
    fitted(scene, WIDTH / 2, 326, vote.question, question).setOrigin(0.5),
    pill(scene, WIDTH / 2, 830, text('reveal.next'), { ground: colours.night2, colour: colours.cream, size: 40 }, 'centre'),
  ]);
  const root = scene.add.container(0, 0, [around, stand]);
  if (!live) return root;
  around.setAlpha(0);
  stand.setAlpha(0);
  if (!still) stand.setScale(0.5).setY(500);
  glide(setting, stand, { alpha: 1, scaleX: 1, scaleY: 1, y: 590 }, 420);
  glide(setting, around, { alpha: 1 }, 420, { delay: still ? 0 : 260 });
  return root;
}
