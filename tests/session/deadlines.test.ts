import { describe, expect, test } from 'vitest';
import { Deadlines, type Due, whatIsDue } from '../../src/session/deadlines.ts';
import { ManualRuntime } from '../support/server/manual-runtime.ts';

function deadlines() {
  const runtime = new ManualRuntime(0);
  const told: [number, Due][] = [];
  return { runtime, told, deadlines: new Deadlines(runtime, (due) => told.push([runtime.time, due])) };
}

describe('the next deadline', () => {
  test.each([
    [{ deadline: null, refresh: null }, 9e15, null],
    [{ deadline: 10, refresh: null }, 9, null],
    [{ deadline: 10, refresh: null }, 10, 'deadline'],
    [{ deadline: null, refresh: 10 }, 10, 'refresh'],
    [{ deadline: 20, refresh: 10 }, 15, 'refresh'],
    [{ deadline: 20, refresh: 10 }, 20, 'deadline'],
    [{ deadline: 0, refresh: null }, 0, 'deadline'],
  ] as const)('of %o at %i: %s', (schedule, now, due) => {
    expect(whatIsDue(schedule, now)).toBe(due);
  });
});

describe('the timer of a lesson', () => {
  test('tells what comes first, once, at its moment', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    timer.keep({ deadline: 30_000, refresh: 4000 });
    runtime.advance(3999);
    expect(told).toEqual([]);
    runtime.advance(60_000);
    expect(told).toEqual([[4000, 'refresh']]);
    expect(runtime.waiting).toBe(0);
  });

  test('waits for one schedule only: a new one replaces the old one', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    timer.keep({ deadline: 1000, refresh: null });
    timer.keep({ deadline: 5000, refresh: null });
    runtime.advance(10_000);
    expect(told).toEqual([[5000, 'deadline']]);
    timer.keep({ deadline: 20_000, refresh: null });
    timer.keep({ deadline: null, refresh: null });
    expect(runtime.waiting).toBe(0);
  });

  test('is silent once it is stopped', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    timer.keep({ deadline: 1000, refresh: null });
    timer.stop();
    runtime.advance(10_000);
    expect(told).toEqual([]);
  });

  test('reports a deadline that is long past soon, but not before it may', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    runtime.time = 60_000;
    timer.keep({ deadline: 1000, refresh: null });
    runtime.advance(5);
    timer.keep({ deadline: 1000, refresh: null }, 61_000);
    runtime.advance(5000);
    expect(told).toEqual([
      [60_005, 'deadline'],
      [61_000, 'deadline'],
    ]);
  });

  test('goes on waiting if it fired early', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    timer.keep({ deadline: 1000, refresh: null });
    // The wall clock was set back while it waited.
    runtime.advance(500);
    runtime.time = 200;
    runtime.advance(2000);
    expect(told).toHaveLength(1);
    expect(told[0]?.[0]).toBeGreaterThanOrEqual(1000);
  });

  test('that waits for months tells nothing before its moment, and does not keep the machine busy', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    const days = (count: number) => count * 24 * 3_600_000;
    timer.keep({ deadline: days(200), refresh: null });
    let wakes = 0;
    const notice = runtime.noticeSuspend;
    Object.assign(runtime, {
      noticeSuspend() {
        wakes += 1;
        if (wakes > 100) throw new Error('the timer does not wait');
        return notice();
      },
    });
    runtime.advance(days(200) - 1);
    expect(told).toEqual([]);
    runtime.advance(1);
    expect(told).toEqual([[days(200), 'deadline']]);
  });

  test('gives a lesson that was suspended the time to set its deadlines anew', () => {
    const { runtime, told, deadlines: timer } = deadlines();
    timer.keep({ deadline: 1000, refresh: null });
    runtime.suspended = true;
    runtime.advance(1000);
    expect(told).toEqual([]);
    timer.keep({ deadline: 31_000, refresh: null });
    runtime.advance(60_000);
    expect(told).toEqual([[31_000, 'deadline']]);
  });
});
