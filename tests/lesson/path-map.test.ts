import { expect, test } from 'vitest';
import { pathMap } from '../../src/lesson/report/path-map.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { evening } from '../support/lesson/evening.ts';

const drawn = (room: Class) =>
  pathMap(room.story, room.lesson, 'nl')
    .edges.filter(({ way }) => way !== 'open')
    .map(({ from, letter, to, way }) => `${from} ${letter} ${to} ${way}`);

test('a map is the decisions and ends, and every choice that leads from one to the next', () => {
  const { nodes, edges } = pathMap(aClass().story, aClass().lesson, 'nl');
  expect(nodes.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['eerste decision', 'tweede decision', 'slot end']);
  expect(edges.map(({ from, to, text }) => `${from} ${text} ${to}`).sort()).toEqual([
    'eerste a tweede',
    'eerste b tweede',
    'tweede x slot',
    'tweede y slot',
    'tweede z slot',
  ]);
  expect(drawn(aClass())).toEqual([]);
});

test('what the class took is bold, what it looked at is not, and a path that was chosen anew replaces the first', () => {
  const room = aClass().votes('a', 24).closes();
  expect(drawn(room)).toEqual(['eerste B tweede taken']);
  room.does({ type: 'story.back', node: 'eerste', choice: 'b' });
  expect(drawn(room).sort()).toEqual(['eerste A tweede looked-at', 'eerste B tweede taken']);
  const again = aClass().votes('a', 24).closes().does({ type: 'story.back', node: 'eerste', choice: null }).votes('b', 24).closes();
  expect(drawn(again)).toEqual(['eerste A tweede taken']);
  again.votes('x', 24).closes().reaches('end');
  expect(drawn(again)).toEqual(['eerste A tweede taken', 'tweede C slot taken']);
});

test('a result that waits for the end of a talk is not drawn yet', () => {
  const room = aClass().votes('a', 24).closes().votes('x', 24).closes();
  expect(room.lesson.phase).toBe('talk');
  expect(drawn(room)).toEqual(['eerste B tweede taken']);
});

test('kept questions are no stops, whatever was answered', () => {
  const kept = Object.entries(evening.structure.nodes).flatMap(([id, node]) => ('vote' in node && node.vote.held ? [id] : []));
  expect(kept.length).toBeGreaterThan(0);
  const { nodes } = pathMap(evening, aClass({ story: evening }).lesson, 'nl');
  expect(nodes.filter(({ id }) => kept.includes(id))).toEqual([]);
});
