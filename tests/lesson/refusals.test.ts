import { expect, test } from 'vitest';
import type { UnstampedEvent } from '../../src/lesson/events.ts';
import { LARGEST_ROOM } from '../../src/protocol/limits.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import { aClass, type Class } from '../support/lesson/class.ts';

/** Refusals, each with its own code, that change nothing in the lesson. */
const refused: [RefusalCode, string, () => Class, (room: Class) => UnstampedEvent][] = [
  [
    'moment-passed',
    'a press meant for the screen before',
    () => aClass().next(),
    (room) => ({ type: 'lesson.next', screenRevision: room.lesson.screenRevision - 1 }),
  ],
  ['headcount-missing', 'a start before anybody counted', () => aClass({ headCount: null }), next],
  ['headcount-too-low', 'a start with more devices than pupils', () => aClass({ headCount: 23 }), next],
  ['number-out-of-range', 'a class of nobody', aClass, () => ({ type: 'headcount.confirm', count: 0 })],
  ['number-out-of-range', 'a class of half a pupil', aClass, () => ({ type: 'headcount.confirm', count: 7.5 })],
  ['number-out-of-range', 'a class of more than a room holds', aClass, () => ({ type: 'headcount.confirm', count: LARGEST_ROOM + 1 })],
  [
    'number-out-of-range',
    'a recount of nobody',
    () => aClass({ seats: 9, headCount: 9 }).opens().joins(1).closes(),
    () => ({ type: 'headcount.confirm', count: 0 }),
  ],
  ['paused-now', 'going on while the board is at rest', () => calm(aClass()), next],
  ['paused-now', 'holding a scene while the board is at rest', () => calm(aClass().next()), () => ({ type: 'scene.hold', on: true })],
  ['paused-now', 'opening a vote while the board is at rest', () => calm(aClass().reaches('question')), next],
  ['paused-now', 'voting while the board is at rest', () => calm(aClass().opens()), (room) => vote(room, 0, 'a')],
  ['paused-now', 'closing a vote while the board is at rest', () => calm(aClass().opens()), (room) => ({ type: 'vote.close', round: room.round })],
  [
    'paused-now',
    'picking while the board is at rest',
    () => calm(aClass({ seats: 7 }).reaches('together')),
    (room) => ({ type: 'vote.pick', round: room.round, choice: 'a' }),
  ],
  [
    'paused-now',
    'going back while the board is at rest',
    () => calm(aClass().votes('a', 24).closes()),
    () => ({ type: 'story.back', node: 'eerste', choice: null }),
  ],
  ['not-now', 'closing with a second press of the key that opened', () => aClass().opens().waits(3999), next],
  ['not-now', 'the clock before the deadline', () => aClass().opens(), due],
  [
    'not-now',
    'the clock of another screen',
    () => aClass().opens().waits(61_500),
    (room) => ({ type: 'clock.due', screenRevision: room.lesson.screenRevision - 1 }),
  ],
  ['not-now', 'the clock where nothing waits for it', aClass, due],
  ['not-now', 'the clock before the end of a talk', () => talking(), due],
  [
    'not-now',
    'more time where there is no timer',
    () => untimed(aClass().opens()),
    (room) => ({ type: 'vote.extend', round: room.round, seconds: 30 }),
  ],
  ['not-now', 'holding a question', () => aClass().reaches('question'), () => ({ type: 'scene.hold', on: true })],
  ['not-now', 'picking where the class votes', () => aClass().opens(), (room) => ({ type: 'vote.pick', round: room.round, choice: 'a' })],
  ['not-now', 'closing where nothing is open', () => aClass().reaches('question'), (room) => ({ type: 'vote.close', round: room.round })],
  ['not-now', 'going back out of an open vote', () => aClass().opens(), () => ({ type: 'story.back', node: 'eerste', choice: null })],
  [
    'not-now',
    'going on after the end',
    () => aClass({ seats: 0 }).reaches('together').picks('a').reaches('together').picks('x').reaches('end'),
    next,
  ],
  [
    'not-now',
    'a result where nothing closes',
    () => aClass().opens(),
    (room) => ({ type: 'vote.released', round: room.round, released: { shown: 'nothing' } }),
  ],
  ['not-now', 'ending between the close and the result', closing, () => ({ type: 'lesson.end' })],
  ['not-now', 'rest between the close and the result', closing, () => ({ type: 'lesson.pause', on: true })],
  ['not-now', 'removing seats between the close and the result', closing, () => ({ type: 'seats.removed', seats: [0] })],
  ['not-now', 'going back between the close and the result', closing, () => ({ type: 'story.back', node: 'eerste', choice: null })],
  [
    'not-now',
    'going back while the counting waits',
    () => aClass({ seats: 9 }).opens().joins(1).closes(),
    () => ({ type: 'story.back', node: 'eerste', choice: null }),
  ],
  [
    'round-unknown',
    'a vote for another round',
    () => aClass().opens(),
    () => ({ type: 'vote.cast', seat: 0, round: 'eerste-9', choice: 'a', counter: 1 }),
  ],
  [
    'round-unknown',
    'a vote after the class went on',
    () => aClass().votes('a', 24).closes().reaches('scene', 'na-a'),
    () => ({ type: 'vote.cast', seat: 0, round: 'eerste-1', choice: 'a', counter: 2 }),
  ],
  ['round-unknown', 'closing another round', () => aClass().opens(), () => ({ type: 'vote.close', round: 'eerste-9' })],
  ['round-unknown', 'more time for another round', () => aClass().opens(), () => ({ type: 'vote.extend', round: 'eerste-9', seconds: 30 })],
  ['round-unknown', 'no timer for another round', () => aClass().opens(), () => ({ type: 'vote.untimed', round: 'eerste-9' })],
  [
    'round-unknown',
    'picking for another round',
    () => aClass({ seats: 7 }).reaches('together'),
    () => ({ type: 'vote.pick', round: 'eerste-9', choice: 'a' }),
  ],
  ['round-unknown', 'the result of another round', closing, () => ({ type: 'vote.released', round: 'eerste-9', released: { shown: 'nothing' } })],
  ['choice-unknown', 'a vote for no choice of this question', () => aClass().opens(), (room) => vote(room, 0, 'x')],
  ['choice-unknown', 'a vote for a word that every object knows', () => aClass().opens(), (room) => vote(room, 0, 'constructor')],
  [
    'choice-unknown',
    'picking no choice of this question',
    () => aClass({ seats: 7 }).reaches('together'),
    (room) => ({ type: 'vote.pick', round: room.round, choice: 'x' }),
  ],
  [
    'choice-unknown',
    'looking at a path that does not exist',
    () => aClass().votes('a', 24).closes(),
    () => ({ type: 'story.back', node: 'eerste', choice: 'x' }),
  ],
  ['number-out-of-range', 'four more seconds', () => aClass().opens(), (room) => ({ type: 'vote.extend', round: room.round, seconds: 4 })],
  [
    'number-out-of-range',
    'more than five more minutes',
    () => aClass().opens(),
    (room) => ({ type: 'vote.extend', round: room.round, seconds: 301 }),
  ],
  ['seat-unknown', 'a vote of nobody', () => aClass().opens(), (room) => vote(room, 24, 'a')],
  [
    'seat-unknown',
    'a vote of a removed seat',
    () =>
      aClass()
        .opens()
        .does({ type: 'seats.removed', seats: [3] }),
    (room) => vote(room, 3, 'a'),
  ],
  [
    'seat-unknown',
    'a vote of a removed seat, too late as well',
    () =>
      closing()
        .releases()
        .does({ type: 'seats.removed', seats: [3] }),
    (room) => vote(room, 3, 'a'),
  ],
  [
    'seat-late',
    'a second vote of somebody who came after the first',
    () => aClass().votes('a', 24).closes().joins(1).does({ type: 'story.back', node: 'eerste', choice: null }).opens(),
    (room) => vote(room, 24, 'a'),
  ],
  ['vote-not-open', 'a vote while the question is read aloud', () => aClass().reaches('question'), (room) => vote(room, 0, 'a')],
  ['vote-not-open', 'a vote while the phones come out', () => aClass().opens().waits(-1), (room) => vote(room, 0, 'a')],
  ['vote-closed', 'a vote after the deadline and its grace', () => aClass().opens().waits(61_501), (room) => vote(room, 0, 'a')],
  ['vote-closed', 'a vote between the close and the result', closing, (room) => vote(room, 0, 'a')],
  ['vote-closed', 'a vote while the counting waits', () => aClass({ seats: 9 }).opens().joins(1).closes(), (room) => vote(room, 0, 'a')],
  ['vote-closed', 'a vote during the reveal', () => aClass().votes('a', 24).closes(), (room) => vote(room, 0, 'a')],
  ['vote-closed', 'a vote during the talk', () => talking(), (room) => vote(room, 0, 'x')],
  ['vote-closed', 'a vote where too few voted', () => aClass().votes('a', 7).closes(), (room) => vote(room, 9, 'a')],
  ['vote-older', 'a vote that a newer one overtook', () => aClass().opens().seatVotes(0, 'b', 2), (room) => vote(room, 0, 'a', 1)],
  ['vote-older', 'another choice under the same number', () => aClass().opens().seatVotes(0, 'b', 2), (room) => vote(room, 0, 'a', 2)],
  ['seat-elsewhere', 'a second seat for the same phone', aClass, () => ({ type: 'seat.joined', token: 'token-3', look: 99 })],
  [
    'door-locked',
    'a phone at a locked door',
    () => aClass().does({ type: 'door.lock', locked: true }),
    () => ({ type: 'seat.joined', token: 'new', look: 99 }),
  ],
  ['room-full', 'the four hundred and first phone', () => aClass({ seats: LARGEST_ROOM }), () => ({ type: 'seat.joined', token: 'new', look: 99 })],
  [
    'node-unknown',
    'back to a decision that was not played',
    () => aClass().votes('a', 24).closes(),
    () => ({ type: 'story.back', node: 'tweede', choice: null }),
  ],
  ['node-unknown', 'back to a scene', () => aClass().votes('a', 24).closes(), () => ({ type: 'story.back', node: 'begin', choice: null })],
  [
    'node-unknown',
    'back to a word that every object knows',
    () => aClass().votes('a', 24).closes(),
    () => ({ type: 'story.back', node: 'constructor', choice: null }),
  ],
  ['not-now', 'another way of asking while a vote is open', () => aClass().opens(), () => ({ type: 'mode.set', mode: 'hands' })],
  ['not-now', 'another way of asking while the box closes', closing, () => ({ type: 'mode.set', mode: 'hands' })],
  ['not-now', 'another way of asking while hands are up', () => handsUp(), () => ({ type: 'mode.set', mode: 'phones' })],
  ['not-now', 'skipping a result', () => aClass().votes('a', 24).closes(), skip],
  [
    'moment-passed',
    'skipping the screen before',
    () => aClass().next().reaches('question'),
    (room) => ({ type: 'story.skip', screenRevision: room.lesson.screenRevision - 1 }),
  ],
  ['paused-now', 'skipping while the board is at rest', () => calm(aClass().next()), skip],
  [
    'paused-now',
    'hands while the board is at rest',
    () => calm(handsUp()),
    (room) => ({ type: 'hands.released', round: room.round, released: { shown: 'nothing' } }),
  ],
  [
    'round-unknown',
    'the hands of another round',
    () => handsUp(),
    () => ({ type: 'hands.released', round: 'eerste-9', released: { shown: 'nothing' } }),
  ],
  ['hands-missing', 'going on before the hands are counted', () => handsUp().next().next().next(), next],
  ['lesson-ended', 'going on when it is over', over, next],
  ['lesson-ended', 'joining when it is over', over, () => ({ type: 'seat.joined', token: 'new', look: 99 })],
  ['lesson-ended', 'voting when it is over', over, () => ({ type: 'vote.cast', seat: 0, round: 'eerste-1', choice: 'a', counter: 1 })],
  ['lesson-ended', 'ending again', over, () => ({ type: 'lesson.end' })],
  ['lesson-ended', 'the door when it is over', over, () => ({ type: 'door.lock', locked: true })],
];

function skip(room: Class): UnstampedEvent {
  return { type: 'story.skip', screenRevision: room.lesson.screenRevision };
}
function handsUp(): Class {
  return aClass({ seats: 0, headCount: 24 }).does({ type: 'mode.set', mode: 'hands' }).reaches('hands');
}
function next(room: Class): UnstampedEvent {
  return { type: 'lesson.next', screenRevision: room.lesson.screenRevision };
}
function due(room: Class): UnstampedEvent {
  return { type: 'clock.due', screenRevision: room.lesson.screenRevision };
}
function vote(room: Class, seat: number, choice: string | null, counter = 1): UnstampedEvent {
  return { type: 'vote.cast', seat, round: room.round, choice, counter };
}
function calm(room: Class): Class {
  return room.does({ type: 'lesson.pause', on: true });
}
function untimed(room: Class): Class {
  return room.does({ type: 'vote.untimed', round: room.round });
}
function closing(): Class {
  const room = aClass().votes('a', 24);
  return room.does({ type: 'vote.close', round: room.round });
}
function talking(): Class {
  return aClass().votes('a', 24).closes().votes('x', 24).closes();
}
function over(): Class {
  return aClass().does({ type: 'lesson.end' });
}

test.each(refused)('%s: %s', (code, _what, before, event) => {
  const room = before();
  const lesson = room.lesson;
  expect(room.tries(event(room))).toBe(code);
  expect(room.lesson).toBe(lesson);
});

test('each of these would pass in the right moment: the class that does it is not refused', () => {
  const room = aClass().opens().waits(61_500);
  expect(room.triesVote(0, 'a')).toBe(null);
  expect(room.tries(due(room))).toBe(null);
});
