import fs, { mkdtempSync, renameSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Log } from '../../../src/server/stores/log.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { StorageFullError } from '../../../src/session/journal.ts';
import { ballot, event, read } from '../../support/server/journal-contract.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-slow-'));
  file = join(folder, 'lessons.sqlite');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** Holds every sync until it is told how that went. */
function heldDisk() {
  const held: ((refused: NodeJS.ErrnoException | null) => void)[] = [];
  vi.spyOn(fs, 'fdatasync').mockImplementation((_, done) => void held.push(done));
  syncBuiltinESMExports();
  const answers = (refused: NodeJS.ErrnoException | null = null) => {
    for (const done of held.splice(0)) done(refused);
  };
  return { isAsked: () => vi.waitFor(() => expect(held).not.toEqual([]), { interval: 1 }), answers };
}
const refusal = (code = 'EIO') => Object.assign(new Error(code), { code });

test.skipIf(process.platform === 'win32')('a disk that is lost while two classes close answers both, and the journal closes', async () => {
  let other = Promise.resolve(0);
  let told = 'waits';
  const journal: SqliteJournal = new SqliteJournal(file, {
    // So that what the one left is removed while the close of the other is on its way.
    onDestroyed: () => {
      other = journal.closeRound('b', 'r', event(), fence);
      other.catch((error) => {
        told = error.constructor.name;
      });
    },
  });
  const fence = await journal.append('b', event());
  await Promise.all(['a', 'b'].map((lesson) => journal.append(lesson, ballot('r'))));
  vi.spyOn(Log.prototype, 'empty').mockImplementation(() => {
    renameSync(folder, `${folder}-away`);
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  await expect(journal.destroyBallots('a', 'r')).rejects.toBeInstanceOf(StorageFullError);
  for (let turns = 0; turns < 20; turns++) await turn();
  expect(told).toBe('StorageFullError');
  await journal.close();
  renameSync(`${folder}-away`, folder);
});

test('what closed rounds have left is removed while others go on closing', async () => {
  const journal = new SqliteJournal(file);
  const lessons = Array.from({ length: 30 }, (_, number) => `lesson ${number}`);
  const fences = await Promise.all(lessons.map((lesson) => journal.append(lesson, event())));
  await Promise.all(lessons.map((lesson) => journal.append(lesson, ballot('r'))));
  const closes: Promise<unknown>[] = [];
  let [answered, before] = [0, 0];
  const closesNext = () => {
    const lesson = lessons[closes.length];
    if (!lesson) return;
    before = answered;
    closes.push(journal.closeRound(lesson, 'r', event(), fences[closes.length]!).then(() => (answered += 1)));
  };
  // Whenever the disk is asked something, another class closes its vote.
  vi.spyOn(fs, 'fdatasync').mockImplementation((_, done) => {
    closesNext();
    setImmediate(done, null);
  });
  syncBuiltinESMExports();
  closesNext();
  await vi.waitFor(() => expect(answered).toBe(lessons.length), { interval: 1 });
  expect(before).toBeGreaterThan(lessons.length / 2);
  await journal.close();
});

test('an entry has the time at which it was asked, however long the disk was busy before it; none is earlier than one before it', async () => {
  let clock = 1000;
  const journal = new SqliteJournal(file, { clock: () => clock });
  const disk = heldDisk();
  const first = journal.append('a', event('first'));
  await disk.isAsked();
  clock = 2000;
  const vote = journal.append('a', ballot('r', 'vote'));
  clock = 500;
  const setBack = journal.append('b', event('set back'));
  clock = 9000;
  disk.answers();
  await first;
  await disk.isAsked();
  disk.answers();
  await Promise.all([vote, setBack]);
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  const [a, b] = [await read(journal, 'a'), await read(journal, 'b')];
  expect([...a.entries, ...b.entries].map(({ at }) => at)).toEqual([1000, 2000, 2000]);
  await journal.close();
});

test('a sync that failed is heard, also where the journal closes at that moment', async () => {
  const journal = new SqliteJournal(file);
  const disk = heldDisk();
  const vote = ballot('r', 'vote');
  const asked = expect(journal.append('a', vote)).rejects.toBeInstanceOf(StorageFullError);
  await disk.isAsked();
  // The system says it once: who asks for the same again hears that all is well.
  const closed = [journal.close(), journal.close()];
  disk.answers(refusal());
  await Promise.all([asked, ...closed]);
  const next = new SqliteJournal(file);
  expect((await read(next, 'a')).heard).toEqual(['caughtUp']);
  await next.close();
});

test('what is asked of a journal that is closing or closed is refused, and nothing is kept of it', async () => {
  const journal = new SqliteJournal(file);
  const disk = heldDisk();
  const first = journal.append('a', event());
  await disk.isAsked();
  const closed = journal.close();
  const votes = [ballot('r', 'while it closes'), ballot('r', 'later')];
  const told: string[] = [];
  const asks = (vote = votes[told.length]!) => journal.append('a', vote).catch((error: Error) => told.push(error.message));
  void asks(votes[0]);
  disk.answers();
  await Promise.all([first, closed]);
  void asks(votes[1]);
  await turn();
  expect(told).toEqual(['the journal is closed', 'the journal is closed']);
  for (const { body } of votes) expect(body.every((byte) => byte === 0)).toBe(true);
});

test('a write of which the disk took a part only is refused: of a key, and of a page that is copied', async () => {
  const journal = new SqliteJournal(file);
  await journal.append('a', ballot('r'));
  const { writeSync } = fs;
  const takesHalf = (oneOf: (length: number) => boolean) => {
    vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
      const [descriptor, bytes, offset, length, position] = args as [number, Buffer, number, number, number];
      return writeSync(descriptor, bytes, offset, oneOf(length) ? length / 2 : length, position);
    });
    syncBuiltinESMExports();
  };
  takesHalf((length) => length === 32);
  await expect(journal.append('a', ballot('s'))).rejects.toBeInstanceOf(StorageFullError);
  takesHalf((length) => length > 32);
  await expect(journal.destroyBallots('a', 'r')).rejects.toBeInstanceOf(StorageFullError);
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await journal.append('a', ballot('s', 'later'));
  await journal.destroyBallots('a', 'r');
  expect((await read(journal, 'a')).heard).toEqual(['later', 'caughtUp']);
  await journal.close();
});

test.skipIf(process.platform === 'win32')('nothing is promised in a new log whose name the disk has not taken', async () => {
  await new SqliteJournal(file).close();
  const synced = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw refusal();
  });
  syncBuiltinESMExports();
  const journal = new SqliteJournal(file);
  expect(journal.writable).toBe(false);
  await expect(journal.append('a', event())).rejects.toBeInstanceOf(StorageFullError);
  synced.mockImplementation(() => {});
  synced.mockClear();
  await journal.append('a', event('later'));
  await journal.append('a', event('again'));
  expect(synced).toHaveBeenCalledOnce();
  expect((await read(journal, 'a')).heard).toEqual(['later', 'again', 'caughtUp']);
  await journal.close();
});
