/** Bounds that the pages offer within and the rules refuse beyond. */

/** Pupils in one lesson, and hands for one choice. */
export const LARGEST_ROOM = 400;
/** Characters of an agreement. */
export const AGREEMENT_LENGTH = 120;
/** Agreements that a class chooses between, and that it keeps. */
export const CANDIDATES = { least: 2, most: 4 } as const;
export const MOST_AGREEMENTS = 8;
