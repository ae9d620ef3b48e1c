import { getHeapSpaceStatistics } from 'node:v8';

/** An object of some 1000 bytes. */
const LENGTH = 125;
const BYTES = 8 * LENGTH;
/** After the answers of a close have gone out. */
const SOON_MS = 100;
/** It takes some thousandths of a second. */
const AT_MOST_EVERY_MS = 5000;

let waiting = false;
let doneAt = Number.NEGATIVE_INFINITY;

/**
 * A text in which a vote arrived is needed for less than a thousandth of a second, but stays readable in memory until something else stands there. On a
 * server that has nothing to do that can be long. So after a close the memory of young objects is written over twice, by objects that nobody needs.
 * It is an effort and no promise: what V8 has moved to where old objects live is not reached.
 */
export function overwriteYoungMemory(): void {
  if (waiting) return;
  waiting = true;
  const overwrite = () => {
    waiting = false;
    doneAt = performance.now();
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
    const newest: number[][] = [];
    for (let made = 0; made * BYTES < 2 * young; made++) newest[made % 8] = new Array<number>(LENGTH).fill(made);
  };
  setTimeout(overwrite, Math.max(SOON_MS, doneAt + AT_MOST_EVERY_MS - performance.now())).unref();
}
