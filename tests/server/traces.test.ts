import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { bytesOfBallot } from '../../src/session/ballot-bytes.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Classroom, School } from '../support/server/classroom.ts';
import { keysIn, recordsIn } from '../support/server/disk.ts';
import { findInMemory, memoryRefusal } from '../support/server/memory.ts';

const SEATS = 12;

/** A class of twelve in the middle of its first vote: the first half chose the first card, the others the second. */
async function voting(school: School) {
  const room = await Classroom.of(school, SEATS);
  await room.confirms();
  expect((await room.vote(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)).every(({ ok }) => ok)).toBe(true);
  const { screen } = await room.stage.sees('vote');
  if (screen.kind !== 'vote') throw new Error('no vote');
  const [key] = keysIn(school.dataDir).map((bytes) => Buffer.from(bytes)) as [Buffer];
  return { room, key, choices: screen.vote.choices.slice(0, 2).map(({ id }) => id) };
}

/** What stands before a choice where a ballot is written, by the code that writes it. */
const BEFORE = Array.from({ length: SEATS }, (_, seat) => {
  const ballot = Buffer.from(bytesOfBallot({ type: 'vote.cast', round: '', seat, choice: '..', counter: 1 }));
  return ballot.toString('latin1').slice(0, -'?..'.length);
});
/** Whether a choice of any length that stands after these bytes belongs to a ballot, as it is written now or as the first edition wrote it. */
function isBallot(before: Buffer): boolean {
  const text = before.toString('latin1');
  return BEFORE.some((head) => text.slice(0, -1).endsWith(head)) || /"round":"[^"]+","choice":"$/.test(text);
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function opened(school: School): Promise<School> {
  closing.push(() => school.close());
  return school.open();
}

const memoryUnread = memoryRefusal();
describe.skipIf(memoryUnread !== null)(`the memory of the server${memoryUnread ? ` (skipped: ${memoryUnread})` : ''}`, () => {
  test('holds no ballot, no message with a vote and no key a moment after the close', async () => {
    const school = await opened(new School());
    const { room, key, choices } = await voting(school);
    const look = () => {
      const [keys, messages, ...words] = findInMemory(school.pid, [key, '"vote.cast","round"', ...choices]);
      return { keys: keys?.length, messages: messages?.length, ballots: words.flat().filter(isBallot).length };
    };
    const open = look();
    // What is looked for is found while it is there.
    expect(open.keys).toBe(1);
    expect(open.messages).toBeGreaterThan(0);
    await room.closeVote();
    await room.stage.sees('reveal');
    await expect.poll(look, { timeout: PATIENCE_MS, interval: 500 }).toEqual({ keys: 0, messages: 0, ballots: 0 });
    room.leave();
  });
});

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });

/** A small disk of its own in a file, with a file system that writes a block where it stood. */
class Disk {
  readonly image: string;
  readonly folder: string;
  #isMounted = true;
  constructor(folder: string) {
    this.image = join(folder, 'disk.img');
    this.folder = join(folder, 'disk');
    mkdirSync(this.folder);
    run('truncate', '-s', '24M', this.image);
    run('mkfs.ext4', '-q', '-F', this.image);
    run('mount', '-o', 'loop', this.image, this.folder);
  }
  unmount(): void {
    if (this.#isMounted) run('umount', this.folder);
    this.#isMounted = false;
  }
  /** Every place on the disk, used or free, where these bytes stand: what stands before them. */
  find(needle: Buffer | string): Buffer[] {
    run('sync');
    const bytes = readFileSync(this.image);
    const found: Buffer[] = [];
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found.push(bytes.subarray(Math.max(0, at - 64), at));
    return found;
  }
}

function diskRefusal(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root may mount a disk of its own, on Linux';
  const folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-disk-'));
  try {
    new Disk(folder).unmount();
    return null;
  } catch (error) {
    return `this machine mounts no file as a disk: ${String(error).split('\n')[0]}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const noDisk = diskRefusal();
describe.skipIf(noDisk !== null)(`the raw disk${noDisk ? ` (skipped: ${noDisk})` : ''}`, () => {
  let disk: Disk;
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-disk-'));
    disk = new Disk(folder);
    closing.push(() => {
      disk.unmount();
      rmSync(folder, { recursive: true });
    });
  });

  test('tells no choice of any seat after the close, the end and the deletion, also to who has a phone of the class', async () => {
    const school = await opened(new School({ DATA_DIR: disk.folder }));
    const { room, key, choices } = await voting(school);
    const records = recordsIn(disk.folder);
    expect(records).toHaveLength(SEATS);
    const ballots = () => choices.flatMap((choice) => disk.find(choice).filter(isBallot)).length;
    expect([disk.find(key).length, ballots()]).toEqual([1, 0]);

    await room.closeVote();
    await room.stage.sees('reveal');
    expect(await room.phones[0]!.ask({ type: 'seat.hop' })).toEqual({ ok: true });
    expect([disk.find(key).length, ballots()]).toEqual([0, 0]);

    expect(await room.desk.ask({ type: 'lesson.end' })).toEqual({ ok: true });
    await room.stage.sees('over');
    expect(await room.desk.ask({ type: 'lesson.delete' })).toEqual({ ok: true });
    room.leave();
    await school.close();
    disk.unmount();
    // The disk still has what was written of each seat, and the seat of a token can be found. What the seat chose cannot be read without the key.
    expect(records.map((record) => disk.find(record).length > 0)).toEqual(records.map(() => true));
    expect([disk.find(key).length, ballots()]).toEqual([0, 0]);
  });

  test('tells nothing either of the votes that the first edition left open in a folder that is opened now', async () => {
    const recorded = new URL('stores/data-folder-killed/', import.meta.url);
    for (const name of ['lessons.sqlite', 'lessons.sqlite-wal'])
      writeFileSync(join(disk.folder, name), gunzipSync(readFileSync(new URL(`${name}.gz`, recorded))));
    const ballots = () => disk.find('apart').filter(isBallot).length + disk.find('"live.act"').length;
    expect(ballots()).toBeGreaterThan(0);
    const journal = new SqliteJournal(join(disk.folder, 'lessons.sqlite'));
    expect(keysIn(disk.folder)).toHaveLength(2);
    await journal.close();
    disk.unmount();
    expect(ballots()).toBe(0);
  });
});
