/**
 * A count is on the board at once; the next after a pause, which is short while few lessons are busy and grows with how many are.
 * It depends on nothing else: not on how many voted in this lesson, and not on what.
 */
const COUNT_PAUSE_MS = { least: 25, most: 80, eachLesson: 2 };
/** Whoever comes in or goes is told to the board together with who does so within this time. */
const GATHER_MS = { least: 100, most: 600, eachLesson: 10 };

/** How often the boards of one server are told something, by how many of its lessons are busy. */
export class BoardPace {
  /** Lessons that wait to tell their board something more. */
  #busy = 0;

  begin(): void {
    this.#busy += 1;
  }
  end(): void {
    this.#busy -= 1;
  }

  get countPause(): number {
    return this.#whileBusy(COUNT_PAUSE_MS);
  }
  get gathering(): number {
    return this.#whileBusy(GATHER_MS);
  }

  #whileBusy({ least, most, eachLesson }: typeof GATHER_MS): number {
    return Math.min(most, Math.max(least, this.#busy * eachLesson));
  }
}
