import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Effects, LEVELS, type Level, paced, paceFrom } from '../../src/stage/board/effects.ts';

const SECOND = 1000;
/** So long at so many frames a second. */
function runs(from: ReturnType<typeof paceFrom>, fps: number, ms: number) {
  let pace = from;
  for (let at = 0; at < ms; at += SECOND / fps) pace = paced(pace, SECOND / fps);
  return pace;
}

test('a computer that keeps up keeps everything', () => {
  expect(runs(paceFrom('full'), 60, 60 * SECOND).level).toBe('full');
  expect(runs(paceFrom('full'), 30, 60 * SECOND).level).toBe('full');
});

test('a slow one goes down one level at a time and stays at the least', () => {
  let pace = paceFrom('full');
  const seen: Level[] = [pace.level];
  for (let at = 0; at < 20 * SECOND; at += 50) {
    pace = paced(pace, 50);
    if (pace.level !== seen.at(-1)) seen.push(pace.level);
  }
  expect(seen).toEqual([...LEVELS]);
  expect(pace.tooSlow).toBe(true);
});

test('one slow moment, as when a scene changes, takes nothing away', () => {
  const stumbled = runs(runs(paceFrom('full'), 60, 5 * SECOND), 12, 0.7 * SECOND);
  expect(runs(stumbled, 60, 5 * SECOND).level).toBe('full');
});

test('a tab that was hidden for an hour says nothing', () => {
  let pace = paceFrom('full');
  for (let time = 0; time < 5; time += 1) pace = paced(pace, 3_600_000);
  expect(pace).toEqual(paceFrom('full'));
});

test('what was left out comes back when it goes well again', () => {
  const tooSlow = runs(paceFrom('full'), 20, 2 * SECOND);
  expect(tooSlow.level).toBe('less');
  expect(runs(tooSlow, 60, 4 * SECOND).level).toBe('less');
  expect(runs(tooSlow, 60, 10 * SECOND).level).toBe('full');
});

test('between slow and fast the level stays', () => {
  expect(runs(paceFrom('less'), 27, 120 * SECOND).level).toBe('less');
});

test('a computer that just cannot keep up with more tries it ever less often', () => {
  let pace = paceFrom('less');
  const tries: number[] = [];
  for (let at = 0; at < 20 * 60 * SECOND; ) {
    const frame = pace.level === 'full' ? 50 : 33;
    const before = pace.level;
    pace = paced(pace, frame);
    at += frame;
    if (before === 'less' && pace.level === 'full') tries.push(at);
  }
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits.length).toBeGreaterThan(3);
  expect(waits.length).toBeLessThan(10);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
});

test('a level that held is no longer an attempt', () => {
  const risen = runs(runs(paceFrom('less'), 60, 9 * SECOND), 60, 30 * SECOND);
  expect(risen).toMatchObject({ level: 'full', trying: false });
  expect(runs(risen, 20, 2 * SECOND).patience).toBe(paceFrom('full').patience);
});

test('whatever the frames, the level moves one step at a time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.array(fc.double({ min: 1, max: 2000, noNaN: true }), { maxLength: 400 }), (level, frames) => {
      let pace = paceFrom(level);
      for (const frame of frames) {
        const next = paced(pace, frame);
        expect(Math.abs(LEVELS.indexOf(next.level) - LEVELS.indexOf(pace.level))).toBeLessThanOrEqual(1);
        pace = next;
      }
    }),
  );
});

test('effects go in their order, and a change is told once', () => {
  const told: Level[] = [];
  let tooSlow = 0;
  const effects = new Effects(
    'full',
    (level) => told.push(level),
    () => {
      tooSlow += 1;
    },
  );
  const allowed = () => (['sparks', 'places', 'parts'] as const).filter((effect) => effects.may(effect));
  expect(allowed()).toEqual(['sparks', 'places', 'parts']);
  const left = new Map<Level, string[]>();
  for (let frame = 0; frame < 400; frame += 1) {
    effects.frame(50);
    left.set(effects.level, allowed());
  }
  expect(Object.fromEntries(left)).toEqual({ full: ['sparks', 'places', 'parts'], less: ['places', 'parts'], least: [] });
  expect(told).toEqual(['less', 'least']);
  expect(tooSlow).toBe(1);
});
