import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test, vi } from 'vitest';
import { connect, type Link } from '../../src/client/connection.ts';
import type { Lang } from '../../src/locales/languages.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { PhoneIntent, TeacherIntent } from '../../src/protocol/intents.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { VoteView } from '../../src/protocol/views/vote.ts';
import { newToken } from '../../src/server/secrets.ts';
import { PHONE_INTENTS } from '../support/lesson/intents.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Classroom, Phone, School, Screen } from '../support/server/classroom.ts';
import { Eavesdropper } from '../support/server/eavesdropper.ts';

/** One pupil in a class of 20: what this one does is all that two lessons differ in. */
interface Pupil {
  /** By place among a vote's choices; null watches. One after the other in the same vote. */
  votes: (number | null)[];
  acts: string | null;
  /** "Telt jouw deel mee?", each after the other. */
  counts: boolean[];
}
/** Of the others: so many that one vote more or less gives the same bands. */
const OTHERS: Record<number, number[]> = { 2: [15, 4], 3: [12, 5, 2] };
/** The board is told at most every 100 ms. */
const SETTLED_MS = 150;
const TURNS = 4;
const SEATS = 20;
const SEAT = 5;
/** One of each kind: guarded and kept, open, of three choices, before and after, agreements. The others are skipped. */
const ASKED = ['before.meelachen', 'p-zelf', 'd1', 'was-oke', 'after.meelachen', 'agree.1.2'];

interface Lived {
  /** What everybody else received, byte for byte and in its order, and what stays on the server, by place. */
  places: Record<string, string[]>;
  /** The kinds of intents of the pupil. */
  asked: Set<PhoneIntent['type']>;
  /** What an eavesdropper saw of each thing that the pupil did: the frames' lengths. */
  wire: Record<string, string[]>;
}

const INSTANT = /\b1[78]\d{11}\b/g;

class Lesson {
  readonly lived: Lived = { asked: new Set(), places: {}, wire: {} };
  #asked = 0;
  readonly #screens: Pick<Screen, 'socket' | 'close'>[] = [];
  /** Not while the class joins: the board gets joins that come within a moment together. */
  #listening = false;
  school!: School;
  room!: Classroom;
  phones: Phone[] = [];
  pupil!: Link<PhoneView>;
  wire!: Eavesdropper;

  /** Remembers every packet of this connection that is not about the connection or its clock. */
  watches<S extends Pick<Screen, 'socket' | 'close'>>(name: string, screen: S): S {
    this.lived.places[name] = [];
    this.#screens.push(screen);
    screen.socket.io.engine.on('packet', ({ type, data }: { type: string; data?: string }) => {
      if (!this.#listening || type !== 'message' || data === undefined || /^3\d+\[\d+\]$/.test(data) || data.startsWith('0')) return;
      this.lived.places[name]?.push(
        data
          .replace(INSTANT, 'T'.repeat(13))
          .replace(/^3\d+/, '3')
          .replace(/localhost:\d+/g, 'school'),
      );
    });
    return screen;
  }

  /** Until what waits for a moment has been sent by the server's clock, and everything that was on its way by then is here. */
  async settles(): Promise<void> {
    const clock = async () =>
      Math.min(...(await Promise.all(this.#screens.map((screen) => screen.socket.timeout(PATIENCE_MS).emitWithAck('alive')))));
    const end = (await clock()) + SETTLED_MS;
    while ((await clock()) < end);
    // What is written comes to the screens some turns of the server's loop later, however long the disk took.
    for (let turns = 0; turns < TURNS; turns++) await clock();
  }

  /** The order of what happens here differs between two lessons. */
  async unheard(work: () => Promise<unknown>): Promise<void> {
    await this.settles();
    this.#listening = false;
    await work();
    await this.settles();
    this.#listening = true;
    this.wire.heard();
  }

  /** Under the same ids in every lesson: an index of drawn ones needs now a page more and now one less, whatever the pupil does. */
  async asks(intent: TeacherIntent): Promise<void> {
    const id = createHash('sha256')
      .update(`teacher ${this.#asked++}`)
      .digest('base64url')
      .slice(0, newToken().length);
    const answer = await this.room.desk.ask(intent, id);
    if (!answer.ok) throw new Error(`${intent.type} was refused: ${answer.refusal}`);
  }

  async does(what: string, intent: PhoneIntent): Promise<void> {
    this.lived.asked.add(intent.type);
    const answer = await this.pupil.ask(intent);
    if (!answer.ok) throw new Error(`${what} was refused: ${answer.refusal}`);
    await this.settles();
    // Every question carries its number on this connection, which an eavesdropper can count anyway.
    const seen = this.wire.heard().map(({ from, length, text }) => `${from} ${length - (/^4[23](\d+)/.exec(text)?.[1]?.length ?? 0)}`);
    this.lived.wire[what] = [...(this.lived.wire[what] ?? []), seen.join(', ')];
  }

  async opens(env: Record<string, string>): Promise<void> {
    const world = new URL('../support/server/same-world.ts', import.meta.url).href;
    this.school = await new School({ NODE_OPTIONS: `--import=${world}`, ...env }).open();
    this.wire = await Eavesdropper.before(this.school.origin);
    this.room = await Classroom.of(this.school, 0, await this.school.startLesson('omstander'));
    const { room } = this;
    const looksOn = async (name: string, role: 'stage' | 'desk' | 'debrief', lang: Lang) => {
      const screen = this.watches(name, new Screen(this.school.origin));
      await screen.hello({ v: PROTOCOL_VERSION, lang, role, lesson: room.keys.lesson, token: room.keys[role] });
    };
    await looksOn('stage', 'stage', 'nl');
    await looksOn('desk', 'desk', 'nl');
    await looksOn('second desk', 'desk', 'en');
    await looksOn('debrief', 'debrief', 'nl');
    for (let seat = 0; seat < SEATS; seat++) {
      const token = `a-phone-of-this-class-${seat}`;
      if (seat === SEAT) {
        this.pupil = connect<PhoneView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: room.code, token }, this.wire.origin);
        await room.desk.until('the pupil', (view) => view.seats === seat + 1);
        continue;
      }
      const phone = new Phone(this.school.origin, token);
      if (seat < SEAT) this.watches(`phone ${seat}`, phone);
      expect(await phone.join(room.code)).toEqual({ ok: true });
      this.phones.push(phone);
    }
    await this.settles();
    this.#listening = true;
  }

  /** One press further, or a vote, or a chat. */
  async goesOn(pupil: Pupil): Promise<void> {
    const { screen, screenRevision } = await this.room.desk.until('a view', () => true);
    if (screen.kind === 'question' && ASKED.includes(screen.vote.node)) await this.#votes(screen.vote, screenRevision, pupil);
    else if (screen.kind === 'question') await this.asks({ type: 'story.skip', screenRevision });
    else if (screen.kind === 'together') await this.asks({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
    else if (screen.kind === 'live') await this.#chats(screen.round, screen.startsAt, pupil);
    else {
      if (screen.kind === 'scene') await this.asks({ type: 'story.skip', screenRevision });
      await this.asks({ type: 'lesson.next', screenRevision });
    }
    await this.room.desk.until('the next', (view) => view.screenRevision > screenRevision && view.screen.kind !== 'vote', PATIENCE_MS);
  }

  async #votes({ node, round, choices }: VoteView, screenRevision: number, pupil: Pupil): Promise<void> {
    const ids = choices.map(({ id }) => id).sort();
    const others = (OTHERS[ids.length] ?? []).flatMap((count, place) => Array<string>(count).fill(ids[place] as string));
    await this.unheard(async () => {
      await this.asks({ type: 'lesson.next', screenRevision });
      await Promise.all(this.phones.map((phone) => phone.sees('vote')));
      const answers = await Promise.all(
        this.phones.map((phone, at) => phone.ask({ type: 'vote.cast', round, choice: others[at] as string, counter: 1 })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(SEATS - 1);
    });
    for (const [index, place] of pupil.votes.entries())
      await this.does(`vote ${node}`, { type: 'vote.cast', round, choice: place === null ? null : (ids[place] as string), counter: 7 + index });
    await this.asks({ type: 'vote.close', round });
  }

  async #chats(round: string, startsAt: number, pupil: Pupil): Promise<void> {
    await this.unheard(async () => {
      while ((await this.room.desk.socket.timeout(PATIENCE_MS).emitWithAck('alive')) < startsAt);
      const told = await Promise.all(
        this.phones.map(async (phone, at) => {
          const seen = await phone.ask({ type: 'live.seen', round });
          return at >= 12 ? [seen] : [seen, await phone.ask({ type: 'live.act', round, act: at < 2 ? 'hulp' : 'dicht' })];
        }),
      );
      expect(told.flat().filter(({ ok }) => ok)).toHaveLength(SEATS - 1 + 12);
    });
    await this.does('live seen', { type: 'live.seen', round });
    if (pupil.acts !== null) await this.does('live act', { type: 'live.act', round, act: pupil.acts });
    await this.does('live read', { type: 'live.read', round });
    for (const [index, on] of pupil.counts.entries()) await this.does('live count', { type: 'live.count', round, on, counter: 50 + index });
    // Stopped: now every phone asks whether its part counts, until the time for that is over.
    await this.asks({ type: 'vote.close', round });
  }

  async ends(): Promise<void> {
    await this.asks({ type: 'lesson.end' });
    // Then the lesson moves to its archive, which takes as long as the disk does, and every screen hears of it.
    await vi.waitUntil(() => this.phones.every(({ dismissed }) => dismissed !== null), { timeout: PATIENCE_MS });
    await this.settles();
    const shared = await Promise.all(['/readyz', '/healthz', '/api/stories'].map(async (path) => (await fetch(this.school.origin + path)).text()));
    this.pupil.close();
    for (const screen of this.#screens) screen.close();
    this.room.leave();
    this.wire.close();
    await this.school.close();
    Object.assign(this.lived.places, { http: shared, log: [this.school.output], ...disk(this.school.dataDir) });
  }
}

/** Everything that a folder of data tells once its server is gone; names of entries are drawn by the phones. */
function disk(folder: string): Record<string, string[]> {
  const files = readdirSync(folder).map((file) => `${file}: ${statSync(join(folder, file)).size}`);
  const db = new DatabaseSync(join(folder, 'lessons.sqlite'));
  const rows = ['events', 'sealed', 'rounds', 'destroyed'].flatMap((table) =>
    db
      .prepare(`SELECT * FROM ${table} ORDER BY rowid`)
      .all()
      .map(({ id, at, body, ...row }) =>
        `${table} ${JSON.stringify(row)} ${new TextDecoder().decode(body as Uint8Array)}`.replace(INSTANT, 'T'.repeat(13)),
      ),
  );
  db.close();
  return { files, rows };
}

/** The whole experiment, with the questions before and after and two votes on agreements. */
async function lives(pupil: Pupil, env: Record<string, string> = {}): Promise<Lived> {
  const lesson = new Lesson();
  await lesson.opens(env);
  await lesson.asks({ type: 'headcount.confirm', count: SEATS });
  await lesson.asks({ type: 'pace.set', pace: 'off' });
  await lesson.asks({ type: 'way.set', node: 'proef', way: 'kloof' });
  await lesson.asks({ type: 'items.set', items: ['meelachen'] });
  const toTheEnd = async () => {
    do await lesson.goesOn(pupil);
    while (lesson.room.desk.view?.screen.kind !== 'end');
  };
  await toTheEnd();
  await lesson.asks({ type: 'items.ask' });
  await lesson.room.desk.sees('question');
  await toTheEnd();
  await lesson.asks({
    type: 'agreements.ask',
    candidates: [
      { id: '1', text: null },
      { id: '2', text: null },
    ],
  });
  await lesson.room.desk.sees('question');
  await toTheEnd();
  await lesson.ends();
  return lesson.lived;
}

/** Where two texts part, with a little of what stands around it. */
function apart(one: string, other: string): [string, string] {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const context = (text: string) => text.slice(Math.max(0, at - 60), at + 120);
  return [context(one), context(other)];
}

/** The places where two lessons differ, with the first difference. */
function differences(one: Lived, other: Lived): Record<string, [string, string]> {
  const places = [...new Set([...Object.keys(one.places), ...Object.keys(other.places)])];
  return Object.fromEntries(
    places.flatMap((place) => {
      const [these, those] = [one.places[place] ?? [], other.places[place] ?? []];
      const at = Array.from({ length: Math.max(these.length, those.length) }).findIndex((_, index) => these[index] !== those[index]);
      return at < 0 ? [] : [[place, apart(these[at] ?? '', those[at] ?? '')]];
    }),
  );
}

/** Possible mistakes, each with the place where it shows. */
const LEAKS = [
  { file: 'lesson/views/views.ts', from: "role: 'stage',", to: `role: 'stage', told: lesson.round?.ballots[${SEAT}]?.choice,`, shows: ['stage'] },
  {
    file: 'session/running-lesson.ts',
    from: "return Object.keys(was).length === Object.keys(is).length ? null : 'count';",
    to: "return 'count';",
    shows: ['desk', 'second desk'],
  },
  {
    file: 'session/viewers.ts',
    from: "else this.#tellBoard('count');",
    to: "else {\nthis.showAll();\nthis.#tellBoard('count');\n}",
    shows: ['debrief', 'phone 0', 'phone 1', 'phone 2', 'phone 3', 'phone 4'],
  },
  {
    file: 'server/socket-server.ts',
    from: 'return { answer: await session.ask(',
    to: 'console.log(asked.intent);\nreturn { answer: await session.ask(',
    shows: ['log'],
  },
  { file: 'server/stores/lesson-database.ts', from: '2 ** 20', to: '1', shows: ['rows'] },
  { file: 'protocol/padding.ts', from: 'OWN_LENGTH = 160', to: 'OWN_LENGTH = 0', shows: [] },
];

const steady: Pupil = { votes: [0], acts: 'hulp', counts: [] };
const fickle: Pupil = { votes: [null, 1, 0, 1], acts: 'lach', counts: [false, true, false] };

let one: Lived;
let other: Lived;
let leaky: Lived;
beforeAll(async () => {
  [one, other, leaky] = await Promise.all([lives(steady), lives(fickle), lives(fickle, { LEAKS: JSON.stringify(LEAKS) })]);
}, 3 * PATIENCE_MS);

test('what one pupil chose, changed, did and took back reaches nobody: not the board, desks, other phones, debrief, answers, log or disk', () => {
  expect(one.places.stage?.length).toBeGreaterThan(50);
  expect(differences(one, other)).toEqual({});
  expect(one.places.log).toEqual(['']);
});

test('the two lessons differ in every intent that a phone has, but for the jump of its creature and its leaving, which everybody may see', () => {
  expect([...other.asked, 'seat.hop', 'seat.leave'].toSorted()).toEqual(PHONE_INTENTS.map(({ type }) => type).toSorted());
});

test('nor do the length and the number of what passes between that phone and the server, for somebody who cannot read it', () => {
  const passed = (what: string) => new Set([one, other].flatMap(({ wire }) => wire[what] ?? []));
  for (const node of ASKED) expect([...passed(`vote ${node}`)], node).toEqual([expect.stringMatching(/^phone \d+, server \d+$/)]);
  const taps = ['live seen', 'live act', 'live read', 'live count'].map((what) => [...passed(what)]);
  expect(taps).toEqual(taps.map(() => [expect.stringMatching(/^phone \d+, server \d+$/)]));
  expect(new Set(taps.flat()).size).toBe(1);
});

test('a planted leak is found', () => {
  expect(Object.keys(differences(one, leaky)).sort()).toEqual(LEAKS.flatMap(({ shows }) => shows).sort());
  for (const node of ASKED) expect(new Set(leaky.wire[`vote ${node}`]).size, node).toBeGreaterThan(1);
});
