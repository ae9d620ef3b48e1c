import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { ground, ink } from '../../board/display-settings.ts';
import { HEIGHT, type Screen, type Setting, screenOf, WIDTH } from '../../board/screen.ts';
import { liveLines } from '../../cues/staging.ts';
import { fitted, tone } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

const CENTRE = { x: WIDTH / 2, y: 560 };
const RADIUS = 250;

/** While every phone plays its chat the board shows a quiet clock and nothing else: no count, no sound, nobody. */
export async function openLive(setting: Setting, view: StageView): Promise<Screen> {
  const { scene } = setting;
  const night = scene.add.rectangle(0, 0, WIDTH, HEIGHT, tone(ground(colours.night))).setOrigin(0);
  const place = { size: 76, heading: true, width: 1500, height: 130, least: 48, colour: colours.cream };
  const said = scene.add.container(0, 0);
  const dial = scene.add.graphics();
  const root = scene.add.container(0, 0, [night, dial, said]);
  let screen = screenOf(view, 'live');
  let drawn = '';
  const tick = (now: number) => {
    const { startsAt, endsAt } = screen;
    const [heading, under] = liveLines(screen, now);
    // The hand moves once in five seconds, so that the clock rushes nobody.
    const share =
      now >= endsAt ? 1 : Math.min(1, Math.max(0, Math.floor((now - startsAt) / 5000) / Math.max(1, Math.floor((endsAt - startsAt) / 5000))));
    const sign = `${heading} ${share}`;
    if (sign === drawn) return;
    drawn = sign;
    said
      .removeAll(true)
      .add([
        fitted(scene, WIDTH / 2, 90, t(heading), place).setOrigin(0.5, 0),
        fitted(scene, WIDTH / 2, 880, t(under), { ...place, size: 44, heading: false, height: 110, least: 34 }).setOrigin(0.5, 0),
      ]);
    drawDial(dial, share);
  };
  tick(setting.now());
  return {
    root,
    alone: true,
    update(next) {
      if (next.screen.kind === 'live') screen = next.screen;
    },
    tick,
  };
}

function drawDial(dial: Phaser.GameObjects.Graphics, share: number): void {
  const start = -Math.PI / 2;
  dial
    .clear()
    .lineStyle(18, tone(ground(boardColours.dial)))
    .strokeCircle(CENTRE.x, CENTRE.y, RADIUS);
  if (share > 0)
    dial
      .lineStyle(18, tone(ink(colours.glow)))
      .beginPath()
      .arc(CENTRE.x, CENTRE.y, RADIUS, start, start + share * Math.PI * 2, false, 0.01)
      .strokePath();
  const angle = start + share * Math.PI * 2;
  dial
    .lineStyle(14, tone(ink(colours.cream)))
    .lineBetween(CENTRE.x, CENTRE.y, CENTRE.x + Math.cos(angle) * (RADIUS - 60), CENTRE.y + Math.sin(angle) * (RADIUS - 60))
    .fillStyle(tone(ink(colours.cream)))
    .fillCircle(CENTRE.x, CENTRE.y, 20);
}
