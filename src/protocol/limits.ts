/** Bounds of a lesson and of what a teacher may fill in. The pages stay within them, and the rules refuse what exceeds them. */

/** Pupils in one lesson, and hands for one choice. */
export const LARGEST_ROOM = 400;
/** With fewer seats, votes or hands than this nothing leaves a vote. */
export const SMALLEST_CLASS = 8;
/** Characters of an agreement. */
export const AGREEMENT_LENGTH = 120;
/** Agreements that a class chooses between, and that it keeps. */
export const CANDIDATES = { least: 2, most: 4 } as const;
export const MOST_AGREEMENTS = 8;
