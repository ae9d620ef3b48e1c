import { expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import { activeSeats, type Lesson, type Phase } from '../../src/lesson/state.ts';
import { start, step } from '../../src/lesson/step.ts';
import { anything, anythingBack, PAUSES } from '../support/lesson/any-event.ts';
import { Class, creationOf } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';
import { randomFrom } from '../support/random.ts';

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
      const event = random.below(8) === 0 ? anythingBack(room, random) : anything(room, random);
      const before = room.lesson;
      const refusal = room.tries(event);
      if (refusal) expect(room.lesson).toBe(before);
      // An entry that comes too late in the order is written all the same if somebody else wrote at the same time.
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

/** Whether `petje` has the phase: it has no chat on the phones, no kept results and no lines to tell. */
const IN_PETJE: Record<Phase, boolean> = {
  lobby: true,
  scene: true,
  reflect: true,
  results: false,
  foreseen: false,
  tell: false,
  question: true,
  voting: true,
  recount: true,
  closing: true,
  live: false,
  together: true,
  hands: true,
  tooFew: true,
  talk: true,
  teacherDecides: true,
  reveal: true,
  end: true,
  over: true,
};
const PHASES = Object.entries(IN_PETJE).flatMap(([phase, has]) => (has ? [phase] : []));

test('the events reach every phase of a lesson', () => {
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
  expect([...reached].sort()).toEqual(PHASES.sort());
});
