/**
 * The number of everything that the checker can say. A number means the same for good: writers look it up and write it down.
 * What is no longer said keeps its number as a comment. A new code takes the next free number of its group, and gets a piece in
 * scenarios/codes.md with an example that a test plays (tests/story/codes.test.ts).
 */
const NUMBERS = {
  // 1: the file itself
  'missing-file': 101,
  'unreadable-file': 102,
  encoding: 103,
  'folder-name': 104,
  yaml: 110,

  // 2: the format
  schema: 201,

  // 3: names
  'unknown-node': 301,
  'unknown-cast': 302,
  'unknown-chat': 303,
  'unknown-variable': 304,
  'unknown-value': 305,
  'unknown-message': 306,
  'unknown-tile': 307,
  'unknown-vote': 308,
  'unknown-source': 309,
  'source-range': 310,
  'unknown-agreement': 311,
  'duplicate-id': 320,
  'reserved-id': 321,
  'never-set': 330,
  'never-read': 331,
  'unused-cast': 332,
  'unused-chat': 333,
  'version-variable': 340,
  'version-set': 341,

  // 4: the ways through the story
  'junction-else': 401,
  'junction-round': 402,
  unreachable: 403,
  'no-end': 404,
  endless: 405,
  'too-many': 406,
  'never-true': 407,
  'else-unused': 408,
  'not-before': 409,
  'without-end': 410,
  'held-ways': 420,
  'held-set': 421,
  'held-untold': 422,
  'results-shown': 423,
  'again-choices': 424,
  'guarded-three': 425,
  'size-else': 430,
  'size-order': 431,

  // 5: what happens in a scene or a chat
  'not-there': 501,
  'already-there': 502,
  crowded: 503,
  'same-place': 504,
  'no-chat': 510,
  'only-split': 511,
  'split-owner': 512,
  'mirror-owner': 513,
  'scroll-chat': 514,
  'behind-open': 515,
  'unread-falls': 516,
  'gone-writes': 517,
  'hidden-message': 518,
  'copies-fall': 519,
  'bar-over': 520,
  'live-order': 530,
  'live-late': 531,
  'live-measured': 532,
  'readers-few': 533,

  // 6: the texts, and both languages
  'missing-text': 601,
  'unused-text': 602,
  language: 603,
  'no-words': 604,
  'no-sheet': 605,
  'stale-translation': 610,
  'unmarked-translation': 611,

  // 7: how long it is
  'long-sentence': 701,
  'long-say': 702,
  'long-message': 703,
  'long-choice': 704,
  'choice-lines': 705,
  'uneven-choices': 706,
  'long-short': 707,
  'long-question': 708,
  'long-title': 709,
  'long-notice': 710,
  'long-explanation': 711,
  'long-act': 712,

  // 8: what the story teaches, and what is never said
  'no-private-help': 801,
  'no-involve': 802,
  'no-stay-out': 803,
  'no-temptation': 804,
  'no-low-courage': 805,
  'quiet-without-consequence': 806,
  'no-themes': 807,
  'label-word': 820,
  'blame-word': 821,
  'real-name': 822,
  brand: 823,
  'own-experience': 824,
  'loud-text': 825,
  'law-word': 826,
  'contact-detail': 827,
  'self-harm': 828,

  // 9: the program
  unforeseen: 901,
} as const;

export type Code = keyof typeof NUMBERS;
export type CodeNumber = `WDJ${(typeof NUMBERS)[Code]}`;

export const numberOf = (code: Code): CodeNumber => `WDJ${NUMBERS[code]}`;
