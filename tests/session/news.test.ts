import { expect, test } from 'vitest';
import { voting } from '../support/server/voting-lesson.ts';

test('a first vote is news to the board, which is told the count; another choice is news to nobody', async () => {
  const { room, news, votes } = await voting();
  await votes(3, 'a', 1);
  await votes(3, 'b', 2);
  await votes(4, 'b', 1);
  expect(news).toEqual(['count', 'count']);
  room.close();
});

test('a join is news to the board, and not to the other phones', async () => {
  const { room, news } = await voting();
  expect(await room.propose({ type: 'seat.joined', token: 'late', look: 9 })).toEqual({ ok: true });
  expect(news).toEqual(['seats']);
  room.close();
});

test('a vote that was written too late is an answer to its phone, and news to nobody', async () => {
  const { room, news, votes, clock, left } = await voting();
  clock.ahead = left + 60_000;
  expect(await votes(3, 'a', 1)).toEqual({ ok: false, refusal: 'vote-closed' });
  expect(news).toEqual([]);
  room.close();
});

test('the opening of a vote is news, also if it opened while the phones were being told that it will', async () => {
  const { room, time, told, opensAt } = await voting();
  time.now = opensAt - 5;
  told.takes = 10;
  told.at.length = 0;
  expect(await room.propose({ type: 'door.lock', locked: true })).toEqual({ ok: true });
  await expect.poll(() => told.at).toEqual([opensAt - 5, opensAt + 5]);
  room.close();
});
