import { afterAll, beforeAll, expect, test } from 'vitest';
import { Classroom, School } from '../support/server/classroom.ts';

let school: School;
beforeAll(async () => {
  school = await new School().open();
});
afterAll(() => school.close());

test('a class of nine goes from the lobby to the end, voting at every decision', async () => {
  const room = await Classroom.of(school, 9);
  expect((await room.stage.until('nine creatures', (view) => view.screen.kind === 'lobby' && view.screen.creatures.length === 9)).seats).toBe(9);
  expect(await room.next()).toEqual({ ok: false, refusal: 'headcount-missing' });
  expect(await room.confirms()).toEqual({ ok: true });
  let decisions = 0;
  let told = 0;
  while ((await room.until('question', 'end')).screen.kind === 'question') {
    decisions += 1;
    const answers = await room.vote(0, 0, 0, 0, 0, 1, 1, 1, 1);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    await room.stage.until('nine answers', (view) => view.screen.kind === 'vote' && view.screen.answered === 9);
    await room.closeVote();
    const { screen: after } = await room.stage.until('the end of the vote', (view) => view.screen.kind !== 'vote');
    // What the class expects of somebody is told where the story shows it.
    if (after.kind !== 'talk' && after.kind !== 'reveal') continue;
    const { screen } = await room.until('reveal');
    expect(screen.kind === 'reveal' && screen.by).toBe('class');
    told += 1;
  }
  expect([decisions, told]).toEqual([5, 4]);
  await Promise.all(room.phones.map((phone) => phone.sees('end')));
  expect(await room.desk.ask({ type: 'lesson.end' })).toEqual({ ok: true });
  await room.stage.sees('over');
  await Promise.all(room.phones.map((phone) => phone.sees('over')));
  room.leave();
});
