import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Link } from '../../src/client/connection.ts';
import { GRACE_MS } from '../../src/lesson/state.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { newToken } from '../../src/server/secrets.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { draftOf } from '../../src/session/entries.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Classroom, Phone, School } from '../support/server/classroom.ts';
import { ballotsIn } from '../support/server/disk.ts';

let school: School;
let room: Classroom;
beforeEach(async () => {
  school = await new School().open();
});
afterEach(async () => {
  room.leave();
  await school.close();
});

/** A lesson at its first vote, with these phones in it. */
async function voting(seats: number): Promise<Classroom> {
  room = await Classroom.of(school, seats);
  await room.confirms();
  await room.until('question');
  await room.next();
  await Promise.all(room.phones.map((phone) => phone.sees('vote')));
  return room;
}

const voteOf = (view: StageView) => {
  if (view.screen.kind !== 'vote') throw new Error(`a ${view.screen.kind} instead of a vote`);
  return view.screen;
};
const mine = (view: PhoneView) => (view.screen.kind === 'vote' ? (view.screen.mine?.choice ?? null) : undefined);

/** Resolves with the first view of a page's own connection that satisfies. */
const until = <V extends PhoneView | StageView>(link: Link<V>, what: string, holds: (view: V) => boolean) =>
  new Promise<V>((found, failed) => {
    const late = setTimeout(
      () => failed(new Error(`never saw ${what}: ${JSON.stringify(link.view).slice(0, 300)} ${JSON.stringify(link.state)}`)),
      PATIENCE_MS,
    );
    const look = () => {
      if (!link.view || link.state.kind !== 'connected' || !holds(link.view)) return;
      clearTimeout(late);
      undo();
      found(link.view);
    };
    const undo = link.subscribe(look);
    look();
  });

/** A lesson at its first vote, with these phones and a board as the pages connect them. */
async function connected(seats: number, scenario?: string) {
  room = await Classroom.of(school, 0, await school.startLesson(scenario));
  const phones: Link<PhoneView>[] = Array.from({ length: seats }, () =>
    connect<PhoneView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: room.code, token: newToken() }, school.origin),
  );
  const stage = connect<StageView>(
    { v: PROTOCOL_VERSION, lang: 'nl', role: 'stage', lesson: room.keys.lesson, token: room.keys.stage },
    school.origin,
  );
  await room.stage.until('every seat', (view) => view.seats === seats);
  await room.confirms(seats);
  await room.until('question');
  await room.next();
  await Promise.all(phones.map((phone) => until(phone, 'the vote', (view) => view.screen.kind === 'vote')));
  const { vote, deadline } = voteOf(await room.stage.sees('vote'));
  const cast = (phone: Link<PhoneView>, index: number, counter: number) =>
    phone.ask({ type: 'vote.cast', round: vote.round, choice: vote.choices[index]!.id, counter });
  return { phones, stage, vote, deadline: deadline!, cast, screenRevision: room.stage.view!.screenRevision };
}

test('a server that is killed in the middle of a vote comes back to the same moment with every acknowledged vote, without anybody’s help', async () => {
  const { phones, stage, vote, deadline, cast, screenRevision } = await connected(20);
  expect(await Promise.all(phones.map((phone, seat) => cast(phone, seat < 8 ? 0 : 1, 1)))).toEqual(phones.map(() => ({ ok: true })));
  // The heartbeat goes on while they vote: the server counts as away from the last beat on.
  const acknowledged = Date.now();
  const lastBeat = () => statSync(join(school.dataDir, 'heartbeat')).mtimeMs;
  await expect.poll(lastBeat).toBeGreaterThanOrEqual(acknowledged);
  // Ten change their mind while the server dies: what was not acknowledged is asked again by the phones themselves.
  const changed = phones.slice(0, 10).map((phone, seat) => cast(phone, seat < 8 ? 1 : 0, 2));
  await school.kill();
  room.leave();
  const beat = lastBeat();
  const opening = Date.now();
  await school.open();
  const opened = Date.now();
  expect(await Promise.all(changed)).toEqual(changed.map(() => ({ ok: true })));

  // The board is connected a moment before its first new view comes; until then it holds the one with the old deadline.
  const back = await until(
    stage,
    'the same vote with time given back',
    (view) => view.screen.kind === 'vote' && view.screen.answered === 20 && view.screen.deadline !== deadline,
  );
  expect(back.screenRevision).toBe(screenRevision);
  expect(voteOf(back).vote).toEqual(vote);
  const given = voteOf(back).deadline! - deadline;
  expect(given).toBeGreaterThanOrEqual(Math.floor(opening - beat));
  expect(given).toBeLessThanOrEqual(Math.ceil(opened - beat));
  for (const [seat, phone] of phones.entries()) {
    const view = await until(phone, 'its own vote', (now) => now.screen.kind === 'vote');
    expect(mine(view)).toBe(vote.choices[seat < 8 ? 1 : seat < 10 ? 0 : 1]!.id);
  }
  expect(await stage.ask({ type: 'vote.close', round: vote.round })).toEqual({ ok: true });
  await until(stage, 'the reveal', (view) => view.screen.kind === 'reveal');
  const { screen } = stage.view!;
  expect(screen.kind === 'reveal' && screen.released).toEqual({
    shown: 'bands',
    path: vote.choices[1]!.id,
    bands: Object.fromEntries(vote.choices.map((choice, index) => [choice.id, index === 1 ? 'almost-all' : 'few'])),
  });
  for (const link of [...phones, stage]) link.close();
});

test('a server that stood still in the middle of a vote, past its end, goes on with the seconds that were left, and counts who voted meanwhile', async () => {
  const { phones, stage, vote, deadline, cast, screenRevision } = await connected(8, 'deepfake');
  const asked = Date.now();
  const before = phones.slice(0, 4).map((phone) => cast(phone, 0, 1));
  expect(await Promise.all(before)).toEqual(before.map(() => ({ ok: true })));
  const stopped = Date.now();
  school.standStill();
  const meanwhile = phones.slice(4).map((phone) => cast(phone, 1, 1));
  await expect.poll(() => Date.now(), { interval: 200 }).toBeGreaterThan(deadline + GRACE_MS);
  const restarted = Date.now();
  school.goOn();
  expect(await Promise.all(meanwhile)).toEqual(meanwhile.map(() => ({ ok: true })));
  const back = await until(stage, 'the same vote', (view) => view.screen.kind === 'vote' && view.screen.answered === 8);
  expect(back.screenRevision).toBe(screenRevision);
  const given = voteOf(back).deadline! - deadline;
  // The server ran when it answered the first four, and it runs again after the last four.
  expect(given).toBeGreaterThanOrEqual(restarted - stopped);
  expect(given).toBeLessThanOrEqual(Date.now() - asked);
  expect(await stage.ask({ type: 'vote.close', round: vote.round })).toEqual({ ok: true });
  await until(stage, 'what comes after', (view) => view.screen.kind !== 'vote');
  for (const link of [...phones, stage]) link.close();
});

test('a server that stood still in the middle of a scene goes on where the scene was, by itself', async () => {
  room = await Classroom.of(school, 1);
  await room.confirms();
  await room.next();
  const runsSince = (view: StageView) => (view.screen.kind === 'scene' ? view.screen.playhead.since : null);
  const asked = Date.now();
  const since = runsSince(await room.stage.until('a scene that runs', (view) => runsSince(view) !== null))!;
  const stopped = Date.now();
  school.standStill();
  await expect.poll(() => Date.now()).toBeGreaterThan(stopped + 6000);
  const restarted = Date.now();
  school.goOn();
  const back = runsSince(await room.stage.until('the scene later', (view) => (runsSince(view) ?? 0) > since))!;
  expect(back - since).toBeGreaterThanOrEqual(restarted - stopped);
  expect(back - since).toBeLessThanOrEqual(Date.now() - asked + 1000);
});

test('a server that is killed between the close and the result finishes it before anybody is let in, and the ballots are gone', async () => {
  await voting(12);
  const { vote } = voteOf(await room.stage.sees('vote'));
  for (const [seat, phone] of room.phones.entries()) expect(await phone.votes(seat < 10 ? 0 : 1)).toEqual({ ok: true });
  await school.kill();
  expect(ballotsIn(school.dataDir)).toBeGreaterThan(0);
  // The crash came after the fence was written and before the result.
  const journal = new SqliteJournal(join(school.dataDir, 'lessons.sqlite'));
  await journal.append(room.keys.lesson, draftOf({ type: 'vote.close', round: vote.round }, newToken()));
  await journal.close();
  expect(ballotsIn(school.dataDir)).toBeGreaterThan(0);
  await school.open();
  expect(ballotsIn(school.dataDir)).toBe(0);
  room = await room.again();
  expect(room.stage.view?.screen).toMatchObject({ kind: 'reveal', by: 'class', path: { id: vote.choices[0]!.id } });
  for (const phone of room.phones) expect((await phone.until('a view', () => true)).screen.kind).toBe('reveal');
  expect(await room.phones[0]!.ask({ type: 'vote.cast', round: vote.round, choice: null, counter: 9 })).toEqual({
    ok: false,
    refusal: 'vote-closed',
  });
});

test.each([0, 1, 3])('a server that is killed %i ms after a close was asked has either the vote with all its ballots or the result', async (wait) => {
  await voting(9);
  const { vote } = voteOf(await room.stage.sees('vote'));
  await Promise.all(room.phones.map((phone) => phone.votes(1)));
  room.desk.socket.emit('ask', { type: 'vote.close', round: vote.round, id: newToken() });
  const end = performance.now() + wait;
  while (performance.now() < end) await new Promise((turn) => setImmediate(turn));
  await school.kill();
  await school.open();
  room = await room.again();
  const view = await room.stage.until('a view', () => true);
  if (view.screen.kind === 'vote') {
    expect(view.screen.answered).toBe(9);
    for (const phone of room.phones) expect(mine(await phone.until('a view', () => true))).toBe(vote.choices[1]!.id);
    await room.closeVote();
  }
  expect(((await room.stage.sees('reveal')) as StageView).screen).toMatchObject({ by: 'class', path: { id: vote.choices[1]!.id } });
  await school.close();
  expect(ballotsIn(school.dataDir)).toBe(0);
});

test('the ballots of a vote are on disk while it is open and nowhere after its result', async () => {
  await voting(8);
  await Promise.all(room.phones.map((phone) => phone.votes(0)));
  expect(ballotsIn(school.dataDir)).toBeGreaterThan(0);
  await room.closeVote();
  await room.stage.sees('reveal');
  expect(await room.phones[0]!.ask({ type: 'seat.hop' })).toEqual({ ok: true });
  expect(ballotsIn(school.dataDir)).toBe(0);
});

test('a lesson that ends in the middle of a vote leaves no ballot either', async () => {
  await voting(8);
  await Promise.all(room.phones.map((phone) => phone.votes(0)));
  await room.desk.ask({ type: 'lesson.end' });
  await room.stage.sees('over');
  await school.close();
  expect(ballotsIn(school.dataDir)).toBe(0);
});

test('a phone that reloads is the same seat with the same vote', async () => {
  await voting(8);
  const [phone] = room.phones as [Phone];
  await phone.votes(1);
  const { creature } = phone.view!;
  const before = mine(phone.view!);
  phone.close();
  const reloaded = new Phone(school.origin, phone.token);
  expect(await reloaded.join(room.code)).toEqual({ ok: true });
  const view = await reloaded.sees('vote');
  expect([view.creature, mine(view)]).toEqual([creature, before]);
  expect(room.stage.view?.seats).toBe(8);
  reloaded.close();
});

test('a second tab takes over the seat, and the first is told so', async () => {
  await voting(8);
  const [first] = room.phones as [Phone];
  await first.votes(0);
  const second = new Phone(school.origin, first.token);
  await second.join(room.code);
  expect(mine(await second.sees('vote'))).toBe(mine(first.view!));
  await expect.poll(() => first.dismissed).toBe('seat-elsewhere');
  expect(await first.ask({ type: 'seat.hop' })).toEqual({ ok: false, refusal: 'seat-unknown' });
  expect((await room.stage.until('one answer', (view) => view.screen.kind === 'vote' && view.screen.answered === 1)).seats).toBe(8);
  second.close();
});

test('a vote whose answer was lost is sent again with the same id, and counts once', async () => {
  await voting(8);
  const [phone] = room.phones as [Phone];
  const { vote } = voteOf(await room.stage.sees('vote'));
  const name = newToken();
  const cast = { type: 'vote.cast', round: vote.round, choice: vote.choices[0]!.id, counter: 1 } as const;
  phone.socket.emit('ask', { ...cast, id: name });
  await room.stage.until('one answer', (view) => view.screen.kind === 'vote' && view.screen.answered === 1);
  phone.close();
  const back = new Phone(school.origin, phone.token);
  await back.join(room.code);
  expect(await back.ask(cast, name)).toEqual({ ok: true });
  expect(await back.ask({ ...cast, choice: vote.choices[1]!.id, counter: 2 })).toEqual({ ok: true });
  // The late repeat does not undo what came after it.
  expect(await back.ask(cast, name)).toEqual({ ok: true });
  expect(mine(await back.until('the newer vote', (view) => mine(view) !== null))).toBe(vote.choices[1]!.id);
  await room.stage.until('still one answer', (view) => voteOf(view).answered === 1);
  await school.kill();
  await school.open();
  room = await room.again();
  expect(await room.phones[0]!.ask(cast, name)).toEqual({ ok: true });
  expect(mine(await room.phones[0]!.sees('vote'))).toBe(vote.choices[1]!.id);
  back.close();
});

test('a phone whose network allows no websocket votes by polling', async () => {
  await voting(8);
  const phone = new Phone(school.origin, newToken(), { transports: ['polling'], upgrade: false });
  expect(await phone.join(room.code)).toEqual({ ok: true });
  expect(await phone.votes(0)).toEqual({ ok: true });
  expect((await phone.until('its vote', (view) => mine(view) !== null)).screen.kind).toBe('vote');
  await room.stage.until('nine seats', (view) => view.seats === 9 && view.screen.kind === 'vote' && view.screen.answered === 1);
  phone.close();
});

test('a board that reloads is where it was', async () => {
  await voting(8);
  const before = room.stage.view!;
  room.stage.close();
  room = await room.again();
  expect({ ...room.stage.view, now: 0, rev: 0 }).toEqual({ ...before, now: 0, rev: 0 });
});
