import type { TokenHash } from '../lesson/events.ts';
import { activeSeats, freeLooks, type Lesson, type Seat } from '../lesson/state.ts';
import { CREATURE_NAMES, type Instant } from '../protocol/identity.ts';
import type { Answer } from '../protocol/refusals.ts';
import { drawFrom } from './creation.ts';
import type { RunningLesson } from './running-lesson.ts';
import type { Runtime } from './runtime.ts';

function seatOfToken(lesson: Lesson, token: TokenHash): Seat | undefined {
  return lesson.seats.find((seat) => !seat.removed && seat.token === token);
}

/** The newest seat of this token that was removed, where it has no other now. */
function removedSeat(lesson: Lesson, token: TokenHash): Seat | undefined {
  return seatOfToken(lesson, token) ? undefined : lesson.seats.findLast((seat) => seat.token === token);
}

/** Whether this token has a seat in this lesson, or had one. */
export const isOfLesson = (lesson: Lesson, token: TokenHash): boolean => lesson.seats.some((seat) => seat.token === token);

/**
 * The seat of this token; a new one where the lesson lets new phones in. A phone whose seat was removed comes back only when somebody
 * asks for it there (`back`), and on a new seat: what it answered on the old one is gone, and a question that was counted without it stays so.
 */
export async function takeSeat(
  running: RunningLesson,
  token: TokenHash,
  back: boolean,
  random: Runtime['random'],
): Promise<Answer<{ seat: number }>> {
  const known = seatOfToken(running.lesson, token);
  if (known) return { ok: true, seat: known.id };
  const former = removedSeat(running.tentative, token);
  if (former && !back) return { ok: false, refusal: 'seat-removed' };
  const answer = await running.propose({ type: 'seat.joined', token, look: lookFor(running.tentative, former, random) });
  // Another connection of the same phone may have joined meanwhile, or the teacher may have removed the seat.
  const seat = seatOfToken(running.lesson, token);
  if (seat) return { ok: true, seat: seat.id };
  return answer.ok ? { ok: false, refusal: 'seat-unknown' } : answer;
}

/** A phone that comes back is the creature that it was, unless another phone is that by now. */
function lookFor(lesson: Lesson, former: Seat | undefined, random: Runtime['random']): number {
  if (former && !activeSeats(lesson).some(({ look }) => look === former.look)) return former.look;
  const free = freeLooks(lesson);
  // A teacher and a class know a phone by its name too, so none is given twice while others are left.
  const named = new Set(activeSeats(lesson).map(({ look }) => look % CREATURE_NAMES));
  const unnamed = free.filter((look) => !named.has(look % CREATURE_NAMES));
  const looks = unnamed.length > 0 ? unnamed : free;
  return looks[drawFrom(random, looks.length)] ?? 0;
}

/** Seats whose phone is not connected. */
export function silentSeats(lesson: Lesson, online: ReadonlySet<number>): number[] {
  return activeSeats(lesson)
    .filter(({ id }) => !online.has(id))
    .map(({ id }) => id);
}

/** Hops in between are not shown: a creature that jumps all the time distracts the class. */
const HOP_EVERY_MS = 400;

/** Jumps of the creatures, by seat. They are a greeting: not a part of the lesson, and never written. */
export class Hops {
  readonly #counts = new Map<number, number>();
  readonly #hoppedAt = new Map<number, Instant>();

  get counts(): ReadonlyMap<number, number> {
    return this.#counts;
  }

  /** False for a hop too soon after the last, which does not count. */
  hop(seat: number, now: Instant): boolean {
    if (now - (this.#hoppedAt.get(seat) ?? Number.NEGATIVE_INFINITY) < HOP_EVERY_MS) return false;
    this.#hoppedAt.set(seat, now);
    this.#counts.set(seat, (this.#counts.get(seat) ?? 0) + 1);
    return true;
  }
}
