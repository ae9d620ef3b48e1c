import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { creatureKind } from '../../src/art/pieces/creature.ts';
import { Classroom, Phone, School } from '../support/server/classroom.ts';

let school: School;
let room: Classroom;
let back: Phone;
beforeAll(async () => {
  school = await new School().open();
});
afterAll(() => school.close());
afterEach(() => {
  room.leave();
  back?.close();
});
const no = (refusal: string) => ({ ok: false, refusal });

test('a connected phone is taken away by its creature, and comes back when somebody asks for it there: the same creature on a new seat', async () => {
  room = await Classroom.of(school, 9);
  const wrong = room.phones[4]!;
  const { creature } = await wrong.until('its creature', () => true);
  const { creatures } = await room.desk.until('nine phones', (view) => view.creatures.length === 9);
  expect(new Set(creatures.map(({ look }) => JSON.stringify(creatureKind(look)))).size).toBe(9);
  const seat = creatures.find(({ look }) => look === creature)!.seat;
  expect(await room.desk.ask({ type: 'seat.remove', seat })).toEqual({ ok: true });
  await expect.poll(() => wrong.dismissed).toBe('seat-removed');
  await room.desk.until('eight phones', (view) => view.seats === 8 && !view.creatures.some(({ look }) => look === creature));
  // Whoever takes it away once more, or a seat that never was, changes nothing.
  for (const gone of [seat, 4000]) expect(await room.stage.ask({ type: 'seat.remove', seat: gone })).toEqual({ ok: true });

  // A tab that reconnects or reloads by itself does not come back.
  back = new Phone(school.origin, wrong.token);
  expect(await back.join(room.code)).toEqual(no('seat-removed'));
  expect(room.desk.view?.seats).toBe(8);
  await room.desk.ask({ type: 'door.lock', locked: true });
  expect(await back.join(room.code, 'nl', true)).toEqual(no('door-locked'));
  await room.desk.ask({ type: 'door.lock', locked: false });
  expect(await back.join(room.code, 'nl', true)).toEqual({ ok: true });
  expect((await back.until('its creature', () => true)).creature).toBe(creature);
  const after = await room.desk.until('nine phones again', (view) => view.creatures.length === 9);
  expect(after.creatures.find(({ look }) => look === creature)!.seat).toBe(9);
});

test('who is taken away while a vote is open has no vote any more, and may give one again', async () => {
  room = await Classroom.of(school, 9);
  await room.confirms();
  await room.vote(0, 0, 0, 0, 0, 0, 0, 0, 0);
  const wrong = room.phones[2]!;
  // Phones that come in together are not seated in their order here.
  const { creature } = wrong.view!;
  const { seat } = (await room.desk.until('every phone', (view) => view.creatures.length === 9)).creatures.find(({ look }) => look === creature)!;
  expect(await room.desk.ask({ type: 'seat.remove', seat })).toEqual({ ok: true });
  await expect.poll(() => wrong.dismissed).toBe('seat-removed');
  expect(await wrong.votes(1)).toEqual(no('seat-unknown'));
  back = new Phone(school.origin, wrong.token);
  expect(await back.join(room.code, 'nl', true)).toEqual({ ok: true });
  const { screen } = await back.sees('vote');
  expect(screen).toMatchObject({ mine: null });
  const answered = (count: number) => room.stage.until(`${count} answers`, (view) => view.screen.kind === 'vote' && view.screen.answered === count);
  await answered(8);
  expect(await back.votes(1)).toEqual({ ok: true });
  await answered(9);
});

test('who goes on in another browser gives the seat up, with its vote, and takes one there; behind a locked door nobody puts itself out', async () => {
  room = await Classroom.of(school, 9);
  await room.confirms();
  await room.vote(0, 0, 0, 0, 0, 0, 0, 0, 0);
  const old = room.phones[2]!;
  const { creature } = old.view!;
  const answered = (count: number) => room.stage.until(`${count} answers`, (view) => view.screen.kind === 'vote' && view.screen.answered === count);
  await answered(9);
  await room.desk.ask({ type: 'door.lock', locked: true });
  expect(await old.ask({ type: 'seat.leave' })).toEqual(no('door-locked'));
  await room.desk.ask({ type: 'door.lock', locked: false });
  expect(old.dismissed).toBe(null);
  expect(await old.ask({ type: 'seat.leave' })).toEqual({ ok: true });
  expect(old.dismissed).toBe('seat-removed');
  await answered(8);
  await room.desk.until('eight phones', (view) => view.seats === 8 && !view.creatures.some(({ look }) => look === creature));

  const elsewhere = new Phone(school.origin);
  back = elsewhere;
  expect(await elsewhere.join(room.code)).toEqual({ ok: true });
  await elsewhere.sees('vote');
  expect(await elsewhere.votes(1)).toEqual({ ok: true });
  await answered(9);
  await room.desk.until('nine phones', (view) => view.seats === 9);
  // The old tab, which reconnects or reloads some time, does not take a seat again.
  const reloaded = new Phone(school.origin, old.token);
  expect(await reloaded.join(room.code)).toEqual(no('seat-removed'));
  reloaded.close();
});

test('one tab too many no longer blocks a result for good: it is taken away, and the result comes', async () => {
  room = await Classroom.of(school, 10);
  await room.confirms(10);
  await room.until('question');
  await room.next();
  const stubborn = new Phone(school.origin);
  back = stubborn;
  await stubborn.join(room.code);
  await Promise.all([...room.phones, stubborn].map((phone) => phone.votes(0)));
  await room.closeVote();
  const counting = await room.stage.sees('recount');
  expect(counting.screen).toMatchObject({ seats: 11, headCount: 10 });
  const { creature } = stubborn.view!;
  const seat = counting.screen.kind === 'recount' ? counting.screen.creatures.find(({ look }) => look === creature)?.seat : undefined;
  // The board can do it too, for a teacher without a desk.
  expect(await room.stage.ask({ type: 'seat.remove', seat: seat ?? -1 })).toEqual({ ok: true });
  await room.stage.sees('reveal');
});
