import type * as Phaser from 'phaser';
import { logo } from '../../../art/pieces/logo.ts';
import { colours } from '../../../art/tokens.ts';
import type { StageScreen, StageView } from '../../../protocol/views/stage.ts';
import { displaySettings, sized } from '../../board/display-settings.ts';
import { iconKey, iconOf, type Screen, type Setting, setOf, WIDTH } from '../../board/screen.ts';
import { bubble, fitted, panel, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';
import { helping } from './helping.ts';

type End = Extract<StageScreen, { kind: 'end' }>;
const LOGO = { key: 'logo', svg: () => logo(), width: 726 };
/** The title's band, and what stands under it; large text takes less of a band. */
const bands = () => (displaySettings().scale > 1 ? { top: 28, height: 112, under: 160 } : { top: 36, height: 160, under: 220 });
const FLOOR = 1048;
const HEAD = 100;
const SIZES = [54, 50, 46, 44, 42, 40, 38, 36];
/** How many of the suggested agreements stay when the text is large. */
const ENOUGH = 4;

interface Column {
  heading: string;
  icon: 'hand' | 'users-three';
  entries: string[];
  /** Its share of the width. */
  share: number;
}

export async function openEnd(setting: Setting, view: StageView): Promise<Screen> {
  const place = setOf('schoolyard', 'day');
  await setting.textures.load([place, iconOf('hand', colours.brand), iconOf('users-three', colours.brand), iconOf('chat-circle', colours.brand)]);
  const { scene } = setting;
  const said = scene.add.container(0, 0);
  const root = scene.add.container(0, 0, [scene.add.image(0, 0, place.key).setOrigin(0), said]);
  let shown = '';
  // The class may still agree on something while the end is on the board.
  const update = ({ screen }: StageView) => {
    const sign = JSON.stringify(screen);
    if (sign === shown || screen.kind !== 'end') return;
    shown = sign;
    said.removeAll(true);
    said.add(ending(scene, screen));
  };
  update(view);
  return { root, keeps: [place.key], update, tick() {} };
}

function ending(scene: Phaser.Scene, { title, still, agreements, agreed, help }: End): Phaser.GameObjects.GameObject[] {
  const below = helping(scene, help, FLOOR);
  const { top, height } = bands();
  const name = fitted(scene, 110, 0, title, { size: 84, heading: true, colour: colours.cream, width: 1690, height: 108, least: 52 });
  const large = displaySettings().scale > 1;
  const columns: Column[] = [
    { heading: t('end.still'), icon: 'hand', share: large ? 0.85 : 0.74, entries: still },
    {
      heading: t(agreed ? 'end.agreed' : 'end.agreements'),
      icon: 'users-three',
      share: large ? 1.15 : 1.26,
      entries: large && !agreed ? agreements.slice(0, ENOUGH) : agreements,
    },
  ];
  return [
    panel(scene, 64, top, 1792, height, { fill: colours.ink, corners: bubble(40), shadow: 'low' }),
    ...(large ? [] : [words(scene, 112, 44, t('end.over'), { size: 36, weight: 700, colour: colours.glow })]),
    name.setY(top + height - 8 - name.height),
    ...cards(
      scene,
      columns.filter(({ entries }) => entries.length > 0),
      below.y - 24,
    ),
    below,
  ];
}

/** One size for both lists, the largest at which all fit; at the smallest a list that is still too long loses its last lines (the debrief has them). */
function cards(scene: Phaser.Scene, columns: Column[], floor: number): Phaser.GameObjects.Container[] {
  const whole = 1792 - 28 * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((whole * share) / shares));
  const left = (index: number) => 64 + widths.slice(0, index).reduce((sum, width) => sum + width + 28, 0);
  const { under } = bands();
  const listHeight = floor - under - HEAD - 8;
  const sizes = [sized(46), ...SIZES.filter((size) => size < sized(46))];
  for (const size of sizes) {
    const lists = columns.map((column, index) => list(scene, column, widths[index] ?? 0, size));
    const tallest = Math.max(...lists.map(({ height }) => height));
    if (tallest > listHeight && size !== sizes.at(-1)) {
      for (const { parts } of lists) for (const part of parts) part.destroy();
      continue;
    }
    for (const { parts } of lists) for (const part of parts) if (part.getData('bottom') > HEAD + listHeight) part.destroy();
    const height = Math.min(floor - under, tallest + HEAD + 20);
    return columns.map(({ heading, icon }, index) => {
      const width = widths[index] ?? 0;
      return scene.add.container(left(index), under, [
        panel(scene, 0, 0, width, height, { fill: colours.milk, corners: bubble(36), shadow: 'low' }),
        scene.add.image(36, 54, iconKey(icon, colours.brand)).setOrigin(0, 0.5).setDisplaySize(52, 52),
        fitted(scene, 104, 54, heading, { size: 46, heading: true, width: width - 130, height: 80, least: 34 }).setOrigin(0, 0.5),
        ...(lists[index]?.parts.filter((part) => part.active) ?? []),
      ]);
    });
  }
  return [];
}

function list(scene: Phaser.Scene, { entries }: Column, width: number, size: number): { parts: Phaser.GameObjects.Text[]; height: number } {
  const parts: Phaser.GameObjects.Text[] = [];
  let y = HEAD;
  for (const line of entries) {
    const mark = words(scene, 34, y, '•', { size, weight: 800, colour: colours.brand });
    const body = words(scene, 66, y, line, { size, width: width - 98, leading: -4 });
    y = body.y + body.height;
    for (const part of [mark, body]) parts.push(part.setData('bottom', y));
    y -= size * 0.1;
  }
  return { parts, height: y - HEAD };
}

export async function openOver(setting: Setting): Promise<Screen> {
  const place = setOf('schoolyard', 'day');
  await setting.textures.load([place, LOGO]);
  const { scene } = setting;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, place.key).setOrigin(0),
    panel(scene, 320, 290, 1280, 480, { fill: colours.milk, corners: bubble(56), shadow: 'high' }),
    scene.add.image(WIDTH / 2, 170, 'logo').setScale(0.62),
    words(scene, WIDTH / 2, 430, t('over.title'), { size: 120, heading: true }).setOrigin(0.5),
    words(scene, WIDTH / 2, 600, t('over.text'), { size: 46, colour: colours.ink2, width: 1100, align: 'center' }).setOrigin(0.5),
  ]);
  return { root, keeps: [place.key], update() {}, tick() {} };
}
