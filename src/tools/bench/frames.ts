import type { Page } from 'playwright';

/** What one stretch of frames took, in ms: from frame to frame, and the page's own JavaScript in each. */
export interface Frames {
  between: number[];
  own: number[];
}

interface Probe {
  between: number[];
  own: number[];
  drew: boolean;
  at: number;
}

/**
 * `none`: the board sees that there is only software. `software`: it believes in a card, which software plays.
 * `ideal`: so, and a card that fills no pixels, so that what is left is the page's own work.
 */
export type Card = 'none' | 'software' | 'ideal';

/** Measures around every animation frame, from outside: a frame counts when something was drawn in it. */
export async function watchFrames(page: Page, card: Card): Promise<void> {
  await page.addInitScript((card) => {
    const probe: Probe = { between: [], own: [], drew: false, at: 0 };
    Object.assign(window, { probe });
    const count = (type: object, names: string[], draws: boolean) => {
      for (const name of names) {
        const pen = type as Record<string, (...given: unknown[]) => unknown>;
        const real = pen[name]!;
        pen[name] = function (this: unknown, ...given) {
          probe.drew = true;
          return draws ? real.apply(this, given) : undefined;
        };
      }
    };
    count(CanvasRenderingContext2D.prototype, ['drawImage', 'fillRect'], true);
    for (const type of [WebGLRenderingContext, WebGL2RenderingContext])
      count(type.prototype, ['clear', 'drawElements', 'drawArrays'], card !== 'ideal');
    const UNMASKED_RENDERER_WEBGL = 37_446;
    const parameter = WebGLRenderingContext.prototype.getParameter;
    if (card !== 'none')
      WebGLRenderingContext.prototype.getParameter = function (name) {
        return name === UNMASKED_RENDERER_WEBGL ? 'A graphics card' : parameter.call(this, name);
      };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (then) =>
      ask((time) => {
        probe.drew = false;
        const began = performance.now();
        then(time);
        if (!probe.drew) return;
        probe.own.push(performance.now() - began);
        if (probe.at > 0) probe.between.push(began - probe.at);
        probe.at = began;
      });
  }, card);
}

const empty = (page: Page) =>
  page.evaluate(() => {
    const { probe } = window as unknown as { probe: Probe };
    const { between, own } = probe;
    Object.assign(probe, { between: [], own: [], at: 0 });
    return { between, own };
  });

/** The frames while something happens. */
export async function framesDuring(page: Page, happens: () => Promise<unknown>): Promise<Frames> {
  await empty(page);
  await happens();
  return empty(page);
}
