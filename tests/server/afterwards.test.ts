import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import type { View } from '../../src/protocol/views/view.ts';
import type { ServerTime } from '../../src/server/lesson-clock.ts';
import { KEPT_MS, Lessons, LIVE_MS } from '../../src/server/lessons.ts';
import { type Library, readLibrary } from '../../src/server/library.ts';
import { hashToken, newToken } from '../../src/server/secrets.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import type { Viewer } from '../../src/session/viewers.ts';
import { Classroom, Phone, School, Screen } from '../support/server/classroom.ts';
import { dateTime } from '../support/server/date-time.ts';
import { ballotsIn, filesWith } from '../support/server/disk.ts';

const no = (refusal: string) => ({ ok: false, refusal });

/** What a lesson wrote down of itself at its start. */
function written(school: School, keys: LessonKeys): { salt: string; code: string } {
  const journal = new SqliteJournal(join(school.dataDir, 'lessons.sqlite'));
  let creation: { salt: string; code: string } | null = null;
  void journal.follow(
    keys.lesson,
    0,
    {
      apply: (entry) => {
        creation ??= JSON.parse(new TextDecoder().decode(entry.body));
      },
      caughtUp: () => {},
    },
    AbortSignal.abort(),
  );
  journal.close();
  if (!creation) throw new Error('nothing was written');
  return creation;
}

async function debriefOf(school: School, keys: LessonKeys) {
  const screen = new Screen<DebriefView>(school.origin);
  const answer = await screen.hello({ v: PROTOCOL_VERSION, lang: 'nl', role: 'debrief', lesson: keys.lesson, token: keys.debrief });
  const view = answer.ok ? await screen.until('the debrief', () => true) : null;
  screen.close();
  return { answer, view };
}

describe('a lesson with a result', () => {
  let school: School;
  let room: Classroom;
  let secrets: { salt: string; code: string };
  let hashes: string[];

  beforeAll(async () => {
    school = await new School().open();
    const keys = await school.startLesson();
    await school.close();
    secrets = written(school, keys);
    await school.open();
    room = await Classroom.of(school, 9, keys);
    await room.confirms();
    await room.vote(0, 0, 0, 0, 0, 0, 0, 1, 1);
    await room.closeVote();
    await room.stage.sees('reveal');
    hashes = room.phones.map((phone) => hashToken(secrets.salt, phone.token));
  });
  afterAll(() => school.close());

  test('keeps its pupils on disk while it runs, by a hash only', () => {
    for (const hash of hashes) expect(filesWith(school.dataDir, hash)).not.toEqual([]);
    for (const phone of room.phones) expect(filesWith(school.dataDir, phone.token)).toEqual([]);
    for (const key of [room.keys.desk, room.keys.stage, room.keys.debrief]) expect(filesWith(school.dataDir, key)).toEqual([]);
  });

  test('that ends says so to everybody, lets nobody in again, and forgets its pupils on disk', async () => {
    expect(await room.desk.ask({ type: 'lesson.end' })).toEqual({ ok: true });
    await Promise.all(room.phones.map((phone) => phone.sees('over')));
    await room.stage.sees('over');
    await expect.poll(() => hashes.flatMap((hash) => filesWith(school.dataDir, hash))).toEqual([]);
    expect(filesWith(school.dataDir, '"seat.joined"')).toEqual([]);
    const back = new Phone(school.origin, room.phones[0]!.token);
    expect(await back.join(room.code)).toEqual(no('lesson-ended'));
    expect(await new Phone(school.origin).join(room.code)).toEqual(no('lesson-ended'));
    expect(await room.phones[1]!.ask({ type: 'vote.cast', round: 'd1-1', choice: null, counter: 5 })).toMatchObject({ ok: false });
    expect(await room.desk.ask({ type: 'lesson.next', screenRevision: room.desk.view!.screenRevision })).toEqual(no('lesson-ended'));
    back.close();
  });

  test('opens its debrief the next day, and after a restart', async () => {
    const before = (await debriefOf(school, room.keys)).view!;
    expect(before).toMatchObject({ ended: true, steps: [{ by: 'class', released: { shown: expect.stringMatching(/path|bands/) } }] });
    await school.kill();
    await school.open();
    const { view } = await debriefOf(school, room.keys);
    expect({ ...view, now: 0, rev: 0 }).toEqual({ ...before, now: 0, rev: 0 });
    expect(JSON.stringify(view)).not.toMatch(/seat|token/);
  });

  test('that is deleted is gone for everybody, at once and for good, and no byte of it is on disk', async () => {
    const desk = new Screen(school.origin);
    await room.hello(desk as never, 'desk');
    expect(filesWith(school.dataDir, secrets.salt)).not.toEqual([]);
    expect(await desk.ask({ type: 'lesson.delete' })).toEqual({ ok: true });
    await expect.poll(() => desk.dismissed).toBe('lesson-unknown');
    expect(filesWith(school.dataDir, secrets.salt)).toEqual([]);
    expect((await debriefOf(school, room.keys)).answer).toEqual(no('lesson-unknown'));
    await school.kill();
    await school.open();
    expect(filesWith(school.dataDir, secrets.salt)).toEqual([]);
    expect((await debriefOf(school, room.keys)).answer).toEqual(no('lesson-unknown'));
    expect(await new Phone(school.origin).join(room.code)).toEqual(no('code-unknown'));
    desk.close();
    room.leave();
  });
});

test('a lesson that is deleted in the middle of a vote tells every phone, and leaves nothing but its name', async () => {
  const school = await new School().open();
  const room = await Classroom.of(school, 8);
  const other = await Classroom.of(school, 1);
  await room.confirms();
  await room.vote(0, 0, 0, 0, 1, 1, 1, 1);
  expect(await room.desk.ask({ type: 'lesson.delete' })).toEqual({ ok: true });
  for (const phone of room.phones) await expect.poll(() => phone.dismissed).toBe('lesson-unknown');
  expect(await room.phones[0]!.ask({ type: 'vote.cast', round: 'd1-1', choice: null, counter: 9 })).toMatchObject({ ok: false });
  expect(ballotsIn(school.dataDir)).toBe(0);
  expect(filesWith(school.dataDir, '"headcount.confirm"')).toEqual([]);
  expect(await other.phones[0]!.ask({ type: 'seat.hop' })).toEqual({ ok: true });
  room.leave();
  other.leave();
  await school.close();
});

describe('time', () => {
  const NOON = Date.UTC(2026, 10, 2, 12);
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;
  let folder: string;
  let journal: SqliteJournal;
  let lessons: Lessons;
  let keys: LessonKeys;
  let pupil: string;
  const complaints: string[] = [];
  const lan = [
    { origin: 'http://192.0.2.1:3000', label: 'cable' },
    { origin: 'http://192.0.2.2:3000', label: 'wifi' },
  ];

  let library: Library;
  beforeAll(async () => {
    library = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  });

  /** The server is switched on after `down` ms without a heartbeat. */
  async function opens(down = 0): Promise<void> {
    journal = new SqliteJournal(join(folder, 'lessons.sqlite'));
    lessons = await Lessons.open(journal, library, { publicUrl: null, local: () => 'http://localhost', lan: () => lan }, dateTime(down), (what) =>
      complaints.push(what),
    );
  }
  async function closes(): Promise<void> {
    lessons.close();
    await journal.close();
  }
  const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const sweepsAt = (date: number) => {
    vi.setSystemTime(date);
    return lessons.sweep();
  };
  const known = () => filesWith(folder, pupil).length > 0;

  beforeEach(async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
    folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-days-'));
    await opens();
    keys = (await lessons.create('groepsapp', 'nl'))!;
    const token = newToken();
    await lessons.byId(keys.lesson)!.takeSeat(token);
    pupil = hashToken(lessons.byId(keys.lesson)!.running.lesson.salt, token);
  });
  afterEach(async () => {
    await closes();
    vi.useRealTimers();
    expect(complaints).toEqual([]);
  });

  test('hours of silence make a lesson forget its pupils, and it waits in the lobby where it was', async () => {
    await sweepsAt(NOON + LIVE_MS - 1);
    expect(known()).toBe(true);
    await sweepsAt(NOON + LIVE_MS);
    expect(known()).toBe(false);
    expect(lessons.byId(keys.lesson)!.running.lesson).toMatchObject({ phase: 'lobby', seats: [] });
  });

  test('the silence tells every phone that is still connected, and leaves the screens of the teacher where they are', async () => {
    const told = new Map<string, RefusalCode>();
    const shown: View[] = [];
    for (const role of ['phone', 'stage', 'desk', 'debrief'] as const)
      lessons.byId(keys.lesson)!.viewers.admit({
        role,
        lang: 'nl',
        seat: role === 'phone' ? 0 : null,
        key: null,
        show: (view) => void shown.push(view),
        count: () => {},
        attendance: () => {},
        dismiss: (refusal) => void told.set(role, refusal),
      });
    shown.length = 0;
    await sweepsAt(NOON + LIVE_MS);
    expect([...told]).toEqual([['phone', 'seat-unknown']]);
    expect(new Set(shown.map((view) => view.role))).toEqual(new Set(['stage', 'desk', 'debrief']));
    const { viewers } = lessons.byId(keys.lesson)!;
    expect(['phone', 'stage', 'desk', 'debrief'].map((role) => viewers.count(role as View['role']))).toEqual([0, 1, 1, 1]);
  });

  test('a board follows its computer into another network, and keeps an address of somebody else’s', () => {
    const session = lessons.byId(keys.lesson)!;
    const urls: string[] = [];
    session.openedAt(lan[1]!.origin);
    session.viewers.admit({
      role: 'stage',
      lang: 'nl',
      seat: null,
      key: null,
      show: (view) => urls.push(new URL((view as StageView).join.url).origin),
      count: () => {},
      attendance: () => {},
      dismiss: () => {},
    });
    expect(urls.at(-1)).toBe(lan[1]!.origin);
    lessons.networkChanged(new Set(['http://192.0.2.99:3000']));
    expect(urls.at(-1)).toBe(lan[1]!.origin);
    lessons.networkChanged(new Set([lan[1]!.origin]));
    session.viewers.showAll();
    expect(urls.at(-1)).toBe(lan[0]!.origin);
  });

  test('the address that the teacher chose for the QR outlives the silence and a restart', async () => {
    const session = () => lessons.byId(keys.lesson)!;
    const shown = () => {
      let url = '';
      const viewer: Viewer = {
        role: 'stage',
        lang: 'nl',
        seat: null,
        key: null,
        show: (view) => (url = (view as StageView).join.url),
        count: () => {},
        attendance: () => {},
        dismiss: () => {},
      };
      session().viewers.admit(viewer);
      session().viewers.leave(viewer);
      return new URL(url).origin;
    };
    const teacher: Viewer = {
      role: 'desk',
      lang: 'nl',
      seat: null,
      key: null,
      show: () => {},
      count: () => {},
      attendance: () => {},
      dismiss: () => {},
    };
    const chooses = (origin: string) => session().ask(teacher, newToken(), { type: 'address.choose', origin });
    expect(shown()).toBe(lan[0]!.origin);
    // The address that the stage was opened with comes before those of the machine.
    session().openedAt('http://school.example');
    expect(shown()).toBe('http://school.example');
    expect(await chooses(lan[1]!.origin)).toEqual({ ok: true });
    expect(shown()).toBe(lan[1]!.origin);

    await sweepsAt(NOON + LIVE_MS);
    expect(known()).toBe(false);
    expect(shown()).toBe(lan[1]!.origin);
    await closes();
    await opens();
    expect(shown()).toBe(lan[1]!.origin);
    session().openedAt('http://school.example');
    await session().takeSeat(newToken());
    expect(await chooses('http://school.example')).toEqual({ ok: true });
    await sweepsAt(NOON + 2 * LIVE_MS);
    expect(shown()).toBe('http://school.example');
  });

  test('an entry from the class restarts the silence', async () => {
    passes(LIVE_MS - HOUR);
    await lessons.byId(keys.lesson)!.takeSeat(newToken());
    await sweepsAt(NOON + LIVE_MS + HOUR);
    expect(known()).toBe(true);
  });

  test('a server that is switched off meanwhile counts that as silence', async () => {
    passes(60_000);
    await closes();
    passes(5 * HOUR);
    await opens(5 * HOUR);
    expect(known()).toBe(true);
    passes(3 * HOUR);
    await lessons.sweep();
    expect(known()).toBe(false);
  });

  test('the code that a phone keeps in its history opens nothing the next morning, and the board shows another one', async () => {
    const { code } = lessons.byId(keys.lesson)!.running.lesson;
    expect(lessons.byCode(code)).toBe(lessons.byId(keys.lesson));
    passes(18 * HOUR);
    await lessons.sweep();
    const fresh = lessons.byId(keys.lesson)!.running.lesson.code;
    expect(fresh).not.toBe(code);
    const opened = () => [code, fresh].map((one) => lessons.byCode(one)?.running.lesson.id ?? null);
    expect(opened()).toEqual([null, keys.lesson]);
    await closes();
    await opens();
    expect(opened()).toEqual([null, keys.lesson]);
    expect(lessons.byId(keys.lesson)!.running.lesson.code).toBe(fresh);
  });

  test('a server that was off for longer has forgotten before it lets anybody in', async () => {
    await closes();
    passes(25 * HOUR);
    await opens(25 * HOUR);
    expect(known()).toBe(false);
  });

  test('a term later a lesson is gone from disk', async () => {
    const { salt } = lessons.byId(keys.lesson)!.running.lesson;
    await sweepsAt(NOON + KEPT_MS - DAY);
    await sweepsAt(NOON + KEPT_MS - 1);
    expect(filesWith(folder, salt)).not.toEqual([]);
    await sweepsAt(NOON + KEPT_MS);
    expect(lessons.byId(keys.lesson)).toBe(undefined);
    expect(filesWith(folder, salt)).toEqual([]);
  });

  test('a server that starts after the term destroys the lesson when it starts on another day', async () => {
    const { salt } = lessons.byId(keys.lesson)!.running.lesson;
    const starts = async (after: number) => {
      await closes();
      passes(after);
      await opens(after);
      return filesWith(folder, salt).length > 0;
    };
    expect(await starts(KEPT_MS)).toBe(true);
    expect(await starts(HOUR)).toBe(true);
    expect(await starts(DAY)).toBe(false);
    expect(lessons.byId(keys.lesson)).toBe(undefined);
  });

  test('a server that was started once with a date 200 days ahead has destroyed no lesson, and counts a second such day anew', async () => {
    const { salt } = lessons.byId(keys.lesson)!.running.lesson;
    for (const days of [200, -200, 200]) {
      await closes();
      passes(days * DAY);
      await opens();
      expect(lessons.byId(keys.lesson)!.running.lesson.createdAt).toBe(NOON);
    }
    await sweepsAt(NOON + 201 * DAY - 1);
    expect(filesWith(folder, salt)).not.toEqual([]);
  });

  describe.each([
    ['on new data, where the lessons run by it', -26 * 365 * DAY],
    ['where the lessons run by the time of those before', 0],
  ])('a date that was years behind when a lesson was made, %s,', (_what, began) => {
    const BEHIND = NOON - 26 * 365 * DAY;
    /** The date and the time of the lessons, each as it stands. */
    let clocks: { date: number; now: number };
    let salt: string;
    const sweepsAfter = (ms: number) => {
      clocks.date += ms;
      clocks.now += ms;
      return lessons.sweep();
    };
    const starts = async () => {
      await closes();
      journal = new SqliteJournal(join(folder, 'lessons.sqlite'), { clock: () => clocks.now });
      const time: ServerTime = { now: () => clocks.now, date: () => clocks.date, missed: () => 0, down: 0 };
      lessons = await Lessons.open(journal, library, { publicUrl: null, local: () => 'http://localhost', lan: () => lan }, time, (what) =>
        complaints.push(what),
      );
    };
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-behind-'));
      clocks = { date: BEHIND, now: NOON + began };
      await starts();
      keys = (await lessons.create('groepsapp', 'nl'))!;
      salt = lessons.byId(keys.lesson)!.running.lesson.salt;
      clocks.date = NOON;
    });

    test('costs it nothing once it is right: it is kept for a term, also through a restart, and no longer', async () => {
      for (let day = 0; day < 5; day++) await sweepsAfter(DAY);
      await starts();
      await sweepsAfter(KEPT_MS - 6 * DAY);
      await sweepsAfter(DAY - 1);
      expect(filesWith(folder, salt)).not.toEqual([]);
      await sweepsAfter(1);
      expect(lessons.byId(keys.lesson)).toBe(undefined);
      expect(filesWith(folder, salt)).toEqual([]);
    });
  });

  test('a lesson of an edition that wrote no date is kept for a term from its stamp', async () => {
    const body = { type: 'opened', lesson: 'older', code: 'BCDFGH' };
    await journal.append('directory', { kind: 'event', id: newToken(), body: new TextEncoder().encode(JSON.stringify(body)) });
    expect(lessons.cannotOpen('older')).toBe(true);
    await sweepsAt(NOON + KEPT_MS - DAY);
    await sweepsAt(NOON + KEPT_MS - 1);
    expect(lessons.cannotOpen('older')).toBe(true);
    await sweepsAt(NOON + KEPT_MS);
    expect(lessons.cannotOpen('older')).toBe(false);
  });
});
