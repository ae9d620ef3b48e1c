import { expect, test } from 'vitest';
import { HEADS_UP_MS } from '../../src/lesson/state.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { CLOCKS } from '../../src/server/lesson-clock.ts';
import { Classroom, School } from '../support/server/classroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A machine whose date is wrong by `AHEAD` ms, and is set at every signal. */
const WRONG = `
  const right = Date.now;
  const sets = process.env.SETS.split(',').map(Number);
  let ahead = Number(process.env.AHEAD);
  Date.now = () => right() + ahead;
  process.on('SIGUSR2', () => {
    ahead += sets.shift();
    console.error('set');
  });
`;

async function sets(school: School): Promise<void> {
  process.kill(school.pid, 'SIGUSR2');
  await expect.poll(() => school.output).toContain('set');
  school.output = '';
}

const voteOf = ({ now, screen }: StageView) => {
  if (screen.kind !== 'vote') throw new Error(`a ${screen.kind} instead of a vote`);
  return { ...screen, opensIn: screen.opensAt - now, left: screen.deadline! - now };
};

test('a date that was wrong once, that is wrong at a start or that is set in the middle of a vote costs no vote, no second and no lesson', async () => {
  const school = new School({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WRONG)}`, AHEAD: String(DAY), SETS: '0' });
  let room = await Classroom.of(await school.open(), 9);
  await room.confirms();
  const vote = (from: number, to: number) => Promise.all(room.phones.slice(from, to).map((phone) => phone.votes(0)));
  const counted = (votes: number) => Array.from({ length: votes }, () => ({ ok: true }));
  await room.until('question');
  await room.next();
  expect(await vote(0, 4)).toEqual(counted(4));
  const before = voteOf(await room.stage.until('four votes', (view) => voteOf(view).answered === 4));

  // The date is right again.
  await school.kill();
  Object.assign(school.env, { AHEAD: '0', SETS: `${HOUR},${-10_000}` });
  await school.open();
  room = await room.again();
  const after = voteOf(await room.stage.until('a view', () => true));
  expect([after.answered, after.vote.round]).toEqual([4, before.vote.round]);
  expect(after.left).toBeLessThanOrEqual(before.seconds! * 1000 + HEADS_UP_MS);
  await sets(school);
  expect(await vote(4, 9)).toEqual(counted(5));
  await room.closeVote();
  await room.stage.sees('reveal');

  await room.until('question');
  await sets(school);
  await room.next();
  expect(voteOf(await room.stage.sees('vote')).opensIn).toBeLessThanOrEqual(HEADS_UP_MS);
  expect(await vote(0, 9)).toEqual(counted(9));

  await school.kill();
  school.env.AHEAD = String(200 * DAY);
  await school.open();
  if (CLOCKS.boot() === null) room.leave();
  else {
    // Where the system tells that the machine was on all the time, the class does not notice.
    room = await room.again();
    const late = voteOf(await room.stage.until('a view', () => true));
    expect(late.answered).toBe(9);
    expect(late.left).toBeGreaterThan(0);
  }
  const again = await Classroom.of(school, 0, room.keys);
  expect(again.code).toBe(room.code);
  again.leave();
  room.leave();
  await school.close();
});
