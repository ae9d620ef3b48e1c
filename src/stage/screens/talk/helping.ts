import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import type { HelpLine } from '../../../protocol/views/lines.ts';
import { displaySettings, sized } from '../../board/display-settings.ts';
import { iconKey } from '../../board/screen.ts';
import { bubble, panel, tone, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

const LEFT = 64;
const WIDTH = 1792;
const TALLEST = 392;
/** Large text leaves the most room to what the class can do. */
const TALLEST_LARGE = 312;
const SMALLEST = 36;
const TOP = 86;
const ROW_GAP = 14;

type Part = keyof HelpLine;
/** The texts of each, from the fullest to the shortest; the phones and the debrief always have everything. With large text only how to reach them is left, in large letters. */
const SAYINGS: Part[][] = [['what', 'contact', 'when'], ['contact', 'when'], ['contact']];

/** Who helps, side by side over the whole width: how to reach them is never left out. Stands on `floor`. */
export function helping(scene: Phaser.Scene, lines: HelpLine[], floor: number): Phaser.GameObjects.Container {
  const heading = words(scene, 104, 42, t('end.help'), { size: 44, heading: true }).setOrigin(0, 0.5);
  const icon = scene.add.image(36, 44, iconKey('chat-circle', colours.brand)).setOrigin(0, 0.5).setDisplaySize(52, 52);
  const across = lines.length > 4 ? Math.ceil(lines.length / 2) : Math.max(1, lines.length);
  const step = (WIDTH - 40) / across;
  const large = displaySettings().scale > 1;
  const sizes = [...new Set([sized(40), sized(SMALLEST), 48, 44, 40, SMALLEST])].filter((size) => size <= sized(40));
  const variants = (large ? SAYINGS.slice(2) : SAYINGS).flatMap((parts) => sizes.map((size) => ({ parts, size })));
  for (const [index, { parts, size }] of variants.entries()) {
    const columns = lines.map((line, at) => column(scene, line, parts, size, 36 + (at % across) * step, step - 60));
    const rows = [columns.slice(0, across), columns.slice(across)].filter((row) => row.length > 0);
    const tall = rows.map((row) => Math.max(...row.map((one) => one.height)) + ROW_GAP);
    const height = TOP + tall.reduce((sum, one) => sum + one, 0) + 6;
    if (height > (large ? TALLEST_LARGE : TALLEST) && index < variants.length - 1) {
      for (const { texts } of columns) for (const one of texts) one.destroy();
      continue;
    }
    for (const { texts } of rows[1] ?? []) for (const one of texts) one.y += tall[0] ?? 0;
    const rules = Array.from({ length: across - 1 }, (_, at) =>
      scene.add.rectangle(36 + (at + 1) * step - 22, TOP + 12, 3, height - TOP - 32, tone(colours.line)).setOrigin(0.5, 0),
    );
    const ground = panel(scene, 0, 0, WIDTH, height, { fill: colours.milk, corners: bubble(36), shadow: 'low' });
    return scene.add
      .container(LEFT, floor - height, [ground, icon, heading, ...rules, ...columns.flatMap(({ texts }) => texts)])
      .setSize(WIDTH, height);
  }
  return scene.add.container(LEFT, floor, [icon, heading]);
}

function column(scene: Phaser.Scene, line: HelpLine, parts: Part[], size: number, x: number, width: number) {
  const name = words(scene, x, TOP, line.name, { size, weight: 700, width, leading: -2 });
  const rest = parts.map((part) => line[part]).filter((part) => part);
  const body = words(scene, x, name.y + name.height - size * 0.22, rest.join('\n'), {
    size: size > 40 ? size - 4 : SMALLEST,
    width,
    colour: colours.ink2,
    leading: -2,
  });
  return { texts: [name, body], height: body.y + body.height - TOP };
}
