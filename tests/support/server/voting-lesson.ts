import { expect } from 'vitest';
import type { UnstampedEvent } from '../../../src/lesson/events.ts';
import { nodeRuntime } from '../../../src/server/secrets.ts';
import { draftOf } from '../../../src/session/entries.ts';
import type { Journal } from '../../../src/session/journal.ts';
import { MemoryJournal } from '../../../src/session/memory-journal.ts';
import { RunningLesson } from '../../../src/session/running-lesson.ts';
import type { News } from '../../../src/session/viewers.ts';
import { creationOf } from '../lesson/class.ts';
import { petje, shared } from '../lesson/petje.ts';

export const SEATS = 8;

/** A lesson that runs, in its lobby, with what it tells whoever looks. `open`: another holder of the same journal, or one after a restart; `clock` stamps what is written. */
export async function gathered(store?: (now: () => number) => Journal) {
  const time = { now: Date.UTC(2026, 10, 2, 9), written: 0 };
  const last: { timer: { work(): void; cancel(): void } | null } = { timer: null };
  const runtime = {
    token: () => `token-${++time.written}`,
    random: () => 0,
    now: () => time.now,
    soon: setImmediate,
    after: (ms: number, work: () => void) => {
      const cancel = nodeRuntime.after(ms, work);
      last.timer = { work, cancel };
      return cancel;
    },
    noticeSuspend: () => false,
  };
  const clock = { ahead: 0 };
  const stamp = () => time.now + clock.ahead;
  const journal = store?.(stamp) ?? new MemoryJournal(stamp);
  await journal.append('lesson', draftOf(creationOf(petje), 'created'));
  const open = (from: Journal = journal) =>
    RunningLesson.open('lesson', from, { stories: new Map([[petje.structure.id, petje]]), shared }, runtime, 0);
  const room = await open();
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
  return { room, does, open, runtime, time, told, journal, news, clock, last };
}

/** The same at its first vote. */
export async function voting(store?: (now: () => number) => Journal) {
  const { does, last, ...lesson } = await gathered(store);
  const { room, time, news } = lesson;
  while (room.lesson.phase !== 'voting') await does({ type: 'lesson.next', screenRevision: room.lesson.screenRevision });
  const { id: round, opensAt, deadline } = room.lesson.round!;
  time.now = opensAt;
  // Everybody is told that it is open: by the timer that waits for it, or the news of it would come among what a test does.
  last.timer?.cancel();
  last.timer?.work();
  news.length = 0;
  const votes = (seat: number, choice: string, counter: number) => room.propose({ type: 'vote.cast', seat, round, choice, counter });
  return { ...lesson, opensAt, round, votes, left: (deadline ?? opensAt) - opensAt };
}
