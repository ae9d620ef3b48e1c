import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultRound } from '../../src/lesson/release/sealed-results.ts';
import { type Lesson, roundId } from '../../src/lesson/state.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { bodyOf } from '../../src/session/entries.ts';
import { type Entry, type Journal, StorageFullError } from '../../src/session/journal.ts';
import type { LessonSession } from '../../src/session/lesson-session.ts';
import type { RunningLesson } from '../../src/session/running-lesson.ts';
import { sessionOf, viewerOf } from '../support/server/sessions.ts';
import { gathered, SEATS, voting } from '../support/server/voting-lesson.ts';

function written(journal: Journal): Entry[] {
  const entries: Entry[] = [];
  void journal.follow(
    'lesson',
    0,
    { apply: (entry) => entries.push({ ...entry, body: entry.body.slice() }), caughtUp: () => {} },
    AbortSignal.abort(),
  );
  return entries;
}
const roundsOf = (journal: Journal) => [...new Set(written(journal).flatMap((entry) => (entry.kind === 'ballot' ? [entry.round] : [])))];
const events = (journal: Journal) => written(journal).flatMap((entry) => (entry.kind === 'event' ? [JSON.stringify(bodyOf(entry))] : []));
const decided = ({ decisions }: Lesson) => decisions.map(({ node, released }) => [node, released]);

test('a result that the class leaves before the board shows it is nowhere afterwards; one that it saw outlives a restart and the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-left-'));
  const file = join(folder, 'lessons.sqlite');
  const { room, open, time, journal } = await voting((clock) => new SqliteJournal(file, { clock }));
  const does = async (holder: RunningLesson, event: Parameters<RunningLesson['propose']>[0]) =>
    expect(await holder.propose(event)).toEqual({ ok: true });
  const goesTo = async (holder: RunningLesson, phase: string) => {
    while (holder.lesson.phase !== phase) {
      time.now += 5000;
      await does(holder, { type: 'lesson.next', screenRevision: holder.lesson.screenRevision });
    }
  };
  const votes = async (holder: RunningLesson, choice: string) => {
    const { id: round, opensAt } = holder.lesson.round!;
    time.now = Math.max(time.now, opensAt);
    for (let seat = 0; seat < SEATS; seat++) await does(holder, { type: 'vote.cast', seat, round, choice, counter: 1 });
    await does(holder, { type: 'vote.close', round });
    await expect.poll(() => holder.lesson.round).toBe(null);
    return round;
  };
  const first = await votes(room, 'a');
  expect(room.lesson.phase).toBe('reveal');
  await goesTo(room, 'voting');
  const left = await votes(room, 'y');
  expect(room.lesson.phase).toBe('talk');
  const results = () => roundsOf(journal).filter((round) => round.endsWith('.result'));
  expect(results()).toEqual([first, left].map(resultRound));

  await does(room, { type: 'story.back', node: 'tweede', choice: null });
  await expect.poll(results).toEqual([resultRound(first)]);
  // No event tells a result, neither of them.
  expect(events(journal).filter((event) => /"shown"|"path"/.test(event))).toEqual([]);
  const before = decided(room.lesson);
  expect(before).toEqual([['eerste', { shown: 'path', path: 'a' }]]);

  const live = room.lesson;
  room.close();
  await journal.close();
  // A backup without the keys: the class chooses again where it had chosen.
  const restored = join(folder, 'restored.sqlite');
  copyFileSync(file, restored);
  const backup = new SqliteJournal(restored, { clock: () => time.now });
  const without = await open(backup);
  expect([without.lesson.phase, without.lesson.point.node, without.lesson.decisions]).toEqual(['tooFew', 'eerste', []]);
  without.close();
  await backup.close();
  const reopened = new SqliteJournal(file, { clock: () => time.now });
  const again = await open(reopened);
  expect(again.lesson.phase).toBe('question');
  expect(again.lesson).toEqual(live);
  again.watch({ changed: () => {}, over: () => {} });
  await goesTo(again, 'voting');
  await votes(again, 'z');
  await goesTo(again, 'reveal');
  await does(again, { type: 'lesson.end' });
  expect(decided(again.lesson)).toEqual([...before, ['tweede', { shown: 'path', path: 'z' }]]);
  again.close();
  await reopened.close();

  const last = new SqliteJournal(file, { clock: () => time.now });
  const over = await open(last);
  expect(over.lesson.phase).toBe('over');
  expect(decided(over.lesson)).toEqual(decided(again.lesson));
  over.close();
  await last.close();
  rmSync(folder, { recursive: true });
});

test('hands that are sent again on another line, and after a crash, before their result stands in an event, write one result and draw one lot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-hands-'));
  const file = join(folder, 'lessons.sqlite');
  const { room, does, open, runtime, journal } = await gathered((clock) => new SqliteJournal(file, { clock }));
  await does({ type: 'mode.set', mode: 'hands' });
  await does({ type: 'headcount.confirm', count: 24 });
  while (room.lesson.phase !== 'hands' || room.lesson.turn < 2) await does({ type: 'lesson.next', screenRevision: room.lesson.screenRevision });

  const round = roundId(room.lesson);
  // An even lot between two choices falls once to the one, and from then on to the other.
  const lots = [0];
  runtime.random = () => lots.shift() ?? 0.9;
  const asks = (session: LessonSession) => session.ask(viewerOf('desk', null), 'the-same', { type: 'hands.counted', round, hands: { a: 12, b: 12 } });
  const twice = (session: LessonSession) => Promise.all([asks(session), asks(session)]);
  const results = (from: Journal) => written(from).filter((entry) => entry.kind === 'ballot' && entry.round === resultRound(round));
  const { append } = journal;
  journal.append = (lesson, draft, after) =>
    draft.kind === 'event' ? Promise.reject(new StorageFullError('full')) : append.call(journal, lesson, draft, after);
  const full = { ok: false, refusal: 'storage-full' };
  expect(await twice(sessionOf(room, runtime))).toEqual([full, full]);
  expect(results(journal)).toHaveLength(1);
  room.close();
  await journal.close();

  const reopened = new SqliteJournal(file, { clock: () => runtime.now() });
  const again = await open(reopened);
  expect(again.lesson.phase).toBe('hands');
  expect(await twice(sessionOf(again, runtime))).toEqual([{ ok: true }, { ok: true }]);
  expect(results(reopened)).toHaveLength(1);
  expect(again.lesson).toMatchObject({ phase: 'reveal', current: { choice: 'a', by: 'hands' } });
  again.close();
  await reopened.close();
  rmSync(folder, { recursive: true });
});
