import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifeOf } from '../../src/art/places/ambience.ts';
import { countOf, hourOf, spotOf } from '../../src/stage/figures/ambience.ts';
import { LIGHTS, PLACES } from '../../src/story/schema/vocabulary.ts';

const all = PLACES.flatMap((place) =>
  LIGHTS.flatMap((light) => ([null, 'rain'] as const).flatMap((weather) => lifeOf(place, light, weather).map((life) => ({ place, light, life })))),
);

describe('the little life of a place', () => {
  test('is in every place by every light', () => {
    for (const place of PLACES) for (const light of LIGHTS) expect(lifeOf(place, light), `${place} ${light}`).not.toEqual([]);
  });

  test('is small, slow and never flickers: from one frame to the next hardly anything changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: 0, max: 3_600_000 }), ({ life }, ms) => {
        for (let nth = 0; nth < countOf(life); nth += 1) {
          const [one, next] = [spotOf(life, nth, ms, 0), spotOf(life, nth, ms + 16, 0)];
          for (const value of Object.values(one)) expect(Number.isFinite(value)).toBe(true);
          expect(one.alpha).toBeGreaterThanOrEqual(0);
          expect(one.alpha).toBeLessThanOrEqual(1);
          expect(one.width).toBeGreaterThan(0);
          expect(one.height).toBeGreaterThan(0);
          expect(Math.abs(next.alpha - one.alpha)).toBeLessThan(0.03);
          // It is out of sight before it begins again.
          if (one.alpha > 0.06 && next.alpha > 0.06 && Math.abs(next.x - one.x) < 1000)
            expect(Math.hypot(next.x - one.x, next.y - one.y)).toBeLessThan(6);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('rain falls on the window or outside, under a grey sky, and nobody plays in it', () => {
    for (const place of PLACES) {
      const kinds = lifeOf(place, 'day', 'rain').map((life) => ('sprite' in life ? life.sprite : life.kind));
      expect(kinds).toEqual(expect.arrayContaining(['veil', 'drop']));
      for (const gone of ['cloud', 'bird', 'walker', 'runner', 'mote']) expect(kinds).not.toContain(gone);
    }
  });

  test('people and birds who go by are far: no taller than a face', () => {
    for (const { life } of all) if (life.kind === 'drift') expect(life.height).toBeLessThan(130);
  });

  test('a clock shows the hour of the story, and goes on from there', () => {
    const [hour, minute, second] = lifeOf('classroom', 'day').filter(({ kind }) => kind === 'hand');
    const half = hourOf('Maandag, 15.30 uur');
    const angle = (life: typeof hour, ms: number) => (life ? spotOf(life, 0, ms, half).angle : Number.NaN);
    expect(angle(hour, 0)).toBeCloseTo(105);
    expect(angle(minute, 0)).toBeCloseTo(180);
    expect(angle(minute, 60_000)).toBeCloseTo(186);
    expect(angle(second, 15_000)).toBeCloseTo(90);
    expect(hourOf(null)).toBe(hourOf('10.10'));
    expect(hourOf('Zondagavond')).toBe(hourOf(null));
  });
});
