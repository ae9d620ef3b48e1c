import { LARGEST_ROOM } from '../protocol/limits.ts';
import type { Of } from './events.ts';
import type { Lesson, Step } from './state.ts';

/** Takes a seat, in any phase. Phones come in by the hundred within a minute and never change the phase: the statechart does not see them. */
export function takeSeat(lesson: Lesson, { token, look }: Of<'seat.joined'>): Step {
  if (lesson.phase === 'over') return { ok: false, refusal: 'lesson-ended' };
  let taken = 0;
  for (const seat of lesson.seats) {
    if (seat.removed) continue;
    if (seat.token === token) return { ok: false, refusal: 'seat-elsewhere' };
    taken += 1;
  }
  if (lesson.doorLocked) return { ok: false, refusal: 'door-locked' };
  if (taken >= LARGEST_ROOM) return { ok: false, refusal: 'room-full' };
  const seat = { id: lesson.seats.length, token, look, removed: false };
  return { ok: true, lesson: { ...lesson, seats: [...lesson.seats, seat] } };
}
