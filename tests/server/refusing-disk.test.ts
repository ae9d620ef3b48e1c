import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import { Lessons } from '../../src/server/lessons.ts';
import type { Library } from '../../src/server/library.ts';
import { hashToken, newToken } from '../../src/server/secrets.ts';
import { draftOf } from '../../src/session/entries.ts';
import type { Viewer } from '../../src/session/viewers.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { dateTime } from '../support/server/date-time.ts';
import { Disk, filesWith } from '../support/server/disk.ts';

const library: Library = { stories: new Map([['petje', petje]]), shared, broken: [], warnings: new Map() };
const NOWHERE = { publicUrl: null, local: () => 'http://localhost', lan: () => [] };
const SAID_ONCE = ['Tidying up failed (StorageFullError). It is tried again every ten minutes.'];

let folder: string;
let disk: Disk;
let lessons: Lessons;
let complaints: string[];

async function opens(): Promise<void> {
  lessons = await Lessons.open(disk, library, NOWHERE, dateTime(), (what) => complaints.push(what));
}
async function closes(): Promise<void> {
  lessons.close();
  await disk.close();
  disk = new Disk(join(folder, 'lessons.sqlite'));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-refusing-'));
  disk = new Disk(join(folder, 'lessons.sqlite'));
  complaints = [];
  await opens();
});
afterEach(async () => {
  lessons.close();
  await disk.close();
  rmSync(folder, { recursive: true });
});

/** A lesson with pupils. */
async function lessonOf(seats: number) {
  const { lesson: id } = (await lessons.create('petje', 'nl'))!;
  const tokens = Array.from({ length: seats }, newToken);
  for (const token of tokens) expect(await lessons.byId(id)!.takeSeat(token)).toMatchObject({ ok: true });
  const session = () => lessons.byId(id)!;
  const hashes = tokens.map((token) => hashToken(session().running.lesson.salt, token));
  const does = async (event: UnstampedEvent) => expect(await session().running.propose(event)).toEqual({ ok: true });
  return { id, session, does, known: () => hashes.some((hash) => filesWith(folder, hash).length > 0) };
}

/** Somebody who looks at a lesson, and the refusal that ended it. */
function eyeOf(role: Viewer['role'], seat: number | null = null): Viewer & { told: RefusalCode | null } {
  const viewer: Viewer & { told: RefusalCode | null } = {
    role,
    lang: 'nl',
    seat,
    key: null,
    told: null,
    show: () => {},
    count: () => {},
    attendance: () => {},
    dismiss: (refusal) => {
      viewer.told = refusal;
    },
  };
  return viewer;
}

/** From now on the disk refuses this operation, counted from one; null: all. Gives how many it refused. */
function refusesThe(nth: number | null): { count: number } {
  const refused = { count: 0 };
  let asked = 0;
  disk.refuses = () => {
    asked += 1;
    const refuses = nth === null || asked === nth;
    if (refuses) refused.count += 1;
    return refuses;
  };
  return refused;
}

test.each([1, 2, 3])(
  'a disk that refuses step %i of laying a lesson to rest ends no server: it is said once, and the next sweep does it',
  async (step) => {
    const [ending, other] = [await lessonOf(2), await lessonOf(1)];
    // The first operation is the end itself.
    const refused = refusesThe(1 + step);
    await ending.does({ type: 'lesson.end' });
    await expect.poll(() => complaints).toEqual(SAID_ONCE);
    expect(refused.count).toBe(1);
    expect(ending.session().running.lesson).toMatchObject({ phase: 'over', seats: [{ id: 0 }, { id: 1 }] });
    refusesThe(null);
    await lessons.sweep();
    expect(complaints).toEqual(SAID_ONCE);
    expect(ending.known()).toBe(true);
    disk.refuses = () => false;
    await other.does({ type: 'door.lock', locked: true });
    await lessons.sweep();
    expect(ending.known()).toBe(false);
    expect(ending.session().running.lesson).toMatchObject({ phase: 'over', seats: [] });
    expect(other.known()).toBe(true);
    await closes();
    await opens();
    expect(ending.session().running.lesson).toMatchObject({ phase: 'over', seats: [] });
    expect(other.session().running.lesson).toMatchObject({ doorLocked: true, seats: [{ id: 0 }] });
    expect(complaints).toEqual(SAID_ONCE);
  },
);

test('a server opens on a disk that refuses, with every lesson, and does what waits as soon as there is room', async () => {
  const [voting, ending, other] = [await lessonOf(8), await lessonOf(1), await lessonOf(1)];
  await voting.does({ type: 'headcount.confirm', count: 8 });
  while (voting.session().running.lesson.phase !== 'voting')
    await voting.does({ type: 'lesson.next', screenRevision: voting.session().running.lesson.screenRevision });
  const { running } = voting.session();
  const round = running.lesson.round!.id;
  await ending.does({ type: 'lesson.end' });
  await expect.poll(() => ending.known()).toBe(false);
  await closes();
  // A crash may leave a fence without its result, and an end that nobody was told of.
  await disk.append(running.stream, draftOf({ type: 'vote.close', round }, newToken()));
  await disk.append(other.session().running.stream, draftOf({ type: 'lesson.end' }, newToken()));
  disk.full = true;
  await opens();
  expect(complaints).toEqual(SAID_ONCE);
  expect(lessons.running).toBe(3);
  expect(voting.session().running.lesson.phase).toBe('closing');
  expect(other.session().running.lesson.phase).toBe('over');
  disk.full = false;
  await expect.poll(() => voting.session().running.lesson.phase).toBe('tooFew');
  await lessons.sweep();
  expect(other.known()).toBe(false);
});

test('a lesson whose deletion the disk refused is over for the class, not gone for its desk, and goes when that asks again', async () => {
  const { id, session, known } = await lessonOf(1);
  const { salt, code } = session().running.lesson;
  const [desk, stage, phone] = [eyeOf('desk'), eyeOf('stage'), eyeOf('phone', 0)];
  for (const viewer of [desk, stage, phone]) session().viewers.admit(viewer);
  const deletes = () => session().ask(desk, newToken(), { type: 'lesson.delete' });

  disk.refuses = (operation) => operation === 'destroyLesson';
  for (const attempt of ['first', 'second']) {
    await expect(deletes(), attempt).rejects.toThrow('full');
    expect([desk.told, stage.told, phone.told]).toEqual([null, 'lesson-unknown', 'lesson-unknown']);
  }
  expect(lessons.byCode(code)).toBe(undefined);
  expect(await session().ask(desk, newToken(), { type: 'door.lock', locked: true })).toEqual({ ok: false, refusal: 'lesson-unknown' });
  expect(known()).toBe(true);

  disk.refuses = () => false;
  expect(await deletes()).toEqual({ ok: true });
  expect(desk.told).toBe('lesson-unknown');
  expect(lessons.byId(id)).toBe(undefined);
  expect(filesWith(folder, salt)).toEqual([]);
});

test('what the disk refused to destroy goes with the next sweep, also the beginning of a move', async () => {
  const { id, session, does } = await lessonOf(1);
  const { salt } = session().running.lesson;
  // The archived lesson has been written, but not that it moved.
  refusesThe(4);
  await does({ type: 'lesson.end' });
  await expect.poll(() => complaints).toEqual(SAID_ONCE);
  disk.refuses = (operation) => operation === 'destroyLesson';
  await expect(lessons.destroy(id)).rejects.toThrow('full');
  await lessons.sweep();
  expect(filesWith(folder, salt)).not.toEqual([]);
  disk.refuses = () => false;
  await lessons.sweep();
  expect(lessons.byId(id)).toBe(undefined);
  expect(filesWith(folder, salt)).toEqual([]);
});

test('an address for the QR that a full disk does not keep is the address of today', async () => {
  const { session } = await lessonOf(1);
  disk.full = true;
  expect(await session().ask(eyeOf('desk'), newToken(), { type: 'address.choose', origin: 'http://localhost' })).toEqual({ ok: true });
  expect(session().origins.chosen).toBe('http://localhost');
});

test('the journal that an archived lesson has left goes with the next sweep', async () => {
  const { does, known, session } = await lessonOf(1);
  refusesThe(5);
  await does({ type: 'lesson.end' });
  await expect.poll(() => complaints).toEqual(SAID_ONCE);
  expect(session().running.lesson.seats).toEqual([]);
  expect(known()).toBe(true);
  await lessons.sweep();
  expect(known()).toBe(false);
});
