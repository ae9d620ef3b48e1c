import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Emotion, Person, Pose, Standing } from '../../src/protocol/scene.ts';
import { blocking, CALM, company, type Focus, wing } from '../../src/stage/cues/acting.ts';
import { laughter, life, seedOf, speech, speechLength } from '../../src/stage/figures/liveliness.ts';
import { stridden, stride } from '../../src/stage/figures/stride.ts';

const person = (id: string): Person => ({ id, name: id, look: 'sem' });
const stand = (id: string, at: Standing['at'], emotion: Emotion = 'neutral', pose: Pose = 'plain'): Standing => ({
  person: person(id),
  emotion,
  pose,
  at,
});
const three = [stand('noor', 'left'), stand('sem', 'centre'), stand('yara', 'right')];
const WHOLE = { width: 1920, clear: 1080 };
const says = (by: string): Focus => ({ ...CALM, speech: { by, at: 0, ms: 1000 } });
const gazes = (standing: Standing[], focus: Focus, width = 1920) => blocking(standing, { width, clear: 1080 }, focus).figures.map(({ gaze }) => gaze);

describe('who looks where', () => {
  test('listeners look at whoever speaks, and the speaker at them', () => {
    expect(gazes(three, says('noor'))).toEqual(['right', 'left', 'left']);
    expect(gazes(three, says('yara'))).toEqual(['right', 'right', 'left']);
    expect(gazes(three, says('sem'))).toEqual(['right', 'rest', 'left']);
    expect(gazes(three, CALM)).toEqual(['rest', 'rest', 'rest']);
  });

  test('the head turns the same way as the eyes, and further to listen than to speak', () => {
    const [speaker, listener] = blocking(three.slice(0, 2), WHOLE, says('noor')).figures;
    expect(speaker?.turn).toBeGreaterThan(0);
    expect(listener?.turn).toBeLessThan(-(speaker?.turn ?? 0));
  });

  test('somebody who holds a phone looks down at it until somebody speaks', () => {
    const reader = [stand('noor', 'left', 'worried', 'phone'), stand('sem', 'right')];
    expect(gazes(reader, { ...CALM, reading: true })[0]).toBe('down');
    expect(gazes(reader, says('sem'))[0]).toBe('right');
  });

  test('people who are ashamed or sad look nobody in the eye, those who hide shut their eyes, those who turn away turn from the others', () => {
    expect(gazes([stand('noor', 'left', 'ashamed'), stand('sem', 'right')], says('sem'))[0]).toBe('rest');
    expect(gazes([stand('noor', 'left', 'sad', 'hide'), stand('sem', 'right')], says('sem'))[0]).toBe('shut');
    expect(gazes([stand('noor', 'left', 'angry', 'away'), stand('sem', 'right')], says('sem'))[0]).toBe('left');
    expect(gazes([stand('sem', 'left'), stand('noor', 'right', 'angry', 'away')], says('sem'))[1]).toBe('right');
  });

  test('a message draws the eyes to the phone on the board, a shock draws them to who is shocked', () => {
    expect(gazes(three, { ...CALM, reading: true }, 1180)).toEqual(['right', 'right', 'right']);
    expect(gazes([three[0] as Standing, stand('sem', 'centre', 'startled')], { ...CALM, moved: 'sem' })).toEqual(['right', 'rest']);
  });
});

describe('how it is framed', () => {
  const shot = (standing: Standing[], focus: Focus) => blocking(standing, WHOLE, focus).shot;

  test('one, two or a group, and closer to who speaks or is struck', () => {
    expect(shot([], CALM).kind).toBe('empty');
    expect(shot(three.slice(0, 1), CALM)).toMatchObject({ kind: 'one', zoom: 1.06 });
    expect(shot(three.slice(0, 2), CALM).kind).toBe('two');
    expect(shot(three, CALM).kind).toBe('group');
    const [noor] = blocking(three, WHOLE, says('noor')).figures;
    expect(shot(three, says('noor')).x).toBe(noor?.x);
    expect(shot(three, says('noor')).zoom).toBeGreaterThan(shot(three, CALM).zoom);
    const struck = [stand('noor', 'left', 'startled'), stand('sem', 'right')];
    expect(shot(struck, { ...CALM, moved: 'noor' }).zoom).toBeGreaterThan(shot(struck, says('noor')).zoom);
  });

  test('everybody stands on the board, left to right as the story says, whatever space the phone leaves', () => {
    for (const width of [1920, 1180, 1000, 880]) {
      const { figures } = blocking(three, { width, clear: 1080 }, CALM);
      expect(figures.map(({ x }) => x)).toEqual([...figures.map(({ x }) => x)].sort((a, b) => a - b));
      for (const { x, scale } of figures) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(width);
        expect(scale).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('coming and going', () => {
  test('in the same place new people walk in and the others walk out; elsewhere nobody walks out', () => {
    const before = three.slice(0, 2);
    const after = three.slice(1);
    expect(company(before, after, true, false)).toMatchObject({ arrives: ['yara'], departs: ['noor'] });
    expect(company(before, after, false, false)).toMatchObject({ arrives: ['yara'], departs: [] });
  });

  test('by the side where they stand, and from the middle away from the phone', () => {
    expect(wing({ at: 'left' }, true)).toBe('left');
    expect(wing({ at: 'right' }, true)).toBe('right');
    expect(wing({ at: 'centre' }, true)).toBe('left');
    expect(wing({ at: 'centre' }, false)).toBe('right');
  });
});

describe('walking', () => {
  test('goes all the way at a walking pace, up and down with each step, and stands upright where it ends', () => {
    const way = stride(-380, 500, 1000);
    expect(stridden(way, 0)).toMatchObject({ x: -380, rise: 0, there: false });
    const onTheWay = Array.from({ length: 50 }, (_, step) => stridden(way, 1000 + (way.ms * step) / 50));
    expect(onTheWay.map(({ x }) => x)).toEqual(onTheWay.map(({ x }) => x).sort((a, b) => a - b));
    expect(Math.max(...onTheWay.map(({ rise }) => rise))).toBeGreaterThan(10);
    expect(stridden(way, 1000 + way.ms)).toEqual({ x: 500, rise: 0, lean: 0, there: true });
    expect(way.ms).toBeLessThan(1500);
  });
});

describe('somebody who does nothing', () => {
  const blinks = (name: string, minutes: number) => {
    const starts: number[] = [];
    for (let ms = 0, was = false; ms < minutes * 60_000; ms += 20) {
      const { shut } = life(seedOf(name), ms);
      if (shut && !was) starts.push(ms);
      was = shut;
    }
    return starts;
  };

  test('blinks ten to eighteen times a minute, never regularly, each at a time of their own', () => {
    const noor = blinks('noor', 5);
    const sem = blinks('sem', 5);
    for (const starts of [noor, sem]) {
      expect(starts.length).toBeGreaterThan(50);
      expect(starts.length).toBeLessThan(90);
      const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
      expect(new Set(gaps).size).toBeGreaterThan(gaps.length / 2);
      expect(Math.max(...gaps)).toBeLessThan(10_500);
    }
    expect(noor.filter((at) => sem.some((other) => Math.abs(other - at) < 150)).length).toBeLessThan(noor.length / 5);
  });

  test('breathes and sways within bounds, the same for the same moment', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 2 ** 41 }), (name, ms) => {
        const now = life(seedOf(name), ms);
        expect(now).toEqual(life(seedOf(name), ms));
        expect(Math.abs(now.breath)).toBeLessThanOrEqual(1);
        expect(Math.abs(now.sway)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('glances aside for a moment now and then, and laughs in fits with a breath between', () => {
    const minute = Array.from({ length: 600 }, (_, tenth) => tenth * 100);
    const aside = minute.filter((ms) => life(seedOf('noor'), ms).glance !== 0).length;
    expect(aside).toBeGreaterThan(30);
    expect(aside).toBeLessThan(120);
    const shaken = minute.map((ms) => laughter(seedOf('noor'), ms));
    expect(Math.max(...shaken)).toBeLessThanOrEqual(1);
    expect(shaken.filter((one) => one === 0).length).toBeGreaterThan(250);
    expect(shaken.filter((one) => one > 0.3).length).toBeGreaterThan(60);
  });

  test('a mouth opens and closes while a line is said, and a long line is not said longer than it stands', () => {
    const shapes = Array.from({ length: 40 }, (_, index) => speech(seedOf('noor'), index * 135));
    for (const shape of ['mouth', 'said', 'saying'] as const) expect(shapes.filter((one) => one === shape).length).toBeGreaterThan(4);
    expect(speechLength('Hoi!', 5000)).toBeLessThan(1000);
    expect(speechLength('x'.repeat(400), 5000)).toBe(5000);
  });
});
