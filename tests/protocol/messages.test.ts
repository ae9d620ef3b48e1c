import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hello } from '../../src/protocol/hello.ts';
import { CODE_ALPHABET, CODE_LENGTH, normaliseCode } from '../../src/protocol/identity.ts';
import type { Intent } from '../../src/protocol/intents.ts';
import { parseAsk, parseHello, parseNewLesson, parseVersion } from '../../src/protocol/messages.ts';
import { PHONE_INTENTS, TEACHER_INTENTS } from '../support/lesson/intents.ts';

const id = 'abcdefgh-ABCDEFGH_12345678';
const token = 'A'.repeat(24);

const intents: Intent[] = [
  ...PHONE_INTENTS,
  ...TEACHER_INTENTS,
  // What may also be nothing.
  { type: 'vote.cast', round: 'd1-1', choice: null, counter: 0 },
  { type: 'story.back', node: 'd1', choice: null },
  { type: 'way.set', node: 'k-groep', way: null },
];
const hellos: Hello[] = [
  { v: 1, lang: 'nl', role: 'phone', code: 'ACDEFG', token },
  { v: 1, lang: 'en', role: 'stage', lesson: 'l', token },
  { v: 1, lang: 'nl', role: 'desk', lesson: 'l', token },
  { v: 1, lang: 'nl', role: 'debrief', lesson: 'l', token },
  { v: 1, lang: 'nl', role: 'pairing', pairing: 'ACDEFGHJ', token },
];

describe('a message from outside', () => {
  test.each(intents)('$type passes as it is', (intent) => {
    expect(parseAsk({ ...intent, id })).toEqual({ id, intent });
  });

  test.each(hellos)('a hello of a $role passes as it is', (hello) => {
    expect(parseHello(hello)).toEqual(hello);
  });

  test('loses unknown fields, so a seat or a key never comes in with it', () => {
    expect(
      parseAsk({ type: 'vote.cast', round: 'd1-1', choice: 'mee', counter: 1, id, seat: 7, role: 'desk', at: 5, __proto__: { seat: 9 } }),
    ).toEqual({
      id,
      intent: { type: 'vote.cast', round: 'd1-1', choice: 'mee', counter: 1 },
    });
  });

  test.each(intents.flatMap((intent) => Object.keys(intent).map((field) => [intent.type, field, intent] as const)))(
    '%s without or with another type of %s does not pass',
    (_type, field, intent) => {
      const { [field as 'type']: _dropped, ...rest } = { ...intent, id };
      expect(parseAsk(rest)).toBe(null);
      const right: unknown = intent[field as 'type'];
      // An empty list and a count of no hands are allowed.
      const empty = Array.isArray(right) ? [{}] : typeof right === 'object' && right !== null ? [[]] : [{}, []];
      for (const wrong of [undefined, Number.NaN, ...empty, 1.5, 'x'.repeat(301), () => 1, Symbol('x')]) {
        expect(parseAsk({ ...intent, id, [field]: wrong }), String(wrong)).toBe(null);
      }
    },
  );

  test.each(hellos.flatMap((hello) => Object.keys(hello).map((field) => [hello.role, field, hello] as const)))(
    'a hello of a %s without or with another type of %s does not pass',
    (_role, field, hello) => {
      const { [field as 'v']: _dropped, ...rest } = hello;
      expect(parseHello(rest)).toBe(null);
      for (const wrong of [undefined, null, {}, [], 1.5, '', 'x'.repeat(301)])
        expect(parseHello({ ...hello, [field]: wrong }), String(wrong)).toBe(null);
    },
  );

  test('a token of less than 128 bits, or of other characters, does not pass', () => {
    for (const short of ['A'.repeat(21), 'A'.repeat(65), `${'A'.repeat(23)}=`, `${'A'.repeat(23)}\n`])
      expect(parseHello({ ...hellos[0], token: short })).toBe(null);
  });

  test('an intent needs an id of its own, long enough never to be drawn twice', () => {
    for (const wrong of [undefined, '', 'A'.repeat(15), 'A'.repeat(65), 'A'.repeat(20).concat(' '), 17])
      expect(parseAsk({ type: 'seat.hop', id: wrong })).toBe(null);
  });

  test('a new lesson is a story and a language', () => {
    expect(parseNewLesson({ scenario: 'groepsapp', lang: 'nl', more: 1 })).toEqual({ scenario: 'groepsapp', lang: 'nl' });
    for (const wrong of [
      null,
      {},
      { scenario: 'groepsapp' },
      { scenario: '', lang: 'nl' },
      { scenario: 'groepsapp', lang: 'de' },
      { scenario: 'a', lang: 'nl', teacherCode: 'x'.repeat(201) },
    ]) {
      expect(parseNewLesson(wrong)).toBe(null);
    }
  });

  test('anything at all is answered with null or a value, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (message) => {
        parseAsk(message);
        parseVersion(message);
        parseNewLesson(message);
        expect(parseHello(message)).toBe(null);
      }),
      { numRuns: 500 },
    );
    for (const intent of intents) {
      fc.assert(
        fc.property(fc.anything(), fc.constantFrom(...Object.keys(intent)), (value, field) => {
          parseAsk({ ...intent, id, [field]: value });
        }),
        { numRuns: 30 },
      );
    }
  });
});

describe('a code', () => {
  test('is read as people type it', () => {
    expect(normaliseCode(' ac-de.fg ')).toBe('ACDEFG');
    expect(normaliseCode('ZSBzsb')).toBe('258258');
    expect(normaliseCode('O0I1L')).toBe('');
    expect(parseHello({ ...hellos[0], code: 'acd efg' })).toMatchObject({ code: 'ACDEFG' });
  });

  test('of another length does not pass', () => {
    expect(parseHello({ ...hellos[0], code: 'ACDEF' })).toBe(null);
    expect(parseHello({ ...hellos[0], code: 'ACDEFGH' })).toBe(null);
    expect(parseHello({ ...hellos[0], code: 'A'.repeat(41) })).toBe(null);
  });

  test('has no character that is mistaken for another', () => {
    expect(CODE_ALPHABET).toHaveLength(28);
    expect(CODE_ALPHABET).not.toMatch(/[01ILOZSB]/);
    expect(CODE_LENGTH).toBe(6);
  });
});
