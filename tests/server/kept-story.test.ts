import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Phase } from '../../src/lesson/state.ts';
import type { Lang } from '../../src/locales/languages.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import { Directory, storyStream } from '../../src/server/directory.ts';
import { keptNames } from '../../src/server/kept-stories.ts';
import { Lessons, LIVE_MS } from '../../src/server/lessons.ts';
import type { Library } from '../../src/server/library.ts';
import { released } from '../../src/server/released.ts';
import { hashToken, newToken } from '../../src/server/secrets.ts';
import { openSocketServer } from '../../src/server/socket-server.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { draftOf } from '../../src/session/entries.ts';
import type { LessonSession } from '../../src/session/lesson-session.ts';
import { entriesOf } from '../../src/session/unseated.ts';
import type { Diagnosis } from '../../src/story/check/diagnosis.ts';
import { compile } from '../../src/story/compile/machine.ts';
import { creationOf } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { Phone, Screen } from '../support/server/classroom.ts';
import { dateTime } from '../support/server/date-time.ts';
import { ballotsIn, filesWith } from '../support/server/disk.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const libraryOf = (...stories: (typeof petje)[]): Library => ({
  stories: new Map(stories.map((story) => [story.structure.id, story])),
  shared,
  broken: [],
  warnings: new Map(),
});
const today = libraryOf(petje);

/** The next edition of a writer: every option has another id and other words, and the agreements are others. */
function edited(): Library {
  const ids: Record<string, string> = { a: 'anders', b: 'beter', x: 'xerox', y: 'yoghurt', z: 'zon' };
  const text = JSON.stringify({ structure: petje.structure, texts: petje.texts })
    .replace(/"(a|b|x|y|z)"/g, (_, id: string) => `"${ids[id]}"`)
    .replaceAll('Keuze', 'Nooit gezien');
  const { structure, texts } = JSON.parse(text);
  const agreements = JSON.parse(JSON.stringify(shared.agreements).replaceAll('Afspraak', 'Nooit gezien'));
  const others = { ...shared, agreements };
  return {
    ...libraryOf({ structure, texts, machine: compile(structure), version: 'next', beside: { items: shared.items, agreements } }),
    shared: others,
  };
}

let folder: string;
let journal: SqliteJournal;
let lessons: Lessons;
const complaints: string[] = [];
const closing: (() => unknown)[] = [];

async function opens(library: Library): Promise<void> {
  journal = new SqliteJournal(join(folder, 'lessons.sqlite'));
  lessons = await Lessons.open(journal, library, { publicUrl: null, local: () => 'http://localhost', lan: () => [] }, dateTime(), (what) =>
    complaints.push(what),
  );
}
async function closes(): Promise<void> {
  lessons.close();
  await journal.close();
}
async function restarts(library: Library): Promise<void> {
  await closes();
  await opens(library);
}

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-kept-story-'));
  complaints.length = 0;
  await opens(today);
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await closes();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);
const session = ({ lesson }: LessonKeys): LessonSession => {
  const found = lessons.byId(lesson);
  if (!found) throw new Error('the lesson is not open');
  return found;
};

/** Presses "next" until the lesson stands there. */
async function reaches(keys: LessonKeys, phase: Phase): Promise<void> {
  const { running } = session(keys);
  for (let presses = 0; running.lesson.phase !== phase; presses++) {
    if (presses > 40) throw new Error(`never came to ${phase}`);
    passes(5000);
    expect(await running.propose({ type: 'lesson.next', screenRevision: running.lesson.screenRevision })).toEqual({ ok: true });
  }
  passes(5000);
}

/** A class with an open vote, in which everybody but the last has answered. */
async function voting(pupils = 18): Promise<{ keys: LessonKeys; tokens: string[] }> {
  const keys = (await lessons.create('petje', 'nl', undefined, { names: { noor: 'Amina' }, contact: [] }))!;
  const tokens = Array.from({ length: pupils + 1 }, newToken);
  for (const token of tokens) expect(await session(keys).takeSeat(token)).toMatchObject({ ok: true });
  expect(await session(keys).running.propose({ type: 'headcount.confirm', count: pupils + 1 })).toEqual({ ok: true });
  await reaches(keys, 'voting');
  for (let seat = 0; seat < pupils; seat++) expect(await votes(keys, seat, seat < 12 ? 'a' : 'b')).toEqual({ ok: true });
  return { keys, tokens };
}
const votes = (keys: LessonKeys, seat: number, choice: string) => {
  const { running } = session(keys);
  return running.propose({ type: 'vote.cast', round: running.lesson.round?.id ?? '', seat, choice, counter: 1 });
};

function debrief(keys: LessonKeys, lang: Lang = 'nl'): DebriefView {
  const seen: DebriefView[] = [];
  const viewer = {
    role: 'debrief' as const,
    lang,
    seat: null,
    key: null,
    show: (view: unknown) => void seen.push(view as DebriefView),
    count: () => {},
    attendance: () => {},
    dismiss: () => {},
  };
  session(keys).viewers.admit(viewer);
  session(keys).viewers.leave(viewer);
  return { ...seen[0]!, now: 0, rev: 0, deletesAt: 0 };
}
const storiesOnDisk = async () =>
  (await Promise.all([today, edited()].map((one) => entriesOf(journal, storyStream(keptNames(one).get('petje')!))))).map((one) => one.length);

test('a story that is edited or taken away changes nothing of a vote that is open, of its debrief, or of what the class keeps', async () => {
  const { keys } = await voting();
  for (const library of [edited(), libraryOf(), edited()]) {
    await restarts(library);
    expect(Object.keys(session(keys).running.lesson.round!.ballots)).toHaveLength(18);
  }
  expect(await votes(keys, 18, 'a')).toEqual({ ok: true });
  const { running } = session(keys);
  expect(await running.propose({ type: 'vote.close', round: running.lesson.round!.id })).toEqual({ ok: true });
  await expect.poll(() => running.lesson.phase).toBe('reveal');
  expect(await running.propose({ type: 'agreements.set', agreements: [{ id: '2', text: null }] })).toEqual({ ok: true });
  expect(await running.propose({ type: 'lesson.end' })).toEqual({ ok: true });
  await expect.poll(() => session(keys).running.lesson.seats).toEqual([]);
  const told = [debrief(keys), debrief(keys, 'en')];
  expect(told[0]!.steps[0]).toMatchObject({ choices: [{}, {}], released: { shown: 'bands', bands: { a: 'most', b: 'some' } } });
  expect(JSON.stringify(told)).toContain('Amina');
  expect(told[0]!.agreements).toEqual([{ id: '2', text: 'Afspraak 2' }]);
  expect(JSON.stringify(told)).not.toContain('Nooit gezien');
  expect(told[1]!.story.title).toBe('The cap');
  for (const library of [today, libraryOf(), edited()]) {
    await restarts(library);
    expect([debrief(keys), debrief(keys, 'en')]).toEqual(told);
  }
  expect(complaints).toEqual([]);
});

test('a lesson that runs opens with its own copy where the check withholds that story now, unchanged as it is', async () => {
  const { keys } = await voting();
  const brand = { nl: 'Een merk.', en: 'A brand.' };
  const found: Diagnosis = { code: 'brand', severity: 'withheld', file: 'scenarios/petje/nl.yaml', line: 1, column: 1, node: null, message: brand };
  await restarts(released({ ...today, kept: keptNames(today), warnings: new Map([['petje', [found]]]) }));
  expect(complaints).toEqual([]);
  expect(await lessons.create('petje', 'nl')).toBeNull();
  expect(await votes(keys, 18, 'a')).toEqual({ ok: true });
  expect(await session(keys).running.propose({ type: 'lesson.end' })).toEqual({ ok: true });
  expect(debrief(keys).story.title).toBe('Het petje');
});

test('a story is kept once for all its lessons, and goes with the last of them', async () => {
  const [first, second] = [(await lessons.create('petje', 'nl'))!, (await lessons.create('petje', 'en'))!];
  expect(await storiesOnDisk()).toEqual([1, 0]);
  await restarts(edited());
  const third = (await lessons.create('petje', 'nl'))!;
  expect(await storiesOnDisk()).toEqual([1, 1]);
  await lessons.destroy(first.lesson);
  expect(await storiesOnDisk()).toEqual([1, 1]);
  await lessons.destroy(second.lesson);
  await lessons.destroy(third.lesson);
  expect(await storiesOnDisk()).toEqual([0, 0]);
  // The same story again, in the moment in which its last lesson goes.
  await restarts(today);
  const fourth = (await lessons.create('petje', 'nl'))!;
  const [fifth] = await Promise.all([lessons.create('petje', 'nl'), lessons.destroy(fourth.lesson)]);
  expect(await storiesOnDisk()).toEqual([1, 0]);
  await restarts(libraryOf());
  expect(session(fifth!).running.lesson.phase).toBe('lobby');
  expect(complaints).toEqual([]);
});

/** As an edition before this one began it: without a story of its own. */
async function beganEarlier(): Promise<LessonKeys> {
  const keys = { lesson: newToken(), desk: newToken(), stage: newToken(), debrief: newToken() };
  const done = new AbortController();
  const directory = await Directory.open(journal, done.signal);
  await directory.write({ type: 'opened', lesson: keys.lesson, code: 'ACDEFG' });
  const hashed = { desk: hashToken('salt', keys.desk), stage: hashToken('salt', keys.stage), debrief: hashToken('salt', keys.debrief) };
  await journal.append(keys.lesson, draftOf({ ...creationOf(petje), id: keys.lesson, keys: hashed }, newToken()));
  done.abort();
  return keys;
}

test('a lesson of an earlier edition opens with the story of the day on which this edition first runs, and keeps that', async () => {
  const keys = await beganEarlier();
  await restarts(today);
  const before = debrief(keys);
  await restarts(edited());
  expect(debrief(keys)).toEqual(before);
});

test('a lesson that cannot be opened keeps its pupils’ seats and votes, tells no phone that it is out, and is there again when it can', async () => {
  const earlier = await beganEarlier();
  await restarts(libraryOf());
  expect(complaints).toEqual([expect.stringContaining('could not be opened')]);
  const http = createServer();
  const sockets = openSocketServer(http, lessons, null);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  closing.push(() => sockets.close());
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [phone, desk] = [new Phone(origin), new Screen(origin)];
  closing.push(() => phone.close());
  closing.push(() => desk.close());
  expect(await phone.join('ACDEFG')).toEqual({ ok: false, refusal: 'lesson-unopened' });
  const hello = { v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', token: earlier.desk };
  expect(await desk.hello({ ...hello, lesson: earlier.lesson })).toEqual({ ok: false, refusal: 'lesson-unopened' });
  expect(await desk.hello({ ...hello, lesson: newToken() })).toEqual({ ok: false, refusal: 'lesson-unknown' });
  await restarts(today);
  expect(session(earlier).running.lesson.phase).toBe('lobby');
});

test('the ballots and seats of a lesson that cannot be opened go from the disk after the same hours, and what else happened does not', async () => {
  const { keys, tokens } = await voting();
  const hashes = tokens.map((token) => hashToken(session(keys).running.lesson.salt, token));
  const { code } = session(keys).running.lesson;
  // Its story is gone from the disk, as a damage would have it.
  await journal.destroyLesson(storyStream(keptNames(today).get('petje')!));
  await restarts(edited());
  const known = () => hashes.filter((hash) => filesWith(folder, hash).length > 0).length;
  passes(LIVE_MS - 60_000);
  await lessons.sweep();
  expect([known(), ballotsIn(folder)]).toEqual([19, 18]);
  passes(60_000);
  await lessons.sweep();
  expect([known(), ballotsIn(folder)]).toEqual([0, 0]);
  expect(filesWith(folder, 'Amina')).not.toEqual([]);
  passes(LIVE_MS);
  await lessons.sweep();
  await restarts(today);
  expect(session(keys).running.lesson).toMatchObject({ phase: 'lobby', point: { node: 'eerste' }, seats: [] });
  expect(debrief(keys).story.title).toBe('Het petje');
  expect(lessons.byCode(code)).toBeUndefined();
});
