import { SIDES } from './vocabulary.ts';

export type Side = (typeof SIDES)[number];

/** By how many people there are: the sides for those without an `at`, so that nobody stands in anybody. */
const SPREAD: readonly (readonly Side[])[] = [[], ['centre', 'right', 'left'], ['left', 'right', 'centre'], SIDES];

/** Where everybody stands at the start of a scene. */
export function spread(standing: readonly { at?: Side | undefined }[]): Side[] {
  const taken = new Set(standing.flatMap(({ at }) => at ?? []));
  const free = (SPREAD[standing.length] ?? SIDES).filter((side) => !taken.has(side));
  return standing.map(({ at }) => at ?? free.shift() ?? 'centre');
}

/** Where somebody without an `at` comes in: in the middle if nobody is there, else beside the others. */
export function freeSide(taken: readonly Side[]): Side {
  const wanted: readonly Side[] = taken.length === 0 ? ['centre'] : ['right', 'left', 'centre'];
  return wanted.find((side) => !taken.includes(side)) ?? 'centre';
}
