import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForGaps } from '../../src/client/gaps.ts';

let date: number;
let watching: ReturnType<typeof watchForGaps>;
let noticed: number;
beforeEach(() => {
  date = Date.UTC(2026, 10, 2, 9);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.spyOn(Date, 'now').mockImplementation(() => date);
  noticed = 0;
  watching = watchForGaps(() => {
    noticed += 1;
  });
});
afterEach(() => {
  clearInterval(watching);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The page runs for so long. */
function runs(ms: number): void {
  for (let left = ms; left > 0; left -= 100) {
    date += 100;
    vi.advanceTimersByTime(100);
  }
}

test.each([
  ['the tab was frozen, or the device slept', 40_000, 1],
  ['the date was set back', -10_000, 0],
  ['the page was busy', 3000, 0],
])('%s: a page notices what it must ask about, once', (_what, passed, times) => {
  runs(20_000);
  expect(noticed).toBe(0);
  date += passed;
  runs(500);
  expect(noticed).toBe(times);
  runs(20_000);
  expect(noticed).toBe(times);
});
