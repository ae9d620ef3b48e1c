const LOOK_EVERY_MS = 500;
/** A busy page may look this much later. */
const LATE_MS = 5000;

/**
 * Calls `noticed` when this page did not run for a while, because its device slept or its tab was frozen: no event of a browser tells of either while
 * the page is in sight. On some systems `performance.now` stands still during a sleep, and only the date tells of it. Returns what stops it.
 */
export function watchForGaps(noticed: () => void): () => void {
  let date = Date.now();
  let steady = performance.now();
  const timer = setInterval(() => {
    const passed = Math.max(Date.now() - date, performance.now() - steady);
    date = Date.now();
    steady = performance.now();
    if (passed > LATE_MS) noticed();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
