import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { transition } from 'xstate';
import type { FlowEvent, UnstampedEvent } from '../../src/lesson/events.ts';
import { chart } from '../../src/lesson/flow/chart.ts';
import { stateOf } from '../../src/lesson/flow/phase-states.ts';
import { drawChart } from '../../src/tools/flow/drawing.ts';
import { anything, PAUSES } from '../support/lesson/any-event.ts';
import { Class } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { randomFrom } from '../support/random.ts';

/** Calls `seen` with each of 300 events, sensible or not, that a class of up to 30 goes through. */
function plays(seed: number, seen: (room: Class, event: UnstampedEvent) => void): void {
  const random = randomFrom(seed);
  const room = new Class(petje).joins(random.below(30));
  for (let moves = 0; moves < 300; moves++) {
    room.waits(random.pick(PAUSES));
    seen(room, anything(room, random));
  }
}

/** A hash of what the rules answered to the same events when they were recorded: refusals, phases, places, screens and decisions. */
const RECORDED = ['cc56f86992bb46e8', '5e8962968bb126f6', '9bde89dc805b5bb8', '80ad8a71f30f8655', 'db0d57927568b170', 'c192352fd58a8a5d'];

test.each(RECORDED.map((hash, seed) => ({ hash, seed })))(
  'the events of seed $seed are answered as they were when they were recorded',
  ({ hash, seed }) => {
    const answers: unknown[] = [];
    plays(seed, (room, event) => {
      const refusal = room.tries(event);
      const { phase, point, rounds, screenRevision, decisions } = room.lesson;
      answers.push([refusal, phase, point, rounds, screenRevision, decisions]);
    });
    expect(createHash('sha256').update(JSON.stringify(answers)).digest('hex').slice(0, 16)).toBe(hash);
  },
);

const isBeside = (event: UnstampedEvent & { at: number }): event is Exclude<UnstampedEvent & { at: number }, FlowEvent> =>
  event.type === 'seat.joined' || event.type === 'seats.answered' || event.type === 'vote.cast' || event.type.startsWith('live.');

test('the phase of a lesson is always the state that the chart is in', () => {
  for (const seed of [20, 21, 22, 23]) {
    plays(seed, (room, unstamped) => {
      const before = room.lesson;
      const event = { ...unstamped, at: room.now };
      if (room.tries(unstamped) !== null || isBeside(event)) return;
      const from = chart.resolveState({ value: stateOf(before.phase), context: { story: room.story, lesson: before } });
      expect(transition(chart, from, event)[0].value, event.type).toEqual(stateOf(room.lesson.phase));
    });
  }
});

const FLOW_EVENTS: Record<FlowEvent['type'], true> = {
  'lesson.next': true,
  'scene.hold': true,
  'scene.again': true,
  'vote.close': true,
  'vote.extend': true,
  'vote.untimed': true,
  'story.skip': true,
  'vote.pick': true,
  'story.back': true,
  'story.return': true,
  'headcount.confirm': true,
  'door.lock': true,
  'lesson.pause': true,
  'lang.set': true,
  'pace.set': true,
  'late.set': true,
  'mode.set': true,
  'items.set': true,
  'items.ask': true,
  'agreements.ask': true,
  'agreements.set': true,
  'way.set': true,
  'lesson.end': true,
  'seats.removed': true,
  'desk.paired': true,
  'desk.taken': true,
  'hands.released': true,
  'clock.due': true,
  'vote.released': true,
  'server.resumed': true,
};

test('every event has a transition in the chart: without one it would be refused for ever', () => {
  expect(chart.events.toSorted()).toEqual(Object.keys(FLOW_EVENTS).toSorted());
});

test('the drawing of the flow is that of the code: after a change, `npm run flow` draws it again', async () => {
  expect(drawChart(chart)).toBe(await readFile(new URL('../../src/lesson/flow/flow.svg', import.meta.url), 'utf8'));
});
