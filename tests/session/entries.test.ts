import { expect, test } from 'vitest';
import { bodyOf } from '../../src/session/entries.ts';
import type { Entry } from '../../src/session/journal.ts';

const stored = (body: object): Entry => ({
  kind: 'event',
  id: 'id',
  position: 1,
  at: 0,
  body: new TextEncoder().encode(JSON.stringify(body)),
});
const numbers = { shown: 'numbers', counts: { a: 14, b: 10 }, path: 'a' };
const bands = { shown: 'bands', bands: { a: 'most', b: 'some' }, path: 'a' };

test('a number of votes that the first edition released is read as a band, in an event and in a lesson that waits for another day', () => {
  expect(bodyOf(stored({ type: 'vote.released', round: 'eerste-1', released: numbers }))).toEqual({
    type: 'vote.released',
    round: 'eerste-1',
    released: bands,
  });
  const decision = { node: 'eerste', choice: 'a', by: 'class' };
  const lesson = { trail: [{ ...decision, released: numbers }], current: { ...decision, released: numbers } };
  expect(bodyOf(stored({ type: 'lesson.rested', lesson }))).toEqual({
    type: 'lesson.archived',
    lesson: { decisions: [{ ...decision, released: bands }], current: { ...decision, released: bands } },
  });
});

test('what the first edition released in bands stays as everybody saw it', () => {
  const released = { shown: 'bands', bands: { a: 'some', b: 'some' }, path: 'a' };
  expect(bodyOf(stored({ type: 'vote.released', round: 'eerste-1', released }))).toMatchObject({ released });
});
