import type * as Phaser from 'phaser';
import { dot, drawing } from '../../art/paint.ts';
import { boardColours, colours, fonts } from '../../art/tokens.ts';

export interface Drawn {
  key: string;
  svg: () => string;
  width: number;
  /** Mostly empty around what is drawn: only the drawn part is kept, and stands where it stood. */
  trim?: boolean;
  /** Parts of the drawing that are shown by themselves: x, y, width and height in its units. */
  cells?: Readonly<Record<string, readonly [number, number, number, number]>>;
}

const AT_ONCE = 2;
/** After this long the page gets its turn. */
const SLICE_MS = 40;
/** Bytes of pictures that may wait for their scene. */
const ROOM = 64e6;
/** Between the key of a picture and the colour that it was toned with. */
const TONE = ' under ';
const HEAVY = /^(face|cast|place) /;

const LETTERING = /<text x="([\d.]+)" y="([\d.]+)" text-anchor="middle"[^>]*font-size="([\d.]+)"[^>]*fill="([^"]+)">(.*?)<\/text>/g;

/**
 * Drawings as textures. An SVG that becomes an image cannot see the page's fonts,
 * so its lettering is taken out and set on the canvas afterwards.
 */
export class Textures {
  /** Is told which share of the pictures asked for since then has been drawn. */
  heard: ((share: number) => void) | null = null;
  private readonly store: Phaser.Textures.TextureManager;
  private readonly coming = new Map<string, Promise<void>>();
  /** Drawn before it was needed; kept while there is room. */
  private readonly ahead = new Set<string>();

  constructor(store: Phaser.Textures.TextureManager) {
    this.store = store;
  }

  /** Draws a few at a time, so that the page can show its progress. */
  async load(drawings: Drawn[]): Promise<void> {
    const queue = drawings[Symbol.iterator]();
    let drawn = 0;
    let breath = performance.now();
    const work = async () => {
      for (const drawing of queue) {
        await this.one(drawing);
        drawn += 1;
        this.heard?.(drawn / drawings.length);
        if (document.hidden || performance.now() - breath < SLICE_MS) continue;
        await new Promise((resolve) => setTimeout(resolve));
        breath = performance.now();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Draws one after another what will be needed, while the page has nothing else to do and there is room. */
  async prepare(drawings: Iterable<Drawn>, leisure: () => Promise<boolean>): Promise<void> {
    for (const drawing of drawings) {
      if (!(await leisure()) || this.weight() > ROOM) return;
      this.ahead.add(drawing.key);
      await this.one(drawing).catch(() => {});
    }
  }

  /** Frees what begins with the prefix and is neither kept nor drawn ahead: faces and backdrops weigh megabytes each. */
  release(prefix: string, kept: ReadonlySet<string>): void {
    for (const key of this.coming.keys()) {
      const [plain = key] = key.split(TONE);
      if (!key.startsWith(prefix) || kept.has(key) || kept.has(plain) || (this.ahead.has(key) && this.weight() <= ROOM)) continue;
      this.coming.delete(key);
      this.ahead.delete(key);
      if (this.store.exists(key)) this.store.remove(key);
    }
  }

  /** The same picture under a thin wash of colour, for a renderer that cannot tint. It goes when the picture itself does. */
  toned(key: string, colour: string): string {
    const toned = `${key}${TONE}${colour}`;
    if (!this.store.exists(toned) && this.store.exists(key)) {
      copied(this.store.get(key), this.add(toned, washed(this.store.get(key), colour)));
      this.coming.set(toned, Promise.resolve());
    }
    return toned;
  }

  /** Phaser's own textures of a canvas read all its pixels and keep them, to draw on; nobody draws on these any more. */
  private add(key: string, canvas: HTMLCanvasElement): Phaser.Textures.Texture | null {
    const texture = this.store.create(key, canvas);
    texture?.add('__BASE', 0, 0, 0, canvas.width, canvas.height);
    return texture;
  }

  /** In bytes, of all that can be freed. */
  private weight(): number {
    let pixels = 0;
    for (const key of this.coming.keys()) {
      const source = HEAVY.test(key) && this.store.exists(key) ? this.store.get(key).source[0] : undefined;
      pixels += source ? source.width * source.height : 0;
    }
    return pixels * 4;
  }

  private one(drawing: Drawn): Promise<void> {
    const begun = this.coming.get(drawing.key);
    if (begun) return begun;
    const drawn = this.draw(drawing);
    this.coming.set(drawing.key, drawn);
    // What failed is drawn anew when it is asked for again.
    drawn.catch(() => {
      if (this.coming.get(drawing.key) === drawn) this.coming.delete(drawing.key);
    });
    return drawn;
  }

  private async draw({ key, svg, width, cells = {}, trim = false }: Drawn): Promise<void> {
    const source = drawnOrDot(key, svg);
    const [, , , boxWidth = 1, boxHeight = 1] = /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(source)?.map(Number) ?? [];
    const height = Math.round((width * boxHeight) / boxWidth);
    const image = new Image();
    const plain = source.replaceAll(LETTERING, '').replace(/<svg([^>]*?) width="[^"]*" height="[^"]*"/, `<svg$1 width="${width}" height="${height}"`);
    const url = URL.createObjectURL(new Blob([plain], { type: 'image/svg+xml' }));
    image.src = url;
    await image.decode().catch((fault) => {
      URL.revokeObjectURL(url);
      throw fault;
    });
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d', { willReadFrequently: trim });
    if (!pen) throw new Error('no canvas');
    pen.drawImage(image, 0, 0, width, height);
    URL.revokeObjectURL(url);
    letter(pen, source, width / boxWidth);
    // The board may have been destroyed meanwhile, and its game with it.
    if (this.store.game && this.coming.has(key) && !this.store.exists(key)) {
      const used = trim ? drawnPart(canvas, pen) : null;
      const texture = this.add(key, used ? cropped(canvas, used) : canvas);
      if (used) texture?.get().setTrim(width, height, used.x, used.y, used.width, used.height);
      const scale = width / boxWidth;
      for (const [name, cell] of Object.entries(cells)) {
        const [x = 0, y = 0, wide = 0, high = 0] = cell.map((part) => Math.round(part * scale));
        if (!used) texture?.add(name, 0, x, y, wide, high);
        else {
          const left = Math.max(x, used.x);
          const right = Math.min(x + wide, used.x + used.width);
          texture?.add(name, 0, left - used.x, y - used.y, right - left, high)?.setTrim(wide, high, left - x, 0, right - left, high);
        }
      }
    }
  }
}

/** One drawing that fails must not take the whole screen with it. */
function drawnOrDot(key: string, svg: () => string): string {
  try {
    return svg();
  } catch (fault) {
    console.error(`"${key}" cannot be drawn, so a dot stands for it.`, fault);
    return drawing([0, 0, 64, 64], dot(32, 32, 20, colours.ink2));
  }
}

/** The picture of a texture, all of which are images and canvases here. */
export function pictureIn(texture: Phaser.Textures.Texture): HTMLCanvasElement | HTMLImageElement {
  const picture = texture.getSourceImage();
  if (picture instanceof HTMLCanvasElement || picture instanceof HTMLImageElement) return picture;
  throw new Error(`no picture in ${texture.key}`);
}

function washed(texture: Phaser.Textures.Texture, colour: string): HTMLCanvasElement {
  const picture = pictureIn(texture);
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(picture, 0, 0);
  // With `multiply`, half-transparent pixels would take on the wash itself.
  pen.globalCompositeOperation = 'source-atop';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The frames of one texture, in another of the same size. */
function copied(from: Phaser.Textures.Texture, to: Phaser.Textures.Texture | null): void {
  for (const name of from.getFrameNames(true)) {
    const { cutX, cutY, cutWidth, cutHeight, trimmed, realWidth, realHeight, x, y } = from.get(name);
    const frame = name === '__BASE' ? to?.get(name) : to?.add(name, 0, cutX, cutY, cutWidth, cutHeight);
    if (trimmed) frame?.setTrim(realWidth, realHeight, x, y, cutWidth, cutHeight);
  }
}

interface Used {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest box around everything that is not transparent. */
function drawnPart({ width, height }: HTMLCanvasElement, pen: CanvasRenderingContext2D): Used | null {
  const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  // From the edges inwards: what is drawn itself is most of the pixels, and is not looked at.
  let first = 0;
  while (first < pixels.length && pixels[first] === 0) first += 1;
  if (first === pixels.length) return null;
  let last = pixels.length - 1;
  while (pixels[last] === 0) last -= 1;
  const [top, bottom] = [Math.floor(first / width), Math.floor(last / width)];
  let [left, right] = [width, -1];
  for (let row = top * width; row <= bottom * width; row += width) {
    let x = 0;
    while (x < left && pixels[row + x] === 0) x += 1;
    left = x;
    x = width - 1;
    while (x > right && pixels[row + x] === 0) x -= 1;
    right = x;
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function cropped(canvas: HTMLCanvasElement, { x, y, width, height }: Used): HTMLCanvasElement {
  const small = document.createElement('canvas');
  small.width = width;
  small.height = height;
  small.getContext('2d')?.drawImage(canvas, -x, -y);
  return small;
}

function letter(pen: CanvasRenderingContext2D, source: string, scale: number): void {
  const [, left = 0, top = 0] = /viewBox="([-\d.]+) ([-\d.]+)/.exec(source)?.map(Number) ?? [];
  for (const [, x, y, size, colour, words] of source.matchAll(LETTERING)) {
    pen.font = `800 ${Number(size) * scale}px ${fonts.heading}`;
    const runs = [...(words ?? '').matchAll(/<tspan fill="([^"]+)">([^<]*)<\/tspan>|([^<]+)/g)].map(([, tint, inner, bare]) => ({
      tint: tint ?? colour ?? boardColours.black,
      words: inner ?? bare ?? '',
    }));
    let at = (Number(x) - left) * scale - pen.measureText(runs.map((run) => run.words).join('')).width / 2;
    for (const run of runs) {
      pen.fillStyle = run.tint;
      pen.fillText(run.words, at, (Number(y) - top) * scale);
      at += pen.measureText(run.words).width;
    }
  }
}
