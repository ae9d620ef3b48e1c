import fs, { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newToken } from '../../../src/server/secrets.ts';
import { KeyFile } from '../../../src/server/stores/key-file.ts';
import { SealedBallots } from '../../../src/server/stores/sealed-ballots.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { randomFrom } from '../../support/random.ts';
import { ballot, event, listen } from '../../support/server/journal-contract.ts';

const FILES = ['lessons.sqlite', 'lessons.sqlite-wal', 'lessons.sqlite-keys'];
/** What a disk writes at once. */
const BLOCK = 4096;
type Files = Map<string, Buffer>;

let folder: string;
beforeEach(() => {
  // In memory where that is possible: these files are opened hundreds of times, and only what is synced in the test counts.
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wat-doe-jij-power-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

/** What the files hold for whoever reads them while there is power. */
const contents = (place: string): Files => new Map(FILES.map((name) => [name, readFileSync(join(place, name))]));

/** What is left of a file whose last blocks may have reached the disk or not, in any order, and its new length too. */
function left(synced: Buffer, written: Buffer, random: ReturnType<typeof randomFrom>): Buffer {
  const chosen = random.below(4);
  if (chosen < 2) return chosen === 0 ? synced : written;
  const mixed = Buffer.from(random.pick([synced, written]));
  for (let at = 0; at < mixed.length; at += BLOCK) {
    const holders = [synced, written].filter(({ length }) => length > at);
    mixed.set(random.pick(holders).subarray(at, Math.min(at + BLOCK, mixed.length)), at);
  }
  return mixed;
}

/** What was acknowledged of a round, and how far its close has come. */
interface Round {
  lesson: string;
  name: string;
  votes: Set<string>;
  close: 'open' | 'asked' | 'closed';
}
interface Moment {
  files: Files;
  events: string[];
  rounds: Round[];
}

test.skipIf(process.platform !== 'linux')(
  'what was acknowledged outlives a power cut, and neither a ballot nor a key of what was destroyed does',
  async () => {
    const moments: Moment[] = [];
    const keys = new Map<string, Buffer>();
    for (let seed = 1; seed <= 4; seed++) {
      const random = randomFrom(seed);
      const place = mkdtempSync(join(folder, 'running-'));
      const journal = new SqliteJournal(join(place, 'lessons.sqlite'));
      let synced = contents(place);
      const events: string[] = [];
      const rounds: Round[] = [];
      const cut = (oneOf: number) => {
        if (random.below(oneOf) > 0) return;
        const written = contents(place);
        moments.push({
          files: new Map(FILES.map((name) => [name, left(synced.get(name)!, written.get(name)!, random)])),
          events: [...events],
          rounds: rounds.map((round) => ({ ...round, votes: new Set(round.votes) })),
        });
      };

      // A file is as it was when its syncing began, as soon as that has ended: later, and the process does not wait for it.
      vi.spyOn(fs, 'fdatasync').mockImplementation((file, done) => {
        const name = basename(readlinkSync(`/proc/self/fd/${file}`));
        const content = readFileSync(join(place, name));
        // A log that was emptied and is written again is where the order matters most.
        for (let times = synced.get(name)!.length > content.length ? 4 : 1; times > 0; times--) cut(times > 1 ? 1 : 4);
        const wait = async () => {
          for (let turns = random.below(6); turns >= 0; turns--) await turn();
          cut(4);
          synced = new Map([...synced, [name, content]]);
          done(null);
        };
        void wait();
      });
      const { writeSync } = fs;
      vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
        cut(12);
        return Reflect.apply(writeSync, fs, args);
      });
      const { get, run } = StatementSync.prototype;
      vi.spyOn(StatementSync.prototype, 'get').mockImplementation(function (this: StatementSync, ...args) {
        const row = get.apply(this, args);
        cut(40);
        return row;
      });
      vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (this: StatementSync, ...args) {
        const done = run.apply(this, args);
        cut(60);
        return done;
      });
      const { exec } = DatabaseSync.prototype;
      vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, ...args) {
        exec.apply(this, args);
        cut(4);
      });
      // The key that a ballot was sealed with, by its round.
      const { write } = SealedBallots.prototype;
      const keyOf = vi.spyOn(KeyFile.prototype, 'key');
      vi.spyOn(SealedBallots.prototype, 'write').mockImplementation(function (this: SealedBallots, ...args) {
        write.apply(this, args);
        keys.set(args[1], Buffer.from(keyOf.mock.results.at(-1)?.value));
      });
      syncBuiltinESMExports();

      const asked: Promise<unknown>[] = [];
      const lessons = ['a', 'b', 'c'];
      for (let step = 0; step < 60; step++) {
        const lesson = random.pick(lessons);
        const does = random.below(10);
        const open = rounds.filter((round) => round.close === 'open');
        if (open.length === 0 || does === 0) rounds.push({ lesson, name: newToken(), votes: new Set(), close: 'open' });
        else if (does === 1) {
          const round = random.pick(open);
          round.close = 'asked';
          const closed = journal.destroyBallots(round.lesson, round.name).then(() => {
            round.close = 'closed';
          });
          asked.push(closed);
        } else if (does < 4) {
          const id = newToken();
          asked.push(journal.append(lesson, event(id)).then(() => events.push(id)));
        } else {
          const round = random.pick(open);
          const id = newToken();
          asked.push(journal.append(round.lesson, ballot(round.name, id)).then(() => round.votes.add(id)));
        }
        for (let turns = random.below(6); turns > 0; turns--) await turn();
      }
      await Promise.all(asked);
      cut(1);
      vi.restoreAllMocks();
      syncBuiltinESMExports();
      await journal.close();
    }

    const seen = { open: 0, asked: 0, closed: 0 };
    for (const { files, events, rounds } of moments) {
      const place = mkdtempSync(join(folder, 'cut-'));
      for (const [name, content] of files) writeFileSync(join(place, name), content);
      // Whoever takes the disk away before the next start: what is left there of a closed round says nothing to anybody.
      for (const { name, close, votes } of rounds)
        if (close === 'closed' && votes.size > 0) for (const content of files.values()) expect(content.includes(keys.get(name)!)).toBe(false);
      const found = new SqliteJournal(join(place, 'lessons.sqlite'));
      const heard = new Set(['a', 'b', 'c'].flatMap((lesson) => listen(found, lesson).heard));
      await found.close();
      rmSync(place, { recursive: true });
      for (const id of events) expect(heard).toContain(id);
      for (const { close, votes } of rounds) {
        const kept = [...votes].filter((id) => heard.has(id)).length;
        // While a round is being closed it has all of its votes, or none.
        expect(close === 'open' ? [votes.size] : close === 'closed' ? [0] : [0, votes.size]).toContain(kept);
        seen[close] += 1;
      }
    }
    for (const close of ['open', 'asked', 'closed'] as const) expect(seen[close], close).toBeGreaterThan(50);
  },
);
