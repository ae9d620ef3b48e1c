import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { Chat } from '../../protocol/views.ts';
import type { ChatLine } from '../chat.ts';
import { type Comfort, comfort } from '../comfort.ts';
import type { Tableau } from '../director.ts';
import { fitted, panel, words } from '../paint.ts';
import { glide, iconKey, iconOf, type Setting } from '../screen.ts';
import { text } from '../texts.ts';
import { messageBubble, systemLine, tileBubble, typingBubble } from './bubble.ts';

const HEIGHT = 1016;
/** Of the board at each text size; figures and captions get the rest. */
const WIDTHS: Record<Comfort['scale'], number> = { 1: 652, 1.25: 784, 1.5: 906 };
/** Where the phone stands on the board. Everything in it is as large as at 100 %; the phone as a whole grows, and holds less. */
export function handsetPlace(): { x: number; y: number; width: number; zoom: number } {
  const zoom = comfort().scale;
  const width = WIDTHS[zoom];
  return { x: 1848 - width, y: 32, width, zoom };
}
const INSET = 16;
const FOOT = 92;
const GAP = 18;
const PAD = 24;

const EMPTY = '#D3CBE8';
export const handsetIcons = () => [iconOf('chat-circle', EMPTY), iconOf('eye', colours.plum), iconOf('device-mobile', colours.glow)];

/** The phone that the class looks at. Newest line at the bottom; older ones slide up under the header and fade. */
export class Handset {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly rows = new Map<string, { box: Phaser.GameObjects.Container; sign: string }>();
  private readonly lines: Phaser.GameObjects.Container;
  /** Stands where nothing was said yet. */
  private readonly empty: Phaser.GameObjects.Image;
  private readonly foot: Phaser.GameObjects.Container;
  private readonly headHeight: number;
  private seenShown: string | null = '';
  private readonly width: number;
  private readonly height: number;

  constructor(setting: Setting, chat: Chat) {
    this.setting = setting;
    const { scene } = setting;
    const place = handsetPlace();
    const width = place.width / place.zoom;
    const height = HEIGHT / place.zoom;
    this.width = width;
    this.height = height;
    this.headHeight = chat.owner ? 196 : 136;
    this.lines = scene.add.container(INSET + PAD, 0);
    this.empty = scene.add.image(width / 2, (height + this.headHeight - FOOT) / 2, iconKey('chat-circle', EMPTY)).setDisplaySize(190, 190);
    this.foot = scene.add.container(0, height - INSET - FOOT);
    this.root = scene.add.container(place.x, place.y, [
      panel(scene, INSET, INSET, width - INSET * 2, height - INSET * 2, { fill: colours.chatPage, corners: 50 }),
      this.empty,
      this.lines,
      ...this.header(chat),
      this.foot,
      panel(scene, 0, 0, width, height, { fill: '#15132B', corners: 64, stroke: colours.night3, strokeWidth: 3, hole: { inset: INSET, corner: 50 } }),
    ]);
    this.root.setScale(place.zoom);
  }

  show(now: Tableau, live: boolean): void {
    this.showSeen(now.seen?.text ?? null);
    const width = this.width - INSET * 2 - PAD * 2;
    const { scene, still } = this.setting;
    const wanted: { id: string; sign: string; make: () => Phaser.GameObjects.Container }[] = now.lines.map((line) => ({
      id: line.id,
      sign: signOf(line),
      make: () => drawLine(scene, line, width),
    }));
    const { typing } = now;
    if (typing) wanted.push({ id: 'typing', sign: typing.id, make: () => typingBubble(scene, typing, width, still) });
    this.empty.setVisible(wanted.length === 0);
    for (const [id, row] of this.rows) {
      if (wanted.some((line) => line.id === id)) continue;
      row.box.destroy();
      this.rows.delete(id);
    }
    let bottom = this.height - INSET - FOOT - 22;
    for (const line of wanted.reverse()) {
      const known = this.rows.get(line.id);
      const news = !known;
      if (known && known.sign !== line.sign) known.box.destroy();
      const box = known && known.sign === line.sign ? known.box : line.make();
      if (box !== known?.box) {
        this.lines.add(box);
        this.rows.set(line.id, { box, sign: line.sign });
        box.y = known?.box.y ?? bottom - box.height + (live && !still ? 60 : 0);
      }
      const y = bottom - box.height;
      const hidden = y < INSET + this.headHeight + 8;
      const alpha = hidden ? 0 : 1;
      if (!live) box.setPosition(0, y).setAlpha(alpha);
      else {
        if (news) box.setAlpha(0);
        scene.tweens.killTweensOf(box);
        glide(this.setting, box, { y, alpha }, 240);
      }
      bottom = y - GAP;
    }
  }

  private showSeen(content: string | null): void {
    if (content === this.seenShown) return;
    this.seenShown = content;
    const { scene } = this.setting;
    const width = this.width - INSET * 2;
    this.foot.removeAll(true);
    this.foot.add(panel(scene, INSET, 0, width, FOOT, { fill: content === null ? '#FFFFFF' : colours.chatBar, corners: [0, 0, 46, 46] }));
    if (content === null) {
      this.foot.add(panel(scene, INSET + 26, 18, width - 52, 54, { fill: '#EEEAF6', corners: 27 }));
      return;
    }
    const label = words(scene, INSET + 94, FOOT / 2, content, { size: 36, weight: 700, colour: '#2A2150' }).setOrigin(0, 0.5);
    this.foot.add([
      scene.add
        .image(INSET + 34, FOOT / 2, iconKey('eye', colours.plum))
        .setOrigin(0, 0.5)
        .setDisplaySize(44, 44),
      label,
    ]);
  }

  private header(chat: Chat): Phaser.GameObjects.GameObject[] {
    const { scene } = this.setting;
    const width = this.width - INSET * 2;
    const top = INSET + (chat.owner ? 60 : 0);
    const parts: Phaser.GameObjects.GameObject[] = [
      panel(scene, INSET, INSET, width, this.headHeight, { fill: colours.plum, corners: [48, 48, 0, 0] }),
    ];
    if (chat.owner) {
      parts.push(
        panel(scene, INSET, INSET, width, 62, { fill: colours.night2, corners: [48, 48, 0, 0] }),
        scene.add.image(INSET + 58, INSET + 32, iconKey('device-mobile', colours.glow)).setDisplaySize(38, 38),
        words(scene, INSET + 86, INSET + 32, text('scene.phoneOf', { name: chat.owner.name }), {
          size: 34,
          weight: 700,
          colour: colours.cream,
        }).setOrigin(0, 0.5),
      );
    }
    parts.push(
      panel(scene, INSET + 32, top + 26, 84, 84, { fill: '#FFC98A', corners: 28 }),
      words(scene, INSET + 74, top + 68, chat.badge, { size: 38, heading: true }).setOrigin(0.5),
      fitted(scene, INSET + 138, top + 20, chat.title, {
        size: 42,
        heading: true,
        colour: '#FFFFFF',
        width: width - 170,
        height: 62,
        least: 30,
        fixed: true,
      }),
      fitted(scene, INSET + 138, top + 74, chat.members, { size: 32, colour: '#D9D2F5', width: width - 170, height: 50, least: 26, fixed: true }),
    );
    return parts;
  }
}

function drawLine(scene: Phaser.Scene, line: ChatLine, width: number): Phaser.GameObjects.Container {
  if (line.kind === 'system') return systemLine(scene, line.text, width);
  return line.kind === 'tile' ? tileBubble(scene, line, width) : messageBubble(scene, line, width);
}

/** What a line looks like: drawn again when it changes. */
function signOf(line: ChatLine): string {
  if (line.kind === 'system') return line.text;
  return `${line.text} ${line.kind === 'tile' ? line.copies : ''} ${line.reactions.map(({ emoji, count }) => `${emoji}${count}`).join(' ')}`;
}
