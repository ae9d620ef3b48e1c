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
 * Measures around every animation frame, from outside: a frame counts when something was drawn in it.
 * `card` makes the board believe in a graphics card, so that it draws with WebGL where there is only software.
 */
export async function watchFrames(page: Page, card: boolean): Promise<void> {
  await page.addInitScript((card) => {
    const probe: Probe = { between: [], own: [], drew: false, at: 0 };
    Object.assign(window, { probe });
    const count = (type: object, names: string[]) => {
      for (const name of names) {
        const pen = type as Record<string, (...given: unknown[]) => unknown>;
        const real = pen[name]!;
        pen[name] = function (this: unknown, ...given) {
          probe.drew = true;
          return real.apply(this, given);
        };
      }
    };
    count(CanvasRenderingContext2D.prototype, ['drawImage', 'fillRect']);
    count(WebGLRenderingContext.prototype, ['clear', 'drawElements', 'drawArrays']);
    count(WebGL2RenderingContext.prototype, ['clear', 'drawElements', 'drawArrays']);
    const UNMASKED_RENDERER_WEBGL = 37_446;
    const parameter = WebGLRenderingContext.prototype.getParameter;
    if (card)
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
