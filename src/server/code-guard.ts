import { CODE_ALPHABET, CODE_LENGTH, FULL_CODE_LENGTH } from '../protocol/identity.ts';

/**
 * Whoever guesses codes keeps nobody out. Nothing is counted by address, which a whole class shares and which is kept nowhere: what guessing costs is a longer code.
 *
 * A lesson has a code of six characters and, behind those, three more. The QR carries all nine. Six are enough as long as few are wrong; then boards show nine, and
 * only nine open a new seat. Phones that have a seat come back by their secret, whatever others try.
 *
 * Of 28^6 = 481,890,304 short codes L open a lesson, so W wrong ones find one with a probability of W x L / 28^6. It is 1 in 1000 after 481,890 with one lesson
 * and after 4,819 with a hundred. That is what is allowed in an hour, at most 600 a minute: from however many connections, a lesson is found in an hour with a
 * probability of 1 in 1000 at most (with one lesson, at 600 a minute: 1 in 13,000). A tenth of it may come at once, so that a hundred classes may mistype.
 *
 * Of the full codes there are 28^9 = 10^13. A server that did nothing else would answer some 10,000 a second, 36 million in an hour: with a hundred
 * lessons that finds one with a probability of 1 in 2,900, with one lesson of 1 in 290,000. What is found is a seat, which stands on the board as one phone too many.
 *
 * The other side: a class that types pays three characters more while somebody guesses, and who typed six hears at once that there are nine. Nobody waits, nothing is
 * computed, and one who scans notices nothing.
 */
const SHORT_CODES = CODE_ALPHABET.length ** CODE_LENGTH;
const RISK_AN_HOUR = 1 / 1000;
const AT_ONCE = 1 / 10;
const MOST_A_MINUTE = 600;
const HOUR_MS = 3_600_000;
/** A server may keep thousands of lessons. */
const COUNTED_EVERY_MS = 1000;

export class CodeGuard {
  readonly #lessonsNow: () => number;
  readonly #raised: () => void;
  readonly #now: () => number;
  #lessons = { at: Number.NEGATIVE_INFINITY, count: 0 };
  /** How many wrong codes are still allowed. */
  #left = Number.POSITIVE_INFINITY;
  #filledAt: number;
  #up = false;

  /** `lessons`: how many a code may open now. `raised` hears that from now on only full codes are taken. `now`: ms by a clock that nobody sets. */
  constructor(lessons: () => number, raised: () => void, now: () => number = () => performance.now()) {
    this.#lessonsNow = lessons;
    this.#raised = raised;
    this.#now = now;
    this.#filledAt = now();
  }

  /** Whether only full codes open a new seat. */
  get up(): boolean {
    this.#fill();
    return this.#up;
  }

  takes(code: string): boolean {
    return code.length === FULL_CODE_LENGTH || !this.up;
  }

  /** A short code that was wrong, or that came while only full ones are taken. */
  wrong(): void {
    this.#fill();
    this.#left = Math.max(0, this.#left - 1);
    if (this.#up || this.#left >= 1) return;
    this.#up = true;
    this.#raised();
  }

  /** It falls when as many are allowed as at first: after some minutes without a wrong one. */
  #fill(): void {
    const now = this.#now();
    if (now - this.#lessons.at >= COUNTED_EVERY_MS) this.#lessons = { at: now, count: this.#lessonsNow() };
    const anHour = Math.min((SHORT_CODES * RISK_AN_HOUR) / Math.max(1, this.#lessons.count), MOST_A_MINUTE * 60);
    const most = Math.max(1, Math.min(anHour * AT_ONCE, MOST_A_MINUTE));
    this.#left = Math.min(most, this.#left + (anHour * (now - this.#filledAt)) / HOUR_MS);
    this.#filledAt = now;
    if (this.#left === most) this.#up = false;
  }
}
