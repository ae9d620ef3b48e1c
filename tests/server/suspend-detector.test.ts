import { expect, test } from 'vitest';
import { CLOCKS, SuspendDetector } from '../../src/server/suspend-detector.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

function watched() {
  const time = { wall: Date.UTC(2026, 10, 2, 9), machine: 70 * HOUR, work: 5 * SECOND };
  const standstill = new SuspendDetector({ wall: () => time.wall, machine: () => time.machine, work: () => time.work });
  /** `set`: how much the wall clock was set ahead or back meanwhile; `busy`: how much of it this process computed. */
  const passes = (ms: number, { set = 0, busy = 0 } = {}) => {
    time.wall += ms + set;
    time.machine += ms;
    time.work += busy;
    return standstill.missed();
  };
  return passes;
}

test('a machine that slept is noticed once, with the time that its wall clock has gone on', () => {
  const passes = watched();
  expect(passes(1 * SECOND)).toBe(0);
  expect(passes(2 * HOUR, { busy: 10 })).toBe(2 * HOUR);
  expect(passes(0)).toBe(0);
  expect(passes(1 * SECOND)).toBe(0);
  expect(passes(5 * SECOND)).toBe(5 * SECOND);
});

test('what is missed counts from the last call, also where that one did not ask the system', () => {
  const passes = watched();
  expect(passes(1 * SECOND)).toBe(0);
  expect(passes(400)).toBe(0);
  expect(passes(2 * HOUR)).toBe(2 * HOUR);
});

test.each([
  ['a second that came late', 4 * SECOND, {}],
  ['a server that was busy', 20 * SECOND, { busy: 19 * SECOND }],
  ['a clock that was set ahead', 1 * SECOND, { set: HOUR }],
  ['a clock that was set back', 1 * SECOND, { set: -HOUR }],
])('%s is no standstill', (_what, ms, meanwhile) => {
  expect(watched()(ms, meanwhile)).toBe(0);
});

test('the clocks of this machine go on in ms, and what is computed counts as work', async () => {
  const before = { machine: CLOCKS.machine(), work: CLOCKS.work() };
  // Some systems count whole seconds.
  await expect.poll(() => CLOCKS.machine() - before.machine).toBeGreaterThan(900);
  expect(CLOCKS.work() - before.work).toBeGreaterThan(0);
});
