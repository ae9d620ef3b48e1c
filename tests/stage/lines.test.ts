import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lines } from '../../src/stage/text/lines.ts';

/** As if every letter were equally wide. */
const measured = (content: string) => content.split(' ').map((text) => ({ text, width: text.length }));
const broken = (content: string, room: number, count: number) => lines(measured(content), 1, room, count);

describe('where a line on the board ends', () => {
  test('between two sentences rather than inside one', () => {
    expect(broken('Een zin hoeft niet knap te zijn. Eén zin is al te merken.', 40, 2)).toEqual([
      'Een zin hoeft niet knap te zijn.',
      'Eén zin is al te merken.',
    ]);
    expect(broken('Daan is er niet bij. Wat doe je?', 24, 2)).toEqual(['Daan is er niet bij.', 'Wat doe je?']);
  });

  test('no word alone on the last line, no small word at the end of one', () => {
    expect(broken('meer dan de helft', 12, 2)).toEqual(['meer dan', 'de helft']);
    expect(broken('Op een gewone vraag komt altijd minstens één antwoord.', 48, 2)).toEqual([
      'Op een gewone vraag komt',
      'altijd minstens één antwoord.',
    ]);
  });

  test('a short first sentence does not leave the first line nearly empty', () => {
    expect(broken('Ja. En morgen gaan we er samen over praten in de klas', 30, 2)[0]?.length).toBeGreaterThan(12);
  });

  test('whatever the words: all of them, in order, each line within the room, no more lines than asked', () => {
    const word = fc.stringMatching(/^[a-zé]{1,9}[.,?]?$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 24 }), fc.integer({ min: 12, max: 40 }), (words, room) => {
        // As few lines as fit, counted as one does by hand.
        let [count, used] = [1, -1];
        for (const { length } of words) {
          if (used + 1 + length > room) [count, used] = [count + 1, -1];
          used += 1 + length;
        }
        const found = broken(words.join(' '), room, count);
        expect(found.join(' ')).toBe(words.join(' '));
        expect(found).toHaveLength(count);
        for (const line of found) expect(line.length).toBeLessThanOrEqual(room);
      }),
    );
  });
});
