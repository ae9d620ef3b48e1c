import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bandsOf } from '../../src/lesson/release/release.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { bodyOf, type LessonBody } from '../../src/session/entries.ts';
import type { Entry } from '../../src/session/journal.ts';
import { randomFrom } from '../support/random.ts';
import { type Acknowledged, ClosingSchool, close, does, IN_FLIGHT, roundOf, SEATS, vote } from '../support/server/closing-lesson.ts';
import { ballotsIn, filesWith, keysIn } from '../support/server/disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-closing-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

/** What a kill left in the files: the vote with its ballots, the fence without the result, or the result. */
type Left = 'vote' | 'fence' | 'result';

/** Reads a copy: whoever opens the files finishes what the kill has interrupted. */
function leftBy(place: string, classes: Map<string, Acknowledged>): Left[] {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(place, copy, { recursive: true });
  const written = new SqliteJournal(join(copy, 'lessons.sqlite'));
  const left = [...classes].map(([stream, acknowledged]) => leftOf(written, stream, acknowledged));
  void written.close();
  rmSync(copy, { recursive: true });
  return left;
}

/** Every vote that was acknowledged can be read until the result is there, and none afterwards. */
function leftOf(written: SqliteJournal, stream: string, { a, b }: Acknowledged): Left {
  const types = new Set<string>();
  const newest = new Map<number, Extract<LessonBody, { type: 'vote.cast' }>>();
  const apply = (entry: Entry) => {
    const body = bodyOf(entry);
    types.add(body.type);
    if (body.type === 'vote.cast' && body.counter >= (newest.get(body.seat)?.counter ?? 0)) newest.set(body.seat, body);
  };
  void written.follow(stream, 0, { apply, caughtUp: () => {} }, AbortSignal.abort());
  const left = types.has('vote.released') ? 'result' : types.has('vote.close') ? 'fence' : 'vote';
  const votes = [...newest.values()];
  const of = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  if (left === 'result') expect(votes).toEqual([]);
  else
    expect([
      { a, b },
      { a: a + IN_FLIGHT, b },
    ]).toContainEqual({ a: of('a'), b: of('b') });
  return left;
}

/**
 * After the restart: every acknowledged vote is counted, once. A vote that was in flight is counted or not; those of one tick
 * share a transaction, so that they go together.
 */
async function countsEachOnce(school: ClosingSchool, stream: string, { a, b }: Acknowledged, left: Left): Promise<void> {
  const lesson = await school.open(stream);
  expect(lesson.lesson.phase === 'voting', left).toBe(left === 'vote');
  if (left === 'vote') await does(lesson, { type: 'vote.close', round: roundOf(lesson) });
  await vi.waitFor(() => expect(lesson.lesson.round).toBe(null), { interval: 1 });
  const [decision, ...others] = lesson.lesson.decisions;
  expect(others).toEqual([]);
  const told = decision?.released?.shown === 'bands' ? decision.released.bands : null;
  expect([bandsOf({ a, b }), bandsOf({ a: a + IN_FLIGHT, b })]).toContainEqual(told);
  lesson.close();
}

/** Reads and cuts what a kill has left in this folder, and restarts there. `keys`: with what the ballots could be read. */
async function survives(place: string, classes: Map<string, Acknowledged>, keys = keysIn(place)): Promise<Left[]> {
  const file = join(place, 'lessons.sqlite');
  const left = leftBy(place, classes);
  const school = new ClosingSchool(file);
  for (const [index, [stream, acknowledged]] of [...classes].entries()) await countsEachOnce(school, stream, acknowledged, left[index]!);
  await school.journal.close();
  expect(ballotsIn(place)).toBe(0);
  for (const key of keys) expect(filesWith(place, key)).toEqual([]);
  return left;
}

test('a kill between any two calls of a close leaves the vote with every ballot, or the result without one', async () => {
  const seen = new Map<Left, number>();
  for (let seed = 1; seed <= 2; seed++) {
    const random = randomFrom(seed);
    const place = mkdtempSync(join(folder, 'running-'));
    const school = new ClosingSchool(join(place, 'lessons.sqlite'));
    const lesson = await school.openVote('lesson', SEATS);
    const acknowledged = await vote(lesson, random);
    const keys = keysIn(place);
    expect(keys).toHaveLength(1);

    // What is in the files at an instant is what a kill at that instant leaves.
    const kills: Map<string, Buffer>[] = [];
    const kill = () => kills.push(new Map(readdirSync(place).map((name) => [name, readFileSync(join(place, name))])));
    const { exec } = DatabaseSync.prototype;
    const { run, get } = StatementSync.prototype;
    const { writeSync, fdatasync } = fs;
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, ...args) {
      kill();
      return exec.apply(this, args);
    });
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (this: StatementSync, ...args) {
      kill();
      return run.apply(this, args);
    });
    vi.spyOn(StatementSync.prototype, 'get').mockImplementation(function (this: StatementSync, ...args) {
      kill();
      return get.apply(this, args);
    });
    // The key file is written by calls of the system, in which nothing but a key passes.
    vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
      kill();
      return Reflect.apply(writeSync, fs, args);
    });
    const synced = vi.spyOn(fs, 'fdatasync').mockImplementation((...args) => {
      kill();
      return fdatasync(...args);
    });
    syncBuiltinESMExports();
    await close(lesson);
    await vi.waitFor(() => expect(lesson.lesson.round).toBe(null), { interval: 1 });
    expect(synced).toHaveBeenCalled();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    kill();
    lesson.close();
    await school.journal.close();

    for (const files of [...kills, ...kills.flatMap((before, index) => torn(before, kills[index + 1], random))]) {
      const killed = mkdtempSync(join(folder, 'killed-'));
      for (const [name, content] of files) writeFileSync(join(killed, name), content);
      const [left] = await survives(killed, new Map([['lesson', acknowledged]]), keys);
      seen.set(left!, (seen.get(left!) ?? 0) + 1);
      rmSync(killed, { recursive: true });
    }
  }
  for (const left of ['vote', 'fence', 'result'] as const) expect(seen.get(left), left).toBeGreaterThan(10);
});

const PAGE = 4096;

/** Kills within one call: while a commit writes to the end of the log, while a checkpoint writes pages of the log to the database, or while a key is overwritten. */
function torn(before: Map<string, Buffer>, after: Map<string, Buffer> | undefined, random: ReturnType<typeof randomFrom>): Map<string, Buffer>[] {
  const [keysBefore, keysAfter] = [before.get('lessons.sqlite-keys'), after?.get('lessons.sqlite-keys')];
  if (keysBefore && keysAfter && !keysAfter.equals(keysBefore)) {
    const changed = keysAfter.findIndex((byte, index) => byte !== keysBefore[index]);
    const cut = changed + 1 + random.below(30);
    return [new Map([...before, ['lessons.sqlite-keys', Buffer.concat([keysAfter.subarray(0, cut), keysBefore.subarray(cut)])]])];
  }
  const [base, log] = ['lessons.sqlite', 'lessons.sqlite-wal'];
  const [baseBefore, logBefore, baseAfter, logAfter] = [before.get(base), before.get(log), after?.get(base), after?.get(log)];
  if (!baseBefore || !logBefore || !baseAfter || !logAfter) return [];
  if (logAfter.length > logBefore.length) {
    const cut = logBefore.length + random.below(logAfter.length - logBefore.length);
    return [new Map([...before, [log, logAfter.subarray(0, cut)]])];
  }
  if (baseAfter.equals(baseBefore)) return [];
  const pages = random.below(Math.ceil(baseAfter.length / PAGE)) * PAGE;
  return [new Map([...before, [base, Buffer.concat([baseAfter.subarray(0, pages), baseBefore.subarray(pages)])]])];
}

const KILLS = 12;
const CLASSES = 9;
/** More than any close takes: the process is killed once all are closed. */
const AFTER_ALL = 100_000;
/** How many further kills may look for a fence without its result, where none of the first left one. */
const SEARCHES = 30;

test(`${KILLS * CLASSES} rounds in processes that are killed while they close them lose no acknowledged vote and count none twice`, async () => {
  const random = randomFrom(2026);
  const script = fileURLToPath(new URL('../support/server/closing-process.ts', import.meta.url));
  const seen = new Map<Left, number>();
  /** How many calls came before the latest kill that left a vote, and before the earliest that left a result. */
  let [latestVote, earliestResult] = [0, AFTER_ALL];
  let seed = 0;
  const killedAt = async (calls: number) => {
    const place = mkdtempSync(join(folder, 'process-'));
    const args = [join(place, 'lessons.sqlite'), seed++, CLASSES, calls].map(String);
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(signal).toBe('SIGKILL');
    const lines = said.trimEnd().split('\n');
    const classes = new Map(lines.map((line) => JSON.parse(line) as Acknowledged & { stream: string }).map(({ stream, a, b }) => [stream, { a, b }]));
    expect(classes.size).toBe(CLASSES);
    for (const left of await survives(place, classes)) {
      seen.set(left, (seen.get(left) ?? 0) + 1);
      if (left === 'vote') latestVote = Math.max(latestVote, calls);
      if (left === 'result') earliestResult = Math.min(earliestResult, calls);
    }
  };
  const rounds = [0, AFTER_ALL, ...Array.from({ length: KILLS - 2 }, () => random.below(200))];
  const one = async () => {
    for (let calls = rounds.shift(); calls !== undefined; calls = rounds.shift()) await killedAt(calls);
  };
  await Promise.all([one(), one()]);
  // How many closes share a transaction, and with that where a fence stands alone, depends on how busy the machine is.
  for (let searches = 0; !seen.has('fence') && searches < SEARCHES; searches++) {
    const [from, to] = [Math.min(latestVote, earliestResult), Math.max(latestVote, Math.min(earliestResult, 200))];
    await killedAt(from + random.below(to - from + 1));
  }
  for (const left of ['vote', 'fence', 'result'] as const) expect(seen.get(left) ?? 0, left).toBeGreaterThan(0);
});
