const LOOK_EVERY_MS = 500;
/** A busy page may look this much later. */
const LATE_MS = 5000;

/**
 * Calls `noticed` when this page did not run for a while, because its device slept or its tab was frozen: no event of a browser tells of either while
 * the page is in sight, as a board is and a phone is not. Only the date runs on through both on every system; one that is set ahead costs a
 * question. The timer that it gives stops it.
 */
export function watchForGaps(noticed: () => void): ReturnType<typeof setInterval> {
  let looked = Date.now();
  return setInterval(() => {
    const before = looked;
    looked = Date.now();
    if (looked - before > LATE_MS) noticed();
  }, LOOK_EVERY_MS);
}
