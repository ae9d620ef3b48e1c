import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { ANSWERED, GRACE_MS } from '../../src/lesson/state.ts';
import { bodyOf, draftOf } from '../../src/session/entries.ts';
import { type Entry, type Journal, RoundClosedError, StorageFullError } from '../../src/session/journal.ts';
import type { RunningLesson } from '../../src/session/running-lesson.ts';
import { SEATS, voting } from '../support/server/voting-lesson.ts';

/** What stands in the lesson's journal now. */
function written(journal: Journal): Entry[] {
  const entries: Entry[] = [];
  void journal.follow('lesson', 0, { apply: (entry) => entries.push(entry), caughtUp: () => {} }, AbortSignal.abort());
  return entries;
}
const kindsOf = (journal: Journal) => written(journal).map((entry) => bodyOf(entry).type);
const resultsOf = (journal: Journal) => written(journal).filter((entry) => bodyOf(entry).type === 'vote.released');
/** Who answered, and what came of it, is kept until the lesson ends. */
const ballotsOf = (journal: Journal) =>
  written(journal).filter((entry) => entry.kind === 'ballot' && entry.round !== ANSWERED && !entry.round.endsWith('.result'));

/** Every seat has voted for the first choice. */
async function voted() {
  const lesson = await voting();
  for (let seat = 0; seat < SEATS; seat++) expect(await lesson.votes(seat, 'a', 1)).toEqual({ ok: true });
  const late = () => lesson.journal.append('lesson', draftOf({ type: 'vote.cast', seat: 0, round: lesson.round, choice: 'b', counter: 2 }, 'late'));
  return { ...lesson, late };
}

/** How often `closeRound` was asked, and for what, by a journal that does `instead` the first time. */
function firstTime(journal: Journal, instead: (close: () => Promise<number>) => Promise<number>) {
  const close = journal.closeRound.bind(journal);
  const tried: { round: string; id: string }[] = [];
  journal.closeRound = (lesson, round, draft, after) => {
    tried.push({ round, id: draft.id });
    const closes = () => close(lesson, round, draft, after);
    return tried.length === 1 ? instead(closes) : closes();
  };
  return tried;
}

/** With one vote fewer than eight nothing would be released. */
const countedAll = (room: RunningLesson) => expect(room.lesson.decisions).toMatchObject([{ choice: 'a', released: { shown: 'path', path: 'a' } }]);

test('a close whose ballots could not be destroyed everywhere is finished as soon as it can be, with the same result', async () => {
  const { room, journal, round, late } = await voted();
  const tried = firstTime(journal, async (close) => {
    await close();
    throw new StorageFullError('the log could not be cut');
  });
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => tried.map((one) => one.round), { timeout: 5000 }).toEqual([round, round]);
  expect(tried[1]).toEqual(tried[0]);
  expect(room.lesson.round).toBe(null);
  expect(resultsOf(journal)).toHaveLength(1);
  await expect(late()).rejects.toBeInstanceOf(RoundClosedError);
  room.close();
});

test('a choice is wiped where the lesson holds it: when it is replaced, when its seat is taken away, and at the close', async () => {
  const { room, votes, round } = await voted();
  const held = () => Object.values(room.lesson.round!.ballots).map(({ choice }) => choice);
  const [replaced, ofSeat] = held() as [Uint8Array, Uint8Array];
  expect([replaced, ofSeat].map((choice) => [...choice])).toEqual([[1], [1]]);
  expect(await votes(0, 'b', 2)).toEqual({ ok: true });
  expect([...replaced]).toEqual([0]);
  expect(await room.propose({ type: 'seats.removed', seats: [1] })).toEqual({ ok: true });
  expect([...ofSeat]).toEqual([0]);
  const all = held();
  expect(all.map((choice) => choice[0])).toEqual([2, ...Array<number>(SEATS - 2).fill(1)]);
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => room.lesson.round).toBe(null);
  expect(all.map((choice) => choice[0])).toEqual(Array<number>(SEATS - 1).fill(0));
  room.close();
});

test('a close that a full disk refused is written later, and until then every ballot is kept', async () => {
  const { room, journal, round, late } = await voted();
  const tried = firstTime(journal, () => Promise.reject(new StorageFullError('full')));
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => tried).toHaveLength(1);
  expect(room.lesson.phase).toBe('closing');
  expect(ballotsOf(journal)).toHaveLength(SEATS);
  await expect.poll(() => room.lesson.round, { timeout: 5000 }).toBe(null);
  expect(tried[1]).toEqual(tried[0]);
  countedAll(room);
  expect(ballotsOf(journal)).toEqual([]);
  await expect(late()).rejects.toBeInstanceOf(RoundClosedError);
  room.close();
});

test('ballots of a round without a result that could not be destroyed are destroyed as soon as they can be', async () => {
  const { room, journal, round, late } = await voted();
  const destroy = journal.destroyBallots.bind(journal);
  const tried: string[] = [];
  journal.destroyBallots = async (lesson, ended) => {
    tried.push(ended);
    if (tried.length === 1) throw new StorageFullError('the log could not be cut');
    return destroy(lesson, ended);
  };
  expect(await room.propose({ type: 'lesson.end' })).toEqual({ ok: true });
  await expect.poll(() => tried, { timeout: 5000 }).toEqual([round, round]);
  expect(room.lesson.round).toBe(null);
  await expect(late()).rejects.toBeInstanceOf(RoundClosedError);
  room.close();
});

test('an event of somebody else between the fence and the result destroys nothing; the result is counted again after it', async () => {
  const { room, journal, round } = await voted();
  let between: Entry[] = [];
  const tried = firstTime(journal, async (close) => {
    await journal.append('lesson', draftOf({ type: 'door.lock', locked: true }, 'somebody else'));
    const refused = close();
    await refused.catch(() => {});
    between = ballotsOf(journal);
    return refused;
  });
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => room.lesson.round).toBe(null);
  expect(between).toHaveLength(SEATS);
  expect(tried.map((one) => one.round)).toEqual([round, round]);
  expect(tried[1]?.id).not.toBe(tried[0]?.id);
  expect(kindsOf(journal).slice(-4)).toEqual(['seats.answered', 'result.sealed', 'door.lock', 'vote.released']);
  countedAll(room);
  expect(room.lesson.doorLocked).toBe(true);
  room.close();
});

test('two holders of one lesson close a vote once, and see the same result', async () => {
  const { room, open, journal, round, late } = await voted();
  const other = await open();
  expect(await room.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => [room.lesson.round, other.lesson.round]).toEqual([null, null]);
  expect(resultsOf(journal)).toHaveLength(1);
  expect(other.lesson).toEqual(room.lesson);
  countedAll(room);
  expect(ballotsOf(journal)).toEqual([]);
  await expect(late()).rejects.toBeInstanceOf(RoundClosedError);
  // Neither of them retries.
  const length = written(journal).length;
  expect(await other.propose({ type: 'door.lock', locked: true })).toEqual({ ok: true });
  expect(written(journal)).toHaveLength(length + 1);
  for (const holder of [room, other]) holder.close();
});

test('a restart between the fence and the result finishes the close before the lesson is open', async () => {
  const { room, open, journal, round, late } = await voted();
  room.close();
  await journal.append('lesson', draftOf({ type: 'vote.close', round }, 'fence'));
  expect(ballotsOf(journal)).toHaveLength(SEATS);
  const reopened = await open();
  expect(reopened.lesson.round).toBe(null);
  countedAll(reopened);
  expect(ballotsOf(journal)).toEqual([]);
  await expect(late()).rejects.toBeInstanceOf(RoundClosedError);
  reopened.close();
});

test('a ballot under the id of somebody else’s is refused, also after a restart; its sender may repeat it', async () => {
  const { room, journal, round, open } = await voting();
  const cast = (seat: number, of: RunningLesson = room) => of.propose({ type: 'vote.cast', seat, round, choice: 'a', counter: 1 }, 'one-id');
  // In one tick, and afterwards.
  expect(await Promise.all([cast(0), cast(1), cast(0)])).toEqual([{ ok: true }, { ok: false, refusal: 'bad-message' }, { ok: true }]);
  expect(await cast(1)).toEqual({ ok: false, refusal: 'bad-message' });
  const again = await open();
  expect([await cast(1, again), await cast(0, again)]).toEqual([{ ok: false, refusal: 'bad-message' }, { ok: true }]);
  expect(Object.keys(again.lesson.round?.ballots ?? {})).toEqual(['0']);
  expect(written(journal).filter(({ id }) => id === 'one-id')).toHaveLength(1);
});

test('after a restart a vote in a round that was closed before it is not called late, for it may have counted; one that is in the journal still is known', async () => {
  const { room, open, round } = await voted();
  const repeat = (holder: RunningLesson, counter: number, id: string) =>
    holder.propose({ type: 'vote.cast', seat: 0, round, choice: 'a', counter }, id);
  expect(await repeat(room, 2, 'known')).toEqual({ ok: true });
  room.close();
  const voting = await open();
  expect(await voting.propose({ type: 'vote.close', round })).toEqual({ ok: true });
  await expect.poll(() => voting.lesson.round).toBe(null);
  // This holder has read every vote of the round, so it knows which were counted.
  expect(await repeat(voting, 2, 'known')).toEqual({ ok: true });
  expect(await repeat(voting, 3, 'new')).toEqual({ ok: false, refusal: 'vote-closed' });
  voting.close();
  const after = await open();
  for (const id of ['known', 'new']) expect(await repeat(after, 2, id)).toEqual({ ok: false, refusal: 'vote-unsure' });
  after.close();
});

test('a lesson whose deadline waits for the disk asks for it once more at most when votes of before it are heard', async () => {
  const { room, journal, votes, time, left, round } = await voting();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  expect(await votes(0, 'a', 1)).toEqual({ ok: true });
  await turn();
  const append = journal.append.bind(journal);
  const held: (() => void)[] = [];
  journal.append = async (lesson, draft, after) => {
    if (draft.kind === 'event') await new Promise<void>((done) => held.push(done));
    return append(lesson, draft, after);
  };
  const propose = vi.spyOn(room, 'propose');
  const past = left + GRACE_MS;
  time.now += past;
  await vi.advanceTimersByTimeAsync(past);
  expect(held).toHaveLength(1);
  await append('lesson', draftOf({ type: 'vote.cast', seat: 1, round, choice: 'a', counter: 1 }, 'heard meanwhile'));
  await turn();
  await vi.advanceTimersByTimeAsync(500);
  expect(propose.mock.calls.length).toBeLessThanOrEqual(2);
  for (const done of held.splice(0)) done();
  vi.useRealTimers();
  await expect.poll(() => [room.lesson.phase, held.splice(0).map((done) => done())]).not.toContain('voting');
  room.close();
});
