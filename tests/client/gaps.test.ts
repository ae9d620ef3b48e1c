import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForGaps } from '../../src/client/gaps.ts';

const time = { date: 0, steady: 0 };
let stop: () => void;
let noticed: number;
beforeEach(() => {
  Object.assign(time, { date: Date.UTC(2026, 10, 2, 9), steady: 1000 });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.spyOn(Date, 'now').mockImplementation(() => time.date);
  vi.spyOn(performance, 'now').mockImplementation(() => time.steady);
  noticed = 0;
  stop = watchForGaps(() => {
    noticed += 1;
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The page runs for so long. */
function runs(ms: number): void {
  for (let left = ms; left > 0; left -= 100) {
    time.date += 100;
    time.steady += 100;
    vi.advanceTimersByTime(100);
  }
}

test.each([
  ['the tab was frozen, or the device slept where its clock counts that', 40_000, 40_000, 1],
  ['the device slept and its clock stood still', 40_000, 0, 1],
  ['the date was set back', -10_000, 0, 0],
  ['the page was busy', 3000, 3000, 0],
])('%s: a page notices what it must ask about, once', (_what, date, steady, times) => {
  runs(20_000);
  expect(noticed).toBe(0);
  time.date += date;
  time.steady += steady;
  runs(500);
  expect(noticed).toBe(times);
  runs(20_000);
  expect(noticed).toBe(times);
});
