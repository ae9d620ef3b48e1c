import { aroundEach, expect } from 'vitest';
import { closeSince, openNow } from './opened.ts';

/** Tests that run beside each other are looked at when the last of them has ended. */
let running = 0;
let before = openNow();

aroundEach(async (test) => {
  if (running === 0) before = openNow();
  running += 1;
  await test();
  running -= 1;
  if (running > 0) return;
  const left = await closeSince(before);
  expect(left, 'the test left these open').toEqual([]);
});
