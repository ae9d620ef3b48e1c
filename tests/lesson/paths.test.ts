import { expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import { debriefView } from '../../src/lesson/report/report.ts';
import { activeSeats, type Lesson } from '../../src/lesson/state.ts';
import { start, step } from '../../src/lesson/step.ts';
import { deskView, stageView } from '../../src/lesson/views/views.ts';
import type { Taken } from '../../src/story/check/states.ts';
import { walk } from '../../src/story/check/walk.ts';
import { hasShortWay } from '../../src/story/compile/length.ts';
import type { Story } from '../../src/story/compile/story.ts';
import { creationOf } from '../support/lesson/class.ts';
import { readFullStory } from '../support/lesson/full-story.ts';
import { shared, stories } from '../support/lesson/library.ts';
import { type Route, routesOf } from '../support/lesson/routes.ts';
import { around } from '../support/lesson/views-of.ts';

/** Above this an even sample is replayed: the walk itself has seen every state. */
const REPLAYED = 500;
const all = [...stories.values(), readFullStory().story!];

interface Point {
  lesson: Lesson;
  now: number;
}

interface Played extends Pick<Route, 'version' | 'choices'> {
  ways: Taken[];
  points: Point[];
}

function happens(story: Story, { lesson, now }: Point, event: UnstampedEvent): Point {
  const result = step(story, lesson, { ...event, at: now });
  if (!result.ok) throw new Error(`${event.type} in ${lesson.phase} was refused: ${result.refusal}`);
  return { lesson: result.lesson, now };
}

/**
 * The teacher decides for a class that talks instead of voting: the same machine, and quick enough for every path. Before a chat on the
 * phones all phones but one leave. Stops at a decision or at the end.
 */
function playsOn(story: Story, from: Point): Point {
  let point = from;
  for (let presses = 0; point.lesson.phase !== 'end' && point.lesson.phase !== 'together'; presses++) {
    if (presses > 1000) throw new Error('never ends');
    if (point.lesson.phase === 'scene') point = { ...point, now: point.now + 600_000 };
    if (comesChat(story, point.lesson)) point = happens(story, point, { type: 'seats.removed', seats: othersOf(point.lesson) });
    const { screenRevision, phase } = point.lesson;
    point = happens(story, point, { type: phase === 'question' ? 'story.skip' : 'lesson.next', screenRevision });
  }
  return point;
}

function comesChat(story: Story, { point }: Lesson): boolean {
  const node = story.structure.nodes[point.node];
  const next = node && 'next' in node && typeof node.next === 'string' ? story.structure.nodes[node.next] : undefined;
  return next !== undefined && 'live' in next;
}
const othersOf = (lesson: Lesson) =>
  activeSeats(lesson)
    .slice(1)
    .map(({ id }) => id);

const LARGE = 24;

/** Where the way depends on the class, one that is large enough for every way. */
function begins(story: Story, version: string | null, ways: Taken[], short: boolean): Point {
  const now = Date.UTC(2026, 10, 2, 9);
  let point: Point = { lesson: start(story, { ...creationOf(story), version, ...(short ? { short } : {}) }, now), now };
  if (ways.length > 0) {
    for (let seat = 0; seat < LARGE; seat++) point = happens(story, point, { type: 'seat.joined', token: `token-${seat}`, look: seat % 144 });
    for (const { node, choice } of ways) point = happens(story, point, { type: 'way.set', node, way: choice });
  }
  return playsOn(story, happens(story, point, { type: 'headcount.confirm', count: Math.max(1, activeSeats(point.lesson).length) }));
}

const played = all.flatMap((story) =>
  (hasShortWay(story.structure) ? (['long', 'short'] as const) : (['long'] as const)).map((length) => [story.texts.nl.title, length, story] as const),
);
test.each(played)(
  'every way through "%s" (%s; an even sample above 500) is one that a class can take, with every screen on it, to the end',
  (_title, length, story) => {
    const walked = walk(story, length);
    const every = Math.ceil(walked.count / REPLAYED);
    const isWay = ({ node }: Taken) => 'bySize' in story.structure.nodes[node]!;
    const held = (node: string) => {
      const shape = story.structure.nodes[node]!;
      return 'vote' in shape && shape.vote.held === true;
    };
    let paths = 0;
    // Ways that begin alike are played once up to where they part: a lesson is never changed.
    let before: Played | undefined;
    for (const { version, choices: whole } of routesOf(walked)) {
      paths += 1;
      if (paths % every !== 0) continue;
      // A class that talks instead of voting skips kept questions.
      const ways = whole.filter(isWay);
      const choices: Taken[] = whole.filter((taken) => !held(taken.node) && !isWay(taken));
      const alike = before?.version === version && JSON.stringify(before.ways) === JSON.stringify(ways);
      const last: Played | undefined = alike ? before : undefined;
      const parts = choices.findIndex(({ node, choice }, index) => last?.choices[index]?.node !== node || last.choices[index].choice !== choice);
      // These paths differ only in kept questions and were played already.
      if (last && parts < 0 && last.choices.length === choices.length) continue;
      const points: Point[] = last ? last.points.slice(0, parts + 1) : [begins(story, version, ways, length === 'short')];
      for (const { choice } of choices.slice(points.length - 1)) {
        const { lesson, now } = points.at(-1)!;
        expect(lesson.phase).toBe('together');
        const taken = happens(story, { lesson, now }, { type: 'vote.pick', round: `${lesson.point.node}-${lesson.rounds}`, choice });
        if (paths % (20 * every) === every) {
          for (const lang of ['nl', 'en'] as const) deskView({ story, shared }, taken.lesson, lang, around(taken));
          stageView({ story, shared }, taken.lesson, around(taken));
        }
        points.push(playsOn(story, taken));
      }
      before = { version, ways, choices, points };
      const end = points.at(-1)!;
      expect(end.lesson.phase).toBe('end');
      expect(end.lesson.decisions.filter(({ by }) => by !== 'not-asked').map(({ node, choice }) => ({ node, choice }))).toEqual(choices);
      const report = debriefView({ story, shared }, end.lesson, 'nl', around(end));
      expect(
        report.steps
          .filter(({ by }) => by !== 'not-asked')
          .map((step) => ({ node: step.node, choice: step.choices.find((choice) => choice.taken)?.id })),
      ).toEqual(choices.map(({ node, choice }) => ({ node, choice })));
      expect(report.ending).toBeTruthy();
    }
    expect(paths).toBe(walked.count);
  },
);
