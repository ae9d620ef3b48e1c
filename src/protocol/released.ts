import type { ChoiceId } from './identity.ts';

/** few: 0-3 · some: 4 to half · most: more than half · almost-all: all but three or fewer. */
export type Band = 'few' | 'some' | 'most' | 'almost-all';

/**
 * All that ever leaves a vote; every viewer gets the same object.
 * `nothing`: fewer than eight voted, so the teacher picks the path.
 */
export type Released =
  | { shown: 'numbers'; counts: Record<ChoiceId, number>; path: ChoiceId }
  | { shown: 'bands'; bands: Record<ChoiceId, Band>; path: ChoiceId }
  | { shown: 'path'; path: ChoiceId }
  | { shown: 'nothing' };

/**
 * Who took the path: the class by its votes, by its hands, or by talking; the teacher where too few voted; the teacher who
 * saw the hands beside the phones' result (`mixed`); or a look at the other path.
 */
export type DecidedBy = 'class' | 'hands' | 'together' | 'teacher' | 'mixed' | 'what-if';

/** The two conditions of a live chat beside each other: in bands, and only where both may be told. */
export interface Arms {
  few: Record<ChoiceId, Band>;
  many: Record<ChoiceId, Band>;
}

export function bandOf(count: number, cast: number): Band {
  if (count <= 3) return 'few';
  if (count >= cast - 3) return 'almost-all';
  return count > cast / 2 ? 'most' : 'some';
}
