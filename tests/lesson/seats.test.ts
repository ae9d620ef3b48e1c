import { describe, expect, test } from 'vitest';
import { activeSeats } from '../../src/lesson/state.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { inWords } from '../support/lesson/round-in-words.ts';

/** The phone of this seat is taken away by the teacher, and its pupil comes back in, as `takeSeat` of the session does it. */
function goesAndReturns(room: Class, seat: number): number {
  const { token, look } = room.lesson.seats[seat]!;
  room.does({ type: 'seats.removed', seats: [seat] }).does({ type: 'seat.joined', token, look });
  return room.lesson.seats.length - 1;
}
describe('a pupil whose seat was taken away by mistake', () => {
  test('votes again in the same vote, and is counted once', () => {
    const room = aClass({ seats: 12 }).votes('a', 12);
    const back = goesAndReturns(room, 3);
    expect(Object.keys(room.lesson.round!.ballots)).toHaveLength(11);
    expect(room.triesVote(3, 'b', 2)).toBe('seat-unknown');
    room.seatVotes(back, 'b', 2);
    expect(Object.keys(room.lesson.round!.ballots)).toHaveLength(12);
    expect(Object.values(inWords(room.story, room.lesson.round!).ballots).filter(({ choice }) => choice === 'b')).toHaveLength(1);
  });

  test('is not among those who answered the first time, so the class chooses again by talking, and no two results can be compared', () => {
    const room = aClass({ seats: 12 }).votes('a', 12).closes();
    goesAndReturns(room, 3);
    expect(room.does({ type: 'story.back', node: 'eerste', choice: null }).reaches('together').lesson.round).toBe(null);
  });

  test('has no vote in a result that waits for it to be taken away, and gives no other', () => {
    const room = aClass({ seats: 11 }).opens().joins(1).votes('a', 12).closes();
    expect(room.lesson.phase).toBe('recount');
    const back = goesAndReturns(room, 3);
    // The first of the two events closed the vote, so its return opens nothing.
    expect(room.lesson.phase).toBe('closing');
    expect(room.triesVote(back, 'b')).toBe('vote-closed');
    expect(Object.keys(room.lesson.round!.ballots)).toHaveLength(11);
  });
});

describe('fewer than eight that may vote', () => {
  test('open no second vote, also where eleven phones take part', () => {
    const room = aClass({ seats: 11 }).votes('a', 11).closes();
    for (const seat of [0, 1, 2, 3, 4, 5, 6, 7]) goesAndReturns(room, seat);
    expect(activeSeats(room.lesson)).toHaveLength(11);
    room.does({ type: 'story.back', node: 'eerste', choice: null }).reaches('together');
    expect(room.lesson.round).toBe(null);
    // On another question all eleven may.
    expect(room.picks('a').opens().lesson.phase).toBe('voting');
  });
});
