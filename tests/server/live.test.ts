import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intent } from '../../src/protocol/intents.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import { Classroom, School, type Screen } from '../support/server/classroom.ts';
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

/** Past every scene and question, until the board shows this node. */
async function skipsTo(node: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    const { screen, screenRevision } = room.desk.view!;
    if ('node' in screen && screen.node === node) return;
    const press = async (intent: Intent) => {
      const answer = await room.desk.ask(intent);
      if (!answer.ok && !['moment-passed', 'not-now'].includes(answer.refusal))
        throw new Error(`${intent.type} on ${screen.kind}: ${answer.refusal}`);
    };
    if (screen.kind === 'scene' || screen.kind === 'question') await press({ type: 'story.skip', screenRevision });
    if (screen.kind === 'together') await press({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]!.id });
    else if (screen.kind !== 'question') await press({ type: 'lesson.next', screenRevision });
    await room.desk.until('the next screen', (view) => view.screenRevision !== screenRevision);
  }
  throw new Error(`never came to ${node}`);
}

const chatOf = (view: PhoneView) => {
  if (view.screen.kind !== 'live') throw new Error(`a ${view.screen.kind} instead of a chat`);
  return view.screen;
};
const readersOf = (view: PhoneView) => chatOf(view).chat.beats.flatMap((beat) => (beat.kind === 'readers' ? [beat.count] : []))[0];

async function chatting(seats: number): Promise<void> {
  room = await Classroom.of(school, seats, await school.startLesson('omstander'));
  await room.confirms();
  expect(await room.desk.ask({ type: 'way.set', node: 'proef', way: 'kloof' })).toEqual({ ok: true });
  await skipsTo('k-uitleg');
  await room.next();
  await Promise.all(room.phones.map((phone) => phone.sees('live')));
  const begins = chatOf(room.phones[0]!.view!).chat.startsAt;
  await room.phones[0]!.until('the draw of the conditions', (view) => view.screen.kind === 'live');
  while (Date.now() < begins) await new Promise((again) => setTimeout(again, begins - Date.now()));
}

test('a server that is killed in the middle of a chat on 24 phones comes back to the same second, the same lots and everything that was told', async () => {
  await chatting(24);
  const { chat } = chatOf(room.phones[0]!.view!);
  const lots = room.phones.map((phone) => readersOf(phone.view!));
  expect(lots.filter((readers) => readers === 2)).toHaveLength(12);
  expect(lots.filter((readers) => readers === 14)).toHaveLength(12);

  const before = [room.stage, room.desk].map(({ frames, view }) => ({ frames: frames.length, rev: view!.rev }));
  for (const [seat, phone] of room.phones.entries()) {
    expect(await phone.ask({ type: 'live.seen', round: chat.round })).toEqual({ ok: true });
    if (seat < 8) expect(await phone.ask({ type: 'live.act', round: chat.round, act: 'hulp' })).toEqual({ ok: true });
  }
  expect(await room.phones[23]!.ask({ type: 'live.count', round: chat.round, on: false, counter: 1 })).toEqual({ ok: true });
  // The board and the desk do not even learn that or how many acted: one event later they have received one frame more.
  await room.stage.ask({ type: 'door.lock', locked: true });
  await Promise.all(
    [room.stage, room.desk].map((screen: Screen) => screen.until('the locked door', (view) => 'door' in view && view.door === 'locked')),
  );
  const views = (screen: Screen, from: number) =>
    screen.frames.slice(from).filter((frame) => typeof frame === 'object' && frame !== null && 'screen' in frame);
  for (const [index, screen] of [room.stage as Screen, room.desk as Screen].entries()) {
    expect(views(screen, before[index]!.frames)).toHaveLength(1);
    expect(screen.view!.rev).toBe(before[index]!.rev + 1);
  }
  await school.kill();
  expect(ballotsIn(school.dataDir)).toBeGreaterThan(0);

  await school.open();
  room = await room.again();
  await Promise.all(room.phones.map((phone) => phone.sees('live')));
  expect(room.phones.map((phone) => readersOf(phone.view!))).toEqual(lots);
  expect(room.phones.map((phone) => chatOf(phone.view!).chat.startsAt)).toEqual(lots.map(() => chat.startsAt));
  expect(room.phones.map((phone) => chatOf(phone.view!).mine)).toEqual(
    lots.map((_, seat) => ({ seen: true, act: seat < 8 ? 'hulp' : null, counts: seat !== 23, counter: seat === 23 ? 1 : -1 })),
  );
  expect(await room.phones[0]!.ask({ type: 'live.act', round: chat.round, act: 'lach' })).toEqual({ ok: false, refusal: 'act-known' });

  const screen = (await room.desk.sees('live')).screen;
  if (screen.kind !== 'live') throw new Error('no chat on the desk');
  const stop = () => room.desk.ask({ type: 'vote.close', round: screen.round });
  expect(await stop()).toEqual({ ok: true });
  expect(await stop()).toEqual({ ok: false, refusal: 'not-now' });
  await expect.poll(stop, { interval: 500 }).toEqual({ ok: true });
  await Promise.all(room.phones.map((phone) => phone.sees('look')));
  expect(ballotsIn(school.dataDir)).toBe(0);
});

test('what is told twice, late, by a later phone or by the teacher is answered with a code and changes nothing', async () => {
  await chatting(20);
  const { chat } = chatOf(room.phones[0]!.view!);
  const act = { type: 'live.act' as const, round: chat.round, act: 'hier' };
  const id = 'a-random-id-of-this-phone';
  expect(await room.phones[0]!.ask(act, id)).toEqual({ ok: true });
  expect(await room.phones[0]!.ask(act, id)).toEqual({ ok: true });
  expect(await room.phones[0]!.ask(act)).toEqual({ ok: true });
  expect(await room.phones[0]!.ask({ ...act, act: 'dansen' })).toEqual({ ok: false, refusal: 'choice-unknown' });
  expect(await room.phones[0]!.ask({ ...act, round: 'p-zelf-1' })).toEqual({ ok: false, refusal: 'round-unknown' });
  expect(await room.desk.ask(act)).toEqual({ ok: false, refusal: 'not-yours' });
  expect(await room.stage.ask({ type: 'live.seen', round: chat.round })).toEqual({ ok: false, refusal: 'not-yours' });
  expect(await room.phones[1]!.ask({ type: 'way.set', node: 'proef', way: 'samen' })).toEqual({ ok: false, refusal: 'not-yours' });
  await room.joins(1);
  expect(room.phones[20]!.view!.screen).toEqual({ kind: 'apart' });
  expect(await room.phones[20]!.ask(act)).toEqual({ ok: false, refusal: 'seat-late' });
  expect(JSON.stringify(room.stage.frames)).not.toMatch(/"hier"|live\.act/);
  expect(JSON.stringify(room.desk.frames)).not.toMatch(/"act":|live\.act/);
});
