import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFeed } from '../../src/client/lesson-feed.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';

const START = Date.UTC(2026, 10, 2, 9);
let feed: ReturnType<typeof openFeed<PhoneView>>;
let told: (number | undefined)[];
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  feed = openFeed<PhoneView>();
  const link = feed.link({ ask: () => Promise.resolve({ ok: true }), greet: () => {}, close: () => {} });
  told = [];
  link.subscribe(() => told.push(link.view?.rev));
  shows(0, START);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const shows = (rev: number, now: number) =>
  feed.show({ role: 'phone', rev, now, lang: 'nl', title: 'Proef', creature: 13, screen: { kind: 'look' }, words: [], help: [] });

test('a page hears of every view as it comes', () => {
  vi.advanceTimersByTime(5000);
  for (const rev of [1, 2, 3]) shows(rev, Date.now() - 300);
  expect(told).toEqual([0, 1, 2, 3]);
});

test('of what came while a page was frozen it hears the last alone, and of what comes then at once', () => {
  // The page does not run, and the server goes on.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 12_000);
  for (const rev of [1, 2, 3, 4]) shows(rev, START + rev * 1000);
  shows(5, START + 11_900);
  expect(told).toEqual([0]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([0, 5]);
  shows(6, START + 12_000);
  expect(told).toEqual([0, 5, 6]);
});
