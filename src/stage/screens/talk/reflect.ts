import type * as Phaser from 'phaser';
import { creature } from '../../../art/pieces/creature.ts';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { iconKey, iconOf, type Screen, type Setting, screenOf } from '../../board/screen.ts';
import { bubble, fitted, panel, pill, tone } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { paper } from '../vote/paper.ts';

/** Neighbours who talk: always the same six, so that they stand for nobody in the class. */
const PAIRS = [
  [3, 6],
  [14, 29],
  [8, 16],
] as const;
const TALKERS = PAIRS.flatMap((pair, at) => pair.map((look, index) => ({ look, x: 360 + at * 600 + (index === 0 ? -118 : 118), index, at })));
/** A pair takes turns, and every pair in its own time. */
const TURN_MS = 2600;

export async function openReflect(setting: Setting, view: StageView): Promise<Screen> {
  const { question, hint } = screenOf(view, 'reflect');
  await setting.textures.load([
    ...TALKERS.map(({ look }) => ({ key: `talker ${look}`, svg: () => creature(look), width: 320 })),
    iconOf('chat-circle', colours.glow),
    iconOf('chat-circle', colours.brand),
  ]);
  const { scene } = setting;
  const body = fitted(scene, 190, 0, question, { size: 104, heading: true, width: 1540, height: 420, least: 60 });
  const more = hint === null ? null : fitted(scene, 194, 0, hint, { size: 46, colour: colours.ink2, width: 1540, height: 130, least: 38 });
  const height = body.height + (more ? more.height + 24 : 0) + 110;
  const top = 190 + Math.max(0, (560 - height) / 2);
  body.setY(top + 55);
  more?.setY(top + 55 + body.height + 24);
  const talkers = TALKERS.flatMap((talker) => talking(setting, talker));
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, paper(scene)).setOrigin(0),
    pill(scene, 120, 72, t('reflect.title'), { ground: colours.ink, colour: colours.cream, size: 42, icon: iconKey('chat-circle', colours.glow) }),
    panel(scene, 120, top, 1680, height, { fill: colours.card, corners: bubble(56), shadow: 'high' }),
    body,
    ...(more ? [more] : []),
    ...talkers,
  ]);
  return { root, update() {}, tick() {} };
}

function talking({ scene, still }: Setting, { look, x, index, at }: (typeof TALKERS)[number]): Phaser.GameObjects.GameObject[] {
  const ground = scene.add.ellipse(x, 1024, 124, 18, tone(boardColours.shadow), 0.25);
  const figure = scene.add
    .image(x, 1030, `talker ${look}`)
    .setOrigin(0.5, 0.96)
    .setScale(0.56)
    .setFlipX(index === 1);
  const bubble = scene.add.image(x + (index === 0 ? 64 : -64), 838, iconKey('chat-circle', colours.brand)).setDisplaySize(72, 72);
  bubble.setFlipX(index === 0).setAlpha(still && index === 0 ? 1 : 0);
  if (still) return [ground, figure, bubble];
  const turn = { duration: 420, hold: TURN_MS - 840, repeatDelay: TURN_MS, yoyo: true, repeat: -1, delay: index * TURN_MS + at * 700 };
  scene.tweens.add({ targets: bubble, alpha: { from: 0, to: 1 }, ease: 'Sine.easeInOut', ...turn });
  scene.tweens.add({ targets: figure, angle: index === 0 ? 5 : -5, ease: 'Sine.easeInOut', ...turn });
  return [ground, figure, bubble];
}
