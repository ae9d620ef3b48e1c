import type { Platform } from '../room/platform.ts';

const bits = () => crypto.getRandomValues(new Uint32Array(5));

/** A room in a browser. Also where the page is no secure context: `getRandomValues` is there. */
export const BROWSER: Platform = {
  token: () => [...bits()].map((part) => part.toString(36).padStart(7, '0')).join(''),
  lot: () => (bits()[0] as number) / 2 ** 32,
  soon: (work) => void setTimeout(work),
};

export const drawFrom = (below: number): number => Math.floor(BROWSER.lot() * below);
