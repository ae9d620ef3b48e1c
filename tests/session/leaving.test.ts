import { expect, test } from 'vitest';
import { activeSeats } from '../../src/lesson/state.ts';
import { LARGEST_ROOM } from '../../src/protocol/limits.ts';
import { sessionOf, viewerOf } from '../support/server/sessions.ts';
import { gathered, SEATS } from '../support/server/voting-lesson.ts';

test('a pupil who takes and gives up seats without end is stopped at two full rooms, and the teacher is not', async () => {
  const { room, does, runtime } = await gathered();
  const session = sessionOf(room, runtime);
  const leaves = (seat: number) => session.ask(viewerOf('phone', seat), `leaves-${seat}`, { type: 'seat.leave' });
  const joins = (token: string) => does({ type: 'seat.joined', token, look: 1 });
  const own = SEATS;
  await joins('own');
  expect(await leaves(own)).toEqual({ ok: true });
  while (room.lesson.seats.length < 2 * LARGEST_ROOM - 1) {
    const first = room.lesson.seats.length;
    const seats = Array.from({ length: Math.min(200, 2 * LARGEST_ROOM - 1 - first) }, (_, index) => first + index);
    await Promise.all(seats.map((seat) => joins(`again-${seat}`)));
    await does({ type: 'seats.removed', seats });
  }
  await joins('own');
  const last = room.lesson.seats.length - 1;
  expect(await leaves(last)).toEqual({ ok: false, refusal: 'not-now' });
  expect(activeSeats(room.lesson)).toHaveLength(SEATS + 1);
  expect(await session.ask(viewerOf('desk', null), 'removes', { type: 'seat.remove', seat: last })).toEqual({ ok: true });
  // A repeat, and one of a seat that somebody else has removed, is answered as was asked.
  expect(await leaves(own)).toEqual({ ok: true });
  expect(await leaves(last)).toEqual({ ok: true });
  room.close();
});
