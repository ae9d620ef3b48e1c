import type { Played } from './play.ts';

export const quantile = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
export const median = (values: number[]) => quantile(values, 0.5);

/** Microseconds of the server's processor time that one join or vote took. */
export const processorEach = (part: 'joins' | 'votes', played: Played) => (played[part].processor / played[part].count) * 1e6;
