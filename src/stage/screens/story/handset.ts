import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { Chat } from '../../../protocol/scene.ts';
import { type DisplaySettings, displaySettings } from '../../board/display-settings.ts';
import { glide, iconKey, iconOf, type Setting } from '../../board/screen.ts';
import type { ChatLine, PhoneFace } from '../../cues/chat.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { panel, tone } from '../../figures/paint.ts';
import { deletedBubble, messageBubble, systemLine, tileBubble, typingBubble } from './bubble.ts';
import { climb } from './counter.ts';
import { FOOT, Footer } from './footer.ts';
import { header, headHeight } from './header.ts';
import { namesOf, popNew } from './reaction.ts';
import { type Voice, voiceBubble, voiceIcons } from './voice.ts';

const HEIGHT = 1016;
/** The width of the phone at each text size; figures and captions get the rest. */
const WIDTHS: Record<DisplaySettings['scale'], number> = { 1: 652, 1.25: 784, 1.5: 906 };
/** The width of each of two phones beside each other. */
const HALVES: Record<DisplaySettings['scale'], number> = { 1: 596, 1.25: 640, 1.5: 676 };
export interface Spot {
  x: number;
  y: number;
  width: number;
  zoom: number;
}
/** Where the phone stands on the board. Everything in it is as large as at 100 %; the phone as a whole grows, and holds less. */
export function handsetPlace(which: 'alone' | 'first' | 'second' = 'alone'): Spot {
  const zoom = displaySettings().scale;
  const width = (which === 'alone' ? WIDTHS : HALVES)[zoom];
  return { x: 1848 - width * (which === 'second' ? 2 : 1) - (which === 'second' ? 24 : 0), y: 32, width, zoom };
}
const INSET = 16;
const GAP = 18;
const PAD = 24;
/** The opacity of the lines of a closed chat, which can still be read. */
const FADED = 0.72;

export const handsetIcons = () => [
  ...voiceIcons(),
  iconOf('chat-circle', boardColours.emptyChat),
  iconOf('eye', colours.plum),
  iconOf('lock', colours.ink2),
  iconOf('trash', colours.ink2),
  iconOf('caret-down', colours.plum),
  iconOf('device-mobile', colours.glow),
];

interface Row {
  box: Phaser.GameObjects.Container;
  sign: string;
  line: ChatLine | null;
  play: Voice['play'] | null;
}

/** The phone that the class looks at. Newest line at the bottom; older ones slide up under the header and fade. */
export class Handset {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly rows = new Map<string, Row>();
  private readonly lines: Phaser.GameObjects.Container;
  /** Shown while the chat has no lines yet. */
  private readonly empty: Phaser.GameObjects.Image;
  private readonly grey: Phaser.GameObjects.Image;
  private readonly down: Phaser.GameObjects.Container;
  private readonly footer: Footer;
  private readonly top: number;
  private readonly bottom: number;
  private readonly width: number;
  private mark: Phaser.GameObjects.Image | null = null;

  constructor(setting: Setting, chat: Chat, place: Spot) {
    this.setting = setting;
    const { scene } = setting;
    const width = place.width / place.zoom;
    const height = HEIGHT / place.zoom;
    const inner = width - INSET * 2;
    this.width = inner - PAD * 2;
    this.top = INSET + headHeight(chat);
    this.bottom = height - INSET - FOOT;
    this.lines = scene.add.container(INSET + PAD, 0);
    this.empty = scene.add.image(width / 2, (this.top + this.bottom) / 2, iconKey('chat-circle', boardColours.emptyChat)).setDisplaySize(190, 190);
    this.grey = panel(scene, INSET, this.top, inner, this.bottom - this.top, { fill: boardColours.closedPage, corners: 0 }).setAlpha(0);
    this.down = scene.add.container(width - INSET - PAD - 44, this.bottom - 60, [
      scene.add.circle(0, 0, 40, tone(colours.white)).setStrokeStyle(4, tone(boardColours.wave)),
      scene.add.image(0, 2, iconKey('caret-down', colours.plum)).setDisplaySize(46, 46),
    ]);
    this.down.setAlpha(0);
    this.footer = new Footer(setting, inner, { x: INSET, y: this.bottom });
    this.root = scene.add.container(place.x, place.y, [
      panel(scene, INSET, INSET, inner, height - INSET * 2, { fill: colours.chatPage, corners: 50 }),
      this.grey,
      this.empty,
      this.lines,
      this.down,
      ...header(scene, chat, INSET, inner),
      this.footer.root,
      panel(scene, 0, 0, width, height, {
        fill: boardColours.phone,
        corners: 64,
        stroke: colours.night3,
        strokeWidth: 3,
        hole: { inset: INSET, corner: 50 },
      }),
    ]);
    this.root.setScale(place.zoom);
  }

  show(face: Omit<PhoneFace, 'chat'>, scrolled: string | null, animate: boolean): void {
    this.footer.show(face, animate);
    glide(this.setting, this.grey, { alpha: face.closed ? 1 : 0 }, animate ? 700 : 1);
    const rows = this.arrange(face, animate);
    this.empty.setVisible(rows.length === 0);
    this.place(rows, scrolled, face.closed ? FADED : 1, animate);
  }

  /** Only what moves by itself: the head of a voice message that plays. */
  tick(playing: Tableau['playing']): void {
    for (const [id, { play }] of this.rows) play?.(playing?.id === id ? playing.share : null);
  }

  /** The rows of the present lines, the oldest first. Other rows are removed. */
  private arrange({ lines, typing }: Omit<PhoneFace, 'chat'>, animate: boolean): Row[] {
    const { scene, still } = this.setting;
    const wanted = new Map<string, { sign: string; make: () => Row }>();
    for (const line of lines) wanted.set(line.id, { sign: signOf(line), make: () => this.draw(line) });
    const writer = typing;
    if (writer) {
      const box = () => typingBubble(scene, writer, this.width, still);
      wanted.set('typing', { sign: writer.id, make: () => ({ box: box(), sign: writer.id, line: null, play: null }) });
    }
    for (const [id, row] of this.rows) {
      if (wanted.has(id)) continue;
      row.box.destroy();
      this.rows.delete(id);
    }
    return [...wanted].map(([id, { sign, make }]) => {
      const known = this.rows.get(id);
      if (known?.sign === sign) return known;
      const row = make();
      this.lines.add(row.box);
      this.rows.set(id, row);
      if (known) this.replace(known, row, animate);
      else row.box.setName('new');
      return row;
    });
  }

  private draw(line: ChatLine): Row {
    const { scene } = this.setting;
    const row = { sign: signOf(line), line, play: null };
    if (line.kind === 'system') return { ...row, box: systemLine(scene, line.text, this.width) };
    if (line.deleted !== null) return { ...row, box: deletedBubble(scene, line, this.width) };
    if (line.kind === 'voice') return { ...row, ...voiceBubble(scene, line, this.width) };
    return { ...row, box: line.kind === 'tile' ? tileBubble(scene, line, this.width) : messageBubble(scene, line, this.width) };
  }

  /** The same line, changed: it stays where it was, and only what is new in it moves. */
  private replace(old: Row, row: Row, animate: boolean): void {
    row.box.setY(old.box.y).setAlpha(old.box.alpha);
    const [before, after] = [old.line, row.line];
    old.box.destroy();
    if (!animate || !before || !after || before.kind === 'system' || after.kind === 'system') return;
    popNew(this.setting, row.box, namesOf(before));
    const counter = row.box.getByName('copies') as Phaser.GameObjects.Text | null;
    if (counter && before.kind === 'tile') climb(this.setting, counter, counter.text, Number.parseInt(before.copies ?? '0', 10));
  }

  private place(rows: Row[], scrolled: string | null, strength: number, animate: boolean): void {
    const found = rows.findIndex(({ line }) => line?.id === scrolled && line !== null);
    const tops: number[] = [];
    let y = this.bottom - 22;
    for (const { box } of rows.toReversed()) {
      y -= box.height;
      tops.unshift(y);
      y -= GAP;
    }
    // The line that the chat goes back to stands a little under the header.
    const shift = found < 0 ? 0 : Math.max(0, this.top + 60 - (tops[found] ?? 0));
    glide(this.setting, this.down, { alpha: shift > 0 ? 1 : 0 }, animate ? 240 : 1);
    rows.forEach(({ box, line }, index) => {
      const to = (tops[index] ?? 0) + shift;
      const alpha = to < this.top + 8 || to > this.bottom - 40 ? 0 : line?.kind === 'system' ? 1 : strength;
      const news = box.name === 'new';
      box.setName('');
      if (!animate) {
        box.setPosition(0, to).setAlpha(alpha);
        return;
      }
      if (news) box.setY(to + (this.setting.still ? 0 : 60)).setAlpha(0);
      this.setting.scene.tweens.killTweensOf(box);
      glide(this.setting, box, { y: to, alpha }, shift > 0 && !news ? 700 : 240);
    });
    this.highlight(rows[found] ?? null, (tops[found] ?? 0) + shift, animate);
  }

  private highlight(row: Row | null, y: number, animate: boolean): void {
    this.mark?.destroy();
    this.mark = null;
    if (!row) return;
    const { scene } = this.setting;
    const style = { fill: boardColours.notice, corners: 30, stroke: colours.glow, strokeWidth: 5 };
    this.mark = panel(scene, -14, y - 12, this.width + 28, row.box.height + 24, style);
    this.lines.addAt(this.mark, 0);
    if (animate) glide(this.setting, this.mark.setAlpha(0), { alpha: 1 }, 420, { delay: this.setting.still ? 0 : 500 });
  }
}

/** What a line looks like: drawn again when it changes. */
function signOf(line: ChatLine): string {
  if (line.kind === 'system') return line.text;
  return `${line.text} ${line.deleted} ${line.kind === 'tile' ? line.copies : ''} ${namesOf(line).join(' ')}`;
}
