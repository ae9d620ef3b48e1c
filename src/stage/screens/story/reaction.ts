import type * as Phaser from 'phaser';
import { EMOJI, emoji } from '../../../art/pieces/emoji.ts';
import { colours } from '../../../art/tokens.ts';
import { glide, type Setting } from '../../board/screen.ts';
import type { SaidLine } from '../../cues/chat.ts';
import { panel, words } from '../../figures/paint.ts';
import { sayUnknown } from '../../figures/unknown.ts';

export function emojiOf(name: string) {
  if (!EMOJI.includes(name)) sayUnknown('emoji', name);
  return { key: `emoji ${name}`, svg: () => emoji(name), width: 96 };
}
/** How far they hang under what they are about. */
export const HANGING = 46;

/** Small pills on the lower edge of what they are about. */
export function reactions(scene: Phaser.Scene, line: SaidLine, left: number, width: number, bottom: number): Phaser.GameObjects.Container[] {
  const pills = line.reactions.map((reaction) => pillOf(scene, reaction));
  let x = line.mine ? left + width - 12 - pills.reduce((sum, one) => sum + one.width + 8, 0) : left + 20;
  for (const one of pills) {
    one.setPosition(x, bottom - 9);
    x += one.width + 8;
  }
  return pills;
}

function pillOf(scene: Phaser.Scene, reaction: { emoji: string; count: number }): Phaser.GameObjects.Container {
  const count = words(scene, 58, 27, String(reaction.count), { size: 32, weight: 700, colour: colours.ink }).setOrigin(0, 0.5);
  const width = 58 + count.width + 14;
  const face = scene.add.image(14, 27, `emoji ${reaction.emoji}`).setOrigin(0, 0.5).setDisplaySize(38, 38);
  const ground = panel(scene, 0, 0, width, 54, { fill: colours.white, corners: 27, stroke: colours.chatBar, strokeWidth: 4 });
  return scene.add.container(0, 0, [ground, face, count]).setSize(width, 54).setName(`${reaction.emoji} ${reaction.count}`);
}

/** The reactions in this bubble that were not there before pop up. */
export function popNew(setting: Setting, bubble: Phaser.GameObjects.Container, before: readonly string[]): void {
  for (const one of bubble.list as Phaser.GameObjects.Container[]) {
    if (!/ \d+$/.test(one.name) || before.includes(one.name)) continue;
    one.setAlpha(0);
    if (!setting.still) one.setScale(0.7);
    glide(setting, one, { alpha: 1, scaleX: 1, scaleY: 1 }, 240);
  }
}

export const namesOf = (line: SaidLine): string[] => line.reactions.map(({ emoji: name, count }) => `${name} ${count}`);
