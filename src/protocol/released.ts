import type { ChoiceId } from './identity.ts';

/** In rising order. few: 0-3 · some: 4 to half · about-half (of two options only): at most one vote from half · most: more than half · almost-all: all but three or fewer. */
export const BANDS = ['few', 'some', 'about-half', 'most', 'almost-all'] as const;
export type Band = (typeof BANDS)[number];

/**
 * All that ever leaves a vote; every viewer gets the same object. Never a number: it would make every later vote a difference to take.
 * `nothing`: fewer than eight voted, so the teacher picks the path. `incomplete`: the question was asked again, and not everybody who answered the
 * first time did so now, so the class chooses by talking. `alike`: the second half of a question before and after, where nothing changed much.
 */
export type Released =
  | { shown: 'bands'; bands: Record<ChoiceId, Band>; path: ChoiceId }
  | { shown: 'path'; path: ChoiceId }
  | { shown: 'alike' }
  | { shown: 'nothing' }
  | { shown: 'incomplete' };

/**
 * All that a `foreseen` node tells of a prediction. It follows from the path alone, with its lot where there was a tie, so it never tells more than the
 * path does: `untold` where there is no path.
 */
export const FORESEEN = ['seen', 'other', 'untold'] as const;
export type Foreseen = (typeof FORESEEN)[number];

/**
 * Who took the path: the class by its votes, by its hands, or by talking; the teacher where too few voted; the teacher who
 * saw the hands beside the phones' result (`mixed`); a look at the other path; or nobody, because the question was left out (`not-asked`), and the story
 * went on as it says.
 */
export const DECIDED_BY = ['class', 'together', 'hands', 'teacher', 'mixed', 'what-if', 'not-asked'] as const;
export type DecidedBy = (typeof DECIDED_BY)[number];
/** Who took a path that stood on the board. */
export type RevealedBy = Exclude<DecidedBy, 'not-asked'>;

/** The two conditions of a live chat beside each other: in bands, and only where both may be told. */
export interface Arms {
  few: Record<ChoiceId, Band>;
  many: Record<ChoiceId, Band>;
}
