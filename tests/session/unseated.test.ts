import { expect, test } from 'vitest';
import type { Entry } from '../../src/session/journal.ts';
import { unseated } from '../../src/session/unseated.ts';

const entry = (position: number, at: number, body: object): Entry => ({
  kind: 'event',
  position,
  id: `id-${position}`,
  at,
  body: new TextEncoder().encode(JSON.stringify(body)),
});

test('a lesson without its class keeps of whoever was in it a place in the order: no token, no creature, no moment', () => {
  const joined = (token: string, look: number) => ({ type: 'seat.joined', token, look });
  const entries = [
    entry(1, 1000, { type: 'lesson.created' }),
    entry(2, 1700, joined('one', 77)),
    entry(3, 1900, joined('two', 12)),
    entry(4, 2500, { type: 'headcount.confirm', count: 2 }),
    entry(5, 2600, joined('three', 143)),
    entry(6, 2700, { type: 'seats.removed', seats: [1] }),
  ];
  expect(unseated(entries)?.events.map(({ at, body }) => [at, body.type, body.token, body.look])).toEqual([
    [1000, 'lesson.created', undefined, undefined],
    [1000, 'seat.joined', 'gone-1', 0],
    [1000, 'seat.joined', 'gone-2', 1],
    [2500, 'headcount.confirm', undefined, undefined],
    [2500, 'seat.joined', 'gone-4', 2],
    [2500, 'seats.removed', undefined, undefined],
  ]);
});
