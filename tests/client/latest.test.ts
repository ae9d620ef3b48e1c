import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { subscribeToLatest } from '../../src/client/latest.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';

const START = Date.UTC(2026, 10, 2, 9);
let now: number;
let view: PhoneView | null;
let told: (number | undefined)[];
let tell: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  [now, view, told] = [START, null, []];
  const link = {
    get view() {
      return view;
    },
    now: () => now,
    subscribe(listener: () => void) {
      tell = listener;
      return () => {};
    },
  };
  subscribeToLatest(link, () => told.push(link.view?.rev));
});
afterEach(() => void vi.useRealTimers());

/** A part of the view changes, which leaves it the time of the whole. */
function counts(rev: number): void {
  if (view) view = { ...view, rev };
  tell();
}

/** The server made this view at that time, and it comes now. */
function comes(rev: number, made: number): void {
  view = { role: 'phone', rev, now: made, lang: 'nl', title: 'Proef', creature: 13, screen: { kind: 'look' }, words: [], help: [] };
  tell();
}

test('a page hears of every view as it comes, and of everything else', () => {
  tell();
  for (const rev of [1, 2, 3]) comes(rev, START - 300);
  // The connection is lost, long after the last view.
  now += 60_000;
  tell();
  expect(told).toEqual([undefined, 1, 2, 3, 3]);
});

test('of what came while a page was frozen it hears the last alone, and of what comes then at once', () => {
  comes(0, START);
  now += 12_000;
  for (const rev of [1, 2, 3, 4]) comes(rev, START + rev * 1000);
  comes(5, now - 100);
  expect(told).toEqual([0]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([0, 5]);
  comes(6, now);
  expect(told).toEqual([0, 5, 6]);
});

test('of every count in a burst it hears at once, however long ago the view came', () => {
  comes(0, START);
  now += 12_000;
  for (const rev of [1, 2, 3]) counts(rev);
  expect(told).toEqual([0, 1, 2, 3]);
});

test('after a pause it hears within a moment, also where more keeps coming', () => {
  comes(0, START);
  now += 12_000;
  comes(1, START + 1000);
  vi.advanceTimersByTime(30);
  counts(2);
  vi.advanceTimersByTime(20);
  expect(told).toEqual([0, 2]);
});
