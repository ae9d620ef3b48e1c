import type { UnstampedEvent } from '../../../src/lesson/events.ts';
import { nodeOf } from '../../../src/lesson/side-activity.ts';
import { closeOf, countHands } from '../../../src/lesson/step.ts';
import type { Released } from '../../../src/protocol/released.ts';
import type { randomFrom } from '../random.ts';
import type { Class } from './class.ts';
import { petje } from './petje.ts';

/** What a class, its teacher and the server may do in any order, sensible or not. */
export function anything(room: Class, random: ReturnType<typeof randomFrom>): UnstampedEvent {
  const { lesson } = room;
  const { below, pick } = random;
  const round = below(8) === 0 ? `eerste-${below(4)}` : room.round;
  const node = nodeOf(petje, lesson.point.node);
  const options = 'vote' in node ? [...node.vote.choices.map(({ id }) => id), null] : ['a', null];
  const choice = below(8) === 0 ? pick(['a', 'x', 'constructor']) : pick(options);
  const seat = below(lesson.seats.length + 1);
  // A vote that opened is mostly voted in, or none would ever have enough.
  if (lesson.phase === 'voting' && below(25) > 0) return { type: 'vote.cast', seat, round, choice, counter: below(6) };
  return pick<() => UnstampedEvent>([
    ...Array(4).fill(() => ({ type: 'seat.joined', token: `token-${below(30)}`, look: below(144) })),
    ...Array(10).fill(() => ({ type: 'vote.cast', seat, round, choice, counter: below(6) })),
    ...Array(8).fill(() => ({ type: 'lesson.next', screenRevision: lesson.screenRevision - (below(6) === 0 ? 1 : 0) })),
    ...Array(3).fill(() => {
      if (lesson.phase !== 'closing') return { type: 'vote.released', round, released: { shown: 'nothing' } };
      const { answered, result } = closeOf(petje, lesson, random.number());
      return answered && below(3) === 0 ? answered : { ...result, round };
    }),
    ...Array(3).fill(() => ({ type: 'headcount.confirm', count: below(30) })),
    () => ({ type: 'vote.close', round }),
    () => ({ type: 'vote.extend', round, seconds: below(60) }),
    () => ({ type: 'vote.untimed', round }),
    () => ({ type: 'vote.pick', round, choice: choice ?? 'a' }),
    () => ({ type: 'scene.hold', on: below(2) === 0 }),
    () => ({ type: 'story.back', node: pick(['eerste', 'tweede', 'begin']), choice }),
    () => ({ type: 'seats.removed', seats: [seat] }),
    () => ({ type: 'door.lock', locked: below(4) === 0 }),
    () => ({ type: 'lesson.pause', on: below(3) === 0 }),
    () => ({ type: 'lang.set', lang: pick(['nl', 'en']) }),
    () => ({ type: 'pace.set', pace: pick(['normal', 'calm', 'off']) }),
    () => ({ type: 'mode.set', mode: pick(['phones', 'phones', 'hands', 'mixed']) }),
    () => ({ type: 'story.skip', screenRevision: lesson.screenRevision }),
    () => ({ type: 'items.set', items: pick([[], ['oordeel'], ['oordeel', 'schatting'], ['geheim']]) }),
    ...Array(2).fill(() => ({ type: 'items.ask' })),
    ...Array(2).fill(() => ({ type: 'agreements.ask', candidates: ['1', '2', '3'].slice(below(2)).map((id) => ({ id, text: null })) })),
    () => ({ type: 'agreements.set', agreements: [{ id: '3', text: pick([null, 'Anders.']) }] }),
    () => ({ type: 'desk.paired', token: `desk-${below(5)}` }),
    () => ({ type: 'desk.taken', token: `desk-${below(5)}` }),
    ...Array(lesson.phase === 'hands' ? 12 : 1).fill(() => ({
      type: 'hands.released',
      round,
      released: handsOf(room, below(15), below(15), random.number()),
    })),
    () => ({ type: 'clock.due', screenRevision: lesson.screenRevision }),
    () => ({ type: 'server.resumed', down: below(20_000) }),
    ...(below(60) === 0 ? [() => ({ type: 'lesson.end' }) as const] : []),
  ])();
}

/** What leads back on the board. Not among the others: what those make of a class was recorded. */
export const anythingBack = ({ lesson: { screenRevision } }: Class, random: ReturnType<typeof randomFrom>): UnstampedEvent =>
  random.pick<UnstampedEvent>([{ type: 'story.return' }, { type: 'scene.again', screenRevision }]);

/** What may be kept of so many hands at each of the first two choices. */
function handsOf(room: Class, one: number, other: number, lot: number): Released {
  const node = nodeOf(petje, room.lesson.point.node);
  const choices = 'vote' in node ? node.vote.choices : [];
  const counts = Object.fromEntries(choices.map(({ id }, index) => [id, [one, other][index] ?? 0]));
  const released = countHands(petje, { ...room.lesson, headCount: 30 }, counts, lot);
  return typeof released === 'string' ? { shown: 'nothing' } : released;
}

/** Milliseconds between two events. */
export const PAUSES = [0, 0, 1, 50, 200, 900, 3000, 8000];
