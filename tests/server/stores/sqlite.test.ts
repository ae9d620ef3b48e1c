import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newToken } from '../../../src/server/secrets.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { JournalInUseError } from '../../../src/session/journal.ts';
import { diskOf, filesWith } from '../../support/server/disk.ts';
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
afterEach(() => journal.close());

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
  test('the ballots of a round leaves no byte of them in any file', async () => {
    const marks = ['in-the-database', 'in-the-log'].map((place) => `${place}-${newToken()}`) as [string, string];
    await journal.append('a', event());
    await Promise.all(Array.from({ length: 300 }, () => journal.append('a', ballot('r', marks[0]))));
    await reopen();
    await journal.append('a', ballot('r', marks[1]));
    expect(filesWith(folder, marks[0])).toContain('lessons.sqlite');
    expect(filesWith(folder, marks[1])).toContain('lessons.sqlite-wal');
    await journal.destroyBallots('a', 'r');
    for (const mark of marks) expect(filesWith(folder, mark)).toEqual([]);
    expect(listen(journal, 'a').heard).toEqual(['event', 'caughtUp']);
    await reopen();
    for (const mark of marks) expect(filesWith(folder, mark)).toEqual([]);
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

  test('the ballots of a round is finished at the next start where a crash came between the deletion and the cutting of the log', async () => {
    const mark = newToken();
    await journal.append('a', ballot('r', mark));
    journal.close();
    const crashed = mkdtempSync(join(tmpdir(), 'wat-doe-jij-crashed-'));
    const running = new DatabaseSync(file);
    running.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; DELETE FROM ballots');
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(crashed, name));
    running.close();
    journal = open();
    expect(filesWith(crashed, mark)).toEqual(['lessons.sqlite']);
    const restarted = new SqliteJournal(join(crashed, 'lessons.sqlite'));
    expect(filesWith(crashed, mark)).toEqual([]);
    restarted.close();
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

test('closing a round leaves no byte of its ballots in any file', async () => {
  const mark = newToken();
  const fence = await journal.append('a', event());
  await Promise.all(Array.from({ length: 100 }, () => journal.append('a', ballot('r', mark))));
  expect(filesWith(folder, mark)).not.toEqual([]);
  await journal.closeRound('a', 'r', event(), fence);
  expect(filesWith(folder, mark)).toEqual([]);
});

test('a file that is in use is not opened a second time', () => {
  expect(() => new SqliteJournal(file)).toThrow(JournalInUseError);
});
