import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newToken } from '../../../src/server/secrets.ts';
import { SLOTS } from '../../../src/server/stores/key-file.ts';
import { SealedBallots } from '../../../src/server/stores/sealed-ballots.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { draftOf } from '../../../src/session/entries.ts';
import { JournalInUseError, StorageFullError } from '../../../src/session/journal.ts';
import { ballotsIn, diskOf, filesWith, keysIn } from '../../support/server/disk.ts';
import { describeDurableJournal } from '../../support/server/durable-journal-contract.ts';
import { ballot, describeJournal, event, listen } from '../../support/server/journal-contract.ts';

let folder: string;
let file: string;
let journal: SqliteJournal;
let clock: number;
const open = () => new SqliteJournal(file, { clock: () => clock++ });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-journal-'));
  file = join(folder, 'lessons.sqlite');
  clock = 1000;
  journal = open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await journal.close();
});

async function reopen(): Promise<void> {
  await journal.close();
  journal = open();
}

/** The transactions in the write-ahead log: the last frame of each carries the size of the database. */
function commits(): number {
  const log = readFileSync(`${file}-wal`);
  const page = log.readUInt32BE(8);
  let found = 0;
  for (let frame = 32; frame + 24 <= log.length; frame += 24 + page) if (log.readUInt32BE(frame + 4) > 0) found += 1;
  return found;
}

// A second process is kept out, so that a second writer is a second holder of the same journal.
describeJournal(
  () => journal,
  (first) => first,
);
describeDurableJournal((store, now) => new SqliteJournal(join(folder, store), { clock: now }));

describe('appending', () => {
  test('many in one tick is one commit, and each later one another', async () => {
    await journal.append('a', event());
    const before = commits();
    await Promise.all(Array.from({ length: 40 }, (_, index) => journal.append(`lesson ${index % 3}`, ballot('r', `${index}`))));
    expect(commits() - before).toBe(1);
    await journal.append('a', event());
    await journal.append('a', event());
    expect(commits() - before).toBe(3);
  });

  test('to a full disk is refused whole, and nothing that was promised is lost', () => {
    const script = `
      import { SqliteJournal } from './src/server/stores/sqlite.ts';
      import { StorageFullError } from './src/session/journal.ts';
      const journal = new SqliteJournal(${JSON.stringify(join(folder, 'full.sqlite'))});
      const promised = [];
      for (let number = 0; number < 500; number++) {
        const body = new TextEncoder().encode('entry ' + number + '.' + 'x'.repeat(900));
        const results = await Promise.allSettled([0, 1].map((half) => journal.append('a', { kind: 'event', id: 'name-' + number + '-' + half, body })));
        if (results.every(({ status }) => status === 'fulfilled')) promised.push(number);
        else if (results.some(({ status }) => status === 'fulfilled')) throw new Error('half a commit');
        else if (!results.every(({ reason }) => reason instanceof StorageFullError)) throw results[0].reason;
      }
      process.stdout.write(JSON.stringify(promised));
      process.kill(process.pid, 'SIGKILL');`;
    const [command, ...args] = [...diskOf(300), process.execPath, '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
    const { stdout, stderr } = spawnSync(command as string, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const promised = JSON.parse(stdout) as number[];
    expect(promised.length).toBeGreaterThan(10);
    expect(promised.length).toBeLessThan(400);
    const survived = new SqliteJournal(join(folder, 'full.sqlite'));
    const heard = listen(survived, 'a')
      .heard.slice(0, -1)
      .map((text) => Number(/^entry (\d+)\./.exec(text)?.[1]));
    survived.close();
    expect(heard).toEqual(promised.flatMap((number) => [number, number]));
  });
});

describe('destroying', () => {
  test('the ballots of a round, which were never in any file to be read, leaves neither a record nor the key of them', async () => {
    const mark = newToken();
    await journal.append('a', event());
    await Promise.all(Array.from({ length: 300 }, () => journal.append('a', ballot('r', mark))));
    await reopen();
    await journal.append('a', ballot('r', mark));
    expect(listen(journal, 'a').heard).toEqual(['event', ...Array<string>(301).fill(mark), 'caughtUp']);
    expect(filesWith(folder, mark)).toEqual([]);
    expect(ballotsIn(folder)).toBe(301);
    const [key] = keysIn(folder) as [Buffer];
    expect(filesWith(folder, key)).toEqual(['lessons.sqlite-keys']);
    await journal.destroyBallots('a', 'r');
    const isGone = () => expect([ballotsIn(folder), keysIn(folder), filesWith(folder, key)]).toEqual([0, [], []]);
    isGone();
    expect(listen(journal, 'a').heard).toEqual(['event', 'caughtUp']);
    await reopen();
    isGone();
  });

  test('the ballots of a round leaves the same events at the same positions, in a file of the same size, however many and long they were', async () => {
    const emptied = async (name: string, ballots: number, length: number) => {
      const place = join(folder, name);
      const kept = new SqliteJournal(place, { clock: () => 1000 });
      for (let number = 0; number < 60; number++) {
        await kept.append('a', event(`event ${number} ${'.'.repeat(200)}`, `name-${number}`));
        // Somebody joins while the vote is open, so that pages of events come after those of ballots.
        if (number >= 50) await Promise.all(Array.from({ length: ballots / 10 }, () => kept.append('a', ballot('r', 'x'.repeat(length)))));
      }
      await kept.destroyBallots('a', 'r');
      await kept.append('a', event('last', 'name-last'));
      const { entries, stop } = listen(kept, 'a');
      stop();
      kept.close();
      return { entries, size: statSync(place).size };
    };
    const few = await emptied('few', 10, 20);
    expect(few.entries).toHaveLength(61);
    expect(await emptied('many', 300, 20)).toEqual(few);
    expect(await emptied('long', 50, 900)).toEqual(few);
  });

  test('the ballots of a round is finished at the next start where a crash came between the deletion and the end of the key', async () => {
    await journal.append('a', ballot('r'));
    await journal.append('a', ballot('s', 'kept'));
    const keys = readFileSync(`${file}-keys`);
    const [key] = keysIn(folder) as [Buffer];
    await journal.destroyBallots('a', 'r');
    await journal.close();
    writeFileSync(`${file}-keys`, keys);
    expect(filesWith(folder, key)).toEqual(['lessons.sqlite-keys']);
    journal = open();
    expect(filesWith(folder, key)).toEqual([]);
    expect(listen(journal, 'a').heard).toEqual(['kept', 'caughtUp']);
  });

  test('ballots leaves what the disk still has of them without a meaning: only a copy of that very moment, keys included, can be read', async () => {
    const copied = (names: string[]) => {
      const copy = mkdtempSync(join(folder, 'copy-'));
      for (const name of names) copyFileSync(join(folder, name), join(copy, name));
      return copy;
    };
    const readIn = (copy: string) => {
      const copied = new SqliteJournal(join(copy, 'lessons.sqlite'));
      const { heard, stop } = listen(copied, 'a');
      stop();
      copied.close();
      return heard;
    };
    const fence = await journal.append('a', event('fence'));
    await journal.append('a', ballot('r', 'vote'));
    const names = readdirSync(folder);
    const [whole, without] = [copied(names), copied(names.filter((name) => !name.endsWith('-keys')))];
    const database = copied(names);
    await journal.closeRound('a', 'r', event('result'), fence);
    copyFileSync(`${file}-keys`, join(database, 'lessons.sqlite-keys'));
    expect(readIn(database)).toEqual(['fence', 'caughtUp']);
    expect(readIn(without)).toEqual(['fence', 'caughtUp']);
    expect(readIn(whole)).toEqual(['fence', 'vote', 'caughtUp']);
  });

  test('and writing overwrites the file of keys where it stands, which nobody else may read', async () => {
    const { ino, size, blocks } = statSync(`${file}-keys`);
    for (let number = 0; number < 5; number++) {
      await Promise.all(Array.from({ length: 20 }, (_, lesson) => journal.append(`lesson-${lesson}`, ballot(`r-${number}`))));
      await Promise.all(Array.from({ length: 20 }, (_, lesson) => journal.destroyBallots(`lesson-${lesson}`, `r-${number}`)));
    }
    await reopen();
    expect(statSync(`${file}-keys`)).toMatchObject({ ino, size, blocks });
    expect(statSync(`${file}-keys`).mode & 0o777).toBe(0o600);
  });

  test('a lesson leaves no byte of it in any file, and no other lesson is touched', async () => {
    const mark = newToken();
    await journal.append('a', event(mark, `name-${mark}`));
    await journal.append('a', ballot('r', mark));
    await journal.destroyBallots('a', `round-${mark}`);
    await journal.append('b', event('kept'));
    expect(filesWith(folder, mark)).not.toEqual([]);
    await journal.destroyLesson('a');
    await journal.destroyLesson('a');
    expect(filesWith(folder, mark)).toEqual([]);
    expect(listen(journal, 'a').heard).toEqual(['caughtUp']);
    expect(listen(journal, 'b').heard).toEqual(['kept', 'caughtUp']);
  });
});

test('closing a round leaves neither a ballot nor the key in any file', async () => {
  const fence = await journal.append('a', event());
  await Promise.all(Array.from({ length: 100 }, () => journal.append('a', ballot('r'))));
  const [key] = keysIn(folder) as [Buffer];
  await journal.closeRound('a', 'r', event(), fence);
  expect([ballotsIn(folder), filesWith(folder, key)]).toEqual([0, []]);
});

test('while what a closed round has left is removed from the files, others are written and answered', async () => {
  const fence = await journal.append('a', event());
  await journal.append('a', ballot('r'));
  const [key] = keysIn(folder) as [Buffer];
  const order: string[] = [];
  const closed = journal.closeRound('a', 'r', event(), fence).then(() => order.push('closed'));
  await journal.append('b', event()).then(() => order.push('in the same commit'));
  // The key is gone before anybody hears anything.
  expect(filesWith(folder, key)).toEqual([]);
  await journal.append('b', event()).then(() => order.push('in the next'));
  await closed;
  expect(order).toEqual(['in the same commit', 'in the next', 'closed']);
  // Whoever closes the journal meanwhile waits for it.
  const destroyed = journal.destroyLesson('a').then(() => order.push('destroyed'));
  await journal.close();
  await destroyed;
  expect(order).toHaveLength(4);
});

test('every vote is a record of the same length, and no two records are equal', async () => {
  const long = 'x'.repeat(80);
  for (const choice of [null, 'a', 'a', long]) {
    const vote = { type: 'vote.cast', seat: choice === long ? 149 : 3, round: 'r', choice, counter: choice === long ? 100_000 : 1 } as const;
    await journal.append('a', draftOf(vote, newToken()));
  }
  await journal.close();
  const database = new DatabaseSync(file);
  const records = database
    .prepare('SELECT record FROM sealed')
    .all()
    .map(({ record }) => Buffer.from(record as Uint8Array).toString('hex'));
  database.close();
  expect(new Set(records).size).toBe(4);
  expect(new Set(records.map(({ length }) => length)).size).toBe(1);
});

test('a ballot whose record was moved to another place in the order, or to another round, does not open', async () => {
  await Promise.all([journal.append('a', ballot('r', 'one')), journal.append('a', ballot('r', 'two')), journal.append('a', ballot('s', 'three'))]);
  await journal.close();
  const database = new DatabaseSync(file);
  database.exec('UPDATE sealed SET position = position + 10 WHERE position = (SELECT min(position) FROM sealed)');
  database.exec("UPDATE rounds SET round = round || '-2' WHERE round = 's'");
  database.close();
  journal = open();
  expect(listen(journal, 'a').heard).toEqual(['two', 'caughtUp']);
});

test('where every key is in use, a vote in one more round is refused; the others go on, and a round that closes makes place', async () => {
  await Promise.all(Array.from({ length: SLOTS }, (_, lesson) => journal.append(`lesson-${lesson}`, ballot('r'))));
  const more = journal.append('a', ballot('r'));
  const same = journal.append('lesson-0', ballot('r'));
  await expect(more).rejects.toBeInstanceOf(StorageFullError);
  expect(await same).toBeGreaterThan(0);
  await journal.destroyBallots('lesson-7', 'r');
  expect(await journal.append('a', ballot('r'))).toBeGreaterThan(0);
  expect(new Set(keysIn(folder).map((key) => key.toString('hex'))).size).toBe(SLOTS);
});

test('the ballots that an edition without keys left open are sealed, and can be read in no file any more', async () => {
  const mark = newToken();
  const place = join(folder, 'older');
  const crashed = mkdtempSync(join(folder, 'crashed-'));
  const older = new DatabaseSync(place);
  older.exec(`PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
    CREATE TABLE events (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (lesson, id)) STRICT;
    CREATE TABLE ballots (position INTEGER PRIMARY KEY, lesson TEXT NOT NULL, round TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL) STRICT;`);
  const write = older.prepare('INSERT INTO ballots VALUES (?, ?, ?, ?, ?, CAST(? AS BLOB))');
  for (let number = 1; number <= 40; number++) {
    // Half of them stand in the database, half in the log.
    if (number === 20) older.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    write.run(number, 'a', 'r', `name-${number}`, 900 + number, `${mark} ${number}`);
  }
  for (const name of ['older', 'older-wal']) copyFileSync(join(folder, name), join(crashed, name));
  older.close();
  expect(filesWith(crashed, mark).toSorted()).toEqual(['older', 'older-wal']);
  const taken = new SqliteJournal(join(crashed, 'older'), { clock: () => 0 });
  expect(filesWith(crashed, mark)).toEqual([]);
  const { heard, entries, stop } = listen(taken, 'a');
  stop();
  expect(heard).toEqual([...Array.from({ length: 40 }, (_, index) => `${mark} ${index + 1}`), 'caughtUp']);
  expect(entries.map(({ position, at }) => at - position)).toEqual(Array<number>(40).fill(900));
  expect(await taken.append('a', ballot('r', 'vote', 'name-7'))).toBe(7);
  expect(await taken.append('a', ballot('r'))).toBe(41);
  taken.close();
});

describe.skipIf(process.platform === 'win32')('a folder that is not where it was', () => {
  const away = () => `${folder}-away`;
  const moves = () => renameSync(folder, away());
  const returns = () => renameSync(away(), folder);
  const contents = () => new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('hex')]));

  /** Puts a folder there that a crash has left, with much in its log. */
  async function replaces(): Promise<void> {
    const elsewhere = mkdtempSync(join(tmpdir(), 'wat-doe-jij-other-'));
    const other = new SqliteJournal(join(elsewhere, 'lessons.sqlite'));
    for (let number = 0; number < 30; number++) await other.append('other', event(`event ${number}`));
    mkdirSync(`${folder}-other`);
    for (const name of readdirSync(elsewhere)) copyFileSync(join(elsewhere, name), join(`${folder}-other`, name));
    await other.close();
  }
  const isReplaced = () => {
    moves();
    renameSync(`${folder}-other`, folder);
  };

  test('and another in its place, keeps every byte that stands there, and takes nothing', async () => {
    await journal.append('a', event());
    await replaces();
    const { size } = statSync(`${file}-wal`);
    isReplaced();
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(size);
    const before = contents();
    await expect(journal.append('a', event())).rejects.toBeInstanceOf(StorageFullError);
    await expect(journal.destroyLesson('other')).rejects.toBeInstanceOf(StorageFullError);
    expect(journal.writable).toBe(false);
    await journal.close();
    expect(contents()).toEqual(before);
    journal = open();
    expect(listen(journal, 'other').heard).toHaveLength(31);
  });

  test('and that is replaced in the middle of a transaction that fails, loses nothing of the other either', async () => {
    await journal.append('a', event());
    await replaces();
    let before = new Map<string, string>();
    vi.spyOn(SealedBallots.prototype, 'writeKeys').mockImplementationOnce(() => {
      isReplaced();
      before = contents();
      throw new Error('it fails');
    });
    await expect(journal.append('a', event())).rejects.toThrow('it fails');
    expect(before.size).toBeGreaterThan(2);
    expect(contents()).toEqual(before);
  });

  test('when something was committed takes nothing more after its return until a restart, which reads what is there', async () => {
    await journal.close();
    const told: boolean[] = [];
    journal = new SqliteJournal(file, { onWritable: (writable) => told.push(writable) });
    await journal.append('a', event('heard'));
    const { heard } = listen(journal, 'a');
    vi.spyOn(SealedBallots.prototype, 'writeKeys').mockImplementationOnce(moves);
    await expect(journal.append('a', event('unheard'))).rejects.toBeInstanceOf(StorageFullError);
    returns();
    await expect(journal.append('a', event())).rejects.toBeInstanceOf(StorageFullError);
    await expect(journal.destroyBallots('a', 'r')).rejects.toBeInstanceOf(StorageFullError);
    expect([journal.writable, told, heard]).toEqual([false, [false], ['heard', 'caughtUp']]);
    await reopen();
    await journal.append('a', event('later'));
    expect(listen(journal, 'a').heard).toEqual(['heard', 'unheard', 'later', 'caughtUp']);
  });

  test('or of which the system does not say what stands there, refuses, and takes what is asked once it is there again', async () => {
    await journal.append('a', event());
    moves();
    symlinkSync(folder, folder);
    expect(() => statSync(file, { throwIfNoEntry: false })).toThrow('ELOOP');
    await expect(journal.append('a', event())).rejects.toBeInstanceOf(StorageFullError);
    unlinkSync(folder);
    returns();
    await journal.append('a', event());
    expect(journal.writable).toBe(true);
  });

  test('leaves nothing in memory of a vote that it refuses', async () => {
    const [vote, other] = [ballot('r'), event('kept as it is')];
    moves();
    const asked = Promise.allSettled([journal.append('a', vote), journal.append('a', other)]);
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([...vote.body]).toEqual(Array<number>(vote.body.length).fill(0));
    // The same event may be asked again.
    expect(new TextDecoder().decode(other.body)).toBe('kept as it is');
  });
});

test('a file that is in use is not opened a second time', () => {
  expect(() => new SqliteJournal(file)).toThrow(JournalInUseError);
});
