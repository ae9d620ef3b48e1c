import fs, { fdatasyncSync, mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resultRound } from '../../src/lesson/release/sealed-results.ts';
import { ANSWERED, activeSeats, GRACE_MS, type Lesson } from '../../src/lesson/state.ts';
import { phoneView, stageView } from '../../src/lesson/views/views.ts';
import type { TeacherIntent } from '../../src/protocol/intents.ts';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import type { Answer } from '../../src/protocol/refusals.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { withAnswer, withAttendance, withCount } from '../../src/protocol/views/updates.ts';
import type { View } from '../../src/protocol/views/view.ts';
import { LessonClock } from '../../src/server/lesson-clock.ts';
import { Lessons } from '../../src/server/lessons.ts';
import type { Library } from '../../src/server/library.ts';
import { hashToken } from '../../src/server/secrets.ts';
import type { Entry } from '../../src/session/journal.ts';
import { type Projection, project } from '../../src/session/projection.ts';
import type { Viewer } from '../../src/session/viewers.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { inWords } from '../support/lesson/round-in-words.ts';
import { around } from '../support/lesson/views-of.ts';
import { randomFrom } from '../support/random.ts';
import { Disk } from '../support/server/disk.ts';

const library: Library = { stories: new Map([['petje', petje]]), shared, broken: [], warnings: new Map() };
const NOWHERE = { publicUrl: null, local: () => 'http://localhost', lan: () => [] };

/** A phone with everything that it knows of itself; the server is not asked what it remembers. */
class SimulatedPhone {
  readonly token: string;
  viewer: Viewer | null = null;
  view: PhoneView | null = null;
  counter = 0;
  /** The newest vote of each round that was acknowledged. */
  promised = new Map<string, { choice: string | null; counter: number }>();
  sent: { id: string; round: string; choice: string | null; counter: number }[] = [];
  constructor(token: string) {
    this.token = token;
  }
}

class World {
  readonly random: ReturnType<typeof randomFrom>;
  readonly folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-fuzz-'));
  readonly phones = Array.from({ length: 14 }, (_, index) => new SimulatedPhone(`token-of-phone-${String(index).padStart(10, '0')}`));
  readonly complaints: string[] = [];
  readonly phases = new Set<string>();
  disk!: Disk;
  lessons!: Lessons;
  keys!: LessonKeys;
  stage: Viewer | null = null;
  stageView: StageView | null = null;
  names = 0;
  /** Ms that the machine has slept: no timer ran meanwhile. */
  slept = 0;
  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  get session() {
    return this.lessons.byId(this.keys.lesson)!;
  }
  get lesson(): Lesson {
    return this.session.running.lesson;
  }

  async opens(down = 0): Promise<void> {
    this.disk = new Disk(join(this.folder, 'lessons.sqlite'));
    const clock = new LessonClock({ wall: Date.now, steady: Date.now, machine: () => this.slept, boot: () => null, work: () => 0 }, 0, null);
    const time = { now: clock.now, date: clock.date, missed: () => clock.missed(), down };
    const opening = Lessons.open(this.disk, library, NOWHERE, time, (what) => this.complaints.push(what));
    let open = false;
    void opening.finally(() => {
      open = true;
    });
    while (!open) {
      await new Promise((turn) => setImmediate(turn));
      vi.advanceTimersByTime(1);
    }
    this.lessons = await opening;
    this.keys ??= (await this.lessons.create('petje', 'nl'))!;
    this.stageView = null;
    this.stage = {
      role: 'stage',
      lang: 'nl',
      seat: null,
      key: null,
      show: (view: View) => {
        this.stageView = view as StageView;
      },
      count: (count) => {
        this.stageView = this.stageView && withCount(this.stageView, count);
      },
      attendance: (attendance) => {
        this.stageView = this.stageView && withAttendance(this.stageView, attendance);
      },
      dismiss: () => {},
    };
    this.session.viewers.admit(this.stage);
  }

  closes(): void {
    this.lessons.close();
    this.disk.close();
    for (const phone of this.phones) phone.viewer = null;
  }

  /** Lets everything that was asked be written, applied and shown. */
  async settles(ms = 0): Promise<void> {
    for (let turns = 0; turns < 4; turns++) await new Promise((turn) => setImmediate(turn));
    if (ms > 0) vi.advanceTimersByTime(ms);
    for (let turns = 0; turns < 8; turns++) await new Promise((turn) => setImmediate(turn));
  }

  async joins(phone: SimulatedPhone): Promise<void> {
    const taken = await this.session.takeSeat(phone.token, true);
    if (!taken.ok) return;
    const viewer: Viewer = {
      role: 'phone',
      key: null,
      lang: 'nl',
      seat: taken.seat,
      show: (view: View) => {
        if (phone.viewer === viewer) phone.view = view as PhoneView;
      },
      count: () => {},
      attendance: () => {},
      dismiss: () => {
        if (phone.viewer === viewer) phone.viewer = null;
      },
    };
    phone.viewer = viewer;
    this.session.viewers.admit(viewer);
  }

  votes(phone: SimulatedPhone, again: boolean): Promise<void> {
    const { random } = this;
    if (!phone.viewer || phone.view?.screen.kind !== 'vote') return Promise.resolve();
    const { round, choices } = phone.view.screen.vote;
    const old = again && phone.sent.length > 0 ? random.pick(phone.sent) : null;
    if (!old) phone.counter += 1;
    const vote = old ?? {
      id: `vote-${phone.token}-${this.names++}`,
      round,
      choice: random.pick([...choices.map((choice) => choice.id), null]),
      counter: phone.counter,
    };
    phone.sent.push(vote);
    const { id, ...cast } = vote;
    return this.session.ask(phone.viewer, id, { type: 'vote.cast', ...cast }).then((answer) => {
      const known = phone.promised.get(vote.round);
      phone.view = phone.view && withAnswer(phone.view, { type: 'vote.cast', ...cast }, answer);
      if (answer.ok && (!known || known.counter < vote.counter)) phone.promised.set(vote.round, vote);
    });
  }

  steers(intent: TeacherIntent): Promise<Answer> {
    return this.session.ask(this.stage!, `intent-${this.names++}`, intent);
  }

  /** One thing that happens, mostly without waiting for what came of the last. */
  async happens(): Promise<void> {
    const { random, lesson } = this;
    this.phases.add(lesson.phase);
    const phone = random.pick(this.phones);
    const round = lesson.round?.id ?? `${lesson.point.node}-${lesson.rounds}`;
    const screenRevision = lesson.screenRevision;
    const roll = random.below(100);
    if (lesson.phase === 'voting' && random.below(20) > 0) void this.votes(phone, random.below(5) === 0);
    else if (roll < 12) await this.joins(phone);
    else if (roll < 16 && phone.viewer) {
      this.session.viewers.leave(phone.viewer);
      phone.viewer = null;
    } else if (roll < 30 || lesson.phase === 'scene') void this.steers({ type: 'lesson.next', screenRevision });
    else if (roll < 36) void this.steers({ type: 'vote.close', round });
    else if (roll < 42) void this.steers({ type: 'headcount.confirm', count: 8 + random.below(8) });
    else if (roll === 42) void this.steers({ type: 'seats.remove-silent' });
    else if (roll === 43) void this.steers({ type: 'seat.remove', seat: random.below(lesson.seats.length + 1) });
    else if (roll < 47)
      void this.steers({ type: 'story.back', node: random.pick(['eerste', 'tweede']), choice: random.pick(['a', 'x', null, null]) });
    else if (roll < 53) void this.steers({ type: 'lesson.pause', on: random.below(3) === 0 });
    else if (roll < 56) void this.steers({ type: 'door.lock', locked: random.below(4) === 0 });
    else if (roll < 60) void this.steers({ type: 'vote.pick', round, choice: lesson.point.node === 'tweede' ? 'y' : 'b' });
    else if (roll < 62) this.disk.full = random.below(2) > 0;
    else if (roll === 62) await this.restarts();
    else if (roll === 63) this.sleeps(random.below(60_000));
    else if (roll === 64) void this.steers({ type: 'story.skip', screenRevision });
    else if (roll === 65) void this.steers({ type: 'mode.set', mode: random.pick(['phones', 'phones', 'mixed', 'hands']) });
    else if (roll < 68) void this.steers({ type: 'hands.counted', round, hands: { a: random.below(5), b: random.below(5) } });
    else if (roll < 70) await new Promise((turn) => setImmediate(turn));
    else await this.settles(random.pick([0, 10, 400, 3000, 9000]));
  }

  sleeps(ms: number): void {
    this.slept += ms;
    vi.setSystemTime(Date.now() + ms);
  }

  async restarts(): Promise<void> {
    this.disk.full = false;
    await this.settles();
    this.closes();
    const down = this.random.below(30_000);
    vi.setSystemTime(Date.now() + down);
    await this.opens(down);
    for (const phone of this.phones) if (this.random.below(4) > 0) await this.joins(phone);
  }

  /** What the file holds, read anew. */
  async reads(): Promise<{ folded: Projection; entries: Entry[] }> {
    let projection: Projection | null = null;
    const entries: Entry[] = [];
    await this.disk.follow(
      this.session.running.stream,
      0,
      {
        apply: (entry) => {
          entries.push(entry);
          projection = project(library, projection, entry).projection;
        },
        caughtUp: () => {},
      },
      AbortSignal.abort(),
    );
    if (!projection) throw new Error('an empty journal');
    return { folded: projection, entries };
  }

  async holds(): Promise<void> {
    this.disk.full = false;
    await this.settles(1500);
    await this.settles(1500);
    const { folded: projection, entries } = await this.reads();
    const { lesson } = this;
    expect(projection.lesson).toEqual(lesson);
    expect(this.complaints).toEqual([]);

    const content = { story: petje, shared };
    const now = Date.now();
    const { rev: _rev, now: _now, join: _join, ...shown } = this.stageView!;
    const fresh = stageView(content, projection.lesson, { ...around({ lesson, now }), online: this.session.viewers.online });
    const { rev: _freshRev, now: _freshNow, join: _freshJoin, ...wanted } = fresh;
    expect(shown).toEqual(wanted);
    const hashes = new Map(activeSeats(lesson).map((seat) => [seat.token, seat]));
    for (const phone of this.phones) {
      const seat = hashes.get(hashToken(lesson.salt, phone.token));
      if (phone.viewer) {
        expect(seat?.id).toBe(phone.viewer.seat);
        expect({ ...phone.view, rev: 0, now: 0 }).toEqual({ ...phoneView(content, projection.lesson, seat!, 'nl', { now, rev: 0 }), now: 0 });
      }
      const promised = lesson.round && phone.promised.get(lesson.round.id);
      // A seat that was removed took its ballot along, and came back as somebody else.
      const removed = lesson.seats.some((other) => other.removed && other.token === hashToken(lesson.salt, phone.token));
      if (promised && seat && !removed)
        expect(inWords(projection.story, lesson.round!).ballots[seat.id]).toEqual({ choice: promised.choice, counter: promised.counter });
    }
    const kept = [lesson.round?.id, ANSWERED, ...Object.keys(lesson.sealedResults).map(resultRound)];
    for (const entry of entries) if (entry.kind === 'ballot') expect(kept).toContain(entry.round);
    expect(lesson.phase).not.toBe('closing');
  }
}

const reached = new Set<string>();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  // The world counts turns of the event loop: a disk that takes its time would make each run another one.
  vi.spyOn(fs, 'fdatasync').mockImplementation((file, done) => {
    fdatasyncSync(file);
    done(null);
  });
  syncBuiltinESMExports();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'fourteen phones, a teacher, a full disk, sleep and restarts in any order (seed %i): every screen ends with what a fresh reading of the file gives, and every acknowledged vote is in it',
  async (seed) => {
    const world = new World(seed);
    await world.opens();
    for (const phone of world.phones.slice(0, 6 + world.random.below(9))) await world.joins(phone);
    await world.steers({ type: 'headcount.confirm', count: 14 });
    for (let moves = 0; moves < 600; moves++) {
      await world.happens();
      if (world.random.below(60) === 0) await world.holds();
    }
    await world.holds();
    world.closes();
    rmSync(world.folder, { recursive: true });
    for (const phase of world.phases) reached.add(phase);
  },
);

/** Everybody is in, and the first vote is open. */
async function untilVote(world: World): Promise<void> {
  await world.opens();
  for (const phone of world.phones) await world.joins(phone);
  await world.steers({ type: 'headcount.confirm', count: 14 });
  while (world.lesson.phase !== 'question') await world.steers({ type: 'lesson.next', screenRevision: world.lesson.screenRevision });
  await world.steers({ type: 'lesson.next', screenRevision: world.lesson.screenRevision });
  await world.settles(3100);
}

test('a box that closes at the moment that the disk is full gives its result as soon as there is room', async () => {
  const world = new World(1);
  await untilVote(world);
  for (const phone of world.phones) await world.votes(phone, false);
  void world.steers({ type: 'vote.close', round: world.lesson.round!.id });
  const closing = () => (world.lesson.phase as string) === 'closing';
  while (!closing()) await new Promise((turn) => setImmediate(turn));
  world.disk.full = true;
  const refused = world.steers({ type: 'door.lock', locked: true });
  expect(await refused).toEqual({ ok: false, refusal: 'storage-full' });
  expect(world.lesson.phase).toBe('closing');
  world.disk.full = false;
  await world.settles(1100);
  expect(world.lesson.phase).toBe('reveal');
  world.closes();
});

test('what comes first after a sleep finds the seconds that were left: a vote, and the end of the time to vote', async () => {
  const world = new World(2);
  await untilVote(world);
  const round = () => world.lesson.round!;
  const { deadline } = round();
  world.sleeps(120_000);
  await world.votes(world.phones[0]!, false);
  expect(world.phones[0]!.promised.size).toBe(1);
  expect(Object.keys(round().ballots)).toHaveLength(1);
  expect(round().deadline).toBeGreaterThanOrEqual(deadline! + 120_000);
  // Nobody asks anything: the timer of the deadline itself comes first.
  await world.settles(round().deadline! - Date.now());
  const before = round().deadline!;
  world.sleeps(120_000);
  await world.settles(GRACE_MS + 100);
  expect(world.lesson.phase).toBe('voting');
  expect(round().deadline).toBeGreaterThanOrEqual(before + 120_000);
  await world.settles(round().deadline! + GRACE_MS + 100 - Date.now());
  expect(world.lesson.phase).not.toBe('voting');
  world.closes();
});

test('these seeds come to every phase that waits for somebody', () => {
  expect([...reached].sort()).toEqual(
    expect.arrayContaining(['lobby', 'question', 'recount', 'reveal', 'scene', 'talk', 'tooFew', 'together', 'voting']),
  );
});
