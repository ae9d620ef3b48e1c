const MINUTE_MS = 60_000;

/** Counts the wrong codes of all connections together in the last minute. It does not keep whose they were. */
export class AttemptLimiter {
  readonly #allowed: number;
  #count = 0;
  #since = performance.now();

  constructor(allowed: number) {
    this.#allowed = allowed;
  }

  get tooMany(): boolean {
    this.#forget();
    return this.#count >= this.#allowed;
  }

  add(): void {
    this.#forget();
    this.#count += 1;
  }

  #forget(): void {
    const now = performance.now();
    if (now - this.#since < MINUTE_MS) return;
    this.#since = now;
    this.#count = 0;
  }
}
