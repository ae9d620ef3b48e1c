import { box, clip, dot, drawing, fill, stroke } from '../paint.ts';
import { colours } from '../tokens.ts';
import { iconPath } from './icon.ts';

export type TileKind = 'sticker' | 'photo' | 'voice';

const WIDTH = 430;
const HEIGHT = 190;
/** The top of a chat bubble: its words follow below. */
const FRAME = `M0 ${HEIGHT}V24Q0 0 24 0H${WIDTH - 24}Q${WIDTH} 0 ${WIDTH} 24V${HEIGHT}Z`;
/** What lies behind a tile and behind the words below it. */
export const tileGround: Record<TileKind, string> = { sticker: '#EAE4F4', photo: '#C5C9D4', voice: '#C5C9D4' };
const DIM = '#5C6377';

/** A flat grey instead of what was passed on, so that nobody takes it for a blurred picture. */
function photo(): string {
  return dot(215, 99, 60, colours.card) + fill(iconPath('eye-slash'), colours.ink, 'transform="translate(178 62) scale(.29)"');
}

const BARS = [18, 34, 52, 30, 64, 40, 22, 48, 70, 36, 56, 28, 44, 20];

/** A voice message that nobody plays: a button, and a wave that tells nothing. */
function voice(): string {
  const wave = BARS.map((height, index) => box(156 + index * 17, 99 - height / 2, 9, height, DIM, 4.5));
  const play = dot(82, 99, 48, colours.card) + fill('M70 79Q70 71 77 75L104 94Q110 99 104 104L77 123Q70 127 70 119Z', DIM);
  return play + wave.join('') + stroke('M44 137L120 61', colours.ink, 10);
}

/** The grey shape of a sticker with its folded corner, and a wave crossed out. */
function sticker(): string {
  const sheet = 'M40 22H160A22 22 0 0 1 182 44V128L128 182H40A22 22 0 0 1 18 160V44A22 22 0 0 1 40 22Z';
  const face = 'M44 30H156A18 18 0 0 1 174 48V124L124 174H44A18 18 0 0 1 26 156V48A18 18 0 0 1 44 30Z';
  const folded = fill('M174 124L124 174V142A18 18 0 0 1 142 124Z', colours.line);
  const cut = stroke(sheet, '#FFFFFF', 14) + fill(sheet, '#FFFFFF') + fill(face, colours.edge) + folded;
  const crossed = stroke('M62 92Q100 58 138 92M70 128L130 68', '#FFFFFF', 10);
  return `<g transform="translate(131 11) scale(.84)">${cut}${crossed}</g>`;
}

const PICTURES: Record<TileKind, () => string> = { sticker, photo, voice };

/** What stands in the chat for something that is never shown. */
export function tile(kind: TileKind): string {
  return drawing([0, 0, WIDTH, HEIGHT], clip(`tile-${kind}`, FRAME, box(0, 0, WIDTH, HEIGHT, tileGround[kind]) + PICTURES[kind]()));
}

const EDGE =
  'M300 34C352 20 384 78 420 92C462 108 536 110 552 168C566 220 532 256 540 302C552 350 580 396 546 444C514 488 452 474 412 500C372 530 330 578 276 562C228 548 206 506 164 490C116 474 58 470 40 418C26 372 62 334 62 290C60 244 22 206 42 158C62 112 122 116 160 94C206 70 246 46 300 34Z';

/** A cheerful sticker of abstract shapes, in which no face, animal or meal can be read. */
export function abstractSticker(): string {
  const arc = stroke('M120 404A210 210 0 0 1 330 194', '#FFB870', 54) + stroke('M206 430A130 130 0 0 1 336 300', '#E487A8', 36);
  const kite = fill('M392 150L498 246L420 330L356 236Z', '#16A6A9') + fill('M392 150L420 330L356 236Z', '#43C3C0');
  const zigzag = stroke('M330 452L376 396L420 452L464 396L500 440', '#FFF8EA', 24);
  const bar = `<g transform="rotate(-32 196 172)">${box(120, 148, 150, 44, '#D6B65A', 22)}</g>`;
  const crumbs =
    dot(318, 118, 18, '#7BA9DC') + box(270, 468, 40, 40, '#7FAE6E', 8, 'transform="rotate(20 290 488)"') + fill('M92 196L134 230L84 252Z', '#7FAE6E');
  const print = `<g transform="translate(300 300) scale(.925) translate(-300 -298)">${clip('abstract-sticker', EDGE, box(0, 0, 600, 600, colours.brand) + fill('M0 330C180 250 380 520 600 380V600H0Z', '#6E63E2') + arc + kite + zigzag + bar + crumbs)}</g>`;
  const cut = fill(EDGE, '#D2CBE6', 'transform="translate(0 9)"') + fill(EDGE, '#FFFFFF');
  return drawing([0, 0, 600, 600], cut + print);
}
