import type * as Phaser from 'phaser';
import { boardColours, choiceColours, colours } from '../../../art/tokens.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { badgeKey, glide, HEIGHT, WIDTH } from '../../board/screen.ts';
import type { RevealStep } from '../../cues/staging.ts';
import { fitted, panel, tone } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { Unveiling } from './unveiling.ts';

const FRAME = { width: 640, height: 360, gap: 48 };
const FILM_MS = 1900;
const FORK = { x: 420, y: 600 };
const ENDS = 1010;

/** The story runs backwards to the fork; the path that was taken folds back, and another lights up. */
export class Rewind extends Unveiling {
  private ways: { choice: ChoiceView; way: Phaser.GameObjects.Graphics; sign: Phaser.GameObjects.Container }[] = [];

  protected stageStep(step: RevealStep['step']): void {
    if (step === 'film') this.film();
    else if (step === 'fork') this.fork();
    else if (step === 'turn') this.turn();
  }

  /** The last pictures of the story, newest first, as a strip that runs back. */
  private film(): void {
    const { scene, film, still } = this.setting;
    this.heading(t('rewind.back'));
    const keys = film.keys().toReversed();
    const step = FRAME.width + FRAME.gap;
    const strip = scene.add.container(WIDTH / 2, 600);
    keys.forEach((key, index) => {
      const x = -index * step;
      strip.add([
        panel(scene, x - FRAME.width / 2 - 14, -FRAME.height / 2 - 14, FRAME.width + 28, FRAME.height + 28, {
          fill: colours.cream,
          corners: 26,
          plain: true,
        }),
        scene.add.image(x, 0, key).setDisplaySize(FRAME.width, FRAME.height),
      ]);
    });
    // After a reload the board has no pictures of before.
    if (keys.length === 0) for (const x of [-130, 90]) strip.add(scene.add.triangle(x, 0, 180, 0, 180, 240, 0, 120, tone(colours.cream)));
    this.stage.add(strip);
    glide(this.setting, strip.setAlpha(0), { alpha: 1 }, 240);
    if (!still && keys.length > 1)
      scene.tweens.add({ targets: strip, x: WIDTH / 2 + (keys.length - 1) * step, duration: FILM_MS, ease: 'Sine.easeInOut' });
  }

  private heading(content: string): void {
    const { scene } = this.setting;
    const style = { size: 84, heading: true, colour: colours.cream, width: 1780, height: 130, least: 52, align: 'center' as const };
    this.stage.add(fitted(scene, WIDTH / 2, 190, content, style).setOrigin(0.5));
  }

  private fork(): void {
    const { scene } = this.setting;
    this.leave();
    this.heading(t('rewind.fork'));
    const { choices, before } = this.reveal.vote;
    const rowHeight = (HEIGHT - 320) / choices.length;
    this.ways = choices.map((choice, index) => {
      const y = 300 + rowHeight * (index + 0.5);
      const way = scene.add.graphics();
      const sign = this.sign(choice, y);
      this.stage.add([way, sign]);
      const taken = choice.id === before?.id;
      drawWay(way, y, 1, taken ? tone(colours.glow) : tone(boardColours.untaken), taken ? 18 : 10);
      sign.setAlpha(taken ? 1 : 0.6);
      return { choice, way, sign };
    });
    const fork = scene.add.circle(FORK.x, FORK.y, 34, tone(colours.cream)).setStrokeStyle(8, tone(colours.glow));
    this.stage.add(fork);
    glide(this.setting, this.stage.setAlpha(0), { alpha: 1 }, 320);
  }

  private sign(choice: ChoiceView, y: number): Phaser.GameObjects.Container {
    const { scene } = this.setting;
    const label = fitted(scene, 170, 0, choice.short, { size: 50, heading: true, width: 560, height: 120, least: 36 });
    label.setY(-label.height / 2);
    return scene.add.container(ENDS, y, [
      panel(scene, 0, -74, 770, 148, { fill: colours.card, corners: 32, band: { width: 138, fill: choiceColours[choice.letter].tint } }),
      scene.add.image(69, 0, badgeKey(choice.letter)).setDisplaySize(100, 100),
      label,
    ]);
  }

  /** The old path shrinks back to the fork, the other grows from it. */
  private turn(): void {
    const { scene, still } = this.setting;
    const { path, vote } = this.reveal;
    for (const { choice, way, sign } of this.ways) {
      const wanted = choice.id === path.id;
      const old = choice.id === vote.before?.id;
      const y = sign.y;
      glide(this.setting, sign, { alpha: wanted ? 1 : 0.35 }, 600, { delay: still ? 0 : wanted ? 700 : 200 });
      if (!wanted && !old) continue;
      if (still) {
        way.clear();
        drawWay(way, y, 1, wanted ? tone(colours.glow) : tone(boardColours.untaken), wanted ? 18 : 10);
        continue;
      }
      scene.tweens.addCounter({
        from: old ? 1 : 0,
        to: old ? 0 : 1,
        duration: 700,
        delay: wanted ? 700 : 0,
        ease: 'Sine.easeInOut',
        onUpdate: (tween) => {
          if (!way.active) return;
          way.clear();
          drawWay(way, y, 1, tone(boardColours.untaken), 10);
          drawWay(way, y, tween.getValue() ?? 0, tone(colours.glow), 18);
        },
      });
    }
  }
}

/** Draws a path from the fork to the sign, up to `share` of its length. */
function drawWay(way: Phaser.GameObjects.Graphics, y: number, share: number, colour: number, thickness: number): void {
  if (share <= 0) return;
  const points = Array.from({ length: 29 }, (_, index) => {
    const part = (index / 28) * share;
    const bend = part * part * (3 - 2 * part);
    return { x: FORK.x + (ENDS - FORK.x) * part, y: FORK.y + (y - FORK.y) * bend };
  });
  way.lineStyle(thickness, colour).strokePoints(points as Phaser.Math.Vector2[]);
  for (const end of [points[0], points.at(-1)]) if (end) way.fillStyle(colour).fillCircle(end.x, end.y, thickness / 2);
}
