import { afterEach, describe, expect, test } from 'vitest';
import { choiceColours, colours } from '../../src/art/tokens.ts';
import { applyDisplaySettings, displaySettings, drawingKey, ground, ink, ratio, sized, understood } from '../../src/stage/board/display-settings.ts';

const usual = understood(null, { reducedMotion: false, contrast: false });
afterEach(() => applyDisplaySettings(usual));

describe('what the browser kept', () => {
  test('nothing kept: as usual, with captions, and as the computer asks', () => {
    expect(usual).toMatchObject({ scale: 1, contrast: false, reducedMotion: false, captions: true, muted: false });
    expect(understood(null, { reducedMotion: true, contrast: true })).toMatchObject({ reducedMotion: true, contrast: true });
  });

  test('a switch that was touched wins from the computer', () => {
    expect(understood('{"still":false,"contrast":false}', { reducedMotion: true, contrast: true })).toMatchObject({
      reducedMotion: false,
      contrast: false,
    });
  });

  test('comes back as it was', () => {
    const chosen = { scale: 1.5, contrast: true, reducedMotion: true, captions: false, muted: true, volume: 3 };
    expect(understood(JSON.stringify(chosen), { reducedMotion: false, contrast: false })).toEqual(chosen);
  });

  test.each([
    'no json',
    '7',
    'null',
    '[]',
    '{"scale":9,"contrast":"yes","still":1,"captions":null,"muted":"","volume":-1}',
    '{"volume":2.5}',
    '{"volume":1e9}',
  ])('%s is as usual', (kept) => {
    expect(understood(kept, { reducedMotion: false, contrast: false })).toEqual(usual);
  });
});

describe('size', () => {
  test('reading text grows by half; a title that is large already does not', () => {
    applyDisplaySettings({ ...usual, scale: 1.5 });
    expect([sized(36), sized(40), sized(50)]).toEqual([54, 60, 75]);
    expect(sized(84)).toBe(96);
    expect(sized(164)).toBe(164);
  });

  test('at 100 % nothing changes', () => {
    for (const size of [26, 36, 49, 84, 96, 164]) expect(sized(size)).toBe(size);
  });
});

describe('high contrast', () => {
  const all = [...Object.values(colours), ...Object.values(choiceColours).flatMap((one) => Object.values(one)), '#FFFDF8', '#47592F', '#8A3A1E'];

  test('any lettering on any card has at least 7:1', () => {
    applyDisplaySettings({ ...usual, contrast: true });
    for (const card of all) for (const letters of all) expect(ratio(ground(card), ink(letters)), `${letters} on ${card}`).toBeGreaterThanOrEqual(7);
  });

  test('without it every colour stays', () => {
    for (const colour of all) expect([ground(colour), ink(colour)]).toEqual([colour, colour]);
  });

  test('a screen is drawn again when its size, contrast or motion changes, not for sound', () => {
    expect(drawingKey({ ...displaySettings(), contrast: true })).not.toBe(drawingKey(displaySettings()));
    expect(drawingKey({ ...displaySettings(), scale: 1.25 })).not.toBe(drawingKey(displaySettings()));
    expect(drawingKey({ ...displaySettings(), reducedMotion: true })).not.toBe(drawingKey(displaySettings()));
    expect(drawingKey({ ...displaySettings(), muted: true, volume: 1, captions: false })).toBe(drawingKey(displaySettings()));
  });
});
