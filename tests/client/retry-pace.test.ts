import { expect, test } from 'vitest';
import { retryWithin } from '../../src/client/retry-pace.ts';
import { randomFrom } from '../support/random.ts';

/** As the library waits: longer each time, some more and some less, and never longer than it was told. */
function comesBack(after: number, chance: () => number): number {
  let [at, cap] = [0, 700];
  for (let attempt = 0; at < after; attempt++) {
    at += Math.min(250 * 2 ** attempt * (0.5 + chance()), cap);
    cap = retryWithin(attempt + 1, chance());
  }
  return at - after;
}

test.each([1000, 3000, 10_000, 20_000])('thirty-two screens are back soon after a server that was away for %i ms, and not all at once', (away) => {
  const chance = randomFrom(12).number;
  const waits = Array.from({ length: 32 }, () => comesBack(away, chance)).sort((one, other) => one - other);
  expect(waits[16]).toBeLessThan(500);
  expect(waits[31]).toBeLessThan(1000);
  for (let from = 0; from < 1000; from += 100) expect(waits.filter((wait) => wait >= from && wait < from + 100).length).toBeLessThan(16);
});

test('who waits for long asks seldom', () => {
  expect(retryWithin(200, 0)).toBeGreaterThan(1500);
});
