import type * as Phaser from 'phaser';
import type { Setting } from '../../board/screen.ts';

const CLIMB_MS = 600;

/** A number in a line climbs from what it was; without motion it is there at once. */
export function climb(setting: Setting, label: Phaser.GameObjects.Text, content: string, from: number): void {
  const to = Number(/\d+/.exec(content)?.[0] ?? Number.NaN);
  if (setting.still || !(to - from > 1)) return;
  setting.scene.tweens.addCounter({
    from,
    to,
    duration: CLIMB_MS,
    ease: 'Sine.easeOut',
    onUpdate: (tween) => {
      if (!label.active) return;
      const line = content.replace(/\d+/, String(Math.round(tween.getValue() ?? to)));
      if (label.text !== line) label.setText(line);
    },
  });
}
