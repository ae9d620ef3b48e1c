import type * as Phaser from 'phaser';
import { creature } from '../../../art/pieces/creature.ts';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { type Screen, type Setting, screenOf, WIDTH } from '../../board/screen.ts';
import { alike, bubble, fitted, panel, tone, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { paper } from '../vote/paper.ts';

const TOP = 200;
/** To the foot of the board, or to the sources. */
const ROOM = { alone: 820, sourced: 740 };
const GAP = 20;
const LEFT = 64;
/** Left of the listeners. */
const CARD = 1500;
const MARK = 84;
/** Three who listen: always the same three, so that they stand for nobody in the class. */
const LISTENERS = [
  { look: 6, x: 1650, size: 150 },
  { look: 15, x: 1806, size: 170 },
  { look: 8, x: 1742, size: 214 },
] as const;

/** Lines to read together, each on a card of its own; the phones show the same. */
export async function openTell(setting: Setting, view: StageView): Promise<Screen> {
  const { title, lines, sources } = screenOf(view, 'tell');
  await setting.textures.load(LISTENERS.map(({ look }) => ({ key: `listener ${look}`, svg: () => creature(look), width: 320 })));
  const { scene } = setting;
  const step = Math.min((sources.length === 0 ? ROOM.alone : ROOM.sourced) / lines.length, 250);
  const height = step - GAP;
  const width = CARD - MARK - 116;
  const bodies = alike(
    lines.map((line) => fitted(scene, LEFT + MARK + 72, 0, line, { size: 54, width, height: height - 10, least: 34, weight: 600 })),
  );
  const cards = bodies.flatMap((body, index) => {
    const y = TOP + index * step;
    return [
      panel(scene, LEFT, y, CARD, height, { fill: colours.card, corners: bubble(36), shadow: 'low' }),
      panel(scene, LEFT + 32, y + (height - MARK) / 2, MARK, MARK, { fill: colours.glow, corners: [30, 30, 30, 8] }),
      words(scene, LEFT + 32 + MARK / 2, y + height / 2, String(index + 1), { size: 52, heading: true }).setOrigin(0.5),
      body.setY(y + (height - body.height) / 2),
    ];
  });
  const source = sources.length === 0 ? [] : [sourceLine(scene, t('tell.source', { sources: sources.join(' · ') }))];
  const heading = fitted(scene, 62, 44, title, { size: 92, heading: true, width: WIDTH - 130, height: 130, least: 52 });
  const root = scene.add.container(0, 0, [scene.add.image(0, 0, paper(scene)).setOrigin(0), ...listeners(setting), heading, ...cards, ...source]);
  return { root, update() {}, tick() {} };
}

const sourceLine = (scene: Phaser.Scene, line: string) =>
  fitted(scene, 66, 956, line, { size: 36, width: CARD, height: 96, least: 26, colour: colours.ink2 });

function listeners({ scene, still }: Setting): Phaser.GameObjects.GameObject[] {
  return LISTENERS.flatMap(({ look, x, size }, index) => {
    const foot = 920 + index * 44;
    const figure = scene.add.image(x, foot, `listener ${look}`).setOrigin(0.5, 0.96).setDisplaySize(size, size);
    if (!still)
      scene.tweens.add({
        targets: figure,
        angle: { from: -3, to: 3 },
        duration: 2600,
        delay: index * 900,
        yoyo: true,
        repeat: -1,
        ease: 'Sine.easeInOut',
      });
    return [scene.add.ellipse(x, foot - 4, size * 0.64, 16, tone(boardColours.shadow), 0.25), figure];
  });
}
