import { expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import { nodeRuntime } from '../../src/server/secrets.ts';
import { draftOf } from '../../src/session/entries.ts';
import { RoundClosedError, StorageFullError } from '../../src/session/journal.ts';
import { MemoryJournal } from '../../src/session/memory-journal.ts';
import { RunningLesson } from '../../src/session/running-lesson.ts';
import type { News } from '../../src/session/viewers.ts';
import { creationOf } from '../support/class.ts';
import { petje, shared } from '../support/petje.ts';

const SEATS = 8;

/** A room at its first vote, with what it tells whoever looks; `clock` stamps what is written. */
async function voting() {
  const time = { now: Date.UTC(2026, 10, 2, 9), written: 0 };
  const runtime = {
    token: () => `token-${++time.written}`,
    random: () => 0,
    now: () => time.now,
    soon: setImmediate,
    after: nodeRuntime.after,
    noticeSuspend: () => false,
  };
  const clock = { ahead: 0 };
  const journal = new MemoryJournal(() => time.now + clock.ahead);
  await journal.append('lesson', draftOf(creationOf(petje), 'created'));
  const room = await RunningLesson.open('lesson', journal, { stories: new Map([[petje.structure.id, petje]]), shared }, runtime, 0);
  const news: News[] = [];
  const told = { at: [] as number[], takes: 0 };
  room.watch({
    changed: (change) => {
      news.push(change);
      told.at.push(time.now);
      time.now += told.takes;
    },
    over: () => {},
  });
  const does = async (event: UnstampedEvent) => expect(await room.propose(event)).toEqual({ ok: true });
  for (let seat = 0; seat < SEATS; seat++) await does({ type: 'seat.joined', token: `seat-${seat}`, look: seat });
  await does({ type: 'headcount.confirm', count: SEATS });
  while (room.lesson.phase !== 'voting') await does({ type: 'lesson.next', screenRevision: room.lesson.screenRevision });
  const { id: round, opensAt, deadline } = room.lesson.round!;
  time.now = opensAt;
  news.length = 0;
  const votes = (seat: number, choice: string, counter: number) => room.propose({ type: 'vote.cast', seat, round, choice, counter });
  return { room, time, told, opensAt, journal, round, news, votes, clock, left: (deadline ?? opensAt) - opensAt };
}

test('a first vote is news to the board, which is told the count; another choice is news to nobody', async () => {
  const { room, news, votes } = await voting();
  await votes(3, 'a', 1);
  await votes(3, 'b', 2);
  await votes(4, 'b', 1);
  expect(news).toEqual(['count', 'count']);
  room.close();
});

test('who comes in is news to the board, and not to the other phones', async () => {
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

test('ballots that could not be destroyed with their result are destroyed as soon as they can be', async () => {
  const { room, journal, round, votes } = await voting();
  for (let seat = 0; seat < SEATS; seat++) await votes(seat, 'a', 1);
  const destroy = journal.destroyBallots.bind(journal);
  const tried: string[] = [];
  journal.destroyBallots = async (lesson, ended) => {
    tried.push(ended);
    if (tried.length === 1) throw new StorageFullError('the log could not be cut');
    return destroy(lesson, ended);
  };
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => tried, { timeout: 5000 }).toEqual([round, round]);
  expect(room.lesson.round).toBe(null);
  await expect(journal.append('lesson', draftOf({ type: 'vote.cast', seat: 0, round, choice: 'b', counter: 2 }, 'late'))).rejects.toBeInstanceOf(
    RoundClosedError,
  );
  room.close();
});

test('that a vote opens is news also where it opened while the phones were being told that it will', async () => {
  const { room, time, told, opensAt } = await voting();
  time.now = opensAt - 5;
  told.takes = 10;
  told.at.length = 0;
  expect(await room.propose({ type: 'door.lock', locked: true })).toEqual({ ok: true });
  await expect.poll(() => told.at).toEqual([opensAt - 5, opensAt + 5]);
  room.close();
});
