import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import type { Attendance, VoteCount } from '../../src/protocol/views/updates.ts';
import type { View } from '../../src/protocol/views/view.ts';
import { BoardPace } from '../../src/session/board-pace.ts';
import { type Viewer, Viewers } from '../../src/session/viewers.ts';
import { Class } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LONG_MS = 1000;

const after = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** A class with what each of its screens has been sent, in its order. */
function watched() {
  const lesson = new Class(petje);
  const sent: [who: string, what: View | VoteCount | Attendance][] = [];
  const viewers: Viewers = new Viewers(after, new BoardPace(), () => ({
    content: { story: petje, shared },
    lesson: lesson.lesson,
    hops: new Map(),
    now: lesson.now,
    rev: 0,
    context: () => ({
      now: lesson.now,
      rev: 0,
      online: viewers.online,
      hops: new Map(),
      code: '',
      join: { url: '', text: '' },
      addresses: [],
      boards: viewers.count('stage'),
      desks: viewers.count('desk'),
      pairing: null,
      deletesAt: 0,
      storing: true,
    }),
  }));
  const viewer = (role: Viewer['role'], seat: number | null = null): Viewer => {
    const who = seat === null ? role : `phone ${seat}`;
    const hear = (what: View | VoteCount | Attendance) => void sent.push([who, what]);
    return { role, lang: 'nl', seat, key: null, show: hear, count: hear, attendance: hear, dismiss: () => {} };
  };
  const joins = (seat: number) => {
    lesson.does({ type: 'seat.joined', token: `seat-${seat}`, look: seat });
    viewers.changed('seats');
    viewers.admit(viewer('phone', seat));
  };
  const settles = () => {
    vi.advanceTimersByTime(LONG_MS);
    return sent.splice(0);
  };
  const toTheVote = () => {
    lesson.does({ type: 'headcount.confirm', count: lesson.lesson.seats.length });
    while (lesson.lesson.phase !== 'voting') lesson.does({ type: 'lesson.next', screenRevision: lesson.lesson.screenRevision });
    lesson.now = lesson.lesson.round!.opensAt;
    viewers.showAll();
    settles();
  };
  const votes = (seat: number) => {
    const round = lesson.lesson.round!.id;
    lesson.does({ type: 'vote.cast', seat, round, choice: 'a', counter: 1 } satisfies UnstampedEvent);
    viewers.changed('count');
  };
  viewers.admit(viewer('stage'));
  viewers.admit(viewer('desk'));
  settles();
  return { viewers, sent, joins, votes, toTheVote, settles };
}

test.each([30, 300])('a join in a class of %i is told to who joins, the board and the desk, once each', (size) => {
  const { joins, settles } = watched();
  for (let seat = 0; seat < size - 1; seat++) joins(seat);
  settles();
  joins(size - 1);
  const told = settles();
  expect(told.map(([who]) => who)).toEqual([`phone ${size - 1}`, 'stage', 'desk']);
  const creatures = Array.from({ length: size }, (_, look) => ({ seat: look, look, hops: 0, online: true }));
  expect(told.slice(1).map(([, what]) => what)).toEqual([{ creatures }, { creatures }]);
});

test('joins that come together are told to the board together', () => {
  const { joins, settles } = watched();
  for (let seat = 0; seat < 10; seat++) joins(seat);
  expect(settles().filter(([who]) => who === 'stage')).toHaveLength(1);
});

test('a vote is on the board at once as a count; the next ones together, within a moment; and no phone is told', () => {
  const { joins, votes, toTheVote, sent, settles } = watched();
  for (let seat = 0; seat < 10; seat++) joins(seat);
  toTheVote();
  const counts = () => sent.splice(0).map(([who, what]) => [who, (what as VoteCount).answered]);
  votes(0);
  expect(counts()).toEqual([
    ['stage', 1],
    ['desk', 1],
  ]);
  for (let seat = 1; seat < 8; seat++) votes(seat);
  expect(counts()).toEqual([]);
  vi.advanceTimersByTime(25);
  expect(counts()).toEqual([
    ['stage', 8],
    ['desk', 8],
  ]);
  expect(settles()).toEqual([]);
});

test('a whole view that waits is not told as a count alone', () => {
  const { viewers, joins, votes, toTheVote, sent, settles } = watched();
  for (let seat = 0; seat < 10; seat++) joins(seat);
  toTheVote();
  votes(0);
  sent.length = 0;
  viewers.showBoard();
  votes(1);
  expect(settles()).toEqual([
    ['stage', expect.objectContaining({ role: 'stage', screen: expect.objectContaining({ answered: 2 }) })],
    ['desk', expect.objectContaining({ role: 'desk', screen: expect.objectContaining({ answered: 2 }) })],
  ]);
});

test('what changes beside who is in is told with the whole view', () => {
  const { viewers, joins, settles } = watched();
  joins(0);
  viewers.showBoard();
  const told = settles();
  expect(told.slice(1)).toEqual([
    ['stage', expect.objectContaining({ role: 'stage', seats: 1 })],
    ['desk', expect.objectContaining({ role: 'desk', seats: 1, online: 1 })],
  ]);
});

test('whoever comes in when the lesson has begun is on the board by a whole view', () => {
  const { joins, toTheVote, settles } = watched();
  for (let seat = 0; seat < 10; seat++) joins(seat);
  toTheVote();
  joins(10);
  expect(settles().slice(1)).toEqual([
    ['stage', expect.objectContaining({ role: 'stage', seats: 11 })],
    ['desk', expect.objectContaining({ role: 'desk', seats: 11, online: 11 })],
  ]);
});
