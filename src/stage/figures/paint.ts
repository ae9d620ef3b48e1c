import type * as Phaser from 'phaser';
import { colours, fonts } from '../../art/tokens.ts';
import { displaySettings, ground, ink, OUTLINE, sized } from '../board/display-settings.ts';
import { breathing } from '../text/lines.ts';

export type Corners = [topLeft: number, topRight: number, bottomRight: number, bottomLeft: number];
export interface Panel {
  fill: string;
  corners?: Corners | number;
  shadow?: 'low' | 'high';
  stroke?: string;
  strokeWidth?: number;
  band?: { width: number; fill: string };
  hole?: { inset: number; corner: number };
  /** Keeps its colours in high contrast: it carries no lettering. */
  plain?: boolean;
}

const SHADOWS = { low: { blur: 18, dy: 6, alpha: 0.12 }, high: { blur: 50, dy: 18, alpha: 0.24 } };
/** The signature: three big corners and one tight. */
export const bubble = (big = 32): Corners => [big, big, big, 10];

/** As a number, for shapes. */
export const tone = (colour: string): number => Number.parseInt(colour.slice(1), 16);

export function translucent(colour: string, alpha: number): string {
  const number = tone(colour);
  return `rgba(${number >> 16}, ${(number >> 8) & 0xff}, ${number & 0xff}, ${alpha})`;
}

/** In high contrast a card is dark and stands out by its edge. */
function solid(style: Panel): Panel {
  if (!displaySettings().contrast || style.plain) return style;
  return { ...style, fill: ground(style.fill), stroke: OUTLINE, strokeWidth: Math.max(5, style.strokeWidth ?? 0) };
}

/** A card as a texture: soft shadows and four different corners look the same in WebGL and on a plain canvas. */
export function panel(scene: Phaser.Scene, x: number, y: number, width: number, height: number, wanted: Panel): Phaser.GameObjects.Image {
  const style = solid(wanted);
  const key = `panel ${width}x${height} ${JSON.stringify(style)}`;
  const margin = style.shadow ? Math.ceil(SHADOWS[style.shadow].blur + SHADOWS[style.shadow].dy) : 4;
  if (!scene.textures.exists(key)) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width) + margin * 2;
    canvas.height = Math.ceil(height) + margin * 2;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.translate(margin, margin);
    draw(pen, width, height, style);
    scene.textures.addCanvas(key, canvas);
  }
  return scene.add.image(x - margin, y - margin, key).setOrigin(0);
}

function trace(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, corners: Corners | number): void {
  const fitting = (index: number) => Math.min(typeof corners === 'number' ? corners : (corners[index] ?? 0), width / 2, height / 2);
  const [tl, tr, br, bl] = [fitting(0), fitting(1), fitting(2), fitting(3)];
  pen.moveTo(x + tl, y);
  pen.arcTo(x + width, y, x + width, y + height, tr);
  pen.arcTo(x + width, y + height, x, y + height, br);
  pen.arcTo(x, y + height, x, y, bl);
  pen.arcTo(x, y, x + width, y, tl);
  pen.closePath();
}

function draw(pen: CanvasRenderingContext2D, width: number, height: number, style: Panel): void {
  const corners = style.corners ?? bubble();
  pen.beginPath();
  trace(pen, 0, 0, width, height, corners);
  if (style.hole) trace(pen, style.hole.inset, style.hole.inset, width - style.hole.inset * 2, height - style.hole.inset * 2, style.hole.corner);
  pen.save();
  if (style.shadow) {
    const { blur, dy, alpha } = SHADOWS[style.shadow];
    pen.shadowColor = translucent(colours.ink, alpha);
    pen.shadowBlur = blur;
    pen.shadowOffsetY = dy;
  }
  pen.fillStyle = style.fill;
  pen.fill('evenodd');
  pen.restore();
  if (style.band) {
    pen.save();
    pen.clip();
    pen.fillStyle = style.band.fill;
    pen.fillRect(0, 0, style.band.width, height);
    pen.restore();
  }
  if (style.stroke) {
    pen.strokeStyle = style.stroke;
    pen.lineWidth = style.strokeWidth ?? 4;
    pen.stroke();
  }
}

export interface Lettering {
  size: number;
  colour?: string;
  heading?: boolean;
  weight?: number;
  width?: number;
  align?: 'left' | 'center' | 'right';
  leading?: number;
}

/** Lettering of exactly this size: see `sized` for what should grow with the teacher's text size. */
export function words(scene: Phaser.Scene, x: number, y: number, content: string, style: Lettering): Phaser.GameObjects.Text {
  const { size } = style;
  const text = scene.add.text(x, y, content, {
    fontFamily: `${style.heading ? fonts.heading : fonts.text}, "Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji"`,
    fontSize: `${size}px`,
    fontStyle: String(style.weight ?? (style.heading ? 800 : 500)),
    color: ink(style.colour ?? colours.ink),
    align: style.align ?? 'left',
    lineSpacing: style.leading ?? Math.round(size * (style.heading ? -0.12 : 0)),
    padding: { x: 4, y: overhang(size) },
    resolution: displaySettings().scale,
    ...(style.width === undefined ? {} : { wordWrap: { callback: breathing(style.width) } }),
    ...(fromTheRight(content) ? { rtl: true, ...(style.align === undefined ? { align: 'right' } : {}) } : {}),
  });
  // Phaser hangs a text that runs from the right by its right side; here every text stands by its left.
  return text.setOrigin(0);
}

/** Above and below, for what reaches out of the line. */
const overhang = (size: number) => Math.ceil(size * 0.12);

function resize(text: Phaser.GameObjects.Text, size: number, leading: number): void {
  text.padding.top = text.padding.bottom = overhang(size);
  text.setFontSize(size).setLineSpacing(leading);
}

/** The first letter that has a direction decides, as `dir="auto"` does on a page. */
function fromTheRight(content: string): boolean {
  const letter = /\p{L}/u.exec(content)?.[0];
  return letter !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter);
}

/** The largest size at which the text stays inside its place: from the size that the teacher chose down to `least`. `fixed`: inside something that grows as a whole. */
export function fitted(
  scene: Phaser.Scene,
  x: number,
  y: number,
  content: string,
  style: Lettering & { width: number; height: number; least: number; fixed?: boolean },
): Phaser.GameObjects.Text {
  const largest = style.fixed ? style.size : sized(style.size);
  const text = words(scene, x, y, content, { ...style, size: largest });
  const longest = Math.max(...content.split(/\s+/).map((word) => word.length));
  for (
    let size = largest;
    size > style.least && (text.height > style.height || text.width > style.width + 8 || longest * size * 0.5 > style.width);
    size -= 2
  ) {
    resize(text, size - 2, style.leading ?? Math.round((size - 2) * (style.heading ? -0.12 : 0)));
  }
  return text;
}

/** The smallest that one of them needs is the size of all. */
export function alike(texts: Phaser.GameObjects.Text[]): Phaser.GameObjects.Text[] {
  const sizes = texts.map((one) => Number.parseInt(String(one.style.fontSize), 10));
  const least = Math.min(...sizes);
  for (const [index, one] of texts.entries())
    if (sizes[index] !== least) resize(one, least, Math.round((one.lineSpacing * least) / (sizes[index] ?? least)));
  return texts;
}

export interface PillStyle {
  ground: string;
  colour: string;
  size?: number;
  icon?: string;
  height?: number;
  heading?: boolean;
  padding?: number;
  /** Inside something that grows as a whole. */
  fixed?: boolean;
  /** Its lettering shrinks rather than let it become wider than this. */
  widest?: number;
}

/** A rounded label as wide as its words; `x` is its left edge, or its right or middle by `anchor`. */
export function pill(
  scene: Phaser.Scene,
  x: number,
  y: number,
  content: string,
  style: PillStyle,
  anchor: 'left' | 'right' | 'centre' = 'left',
): Phaser.GameObjects.Container {
  const plain = style.size ?? 36;
  const padding = style.padding ?? 30;
  const iconWidth = (size: number) => (style.icon ? size * 1.2 + 16 : 0);
  let size = style.fixed ? plain : sized(plain);
  const label = words(scene, 0, 0, content, { size, colour: style.colour, weight: 700, heading: style.heading ?? false }).setOrigin(0, 0.5);
  while (size > 28 && label.width + iconWidth(size) + padding * 2 > (style.widest ?? Number.POSITIVE_INFINITY)) label.setFontSize(--size);
  const height = Math.round(((style.height ?? plain * 1.95) * size) / plain);
  const width = Math.round(label.width + iconWidth(size) + padding * 2);
  label.setPosition(padding + iconWidth(size), height / 2);
  const left = anchor === 'left' ? 0 : anchor === 'right' ? -width : -width / 2;
  const parts: Phaser.GameObjects.GameObject[] = [panel(scene, 0, 0, width, height, { fill: style.ground, corners: height / 2 }), label];
  if (style.icon)
    parts.push(
      scene.add
        .image(padding, height / 2, style.icon)
        .setOrigin(0, 0.5)
        .setDisplaySize(size * 1.2, size * 1.2),
    );
  return scene.add.container(x + left, y, parts).setSize(width, height);
}
