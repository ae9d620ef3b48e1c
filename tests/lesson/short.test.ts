import { describe, expect, test } from 'vitest';
import { compare } from '../../src/debrief/compare/comparison.ts';
import { recordOf } from '../../src/debrief/keep/record.ts';
import { archive, unarchive } from '../../src/lesson/archive.ts';
import { beatsOf } from '../../src/lesson/scene.ts';
import { start } from '../../src/lesson/step.ts';
import { minutesIn, partAt, plannedParts } from '../../src/protocol/lesson-plan.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { DeskView } from '../../src/protocol/views/desk.ts';
import { liveVariables, walk } from '../../src/story/check/walk.ts';
import { SHORT } from '../../src/story/compile/length.ts';
import { compile } from '../../src/story/compile/machine.ts';
import type { Story } from '../../src/story/compile/story.ts';
import type { Structure } from '../../src/story/schema/schema.ts';
import { aClass, Class, creationOf } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';
import { randomFrom } from '../support/random.ts';

const { nodes } = petje.structure;
type Node = Structure['nodes'][string];
const sceneAt = (id: string) => nodes[id] as Extract<Node, { scene: object }>;
const voteAt = (id: string) => nodes[id] as Extract<Node, { vote: object }>;
const begin = sceneAt('begin');
/** Petje with a beat, a scene and a vote that may be left out. */
const structure: Structure = {
  ...petje.structure,
  shortMinutes: 3,
  nodes: {
    ...nodes,
    begin: { ...begin, scene: { ...begin.scene, beats: begin.scene.beats.map((beat, index) => (index === 3 ? { ...beat, long: true } : beat)) } },
    'na-a': { ...sceneAt('na-a'), scene: { ...sceneAt('na-a').scene, long: true } },
    tweede: { vote: { ...voteAt('tweede').vote, long: 'y' } },
  },
};
const story: Story = { ...petje, structure, machine: compile(structure) };
const late = (room: Class, on = true) => room.does({ type: 'late.set', on });
const desk = (room: Class) => looks(room).desk as DeskView;
const debrief = (room: Class) => looks(room).debrief as DebriefView;

describe('from the moment the teacher says that it is late', () => {
  test('the story goes on without what it marks, and from the next screen on only', () => {
    const room = aClass({ story }).reaches('scene', 'begin');
    const before = beatsOf(story, room.lesson.point).length;
    late(room);
    expect(beatsOf(story, room.lesson.point)).toHaveLength(before);
    room.votes('a', 24).closes().next();
    expect([room.lesson.phase, room.lesson.point.node]).toEqual(['reflect', 'praat']);
    expect(room.path).toEqual(['eerste a class', 'tweede y not-asked']);
  });

  test('it may be taken back until something was left out', () => {
    const room = late(aClass({ story }).reaches('question', 'eerste'));
    expect(desk(room).length).toEqual({ is: 'late', mayUndo: true });
    late(room, false);
    expect(desk(room).length).toEqual({ is: 'long', mayUndo: false });
    expect(late(room).tries({ type: 'late.set', on: true })).toBe('not-now');
    room.votes('a', 24).closes().next();
    expect(desk(room).length).toEqual({ is: 'late', mayUndo: false });
    expect(room.tries({ type: 'late.set', on: false })).toBe('late-done');
  });

  test('a beat that was left out is something too', () => {
    const room = late(aClass({ story })).next();
    expect(room.lesson.point.node).toBe('begin');
    expect(beatsOf(story, room.lesson.point)).toHaveLength(3);
    expect(room.tries({ type: 'late.set', on: false })).toBe('late-done');
  });

  test('a vote that the teacher goes back to is asked all the same', () => {
    const room = aClass({ story }).votes('a', 24).closes().votes('x', 24).closes();
    late(room).does({ type: 'story.back', node: 'tweede', choice: null });
    expect([room.lesson.phase, room.lesson.point.node]).toEqual(['question', 'tweede']);
    room.votes('y', 24).closes().reaches('reflect');
    expect(desk(room).decisions.map(({ node, taken }) => [node, taken])).toEqual([
      ['eerste', 'a'],
      ['tweede', 'y'],
    ]);
  });

  test('a look at another path leaves out the same, counts for nothing, and leads back to where the class was', () => {
    const room = aClass({ story }).votes('b', 24).closes().reaches('scene', 'na-b');
    late(room).does({ type: 'story.back', node: 'eerste', choice: 'a' }).next();
    expect(room.lesson.point.node).toBe('praat');
    room.does({ type: 'story.return' });
    expect([room.lesson.phase, room.lesson.point.node]).toEqual(['scene', 'na-b']);
    room.reaches('end');
    expect(debrief(room).steps.map(({ node, by }) => [node, by])).toEqual([
      ['eerste', 'class'],
      ['tweede', 'not-asked'],
    ]);
    expect(room.lesson.decisions.filter(({ by, aside }) => by === 'not-asked' && !aside)).toHaveLength(1);
  });

  test('a story that marks nothing has no short way', () => {
    const room = aClass();
    expect(desk(room).length).toBeNull();
    expect(room.tries({ type: 'late.set', on: true })).toBe('not-now');
    expect(room.lesson.point.variables).not.toHaveProperty([SHORT]);
  });
});

describe('the short version of a lesson', () => {
  const short = () => {
    const room = new Class(story);
    room.lesson = start(story, { ...creationOf(story), short: true }, room.now);
    return room.joins(24).does({ type: 'headcount.confirm', count: 24 });
  };

  test('leaves out the same from the start, and cannot be taken back', () => {
    const room = short();
    expect(room.tries({ type: 'late.set', on: false })).toBe('not-now');
    room.next();
    expect(beatsOf(story, room.lesson.point)).toHaveLength(3);
    room.votes('b', 24).closes().next();
    expect(room.lesson.point.node).toBe('na-b');
    room.reaches('reflect');
    expect(room.path).toEqual(['eerste b class', 'tweede y not-asked']);
    expect(desk(room).length).toEqual({ is: 'short', mayUndo: false });
  });

  test('says in debrief, map and download what was not asked, and compares none of it', () => {
    const view = debrief(short().votes('b', 24).closes().reaches('end'));
    expect(view.steps.map(({ node, by }) => [node, by])).toEqual([
      ['eerste', 'class'],
      ['tweede', 'not-asked'],
    ]);
    expect(view.steps[1]?.choices.map(({ id, taken, went }) => [id, taken, went])).toEqual([
      ['z', false, false],
      ['y', false, true],
      ['x', false, false],
    ]);
    const edges = view.map.edges.filter(({ way }) => way !== 'open');
    expect(edges.map(({ from, to, way }) => [from, to, way])).toEqual([
      ['eerste', 'tweede', 'taken'],
      ['tweede', 'slot', 'not-asked'],
    ]);
    expect(recordOf(view).questions[1]).toMatchObject({ id: 'tweede', decidedBy: 'not-asked', released: null });
    expect(recordOf(view).questions[1]?.choices.some(({ chosen }) => chosen)).toBe(false);
    expect(compare(view, view, 'same-class').map(({ node }) => node)).toEqual(['eerste']);
  });

  test('goes on another day as it was, and a lesson from before there was one is a long one', () => {
    const room = late(aClass({ story }).votes('a', 24).closes());
    const again = unarchive(JSON.parse(JSON.stringify(archive(story, room.lesson, room.now))));
    expect(again).toMatchObject({ length: 'late', leftOut: false, classSince: null, restedMs: 0 });
    const { length: _, leftOut: __, classSince: ___, restedMs: ____, ...old } = archive(story, room.lesson, room.now);
    expect(unarchive(old as typeof room.lesson)).toMatchObject({ length: 'long', leftOut: false, classSince: null, restedMs: 0 });
  });
});

test('no class comes anywhere that the checker has not walked, whenever it becomes late', () => {
  const live = liveVariables(structure);
  const keyOf = ({ node, variables }: Class['lesson']['point']) =>
    `${node} ${[...(live.get(node) ?? [])].map((name) => `${name} ${variables[name]}`)}`;
  const walked = walk({ structure }, 'any').states.map(({ point }) => keyOf(point));
  expect(walked).toContain(`begin ${SHORT} true`);
  for (let seed = 0; seed < 40; seed++) {
    const random = randomFrom(seed);
    const room = aClass({ story });
    for (let presses = 0; presses < 60 && room.lesson.phase !== 'end'; presses++) {
      if (random.below(8) === 0) room.tries({ type: 'late.set', on: true });
      if (room.lesson.phase === 'question') room.votes(random.pick(room.lesson.orders[room.lesson.point.node]!), 24).closes();
      if (room.lesson.phase === 'talk') room.next();
      room.next();
      expect(walked).toContain(keyOf(room.lesson.point));
    }
    expect(room.lesson.phase).toBe('end');
  }
});

describe('the clock of a lesson', () => {
  test('begins with the class, stands still at rest, and says where the lesson is and should be', () => {
    const room = aClass({ story, seats: 0, headCount: null });
    expect(desk(room).clock).toMatchObject({ since: null, at: 'entry' });
    room.waits(600_000).joins(24).does({ type: 'headcount.confirm', count: 24 });
    const { clock } = desk(room);
    expect(clock).toMatchObject({ since: room.now, restedMs: 0, at: 'entry' });
    const parts = plannedParts(clock);
    expect(parts.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['entry', 0, 5],
      ['story', 5, 10],
      ['talk', 10, 20],
      ['agreements', 20, 24],
      ['away', 24, 25],
    ]);
    room.next().waits(6 * 60_000);
    const at = () => minutesIn(desk(room).clock, room.now, room.lesson.pausedSince);
    expect([at(), partAt(parts, 6), desk(room).clock.at]).toEqual([6, 'story', 'story']);
    room.does({ type: 'lesson.pause', on: true }).waits(9 * 60_000);
    expect(at()).toBe(6);
    room.does({ type: 'lesson.pause', on: false }).waits(60_000);
    expect(at()).toBe(7);
    expect([partAt(parts, 24), partAt(parts, 400), partAt(parts, 0)]).toEqual(['away', 'away', 'entry']);
    room.votes('a', 24).closes().votes('x', 24).closes().reaches('end');
    expect(desk(room).clock.at).toBe('talk');
  });
});
