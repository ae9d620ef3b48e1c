/** A server that was killed is back within seconds: while that may be, pages ask often. Nobody asks at the same moment as another. */
const EAGER_TRIES = 40;
const EAGER_MS = 700;
const PATIENT_MS = 3000;
/** From this much less to this much more. */
const SPREAD = 0.4;

/** The longest wait before the try after this one; `chance` is evenly from [0, 1). The first waits are shorter and grow. */
export function retryWithin(attempt: number, chance: number): number {
  return (attempt < EAGER_TRIES ? EAGER_MS : PATIENT_MS) * (1 - SPREAD + 2 * SPREAD * chance);
}
