import { creature } from '../../../art/pieces/creature.ts';
import { colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { badgeKey, badgeOf, iconKey, iconOf, type Screen, type Setting, screenOf, WIDTH } from '../../board/screen.ts';
import { bubble, fitted, panel, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { paper } from '../vote/paper.ts';

/** Two who look on: always the same, so that they stand for nobody in the class. */
const LOOKING = [
  { look: 14, x: 1604, size: 170 },
  { look: 29, x: 1762, size: 205 },
] as const;
const LEFT = 64;
const CARD = 1440;
const BADGE = 120;
/** As low as words on the card come. */
const FOOT = 616;

/** What somebody in the story did, and whether the class saw it coming: words, and the same drawing whatever they say. */
export async function openForeseen(setting: Setting, view: StageView): Promise<Screen> {
  const { title, question, came, foreseen } = screenOf(view, 'foreseen');
  await setting.textures.load([
    ...LOOKING.map(({ look }) => ({ key: `looking ${look}`, svg: () => creature(look), width: 320 })),
    badgeOf(came.letter),
    iconOf('eye', colours.ink),
  ]);
  const { scene, still } = setting;
  const looking = LOOKING.map(({ look, x, size }) => scene.add.image(x, 640, `looking ${look}`).setOrigin(0.5, 0.96).setDisplaySize(size, size));
  if (!still) scene.tweens.add({ targets: looking, angle: { from: -3, to: 3 }, duration: 2600, yoyo: true, repeat: -1, ease: 'Sine.easeInOut' });
  const asked = fitted(scene, LEFT + 52, 232, question, { size: 50, weight: 600, colour: colours.ink2, width: CARD - 104, height: 110, least: 34 });
  const what = { size: 74, heading: true, width: CARD - BADGE - 144, height: 170, least: 44 };
  const body = fitted(scene, LEFT + 52 + BADGE + 32, 0, came.text, what);
  // In the middle of what the question leaves free.
  const happened = words(scene, LEFT + 52, 0, t('foreseen.came'), { size: 42, colour: colours.ink2 });
  const label = happened.height + 10;
  const tall = Math.max(BADGE, body.height);
  const below = asked.y + asked.height;
  const top = below + Math.max(0, FOOT - below - label - tall) / 2;
  const middle = top + label + tall / 2;
  const verdict = fitted(scene, LEFT + 190, 0, t(`foreseen.${foreseen}`), {
    size: 84,
    heading: true,
    width: WIDTH - 2 * LEFT - 250,
    height: 190,
    least: 48,
  });
  const only =
    foreseen === 'untold' ? [] : [fitted(scene, 66, 956, t('foreseen.only'), { size: 38, colour: colours.ink2, width: 1500, height: 60, least: 30 })];
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, paper(scene)).setOrigin(0),
    fitted(scene, 62, 44, title, { size: 92, heading: true, width: 1080, height: 130, least: 48 }),
    panel(scene, LEFT, 200, CARD, 440, { fill: colours.card, corners: bubble(40), shadow: 'low' }),
    asked,
    happened.setY(top),
    scene.add.image(LEFT + 52 + BADGE / 2, middle, badgeKey(came.letter)).setDisplaySize(BADGE, BADGE),
    body.setY(middle - body.height / 2),
    ...looking,
    panel(scene, LEFT, 690, WIDTH - 2 * LEFT, 230, { fill: colours.glow, corners: bubble(40), shadow: 'low' }),
    scene.add.image(LEFT + 100, 805, iconKey('eye', colours.ink)).setDisplaySize(110, 110),
    verdict.setY(805 - verdict.height / 2),
    ...only,
  ]);
  return { root, update() {}, tick() {} };
}
