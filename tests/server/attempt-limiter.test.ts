import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AttemptLimiter } from '../../src/server/attempt-limiter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('too many wrong tries cause a pause, which ends with the minute, however often one tries in it', () => {
  const tries = new AttemptLimiter(3);
  tries.add();
  vi.advanceTimersByTime(30_000);
  tries.add();
  expect(tries.tooMany).toBe(false);
  tries.add();
  expect(tries.tooMany).toBe(true);
  vi.advanceTimersByTime(29_999);
  expect(tries.tooMany).toBe(true);
  vi.advanceTimersByTime(1);
  expect(tries.tooMany).toBe(false);
  for (let more = 0; more < 3; more++) tries.add();
  expect(tries.tooMany).toBe(true);
});
