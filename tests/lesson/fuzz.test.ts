import { expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import { nodeOf } from '../../src/lesson/side-activity.ts';
import { activeSeats, type Lesson } from '../../src/lesson/state.ts';
import { count, countHands, start, step } from '../../src/lesson/step.ts';
import type { Released } from '../../src/protocol/released.ts';
import { Class, creationOf } from '../support/class.ts';
import { petje } from '../support/petje.ts';
import { randomFrom } from '../support/random.ts';
import { looks } from '../support/views-of.ts';

/** What a class, its teacher and the server may do in any order, sensible or not. */
function anything(room: Class, random: ReturnType<typeof randomFrom>): UnstampedEvent {
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
    ...Array(3).fill(() => ({
      type: 'vote.released',
      round,
      released: lesson.phase === 'closing' ? count(petje, lesson, random.number()) : { shown: 'nothing' },
    })),
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

/** What may be kept of so many hands at each of the first two choices. */
function handsOf(room: Class, one: number, other: number, lot: number): Released {
  const node = nodeOf(petje, room.lesson.point.node);
  const choices = 'vote' in node ? node.vote.choices : [];
  const counts = Object.fromEntries(choices.map(({ id }, index) => [id, [one, other][index] ?? 0]));
  const released = countHands(petje, { ...room.lesson, headCount: 30 }, counts, lot);
  return typeof released === 'string' ? { shown: 'nothing' } : released;
}

const PAUSES = [0, 0, 1, 50, 200, 900, 3000, 8000];

type Recorded = UnstampedEvent & { at: number };

function replay(entries: Recorded[], at: number): Lesson {
  return entries.reduce(
    (lesson, entry) => {
      const result = step(petje, lesson, entry);
      return result.ok ? result.lesson : lesson;
    },
    start(petje, creationOf(petje), at),
  );
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'whatever a class does (seed %i), a replay of what was written is the same lesson, without the ballots of rounds that ended too',
  (seed) => {
    const random = randomFrom(seed);
    const room = new Class(petje);
    const began = room.now;
    let written: Recorded[] = [];
    for (let seats = 0; seats < random.below(25); seats++) room.does({ type: 'seat.joined', token: `token-${seats}`, look: seats });
    written = room.lesson.seats.map(({ token, look }) => ({ type: 'seat.joined', token, look, at: room.now }));
    for (let moves = 0; moves < 400; moves++) {
      room.waits(random.pick(PAUSES));
      const event = anything(room, random);
      const before = room.lesson;
      const refusal = room.tries(event);
      if (refusal) expect(room.lesson).toBe(before);
      // What the order made too late is written all the same where somebody else wrote at the same time.
      if (!refusal || random.below(4) === 0) written.push({ ...event, at: room.now });
      if (before.round && before.round.id !== room.lesson.round?.id) {
        const ended = before.round.id;
        written = written.filter((entry) => entry.type !== 'vote.cast' || entry.round !== ended);
      }
      expect(room.lesson.now).toBeGreaterThanOrEqual(before.now);
      if (room.lesson.round) expect(['voting', 'recount', 'closing']).toContain(room.lesson.phase);
      for (const id of Object.keys(room.lesson.round?.ballots ?? {})) expect(activeSeats(room.lesson).map((seat) => seat.id)).toContain(Number(id));
      if (random.below(40) === 0 || moves === 399) {
        const again = new Class(petje);
        again.now = room.now;
        again.lesson = replay(JSON.parse(JSON.stringify(written)), began);
        expect({ ...again.lesson, now: 0, spokenAt: 0 }).toEqual({ ...room.lesson, now: 0, spokenAt: 0 });
        expect(looks(again)).toEqual(looks(room));
        room.lesson = again.lesson;
      }
    }
  },
);

test('the moves reach every phase of a lesson', () => {
  const reached = new Set<string>();
  for (let seed = 0; seed < 60; seed++) {
    const random = randomFrom(seed);
    const room = new Class(petje).joins(random.below(25));
    for (let moves = 0; moves < 400; moves++) {
      room.waits(random.pick(PAUSES));
      room.tries(anything(room, random));
      reached.add(room.lesson.phase);
    }
  }
  expect([...reached].sort()).toEqual([
    'closing',
    'end',
    'hands',
    'lobby',
    'over',
    'question',
    'recount',
    'reflect',
    'reveal',
    'scene',
    'talk',
    'teacherDecides',
    'together',
    'tooFew',
    'voting',
  ]);
});
