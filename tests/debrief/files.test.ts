import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { jsonOf, recordOf } from '../../src/debrief/keep/record.ts';
import { recordSchema } from '../../src/debrief/keep/record-schema.ts';
import { cell, tableOf } from '../../src/debrief/keep/table.ts';
import { letterSize } from '../../src/debrief/poster/poster-size.ts';
import { debriefView } from '../../src/lesson/report/report.ts';
import en from '../../src/locales/en/debrief.json' with { type: 'json' };
import nl from '../../src/locales/nl/debrief.json' with { type: 'json' };
import shared from '../../src/locales/nl/shared.json' with { type: 'json' };
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { content, evening, onPhones, onward, untilLive } from '../support/lesson/evening.ts';
import { around, looks } from '../support/lesson/views-of.ts';

const words = (key: string) => (({ ...shared, ...nl }) as Record<string, string>)[key] ?? key;
const viewOf = (room: Class) => looks(room).debrief as DebriefView;
const files = (view: DebriefView) => [tableOf(view, words), jsonOf(view)];
/** As a spreadsheet reads it: quoted cells, semicolons. */
function read(table: string): string[][] {
  const lines = table
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;"]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''),
  );
}

describe('a cell', () => {
  test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '－1'])('that begins as a formula, %j, is text', (text) => {
    expect(cell(text).startsWith(`"'`)).toBe(true);
  });

  test('never begins a formula and never leaves its place, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = cell(text);
        expect(written).toMatch(/^"(?:[^"]|"")*"$/s);
        expect(written[1]).not.toMatch(/[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  test('with a number is a number', () => {
    expect(cell(-3)).toBe('-3');
  });
});

describe('what a teacher takes along', () => {
  const split = fc.shuffledSubarray([...Array(24).keys()], { minLength: 24, maxLength: 24 });
  const voted = (order: number[]) => {
    const room = aClass().opens();
    order.forEach((seat, place) => void room.seatVotes(seat, place < 14 ? 'a' : place < 22 ? 'b' : null));
    return room.closes();
  };

  test('is the same whoever voted what', () => {
    fc.assert(
      fc.property(split, split, (one, other) => {
        expect(files(viewOf(voted(one)))).toEqual(files(viewOf(voted(other))));
      }),
      { numRuns: 25 },
    );
  });

  test('is the same for two classes of which the same was released', () => {
    const room = (a: number) =>
      aClass()
        .votes('a', a)
        .votes('b', 24 - a)
        .closes();
    expect(files(viewOf(room(22)))).toEqual(files(viewOf(room(24))));
  });

  test('is what its own description says, with nothing beside it', () => {
    const description = z.fromJSONSchema(recordSchema as unknown as Parameters<typeof z.fromJSONSchema>[0]);
    const room = onPhones(aClass({ seats: 24, story: evening }), 'kloof');
    while (room.lesson.phase !== 'end') {
      if (room.lesson.phase === 'live') untilLive(room);
      onward(room);
    }
    for (const lang of ['nl', 'en'] as const) {
      const record = JSON.parse(jsonOf(debriefView(content, room.lesson, lang, around(room))));
      expect(description.safeParse(record).error).toBeUndefined();
      expect(description.safeParse({ ...record, seats: 24 }).success).toBe(false);
      expect(description.safeParse({ ...record, questions: [{ ...record.questions[0], seat: 1 }] }).success).toBe(false);
    }
    expect(recordOf(debriefView(content, room.lesson, 'nl', around(room))).questions.map(({ kind }) => kind)).toContain('kept');
  });

  test('knows nothing of seats, tokens, times, codes or numbers of votes that were not released', () => {
    const view = viewOf(voted([...Array(24).keys()]));
    const [table, json] = files(view) as [string, string];
    const { schema: _schema, ...record } = JSON.parse(json);
    for (const text of [table, JSON.stringify(record)]) expect(text).not.toMatch(/seat|token|salt|ACDEFG|rev|ballot|counter|\d\d:\d\d/);
    expect(Object.keys(record).sort()).toEqual([
      'agreements',
      'ending',
      'format',
      'language',
      'playedOn',
      'predictions',
      'questions',
      'sources',
      'story',
      'version',
    ]);
  });

  test('as a table has a head, a row for each choice, and the released band', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes().votes('x', 20).votes('y', 4).closes().next();
    room.lesson = { ...room.lesson, agreements: [{ id: 'own', text: '=HYPERLINK("http://x")' }] };
    const view = viewOf(room);
    const table = tableOf(view, words);
    expect(table.startsWith('\uFEFF"Verhaal";"Gespeeld op";')).toBe(true);
    const rows = read(table);
    const width = rows[0]?.length;
    expect(rows.every((row) => row.length === width)).toBe(true);
    const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
    const of = (choice: string) => rows.find((row) => row[column('Keuze')] === choice) ?? [];
    expect(of('Keuze a.')[column('Deel van de klas')]).toBe('meer dan de helft');
    expect(of('Keuze a.')[column('Gekozen')]).toBe('ja');
    expect(of('Keuze z.')[column('Deel van de klas')]).toBe('niemand of een paar');
    expect(of(`'=HYPERLINK("http://x")`)[column('Soort')]).toBe('afspraak');
  });
});

test('the letters of a poster are as large as the agreements allow, down to eight long ones', () => {
  const texts = (count: number, length: number) => Array.from({ length: count }, () => 'We doen het zo. '.repeat(20).slice(0, length));
  const sizes = [texts(1, 20), texts(3, 60), texts(5, 60), texts(8, 60), texts(8, 140)].map((agreed) => letterSize(agreed));
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  expect(new Set(sizes).size).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBe(5.4);
  expect(Math.min(...sizes)).toBeGreaterThan(1.2);
  expect(letterSize(texts(3, 60), true)).toBeLessThan(letterSize(texts(3, 60)));
});

test('Dutch and English have the same gaps to fill in', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  for (const key of Object.keys(nl) as (keyof typeof nl)[]) expect(gaps(en[key]), key).toEqual(gaps(nl[key]));
});
