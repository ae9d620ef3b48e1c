import type { RefusalCode } from '../protocol/refusals.ts';
import { sameSecret } from './secrets.ts';

const MINUTE_MS = 60_000;
/** Wrong ones in a minute, from one browser that is known here or from all others together. */
const TRIES_A_MINUTE = 20;

/**
 * From this length on nobody ever waits. A code of 16 letters is one of 4 x 10^22; one of three words out of ten thousand is one of 10^12, of which a server that does
 * nothing else tries 1 in 1000 in 28 hours, and everything in three years.
 */
const LONG_ENOUGH = 16;

export const isShort = (code: string): boolean => code.length < LONG_ENOUGH;

/**
 * Who may start lessons on a public server. A code that is short enough to be guessed is tried by strangers at most twenty times a minute: of a million (six digits) 1 in
 * 1000 takes 50 minutes, of 36^8 three centuries. While somebody guesses, whoever uses this server for the first time has to wait. A browser that has run a lesson
 * here shows the key of that lesson: it is counted by itself, and waits for nobody.
 */
export class TeacherCode {
  readonly #code: string;
  readonly #now: () => number;
  /** Wrong ones of this minute, by the lesson whose key was shown; null: none was. */
  readonly #wrong = new Map<string | null, number>();
  #since: number;

  constructor(code: string, now: () => number = () => performance.now()) {
    this.#code = code;
    this.#now = now;
    this.#since = now();
  }

  /** `known`: a lesson of this server whose desk's key was shown, else null. */
  refusal(given: string, known: string | null): RefusalCode | null {
    if (this.#now() - this.#since >= MINUTE_MS) {
      this.#since = this.#now();
      this.#wrong.clear();
    }
    const wrong = this.#wrong.get(known) ?? 0;
    if (wrong >= TRIES_A_MINUTE && isShort(this.#code)) return 'too-many-tries';
    if (sameSecret(given, this.#code)) return null;
    this.#wrong.set(known, wrong + 1);
    return 'teacher-code-wrong';
  }
}
