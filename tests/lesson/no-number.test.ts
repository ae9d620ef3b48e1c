import { expect, test } from 'vitest';
import { jsonOf } from '../../src/debrief/keep/record.ts';
import { tableOf } from '../../src/debrief/keep/table.ts';
import { activeSeats } from '../../src/lesson/state.ts';
import nl from '../../src/locales/nl/debrief.json' with { type: 'json' };
import shared from '../../src/locales/nl/shared.json' with { type: 'json' };
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { narration } from '../../src/stage/text/narration.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { evening, onPhones, onward, untilLive } from '../support/lesson/evening.ts';
import { looks } from '../support/lesson/views-of.ts';

const SEATS = 28;
/** By the number of options: votes for each in the order of the lesson; who is left watches along. */
type Votes = Record<number, number[]>;
/** The same words, and in each option and in all another number of votes. */
const ONE: Votes = { 2: [18, 10], 3: [16, 6, 6], 4: [17, 5, 4, 2] };
const OTHER: Votes = { 2: [16, 8], 3: [14, 5, 5], 4: [15, 6, 5, 1] };
/** In a chat on the phones: of every fourteen in a condition so many help. */
const HELPERS = new Map([
  [ONE, 10],
  [OTHER, 9],
]);

const words = (key: string) => (({ ...shared, ...nl }) as Record<string, string>)[key] ?? key;

/** All that anybody can look at or take along, in words where the board has them. A phone's own vote is its own. */
function everything(room: Class): Record<string, unknown> {
  const views = looks(room);
  const debrief = views.debrief as DebriefView;
  const seen: Record<string, unknown> = JSON.parse(JSON.stringify(views, (key, value) => (key === 'mine' ? undefined : value)));
  return { ...seen, words: narration(views.stage as StageView, room.now, 600_000), csv: tableOf(debrief, words), json: jsonOf(debrief) };
}

/** One press, vote or chat further, as this class does it. */
function plays(room: Class, votes: Votes): void {
  if (room.lesson.phase === 'live') {
    untilLive(room);
    activeSeats(room.lesson).forEach(({ id }) => {
      room.does({ type: 'live.seen', seat: id, round: room.round });
      // Every second seat sees few readers.
      if (Math.floor(id / 2) < (HELPERS.get(votes) ?? 0)) room.does({ type: 'live.act', seat: id, round: room.round, act: 'hulp' });
    });
    room.ends();
  } else if (room.lesson.phase === 'question') {
    room.opens();
    const options = room.lesson.orders[room.lesson.point.node] ?? [];
    const counts = votes[options.length] ?? [];
    for (const [index, option] of options.entries()) room.votes(option, counts[index] ?? 0);
    const cast = counts.reduce((sum, count) => sum + count, 0);
    room.votes(null, SEATS - cast);
  } else if (room.lesson.phase === 'voting') room.closes();
  else onward(room);
}

test('two classes that differ in every number of votes look alike on every screen and in every file, from the last answer to the debrief', () => {
  const [one, other] = [1, 2].map(() => onPhones(aClass({ seats: SEATS, story: evening }), 'kloof')) as [Class, Class];
  const phases = new Set<string>();
  while (one.lesson.phase !== 'over') {
    plays(one, ONE);
    plays(other, OTHER);
    if (one.lesson.phase === 'end') for (const room of [one, other]) room.does({ type: 'lesson.end' });
    phases.add(one.lesson.phase);
    expect(everything(other), `${one.lesson.phase} at ${one.lesson.point.node}`).toEqual(everything(one));
  }
  expect([...phases]).toEqual(expect.arrayContaining(['voting', 'talk', 'reveal', 'results', 'over']));
  const released = one.lesson.decisions.map((decision) => (decision.arms ? 'arms' : decision.released?.shown));
  // The prediction is kept as its path alone.
  expect(new Set(released)).toEqual(new Set(['bands', 'arms', 'path']));
  expect(one.lesson.decisions.length).toBeGreaterThan(6);
});
