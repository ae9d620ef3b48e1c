import { describe, expect, test } from 'vitest';
import { CLOCKS, type Clocks, LessonClock, type SignOfLife } from '../../src/server/lesson-clock.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const MORNING = Date.UTC(2026, 10, 2, 9);

interface Passing {
  /** How much the date was set ahead or back meanwhile. */
  set?: number;
  /** How much of it this process computed. */
  busy?: number;
  /** The machine slept. */
  asleep?: boolean;
}

/** `countsSleep`: whether the steady clock runs on while the machine sleeps, as on Windows; on Linux and a Mac it does not. */
function machine({ countsSleep = true, boot = null as string | null } = {}) {
  const time = { wall: MORNING, steady: 3 * SECOND, machine: 2 * HOUR, work: 5 * SECOND };
  const clocks: Clocks = { wall: () => time.wall, steady: () => time.steady, machine: () => time.machine, boot: () => boot, work: () => time.work };
  const passes = (ms: number, { set = 0, busy = 0, asleep = false }: Passing = {}) => {
    time.wall += ms + set;
    time.machine += ms;
    time.steady += asleep && !countsSleep ? 0 : ms;
    time.work += busy;
  };
  const restarts = () => {
    time.machine = 60 * SECOND;
    boot &&= `${boot}, and once more`;
  };
  return { clocks, passes, restarts, lives: (at: number): SignOfLife => ({ at, date: time.wall, machine: time.machine, boot }) };
}

describe.each([true, false])('the time of the lessons, where the steady clock counts sleep: %s,', (countsSleep) => {
  function running() {
    const { clocks, passes } = machine({ countsSleep });
    const clock = new LessonClock(clocks, 0, null);
    /** Lets time pass, and gives what was missed of it. */
    return {
      clock,
      passes: (ms: number, meanwhile?: Passing) => {
        passes(ms, meanwhile);
        return clock.missed();
      },
    };
  }

  test.each([
    ['ten seconds back', -10 * SECOND],
    ['an hour ahead', HOUR],
    ['200 days ahead', 200 * DAY],
  ])('is not moved by a date that is set %s', (_what, set) => {
    const { clock, passes } = running();
    expect(clock.now()).toBe(MORNING);
    expect(passes(SECOND, { set })).toBe(0);
    expect(clock.now()).toBe(MORNING + SECOND);
    expect(clock.date()).toBe(MORNING + SECOND + set);
  });

  test('runs on while the machine sleeps, and a sleep is noticed once', () => {
    const { clock, passes } = running();
    expect(passes(1 * SECOND)).toBe(0);
    expect(passes(2 * HOUR, { busy: 10, asleep: true })).toBe(countsSleep ? 2 * HOUR : 0);
    // A clock that stood still is asked again half a second later.
    expect(passes(SECOND)).toBe(countsSleep ? 0 : 2 * HOUR + SECOND);
    expect(clock.now()).toBe(MORNING + 2 * HOUR + 2 * SECOND);
    expect(passes(0)).toBe(0);
    expect(passes(1 * SECOND)).toBe(0);
  });

  test('counts from the last call what a process that was stopped has missed, also where that call did not ask the system', () => {
    const { passes } = running();
    expect(passes(1 * SECOND)).toBe(0);
    expect(passes(400)).toBe(0);
    expect(passes(2 * HOUR)).toBe(2 * HOUR);
    expect(passes(5 * SECOND)).toBe(5 * SECOND);
  });

  test.each([
    ['a second that came late', 4 * SECOND, {}],
    ['a server that was busy', 20 * SECOND, { busy: 19 * SECOND }],
    ['a date that was set ahead', 1 * SECOND, { set: HOUR }],
    ['a date that was set back', 1 * SECOND, { set: -HOUR }],
  ])('goes on through %s, of which nothing was missed', (_what, ms, meanwhile) => {
    const { clock, passes } = running();
    expect(passes(ms, meanwhile)).toBe(0);
    expect(clock.now()).toBe(MORNING + ms);
  });
});

describe('the time of the lessons starts', () => {
  const WEEK = 7 * DAY;

  test('at the date, on new data', () => {
    expect(new LessonClock(machine().clocks, 0, null).now()).toBe(MORNING);
  });

  test.each([DAY, 200 * DAY])('at the newest stamp, where a server ran %i ms ahead once, and runs on from there', (ahead) => {
    const { clocks, passes } = machine();
    const clock = new LessonClock(clocks, MORNING + ahead, null);
    expect([clock.now(), clock.down]).toEqual([MORNING + ahead, 0]);
    passes(3 * SECOND);
    expect(clock.now()).toBe(MORNING + ahead + 3 * SECOND);
    expect(clock.date()).toBe(MORNING + 3 * SECOND);
  });

  // The machine had been on for two hours: a date that says longer may come after another start of it, where the system does not tell.
  test.each([
    ['is right', 0, null],
    ['was set back', -10 * SECOND, null],
    ['was set a week back', -WEEK, null],
    ['was set an hour ahead', HOUR, null],
    ['was set a week ahead', WEEK, 'this start'],
    ['was set 200 days ahead', 200 * DAY, 'this start'],
  ])('where the one before was left, plus what the machine counted since, whether its date %s', (_what, set, boot) => {
    const { clocks, passes, lives } = machine({ boot });
    const last = lives(MORNING + 30);
    passes(20 * SECOND, { set });
    const clock = new LessonClock(clocks, MORNING, last);
    expect([clock.now(), clock.down]).toEqual([MORNING + 30 + 20 * SECOND, 20 * SECOND]);
  });

  test('where the one before was left that ran ahead: nothing goes back, and nothing waits', () => {
    const { clocks, passes, lives } = machine();
    const last = lives(MORNING + DAY + 20 * SECOND);
    passes(5 * SECOND);
    const clock = new LessonClock(clocks, MORNING + DAY, last);
    expect([clock.now(), clock.down]).toEqual([MORNING + DAY + 25 * SECOND, 5 * SECOND]);
  });

  describe.each([null, 'yesterday'])('after another start of the machine (%s)', (boot) => {
    test.each([0, DAY, 200 * DAY])('with as much as its date has gone on, also where lessons ran %i ms ahead of it', (ahead) => {
      const { clocks, passes, restarts, lives } = machine({ boot });
      const last = lives(MORNING + ahead);
      passes(DAY);
      restarts();
      const clock = new LessonClock(clocks, MORNING + ahead, last);
      expect([clock.now(), clock.down]).toEqual([MORNING + ahead + DAY, DAY]);
    });

    test('where the one before was left, where its date went back', () => {
      const { clocks, passes, restarts, lives } = machine({ boot });
      const last = lives(MORNING);
      passes(HOUR, { set: -DAY });
      restarts();
      const clock = new LessonClock(clocks, MORNING, last);
      expect(clock.now()).toBeGreaterThanOrEqual(MORNING);
      expect(clock.now()).toBeLessThanOrEqual(MORNING + HOUR);
    });
  });

  test('at the newest stamp, where that is a later sign of life', () => {
    const { clocks, lives } = machine();
    const last = lives(MORNING - HOUR);
    const clock = new LessonClock(clocks, MORNING, last);
    expect([clock.now(), clock.down]).toEqual([MORNING, 0]);
  });

  test('at the date where an earlier edition left only the moment', () => {
    const { clocks } = machine();
    const clock = new LessonClock(clocks, 0, { at: MORNING - HOUR, date: MORNING - HOUR, machine: null, boot: null });
    expect([clock.now(), clock.down]).toEqual([MORNING, HOUR]);
  });
});

test('the clocks of this machine go on in ms, and what is computed counts as work', async () => {
  const before = { machine: CLOCKS.machine(), steady: CLOCKS.steady(), work: CLOCKS.work() };
  // Some systems count whole seconds.
  await expect.poll(() => CLOCKS.machine() - before.machine).toBeGreaterThan(900);
  expect(CLOCKS.steady() - before.steady).toBeGreaterThan(900);
  expect(CLOCKS.work() - before.work).toBeGreaterThan(0);
});
