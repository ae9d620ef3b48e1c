import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newToken } from '../../../src/server/secrets.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { ConflictError, RoundClosedError } from '../../../src/session/journal.ts';
import { diskOf, filesWith } from '../../support/server/disk.ts';
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

function reopen(): void {
  journal.close();
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

describe('the order', () => {
  test('of a lesson is total and the same for everybody, events and ballots alike', async () => {
    const during = listen(journal, 'a');
    const positions = await Promise.all(
      ['one', 'two', 'three', 'four'].map((text, index) => journal.append('a', index % 2 ? ballot('r', text) : event(text))),
    );
    expect(positions).toEqual([...positions].sort((x, y) => x - y));
    expect(new Set(positions).size).toBe(4);
    const after = listen(journal, 'a');
    reopen();
    const again = listen(journal, 'a');
    expect(during.heard).toEqual(['live', 'one', 'two', 'three', 'four']);
    expect(after.heard).toEqual(['one', 'two', 'three', 'four', 'live']);
    expect(again.entries).toEqual(after.entries);
    expect(again.entries).toEqual(during.entries);
    expect(again.entries.map((entry) => [entry.kind, entry.at])).toEqual([
      ['event', 1000],
      ['ballot', 1001],
      ['event', 1002],
      ['ballot', 1003],
    ]);
  });

  test('goes on upwards after a restart, also where the newest entry was destroyed', async () => {
    await journal.append('a', event());
    const last = await journal.append('a', ballot('r'));
    await journal.destroyBallots('a', 'r');
    const before = await journal.append('a', event());
    expect(before).toBeGreaterThan(last);
    reopen();
    expect(await journal.append('a', event())).toBeGreaterThan(before);
  });

  test('is that of time too: a clock that is set back does not set a stamp back, nor does a restart', async () => {
    clock = 5000;
    await journal.append('a', ballot('r', 'late'));
    clock = 2000;
    await journal.append('a', event('later'));
    reopen();
    clock = 3000;
    await journal.append('a', event('latest'));
    expect(listen(journal, 'a').entries.map((entry) => entry.at)).toEqual([5000, 5000, 5000]);
  });
});

describe('following', () => {
  test('a follower has heard an entry before its writer is told', async () => {
    const hears = listen(journal, 'a');
    await journal.append('a', event('mine')).then(() => hears.heard.push('told'));
    expect(hears.heard).toEqual(['live', 'mine', 'told']);
  });

  test('gives the backlog, then live, then what is new, each once', async () => {
    await journal.append('a', event('old'));
    const pending = journal.append('a', event('on its way'));
    const hears = listen(journal, 'a');
    await pending;
    await journal.append('a', event('new'));
    expect(hears.heard).toEqual(['old', 'live', 'on its way', 'new']);
  });
});

describe('appending', () => {
  test('the same name again gives the first position and writes nothing, before and after a restart', async () => {
    const hears = listen(journal, 'a');
    const [first, second] = await Promise.all([journal.append('a', ballot('r', 'vote', 'name')), journal.append('a', ballot('r', 'vote', 'name'))]);
    expect(second).toBe(first);
    expect(await journal.append('a', event('other', 'name'))).toBe(first);
    expect(hears.heard).toEqual(['live', 'vote']);
    reopen();
    expect(await journal.append('a', ballot('r', 'vote', 'name'))).toBe(first);
    expect(await journal.append('b', ballot('r', 'vote', 'name'))).not.toBe(first);
  });

  test('many in one tick is one commit, and each later one another', async () => {
    await journal.append('a', event());
    const before = commits();
    await Promise.all(Array.from({ length: 40 }, (_, index) => journal.append(`lesson ${index % 3}`, ballot('r', `${index}`))));
    expect(commits() - before).toBe(1);
    await journal.append('a', event());
    await journal.append('a', event());
    expect(commits() - before).toBe(3);
  });

  test('what was asked before a close is written', async () => {
    const asked = journal.append('a', event('last'));
    reopen();
    await asked;
    expect(listen(journal, 'a').heard).toEqual(['last', 'live']);
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
    reopen();
    await journal.append('a', ballot('r', marks[1]));
    expect(filesWith(folder, marks[0])).toContain('lessons.sqlite');
    expect(filesWith(folder, marks[1])).toContain('lessons.sqlite-wal');
    await journal.destroyBallots('a', 'r');
    for (const mark of marks) expect(filesWith(folder, mark)).toEqual([]);
    expect(listen(journal, 'a').heard).toEqual(['event', 'live']);
    reopen();
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

  test('a round refuses every later ballot, in the same tick, after a restart, and a repeated one too', async () => {
    const early = journal.append('a', ballot('r', 'early', 'name'));
    const destroyed = journal.destroyBallots('a', 'r');
    const late = journal.append('a', ballot('r', 'late'));
    await Promise.all([expect(late).rejects.toBeInstanceOf(RoundClosedError), early, destroyed]);
    await expect(journal.append('a', ballot('r', 'early', 'name'))).rejects.toBeInstanceOf(RoundClosedError);
    reopen();
    await expect(journal.append('a', ballot('r'))).rejects.toBeInstanceOf(RoundClosedError);
    await journal.append('a', ballot('next'));
    expect(listen(journal, 'a').heard).toEqual(['ballot', 'live']);
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
    expect(listen(journal, 'a').heard).toEqual(['live']);
    expect(listen(journal, 'b').heard).toEqual(['kept', 'live']);
  });
});

test('a writer that had to make place for another, which wrote and closed a round meanwhile, conflicts with it and destroys nothing', async () => {
  const fence = await journal.append('a', event('fence'));
  await journal.append('a', ballot('r', 'vote'));
  reopen();
  await journal.append('a', event('of the other'));
  reopen();
  await expect(journal.closeRound('a', 'r', event('result'), fence)).rejects.toBeInstanceOf(ConflictError);
  expect(listen(journal, 'a').heard).toEqual(['fence', 'vote', 'of the other', 'live']);
  reopen();
  const newest = listen(journal, 'a').entries.findLast(({ kind }) => kind === 'event')!.position;
  const position = await journal.closeRound('a', 'r', event('result', 'name'), newest);
  reopen();
  expect(await journal.closeRound('a', 'r', event('result', 'name'), newest)).toBe(position);
  await expect(journal.append('a', ballot('r'))).rejects.toBeInstanceOf(RoundClosedError);
  expect(listen(journal, 'a').heard).toEqual(['fence', 'of the other', 'result', 'live']);
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
  expect(() => new SqliteJournal(file)).toThrow(/locked/);
});
