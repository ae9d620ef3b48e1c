/** Raised when a client and a server that differ could misunderstand each other. */
export const PROTOCOL_VERSION = 5;

/** 28 characters without those that people mistake on a board for another: 0 O, 1 I L; Z for 2, S for 5, B for 8. */
export const CODE_ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXY';
/** What a class types as long as nobody guesses. */
export const CODE_LENGTH = 6;
/** The same and three more: what the QR carries, and what the board shows while somebody guesses (`server/code-guard.ts`). */
export const FULL_CODE_LENGTH = 9;
/** Of a code that makes another device a desk. It lives for a minute: of 28^8 = 4 x 10^11, 378 million wrong ones in that minute find it with a probability of 1 in 1000. */
export const PAIRING_CODE_LENGTH = 8;

/** What a person typed, as a code: upper case, look-alikes mended, anything else dropped. */
export function normaliseCode(typed: string): string {
  const mended = typed.toUpperCase().replaceAll('Z', '2').replaceAll('S', '5').replaceAll('B', '8');
  return [...mended].filter((character) => CODE_ALPHABET.includes(character)).join('');
}

export type ChoiceId = string;
export type NodeId = string;
/** Names one opening of one vote; a second vote on the same question has another. */
export type RoundId = string;
export type Letter = 'A' | 'B' | 'C' | 'D';
export const LETTERS: readonly Letter[] = ['A', 'B', 'C', 'D'];
/** Milliseconds since 1970 on the server's clock. */
export type Instant = number;
/** How many creatures there are for seats. */
export const CREATURE_LOOKS = 144;
/** Looks this far apart have the same name ("Roze Wolk"), and differ only in what is on top. */
export const CREATURE_NAMES = 36;
