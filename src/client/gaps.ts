const LOOK_EVERY_MS = 500;
/** A busy page may look this much later. */
const LATE_MS = 5000;
const SET_MS = 500;

/**
 * Calls `noticed` when this page did not run for a while, because its device slept or its tab was frozen, and when the device's date was set:
 * no event of the browser tells either of a page that is in sight. Returns what stops it.
 */
export function watchForGaps(noticed: () => void): () => void {
  const look = () => ({ date: Date.now(), steady: performance.now() });
  let looked = look();
  const timer = setInterval(() => {
    const before = looked;
    looked = look();
    const passed = looked.steady - before.steady;
    // Where this clock stands still while the device sleeps, only the date tells of it.
    const byDate = looked.date - before.date;
    if (passed > LATE_MS || Math.abs(byDate - passed) > SET_MS) noticed();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
