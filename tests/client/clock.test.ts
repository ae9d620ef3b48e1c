import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openClock } from '../../src/client/clock.ts';
import { randomFrom } from '../support/random.ts';

/** A page whose own clock is `wrong` ms behind the server's, on a network with delays there and back. */
function page(wrong: number) {
  let real = 1_000_000;
  const clock = openClock(() => real - wrong);
  return {
    clock,
    pass: (ms: number) => {
      real += ms;
    },
    error: () => clock.now() - real,
    setClock: (ms: number) => {
      wrong = ms;
    },
    asks(there: number, back: number) {
      const asked = real - wrong;
      real += there;
      const server = real;
      real += back;
      clock.hear(server, asked);
    },
    isTold(back: number) {
      const server = real;
      real += back;
      clock.hear(server, null);
    },
  };
}

describe("the server's clock", () => {
  test('is what the server last said, until it has been asked', () => {
    const one = page(-40_000);
    one.isTold(300);
    expect(one.error()).toBe(-300);
    one.isTold(80);
    expect(one.error()).toBe(-80);
    one.isTold(500);
    expect(one.error()).toBe(-80);
  });

  test('lies in the middle of one question and answer', () => {
    const one = page(7000);
    one.asks(100, 300);
    expect(one.error()).toBe(-100);
    const even = page(7000);
    even.asks(250, 250);
    expect(even.error()).toBe(0);
  });

  test('is known from one quick request and another quick answer', () => {
    const one = page(123_456);
    one.asks(400, 20);
    one.asks(20, 400);
    expect(one.error()).toBe(0);
  });

  test('is never further off than half of the quickest way there and back', () => {
    const delay = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(fc.tuple(delay, delay, delay), { minLength: 1, maxLength: 40 }), (wrong, ways) => {
        const one = page(wrong);
        for (const [there, back, told] of ways) {
          one.asks(there, back);
          one.isTold(told);
          one.pass(20_000);
        }
        const quickest = Math.min(...ways.slice(-11).map(([there, back]) => there + back));
        expect(Math.abs(one.error())).toBeLessThanOrEqual(quickest / 2);
      }),
    );
  });

  test('is within 250 ms for a class whose network takes 20 to 400 ms each way', () => {
    const chance = randomFrom(5).number;
    const delay = () => 20 + 380 * chance();
    const errors = Array.from({ length: 2000 }, () => {
      const one = page(100_000 * (chance() - 0.5));
      for (let look = 0; look < 6; look++) one.asks(delay(), delay());
      return one.error();
    }).sort((a, b) => a - b);
    const between = (errors[Math.floor(errors.length * 0.975)] as number) - (errors[Math.floor(errors.length * 0.025)] as number);
    expect(between).toBeLessThan(250);
  });

  test('is found again when the own clock is set differently, forwards and backwards', () => {
    const one = page(0);
    for (let look = 0; look < 8; look++) one.asks(30, 50);
    one.setClock(-3_600_000);
    one.asks(30, 50);
    expect(Math.abs(one.error())).toBeLessThanOrEqual(10);
    one.setClock(3_600_000);
    one.asks(50, 30);
    expect(Math.abs(one.error())).toBeLessThanOrEqual(10);
    one.setClock(9_000_000);
    one.isTold(200);
    expect(Math.abs(one.error() + 200)).toBeLessThanOrEqual(10);
  });

  test('stands still for a moment instead of going back', () => {
    const one = page(0);
    one.asks(0, 500);
    const before = one.clock.now();
    one.asks(500, 0);
    one.asks(0, 0);
    const far = one.clock.now();
    expect(far).toBeGreaterThanOrEqual(before);
    const late = page(0);
    late.asks(500, 0);
    const ahead = late.clock.now();
    expect(late.error()).toBe(250);
    late.asks(0, 0);
    expect(late.clock.now()).toBe(ahead);
    late.pass(100);
    expect(late.clock.now()).toBe(ahead);
    late.pass(200);
    expect(late.error()).toBe(0);
  });
});
