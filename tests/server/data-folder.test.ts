import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { bandsOf } from '../../src/lesson/release/release.ts';
import { CODE_LENGTH, PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import type { Answer } from '../../src/protocol/refusals.ts';
import type { DeskView } from '../../src/protocol/views/desk.ts';
import { Lessons } from '../../src/server/lessons.ts';
import { readLibrary } from '../../src/server/library.ts';
import { openSocketServer } from '../../src/server/socket-server.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { compile } from '../../src/story/compile/machine.ts';
import { type Story, versionOf } from '../../src/story/compile/story.ts';
import { inWords } from '../support/lesson/round-in-words.ts';
import { Phone, Screen } from '../support/server/classroom.ts';
import { dateTime } from '../support/server/date-time.ts';
import { ballotsIn, filesWith } from '../support/server/disk.ts';

/** A lesson in a folder that an earlier edition wrote, with what each of its screens was shown by that edition. */
interface Recorded {
  name: string;
  code: string;
  keys: LessonKeys;
  /** Their tokens. */
  phones: string[];
  removed?: string[];
  late?: string;
  lockedDesk?: string;
  /** By viewer: `stage`, `desk`, `phone 0 (nl)`. */
  seen: Record<string, { answer: Answer; view: unknown }>;
  /** The round that was open, with its ballots. */
  round?: Omit<ReturnType<typeof inWords>, 'voters'> & { lastSeat: number | null };
}

/** The parts of a view that come from the story and not from the journal: an author may change them at any time. */
const OF_THE_STORY = new Set(
  `about acts badge band bank beats cast context dontSay drawing emotion ending facts followUp help here incident later letter lines map
   members note now opens pad question say scene short sources still suggestions tagline talking text title upcoming what when words`.split(/\s+/),
);
function withoutStory(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStory);
  if (typeof value !== 'object' || value === null) return value;
  const ofTheClass = 'id' in value && String(value.id).startsWith('own-');
  const kept = Object.entries(value).filter(([key, part]) => {
    const isTexts = Array.isArray(part) && typeof part[0] === 'string';
    return !isTexts && (!OF_THE_STORY.has(key) || (ofTheClass && key === 'text'));
  });
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutStory(part)]));
}

/** The first edition showed numbers of votes; now everybody sees bands in their place. */
function inBands(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('shown' in value) || value.shown !== 'numbers') return value;
  const { counts, path } = value as unknown as { counts: Record<string, number>; path: string };
  return { shown: 'bands', bands: bandsOf(counts), path };
}

const isDeskView = (view: unknown): view is DeskView => typeof view === 'object' && view !== null && 'role' in view && view.role === 'desk';
const isScreen = (view: unknown, kind: string): view is { screen: { kind: string } } =>
  typeof view === 'object' && view !== null && 'screen' in view && JSON.stringify(view.screen).startsWith(`{"kind":"${kind}"`);
const TOLD_SINCE = { detour: undefined, candidates: undefined, otherPaths: undefined, pausedSince: undefined, clock: undefined };
/** What no story could have then. A lesson of then must have none of it now either. */
const NONE_THEN = new Map(Object.entries({ foreseen: ['false', '[]'], went: ['false'], length: ['null'] }));
const isRecount = (value: unknown): value is object => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'recount';
/**
 * The first edition did not tell whose creature sits where, so no single seat could be taken away, nor whether the disk takes what is written. Its QR
 * carried the code that a pupil types. Nor did it tell whether the class looks at another path, since when it rests, which agreements and other paths a
 * board offers at the end, and how much time has passed.
 */
function asThen(view: unknown): unknown {
  if (view === null) return view;
  const text = JSON.stringify(view, (key, value: unknown) => {
    if (NONE_THEN.get(key)?.includes(JSON.stringify(value))) return undefined;
    if (key === 'url' && typeof value === 'string') return value.slice(0, value.indexOf('#') + 1 + CODE_LENGTH);
    if (isDeskView(value) || isRecount(value)) return { ...value, ...TOLD_SINCE, creatures: undefined, storing: undefined };
    if (typeof value !== 'object' || value === null) return value;
    if ('hops' in value) return { ...value, seat: undefined };
    return 'detour' in value || 'candidates' in value ? { ...value, ...TOLD_SINCE } : value;
  });
  return JSON.parse(text);
}

const today = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));
/** The first edition of the stories. Lessons of then did not keep the story that they were played with. */
const firstEdition = JSON.parse(gunzipSync(readFileSync(new URL('stores/first-edition.json.gz', import.meta.url))).toString()) as Pick<
  Story,
  'structure' | 'texts'
>[];
const library = {
  ...today,
  stories: new Map(
    firstEdition.map(({ structure, texts }) => [
      structure.id,
      { structure, texts, machine: compile(structure), version: versionOf([JSON.stringify(structure)]), beside: today.shared },
    ]),
  ),
};
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server on a copy of a recorded folder, in the moment in which it was recorded: the clock stands still. */
async function reopened(name: string) {
  const recorded = new URL(`stores/${name}/`, import.meta.url);
  const [head, ...lines] = readFileSync(new URL('views.jsonl', recorded), 'utf8').trimEnd().split('\n');
  const { frozenAt, port } = JSON.parse(head!) as { frozenAt: number; port: number };
  vi.useFakeTimers({ now: frozenAt, toFake: ['Date'] });
  closing.push(() => void vi.useRealTimers());

  const folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-before-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  for (const file of readdirSync(recorded))
    if (file.endsWith('.gz')) writeFileSync(join(folder, file.slice(0, -3)), gunzipSync(readFileSync(new URL(file, recorded))));

  const journal = new SqliteJournal(join(folder, 'lessons.sqlite'));
  closing.push(() => journal.close());
  const addresses = { publicUrl: null, local: () => `http://localhost:${port}`, lan: () => [] };
  const complaints: string[] = [];
  const lessons = await Lessons.open(journal, library, addresses, dateTime(), (what) => complaints.push(what));
  closing.push(() => lessons.close());
  expect(complaints).toEqual([]);

  const http = createServer();
  const sockets = openSocketServer(http, lessons, null);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  closing.push(() => sockets.close());
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { folder, lessons, origin, lessonsThen: lines.map((line) => JSON.parse(line, inBands) as Recorded) };
}

/** The screens of a lesson connect again, in the order in which they were recorded. */
async function connected(origin: string, { code, keys, phones, removed, late, lockedDesk, seen }: Recorded) {
  const screens = new Map<string, Screen>();
  const answers: Record<string, Answer> = {};
  for (const who of Object.keys(seen)) {
    const lang = who.endsWith('(en)') ? 'en' : 'nl';
    const token = who.startsWith('phone') ? phones[Number(who.split(' ')[1])] : who === 'late phone' ? late : removed?.[0];
    const screen = who.includes('phone') ? new Phone(origin, token) : new Screen(origin);
    screens.set(who, screen);
    const role = who === 'locked desk' ? 'desk' : who;
    const hello =
      screen instanceof Phone
        ? { role: 'phone', code, token: screen.token }
        : { role, lesson: keys.lesson, token: who === 'locked desk' ? lockedDesk : keys[role as 'stage' | 'desk' | 'debrief'] };
    answers[who] = await screen.hello({ v: PROTOCOL_VERSION, lang, ...hello });
  }
  const shown = (view: unknown) => withoutStory(asThen(view));
  const now = () => Object.fromEntries([...screens].map(([who, { view }]) => [who, { answer: answers[who], view: shown(view) }]));
  const leave = () => {
    for (const screen of screens.values()) screen.close();
  };
  return { now, leave };
}

/** A second half of a pair is told in bands only where a choice went from few to more than half or back, which none did here. */
const asAlike = (_: string, value: unknown): unknown => {
  const isSecondHalf = typeof value === 'object' && value !== null && 'vote' in value && /"node":"after\./.test(JSON.stringify(value.vote));
  return isSecondHalf && 'released' in value && value.released !== null ? { ...value, released: { shown: 'alike' } } : value;
};
/** What the screens show now of what the first edition recorded. Who was taken out and comes back is told so, whether the door is locked or not. */
function seenNow({ name, seen }: Recorded): Recorded['seen'] {
  // It did not write who answered the first time. Then everybody may answer again, a later phone too, and the result is not told.
  const everybody = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'answered' in value && 'seats' in value ? { ...value, seats: Number(value.seats) + 1 } : value;
  const now = JSON.parse(JSON.stringify(seen), asAlike) as Recorded['seen'];
  for (const { view } of Object.values(now)) if (isScreen(view, 'too-few')) Object.assign(view.screen, { again: false });
  if (name === 'q-revote') {
    Object.assign(now, JSON.parse(JSON.stringify(now), everybody));
    now['late phone'] = { answer: { ok: true }, view: expect.objectContaining({ role: 'phone' }) };
  }
  for (const [who, screen] of Object.entries(now)) if (who.startsWith('removed phone')) screen.answer = { ok: false, refusal: 'seat-removed' };
  return now;
}

test('every lesson in an older data folder is where it was, for every viewer', async () => {
  const { origin, lessonsThen } = await reopened('data-folder');
  expect(lessonsThen).toHaveLength(27);
  for (const lesson of lessonsThen) {
    const { now, leave } = await connected(origin, lesson);
    await expect.poll(now, { message: lesson.name, timeout: 10_000 }).toEqual(seenNow(lesson));
    leave();
  }
});

test('a data folder of a server that was killed in the middle of two votes has every ballot, and counts it', async () => {
  const { folder, lessons, origin, lessonsThen } = await reopened('data-folder-killed');
  expect(lessonsThen).toHaveLength(2);
  // That edition wrote them as they were.
  for (const type of ['"vote.cast"', '"live.act"']) expect(filesWith(folder, type)).toEqual([]);
  for (const lesson of lessonsThen) {
    const { now, leave } = await connected(origin, lesson);
    await expect.poll(now, { message: lesson.name, timeout: 10_000 }).toEqual(seenNow(lesson));
    leave();
    const { story, lesson: opened } = lessons.byId(lesson.keys.lesson)!.running.projection;
    const { lastSeat, ...round } = lesson.round!;
    expect(inWords(story, opened.round!)).toEqual({
      ...round,
      voters: lastSeat === null ? null : Array.from({ length: lastSeat + 1 }, (_, seat) => seat),
    });
  }

  // Three more vote. Without the six votes of before nothing would be released: that takes eight.
  const { code, keys, phones, round } = lessonsThen.find(({ name }) => name === 'b-vote')!;
  expect(Object.values(round!.ballots).filter(({ choice }) => choice !== null)).toHaveLength(6);
  const silent = phones.filter((_, seat) => !(seat in round!.ballots)).map((token) => new Phone(origin, token));
  expect(silent).toHaveLength(3);
  for (const phone of silent) {
    expect(await phone.join(code)).toEqual({ ok: true });
    expect(await phone.ask({ type: 'vote.cast', round: round!.id, choice: 'apart', counter: 1 })).toEqual({ ok: true });
    phone.close();
  }
  const desk = new Screen<DeskView>(origin);
  await desk.hello({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk });
  expect(ballotsIn(folder, keys.lesson)).toBeGreaterThan(0);
  expect(await desk.ask({ type: 'vote.close', round: round!.id })).toEqual({ ok: true });
  expect((await desk.sees('reveal')).screen).toMatchObject({ by: 'class', released: { shown: 'path', path: 'apart' } });
  expect(ballotsIn(folder, keys.lesson)).toBe(0);
  desk.close();
});
