import type { Page } from 'playwright';
import { expect } from 'vitest';

/** A text as it stands on the canvas, in pixels of a board of 1920 by 1080. */
export interface Lettering {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** 0 to 1. */
  alpha: number;
}

/** Listens, from before the page's own code, to what is written on small canvases and where the board's canvas puts them. */
export async function hearLettering(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said = new WeakMap<object, Map<number, string>>();
    const seen: Record<string, number | string>[] = [];
    Object.assign(globalThis, { lettering: seen });
    const pen = CanvasRenderingContext2D.prototype;
    const { fillText, drawImage } = pen;
    // A canvas that is cleared or gets another size has lost what was written on it.
    const forget = { clearRect: pen.clearRect, reset: pen.reset };
    for (const [name, method] of Object.entries(forget))
      Object.assign(pen, {
        [name](this: CanvasRenderingContext2D, ...rect: unknown[]) {
          said.delete(this.canvas);
          method.apply(this, rect as never);
        },
      });
    for (const side of ['width', 'height'] as const) {
      const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side) as Required<PropertyDescriptor>;
      Object.defineProperty(HTMLCanvasElement.prototype, side, {
        get,
        set(this: HTMLCanvasElement, size: number) {
          said.delete(this);
          set.call(this, size);
        },
      });
    }
    pen.fillText = function (text, x, y, ...rest) {
      const lines = said.get(this.canvas) ?? new Map<number, string>();
      lines.set(y, text);
      said.set(this.canvas, lines);
      fillText.call(this, text, x, y, ...rest);
    };
    pen.drawImage = function (this: CanvasRenderingContext2D, ...parts: unknown[]) {
      const lines = said.get(parts[0] as object);
      if (lines && this.canvas.isConnected && parts.length === 9) {
        const [left, top, width, height] = parts.slice(5) as number[];
        const { a, d, e, f } = this.getTransform();
        const scale = 1920 / this.canvas.width;
        seen.push({
          text: [...lines.values()].join(' '),
          x: (e + a * (left ?? 0)) * scale,
          y: (f + d * (top ?? 0)) * scale,
          width: a * (width ?? 0) * scale,
          height: d * (height ?? 0) * scale,
          alpha: this.globalAlpha,
        });
        if (seen.length > 4000) seen.splice(0, 2000);
      }
      drawImage.apply(this, parts as never);
    } as typeof drawImage;
  });
}

/** Everything that is written in one frame. */
export function lettering(page: Page): Promise<Lettering[]> {
  return page.evaluate(async () => {
    const { lettering: seen } = globalThis as unknown as { lettering: Lettering[] };
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    // A board that draws every second frame has drawn once by then.
    seen.length = 0;
    for (let frames = 0; frames < 3; frames += 1) await frame();
    const last = new Map(seen.map((one) => [`${one.text} ${Math.round(one.x / 8)} ${Math.round(one.y / 8)}`, one]));
    return [...last.values()];
  });
}

/** Every text stands whole on the board, and none stands on another, once what moves has arrived. */
export async function nothingCovered(page: Page): Promise<void> {
  const found = async () => {
    const all = (await lettering(page)).filter(({ alpha, text }) => alpha > 0.5 && text.trim() !== '');
    return { some: all.length > 2, out: all.filter(isOut), covered: covered(all) };
  };
  await expect.poll(found).toEqual({ some: true, out: [], covered: [] });
}

const isOut = ({ x, y, width, height }: Lettering) => x < -4 || y < -12 || x + width > 1924 || y + height > 1092;

function covered(all: Lettering[]): string[] {
  const over = (from: number, to: number, other: number, end: number) => Math.min(to, end) - Math.max(from, other);
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const across = over(one.x, one.x + one.width, other.x, other.x + other.width);
      const down = over(one.y, one.y + one.height, other.y, other.y + other.height);
      // The room above and below the letters of two lines may touch.
      return across > 6 && down > 0.45 * Math.min(one.height, other.height) ? [`${one.text} | ${other.text}`] : [];
    }),
  );
}
