/** Somebody on the way from one x to another: by the clock, so that nobody comes late where frames are slow. */
export interface Stride {
  from: number;
  to: number;
  starts: number;
  ms: number;
}

/** One step, in pixels of the board. */
const STEP = 195;
const RISE = 13;
const LEAN = 0.9;

export const stride = (from: number, to: number, starts: number): Stride => ({ from, to, starts, ms: 520 + Math.abs(to - from) * 0.85 });

/** Where that is at an instant; `rise` and `lean` (degrees) are the body's. */
export function stridden({ from, to, starts, ms }: Stride, now: number): { x: number; rise: number; lean: number; there: boolean } {
  const share = Math.min(1, Math.max(0, (now - starts) / ms));
  const there = share === 1;
  const x = there ? to : from + ((to - from) * (1 - Math.cos(Math.PI * share))) / 2;
  const swing = there ? 0 : Math.sin((Math.PI * Math.abs(x - from)) / STEP);
  return { x, rise: Math.abs(swing) * RISE, lean: swing * LEAN, there };
}
