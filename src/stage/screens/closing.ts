import type * as Phaser from 'phaser';
import { logo } from '../../art/logo.ts';
import { colours } from '../../art/tokens.ts';
import type { HelpLine, StageScreen, StageView } from '../../protocol/views.ts';
import { bubble, fitted, panel, words } from '../paint.ts';
import { iconKey, iconOf, placeKey, type Screen, type Setting, setOf, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';

const LOGO = { key: 'logo', svg: () => logo(), width: 726 };
const TOP = 250;
const FLOOR = 1036;

export async function openEnd(setting: Setting, view: StageView): Promise<Screen> {
  const { title, still, agreements, help } = view.screen as Extract<StageScreen, { kind: 'end' }>;
  await setting.textures.load([setOf('schoolyard', 'dusk'), LOGO, iconOf('check-circle', colours.brand), iconOf('hand', colours.brand), iconOf('users-three', colours.brand)]);
  const { scene } = setting;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, placeKey('schoolyard', 'dusk')).setOrigin(0).setAlpha(0.9),
    panel(scene, 64, 44, 1792, 176, { fill: colours.ink, corners: bubble(40) }),
    words(scene, 112, 56, text('end.over'), { size: 36, weight: 700, colour: colours.glow }),
    fitted(scene, 110, 100, title, { size: 84, heading: true, colour: colours.cream, width: 1690, height: 112, least: 52 }),
  ]);
  const columns = [
    { heading: text('end.still'), icon: 'hand', entries: still.map((line) => ({ strong: null, line })) },
    { heading: text('end.agreements'), icon: 'users-three', entries: agreements.map((line) => ({ strong: null, line })) },
    { heading: text('end.help'), icon: 'check-circle', entries: help.map((line) => ({ strong: line.name, line: helpText(line) })) },
  ] as const;
  columns.filter(({ entries }) => entries.length > 0).forEach((column, index, all) => {
    const width = (1792 - 28 * (all.length - 1)) / all.length;
    root.add(card(scene, 64 + index * (width + 28), width, column));
  });
  return { root, update() {}, tick() {} };
}

const helpText = ({ what, contact, when }: HelpLine) => [what, contact, when].filter((part) => part).join(' · ');

/** As large as fits; a list too long for the board goes on in the debrief, so the last lines may stay out. */
function card(scene: Phaser.Scene, x: number, width: number, { heading, icon, entries }: { heading: string; icon: 'hand' | 'users-three' | 'check-circle'; entries: readonly { strong: string | null; line: string }[] }): Phaser.GameObjects.Container {
  const root = scene.add.container(x, TOP, [
    panel(scene, 0, 0, width, FLOOR - TOP, { fill: '#FFFDF8', corners: bubble(36), shadow: 'low' }),
    scene.add.image(36, 60, iconKey(icon, colours.brand)).setOrigin(0, 0.5).setDisplaySize(52, 52),
    fitted(scene, 104, 60, heading, { size: 46, heading: true, width: width - 130, height: 80, least: 34 }).setOrigin(0, 0.5),
  ]);
  for (const size of [40, 36, 32, 30]) {
    const parts: Phaser.GameObjects.Text[] = [];
    let y = 112;
    let fits = true;
    for (const { strong, line } of entries) {
      if (strong !== null) {
        const name = words(scene, 36, y, strong, { size, weight: 700, width: width - 64 });
        y += name.height - size * 0.24;
        parts.push(name);
      }
      const body = words(scene, strong === null ? 64 : 36, y, line, { size: strong === null ? size : size - 2, width: width - (strong === null ? 96 : 64), colour: strong === null ? colours.ink : colours.ink2 });
      if (strong === null) parts.push(words(scene, 32, y, '•', { size, weight: 800, colour: colours.brand }));
      parts.push(body);
      if (y + body.height > FLOOR - TOP - 12) {
        fits = false;
        if (size > 30) break;
        for (const part of parts) if (part.y >= y - size * 1.2) part.destroy();
        break;
      }
      y += body.height + size * 0.18;
    }
    if (fits || size === 30) {
      root.add(parts.filter((part) => part.active));
      break;
    }
    for (const part of parts) part.destroy();
  }
  return root;
}

export async function openOver(setting: Setting): Promise<Screen> {
  await setting.textures.load([setOf('schoolyard', 'dusk'), LOGO]);
  const { scene } = setting;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, placeKey('schoolyard', 'dusk')).setOrigin(0),
    panel(scene, 320, 270, 1280, 480, { fill: '#FFFDF8', corners: bubble(56), shadow: 'high' }),
    scene.add.image(WIDTH / 2, 180, 'logo').setScale(0.62),
    words(scene, WIDTH / 2, 420, text('over.title'), { size: 120, heading: true }).setOrigin(0.5),
    words(scene, WIDTH / 2, 590, text('over.text'), { size: 46, colour: colours.ink2, width: 1100, align: 'center' }).setOrigin(0.5),
  ]);
  return { root, update() {}, tick() {} };
}
