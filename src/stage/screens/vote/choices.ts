import type * as Phaser from 'phaser';
import { choiceColours, colours } from '../../../art/tokens.ts';
import type { ChoiceView, VoteView } from '../../../protocol/views/vote.ts';
import { badgeKey, glide, type Setting } from '../../board/screen.ts';
import { bubble, fitted, panel } from '../../figures/paint.ts';

/** A choice that is not being read, while another is. */
const WAITING = 0.62;

function boxOf(index: number, count: number): [x: number, y: number, width: number, height: number] {
  if (count === 2) return [64 + index * 910, 508, 882, 392];
  if (count === 3) return [64, 466 + index * 162, 1792, 146];
  return [64 + (index % 2) * 910, 470 + Math.floor(index / 2) * 244, 882, 218];
}

/** The choices on their cards. While they are read aloud, the one whose turn it is has the light. */
export class Choices {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly cards: Phaser.GameObjects.Container[];
  private readonly lights: Phaser.GameObjects.Image[];

  constructor(setting: Setting, vote: VoteView, animate: boolean) {
    this.setting = setting;
    const { scene } = setting;
    const count = vote.choices.length;
    this.cards = vote.choices.map((choice, index) => choiceCard(scene, choice, ...boxOf(index, count)));
    this.lights = vote.choices.map((_, index) => {
      const [, , width, height] = boxOf(index, count);
      return panel(scene, -9, -9, width + 18, height + 18, { fill: colours.glow, corners: bubble(41), stroke: colours.ink, strokeWidth: 4 }).setAlpha(
        0,
      );
    });
    this.cards.forEach((card, index) => {
      const light = this.lights[index];
      if (light) card.addAt(light, 0);
    });
    this.root = scene.add.container(0, 0, this.cards);
    if (!animate) return;
    this.cards.forEach((card, index) => {
      const { y } = card;
      card.setAlpha(0);
      if (!setting.still) card.y += 40;
      glide(setting, card, { y, alpha: 1 }, 420, { delay: 150 + index * 90 });
    });
  }

  /** Lights one choice; null: all look alike again. */
  light(turn: number | null): void {
    this.cards.forEach((card, index) => {
      const on = index === turn;
      const light = this.lights[index];
      this.setting.scene.tweens.killTweensOf(light ? [card, light] : [card]);
      card.y = boxOf(index, this.cards.length)[1];
      glide(this.setting, card, { alpha: turn === null || on ? 1 : WAITING }, 320);
      if (light) glide(this.setting, light, { alpha: on ? 1 : 0 }, 320);
      if (on) this.nod(card);
    });
  }

  /** Brings its letter forward once. */
  private nod(card: Phaser.GameObjects.Container): void {
    const { scene, still } = this.setting;
    const badge = card.getByName('badge') as Phaser.GameObjects.Image | null;
    if (!badge || still) return;
    scene.tweens.add({ targets: badge, scale: badge.scale * 1.14, duration: 240, yoyo: true, ease: 'Sine.easeInOut' });
  }
}

export function choiceCard(
  scene: Phaser.Scene,
  choice: ChoiceView,
  x: number,
  y: number,
  width: number,
  height: number,
): Phaser.GameObjects.Container {
  const band = height > 300 ? 230 : 176;
  const badgeSize = height > 300 ? 164 : height < 180 ? 108 : 128;
  const size = height > 300 ? 58 : 49;
  const space = { width: width - band - 74, height: height - 24 };
  const label = fitted(scene, band + 34, 0, choice.text, { size, weight: 600, ...space, least: 36, leading: 2 });
  label.setY((height - label.height) / 2);
  return scene.add.container(x, y, [
    panel(scene, 0, 0, width, height, {
      fill: colours.card,
      corners: bubble(32),
      shadow: 'low',
      band: { width: band, fill: choiceColours[choice.letter].tint },
    }),
    scene.add
      .image(band / 2, height / 2, badgeKey(choice.letter))
      .setDisplaySize(badgeSize, badgeSize)
      .setName('badge'),
    label,
  ]);
}
