import { colours } from '../../art/tokens.ts';
import type { StageScreen, StageView } from '../../protocol/views.ts';
import { bubble, fitted, panel } from '../paint.ts';
import type { Screen, Setting } from '../screen.ts';
import { text } from '../texts.ts';
import { paper } from './paper.ts';

const TOP = 190;
const ROOM = 750;

/** Lines to read together, each on a card of its own; the phones show the same. */
export async function openTell(setting: Setting, view: StageView): Promise<Screen> {
  const { title, lines, sources } = view.screen as Extract<StageScreen, { kind: 'tell' }>;
  const { scene } = setting;
  const height = ROOM / lines.length;
  const cards = lines.flatMap((line, index) => {
    const y = TOP + index * height;
    const body = fitted(scene, 120, 0, line, { size: 58, width: 1680, height: height - 44, least: 34, weight: 600 });
    return [
      panel(scene, 64, y, 1792, height - 20, { fill: colours.card, corners: bubble(32), shadow: 'low' }),
      body.setY(y + (height - 20 - body.height) / 2),
    ];
  });
  const source =
    sources.length === 0
      ? []
      : [
          fitted(scene, 66, 962, text('tell.source', { sources: sources.join(' · ') }), {
            size: 34,
            width: 1788,
            height: 84,
            least: 24,
            colour: colours.ink2,
          }),
        ];
  const heading = fitted(scene, 62, 44, title, { size: 92, heading: true, width: 1790, height: 120, least: 52 });
  const root = scene.add.container(0, 0, [scene.add.image(0, 0, paper(scene)).setOrigin(0), heading, ...cards, ...source]);
  return { root, update() {}, tick() {} };
}
