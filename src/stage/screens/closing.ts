import type * as Phaser from 'phaser';
import { logo } from '../../art/logo.ts';
import { colours } from '../../art/tokens.ts';
import type { HelpLine, StageScreen, StageView } from '../../protocol/views.ts';
import { bubble, fitted, panel, words } from '../paint.ts';
import { iconKey, iconOf, type Screen, type Setting, setOf, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';

const LOGO = { key: 'logo', svg: () => logo(), width: 726 };
const TOP = 250;
const FLOOR = 1040;
const HEAD = 116;
const SIZES = [46, 42, 40, 38, 36, 34, 32, 30];
/** Smaller first, then in fewer words: a school's own people may make the help longer than the board. */
const TRIES = [false, true].flatMap((brief) => SIZES.map((size) => ({ size, brief })));

interface Column {
  heading: string;
  icon: 'hand' | 'users-three' | 'chat-circle';
  /** `brief`: what is said instead where not everything fits. */
  entries: { strong: string | null; line: string; brief?: string }[];
  /** Of the width: help has the most to read. */
  share: number;
}

export async function openEnd(setting: Setting, view: StageView): Promise<Screen> {
  const { title, still, agreements, agreed, help } = view.screen as Extract<StageScreen, { kind: 'end' }>;
  const place = setOf('schoolyard', 'day');
  await setting.textures.load([place, iconOf('hand', colours.brand), iconOf('users-three', colours.brand), iconOf('chat-circle', colours.brand)]);
  const { scene } = setting;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, place.key).setOrigin(0),
    panel(scene, 64, 44, 1792, 176, { fill: colours.ink, corners: bubble(40), shadow: 'low' }),
    words(scene, 112, 56, text('end.over'), { size: 36, weight: 700, colour: colours.glow }),
    fitted(scene, 110, 100, title, { size: 84, heading: true, colour: colours.cream, width: 1690, height: 112, least: 52 }),
  ]);
  const columns: Column[] = [
    { heading: text('end.still'), icon: 'hand', share: 0.86, entries: still.map((line) => ({ strong: null, line })) },
    {
      heading: text(agreed ? 'end.agreed' : 'end.agreements'),
      icon: 'users-three',
      share: 1,
      entries: agreements.map((line) => ({ strong: null, line })),
    },
    {
      heading: text('end.help'),
      icon: 'chat-circle',
      share: 1.14,
      entries: help.map((line) => ({ strong: line.name, line: helpText(line), brief: reachText(line) })),
    },
  ];
  root.add(
    cards(
      scene,
      columns.filter(({ entries }) => entries.length > 0),
    ),
  );
  return { root, keeps: [place.key], update() {}, tick() {} };
}

const reachText = ({ contact, when }: HelpLine) => [contact, when].filter((part) => part).join(' · ');
const helpText = (line: HelpLine) => `${line.what}\n${reachText(line)}`;

/** One size for all three lists, the largest at which all fit; what is still too long in few words loses its last lines (the debrief has them). */
function cards(scene: Phaser.Scene, columns: Column[]): Phaser.GameObjects.Container[] {
  const whole = 1792 - 28 * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((whole * share) / shares));
  const left = (index: number) => 64 + widths.slice(0, index).reduce((sum, width) => sum + width + 28, 0);
  const room = FLOOR - TOP - HEAD - 20;
  for (const { size, brief } of TRIES) {
    const lists = columns.map((column, index) => list(scene, column, widths[index] ?? 0, size, brief));
    const tallest = Math.max(...lists.map(({ height }) => height));
    if (tallest > room && !(brief && size === SIZES.at(-1))) {
      for (const { parts } of lists) for (const part of parts) part.destroy();
      continue;
    }
    for (const { parts } of lists) for (const part of parts) if (part.getData('bottom') > HEAD + room) part.destroy();
    const height = Math.min(FLOOR - TOP, tallest + HEAD + 28);
    return columns.map(({ heading, icon }, index) => {
      const width = widths[index] ?? 0;
      return scene.add.container(left(index), TOP, [
        panel(scene, 0, 0, width, height, { fill: '#FFFDF8', corners: bubble(36), shadow: 'low' }),
        scene.add.image(36, 62, iconKey(icon, colours.brand)).setOrigin(0, 0.5).setDisplaySize(52, 52),
        fitted(scene, 104, 62, heading, { size: 46, heading: true, width: width - 130, height: 80, least: 34 }).setOrigin(0, 0.5),
        ...(lists[index]?.parts.filter((part) => part.active) ?? []),
      ]);
    });
  }
  return [];
}

function list(
  scene: Phaser.Scene,
  { entries }: Column,
  width: number,
  size: number,
  brief: boolean,
): { parts: Phaser.GameObjects.Text[]; height: number } {
  const parts: Phaser.GameObjects.Text[] = [];
  let y = HEAD;
  for (const { strong, line: whole, brief: short } of entries) {
    const line = brief ? (short ?? whole) : whole;
    const mark =
      strong === null
        ? words(scene, 34, y, '•', { size, weight: 800, colour: colours.brand })
        : words(scene, 36, y, strong, { size, weight: 700, width: width - 64 });
    const body =
      strong === null
        ? words(scene, 66, y, line, { size, width: width - 98 })
        : words(scene, 36, y + mark.height - size * 0.24, line, { size: Math.max(30, size - 4), width: width - 64, colour: colours.ink2 });
    y = body.y + body.height;
    for (const part of [mark, body]) parts.push(part.setData('bottom', y));
    y += size * 0.12;
  }
  return { parts, height: y - HEAD };
}

export async function openOver(setting: Setting): Promise<Screen> {
  const place = setOf('schoolyard', 'day');
  await setting.textures.load([place, LOGO]);
  const { scene } = setting;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, place.key).setOrigin(0),
    panel(scene, 320, 290, 1280, 480, { fill: '#FFFDF8', corners: bubble(56), shadow: 'high' }),
    scene.add.image(WIDTH / 2, 170, 'logo').setScale(0.62),
    words(scene, WIDTH / 2, 430, text('over.title'), { size: 120, heading: true }).setOrigin(0.5),
    words(scene, WIDTH / 2, 600, text('over.text'), { size: 46, colour: colours.ink2, width: 1100, align: 'center' }).setOrigin(0.5),
  ]);
  return { root, keeps: [place.key], update() {}, tick() {} };
}
