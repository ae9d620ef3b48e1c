import { expect, test } from 'vitest';
import { CodeGuard } from '../../src/server/code-guard.ts';

const SHORT = 'ACDEFG';
const FULL = 'ACDEFGHJK';
const HOUR_MS = 3_600_000;

/** A guard on a clock of its own. `guesses` gives how many of these tries, evenly over that time, would have opened a seat with a right code of six. */
function guarded(lessons: number) {
  let now = 0;
  let raised = 0;
  const guard = new CodeGuard(
    () => lessons,
    () => {
      raised += 1;
    },
    () => now,
  );
  const guesses = (count: number, ms: number) => {
    let tried = 0;
    for (let guess = 0; guess < count; guess++) {
      now += ms / count;
      if (guard.takes(SHORT)) tried += 1;
      guard.wrong();
    }
    return tried;
  };
  return { guard, guesses, passes: (ms: number) => (now += ms), raised: () => raised };
}

test.each([1, 10, 100, 1000])(
  'with %i lessons an hour of guessing finds one with a probability of about 1 in 1000 at most, from however many connections',
  (lessons) => {
    const { guard, guesses } = guarded(lessons);
    const tried = guesses(200_000, HOUR_MS);
    expect((tried * lessons) / 28 ** 6).toBeLessThan(1.11 / 1000);
    expect([guard.takes(SHORT), guard.takes(FULL)]).toEqual([false, true]);
  },
);

test.each([1, 100])('with %i lessons a few hundred who mistype keep six characters enough', (lessons) => {
  const { guard, guesses, raised } = guarded(lessons);
  expect(guesses(400, 60_000)).toBe(400);
  expect([guard.up, raised()]).toEqual([false, 0]);
});

test('boards are told once that the code is longer; it stays so while somebody goes on, and ends some minutes after', () => {
  const { guard, guesses, passes, raised } = guarded(1);
  guesses(5000, 60_000);
  expect([guard.up, raised()]).toEqual([true, 1]);
  guesses(12 * 3600, HOUR_MS);
  expect([guard.up, raised()]).toEqual([true, 1]);
  passes(30_000);
  expect(guard.up).toBe(true);
  passes(5 * 60_000);
  expect(guard.up).toBe(false);
});
