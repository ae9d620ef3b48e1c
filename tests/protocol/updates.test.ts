import { expect, test } from 'vitest';
import { LARGEST_ROOM } from '../../src/protocol/limits.ts';
import { voteCount, withAnswer, withAttendance, withCount } from '../../src/protocol/views/updates.ts';
import type { View } from '../../src/protocol/views/view.ts';

const view = (role: string, screen: object) => ({ role, rev: 1, now: 1, screen }) as unknown as View;
const vote = (round: string, rest: object) => ({ kind: 'vote', vote: { round }, ...rest });
const cast = (counter: number, round = 'd1-1') => ({ type: 'vote.cast', round, choice: 'a', counter }) as const;

test('a count is as long for the first vote as for the last of the largest class', () => {
  const lengths = Array.from({ length: LARGEST_ROOM + 1 }, (_, answered) => JSON.stringify(voteCount('d1-1', answered)).length);
  expect(new Set(lengths).size).toBe(1);
});

test('a count changes the board and the desk while its vote is on them, and nothing else', () => {
  for (const role of ['stage', 'desk'])
    expect(withCount(view(role, vote('d1-1', { answered: 2, seats: 9 })), voteCount('d1-1', 3))).toEqual(
      view(role, vote('d1-1', { answered: 3, seats: 9 })),
    );
  const others = [view('stage', vote('d2-2', { answered: 0 })), view('desk', { kind: 'reveal' }), view('phone', vote('d1-1', { mine: null }))];
  for (const other of others) expect(withCount(other, voteCount('d1-1', 3))).toBe(other);
});

test('a phone knows by its answer that its vote is there, and an older answer does not take a newer vote away', () => {
  const before = view('phone', vote('d1-1', { mine: null }));
  const after = withAnswer(before, cast(2), { ok: true });
  expect(after).toEqual(view('phone', vote('d1-1', { mine: { choice: 'a', counter: 2 } })));
  expect(withAnswer(after, { ...cast(1), choice: 'b' }, { ok: true })).toBe(after);
  expect(withAnswer(before, cast(2), { ok: false, refusal: 'vote-closed' })).toBe(before);
  expect(withAnswer(before, cast(2, 'd2-2'), { ok: true })).toBe(before);
  expect(withAnswer(before, { type: 'seat.hop' }, { ok: true })).toBe(before);
});

test('who is in changes the board and the desk while the lobby is on them, and nothing else', () => {
  const creatures = [3, 8].map((look) => ({ seat: look, look, hops: look, online: look > 3 }));
  const before = { kind: 'lobby', since: 7, creatures: [] };
  const after = { kind: 'lobby', since: 7, creatures };
  expect(withAttendance(view('stage', before), { creatures })).toEqual({ ...view('stage', after), seats: 2 });
  expect(withAttendance(view('desk', before), { creatures })).toEqual({ ...view('desk', after), seats: 2, creatures, online: 1 });
  const others = [view('stage', vote('d1-1', {})), view('desk', { kind: 'scene' }), view('phone', { kind: 'lobby' })];
  for (const other of others) expect(withAttendance(other, { creatures })).toBe(other);
});
