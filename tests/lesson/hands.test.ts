import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archive } from '../../src/lesson/archive.ts';
import { countHands } from '../../src/lesson/step.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { looks } from '../support/lesson/views-of.ts';

const withHands = (headCount = 24) => aClass({ seats: 0, headCount }).does({ type: 'mode.set', mode: 'hands' });
const eyesClosed = (headCount?: number) => withHands(headCount).reaches('hands');
/** As the server does it: the hands are counted, and only what may be kept reaches the lesson. */
const counts = (room: Class, hands: Record<string, number>, lot = 0) => countHands(room.story, room.lesson, hands, lot);
function raised(room: Class, hands: Record<string, number>, lot = 0): Class {
  const released = counts(room, hands, lot);
  if (typeof released === 'string') throw new Error(released);
  return room.does({ type: 'hands.released', round: room.round, released });
}
const stage = (room: Class) => (looks(room).stage as StageView).screen;

describe('a class without phones', () => {
  test('closes its eyes, raises hands for one choice after the other, and takes the path of most hands', () => {
    const room = withHands().reaches('question');
    expect(stage(room)).toMatchObject({ kind: 'question', asked: 'hands' });
    const turns = [-1, 0, 1, 2].map(() => {
      room.next();
      return (stage(room) as { turn: number }).turn;
    });
    expect(turns).toEqual([-1, 0, 1, 2]);
    expect(room.tries({ type: 'lesson.next', screenRevision: room.lesson.screenRevision })).toBe('hands-missing');
    raised(room, { a: 9, b: 13 });
    expect(room.path).toEqual(['eerste b hands']);
    expect(stage(room)).toMatchObject({ kind: 'reveal', by: 'hands', released: { shown: 'bands', bands: { a: 'some', b: 'most' }, path: 'b' } });
  });

  test('is told bands and never numbers, whatever the hands were, and a tie looks like any other path', () => {
    for (let a = 0; a <= 24; a++) {
      for (let b = 0; a + b <= 24; b++) {
        const released = counts(eyesClosed(), { a, b });
        expect(JSON.stringify(released)).not.toMatch(/counts|\d/);
        if (typeof released === 'string') throw new Error(released);
        expect(released.shown).toBe(a + b < 8 ? 'nothing' : a + b < 9 ? 'path' : 'bands');
      }
    }
    const [one, other] = [0, 0.5].map((lot) => counts(eyesClosed(), { a: 10, b: 10 }, lot));
    expect([one, other]).toEqual(['a', 'b'].map((path) => ({ shown: 'bands', bands: { a: 'about-half', b: 'about-half' }, path })));
  });

  test('with fewer than eight hands leaves the path to the teacher', () => {
    const room = raised(eyesClosed(), { a: 4, b: 3 });
    expect(room.lesson).toMatchObject({ phase: 'tooFew', decisions: [] });
  });

  test('talks about what may not be seen, skips what is kept for later, and talks when it is small', () => {
    const room = raised(eyesClosed(), { a: 20, b: 4 }).reaches('together');
    expect(room.lesson.point.node).toBe('tweede');
    expect(withHands(7).reaches('together').lesson.point.node).toBe('eerste');
  });

  test('chooses by talking where hands are raised again: nobody knows whose hands they were', () => {
    const room = raised(eyesClosed(), { a: 20, b: 4 });
    room.does({ type: 'story.back', node: 'eerste', choice: null }).reaches('hands');
    expect(counts(room, { a: 4, b: 20 })).toEqual({ shown: 'incomplete' });
    raised(room, { a: 4, b: 20 });
    expect(stage(room)).toMatchObject({ kind: 'too-few', again: true });
    expect(room.picks('b').path).toEqual(['eerste a hands', 'eerste b together']);
  });

  test.each([
    ['hands-too-many', { a: 13, b: 12 }],
    ['number-out-of-range', { a: -1, b: 12 }],
    ['number-out-of-range', { a: 1.5, b: 12 }],
    ['choice-unknown', { a: 12 }],
    ['choice-unknown', { a: 1, b: 2, x: 3 }],
    ['choice-unknown', { a: 1, constructor: 3 }],
  ] as const)('is refused with %s for %j', (refusal, hands) => {
    expect(counts(eyesClosed(), hands as unknown as Record<string, number>)).toBe(refusal);
  });

  test('is counted in no other moment', () => {
    expect(counts(withHands().reaches('question'), { a: 12, b: 12 })).toBe('not-now');
  });
});

describe('a class of which some have phones', () => {
  const mixed = () => aClass({ seats: 12, headCount: 24 }).does({ type: 'mode.set', mode: 'mixed' });
  const voted = () => mixed().votes('a', 9).votes('b', 3).closes();

  test('raises hands before anybody sees what the phones chose', () => {
    const room = voted();
    expect(stage(room)).toMatchObject({ kind: 'hands', mixed: true, turn: -1 });
    for (let turn = 0; turn < 3; turn++) {
      for (const [who, view] of Object.entries(looks(room))) expect(JSON.stringify(view), who).not.toMatch(/"shown"|"bands"/);
      room.next();
    }
    expect(room.lesson.decisions).toEqual([]);
    expect(room.tries({ type: 'hands.released', round: room.round, released: { shown: 'nothing' } })).toBe('not-now');
    room.next();
    const released = { shown: 'bands', bands: { a: 'almost-all', b: 'few' }, path: 'a' };
    expect(stage(room)).toMatchObject({ kind: 'teacherDecides', released });
    expect((looks(room)['phone 0'] as PhoneView).screen).toMatchObject({ kind: 'results', results: [{ released }], phonesResult: true });
  });

  test('looks the same until then, whatever the phones chose', () => {
    const split = fc.integer({ min: 0, max: 12 });
    const closed = (a: number) =>
      mixed()
        .votes('a', a)
        .votes('b', 12 - a)
        .closes();
    fc.assert(
      fc.property(split, split, (one, other) => {
        const rooms = [closed(one), closed(other)] as const;
        for (let turn = -1; turn <= 2; turn++) {
          expect(looks(rooms[0])).toEqual(looks(rooms[1]));
          if (turn < 2) for (const room of rooms) room.next();
        }
      }),
      { numRuns: 20 },
    );
  });

  test('goes the way that the teacher picks, and the debrief keeps what the phones chose', () => {
    const room = voted().reaches('teacherDecides').picks('b');
    expect(stage(room)).toMatchObject({ kind: 'reveal', by: 'mixed', path: { id: 'b' }, released: null });
    expect(JSON.parse(JSON.stringify(looks(room).debrief)).steps).toMatchObject([{ by: 'mixed', released: { path: 'a' } }]);
    expect(room.reaches('scene').lesson.point.node).toBe('na-b');
  });

  test('that ends before the teacher picks keeps what the phones chose, because everybody was told', () => {
    const room = voted().reaches('teacherDecides').does({ type: 'lesson.end' });
    expect(JSON.parse(JSON.stringify(looks(room).debrief)).steps).toMatchObject([{ by: 'mixed', released: { path: 'a' } }]);
    room.lesson = archive(room.story, room.lesson, room.now);
    expect(room.lesson.decisions).toMatchObject([{ node: 'eerste', choice: 'a', by: 'mixed', released: { path: 'a' } }]);
  });

  test('with too few phones that voted is left to the teacher, and nothing of those votes is told', () => {
    const few = (a: number, b: number) => mixed().votes('a', a).votes('b', b).closes().reaches('tooFew');
    expect(looks(few(6, 1))).toEqual(looks(few(0, 7)));
    expect(few(6, 1).lesson.phonesResult).toBe(null);
  });

  test('hears what the phones chose once: nobody goes back before the path is picked, and on another day nothing is told', () => {
    const room = voted().reaches('teacherDecides');
    expect(room.tries({ type: 'story.back', node: 'eerste', choice: null })).toBe('not-now');
    expect(room.tries({ type: 'story.back', node: 'eerste', choice: 'a' })).toBe('not-now');
    room.lesson = archive(room.story, room.lesson, room.now);
    room.joins(12).does({ type: 'headcount.confirm', count: 12 }).does({ type: 'mode.set', mode: 'phones' }).votes('a', 9).votes('b', 3).closes();
    // Nobody knows any more who answered then.
    expect(stage(room)).toMatchObject({ kind: 'too-few', again: true });
  });

  test('whose result nobody heard yet may be asked another day as if it never was', () => {
    const room = voted();
    room.lesson = archive(room.story, room.lesson, room.now);
    expect(room.lesson.decisions).toEqual([]);
  });

  test('asks guarded questions on the phones alone', () => {
    const room = voted().reaches('teacherDecides').picks('b').votes('x', 12).closes();
    expect(room.reaches('reveal').path).toEqual(['eerste b mixed', 'tweede x class']);
  });
});

describe('skipping', () => {
  const skip = (room: Class) => room.does({ type: 'story.skip', screenRevision: room.lesson.screenRevision });

  test('goes to the end of a scene, where the board waits', () => {
    const room = skip(aClass().next());
    expect(room.lesson).toMatchObject({ phase: 'scene', point: { node: 'begin' } });
    expect(room.tries({ type: 'story.skip', screenRevision: room.lesson.screenRevision })).toBe('not-now');
    expect(room.next().lesson.phase).toBe('question');
  });

  test.each([
    ['a question', () => aClass().reaches('question')],
    ['an open vote', () => aClass().votes('a', 20)],
    ['raised hands', () => eyesClosed()],
  ])('past %s tells nothing of it: the class chooses together', (_, before) => {
    const room = skip(before());
    expect(room.lesson).toMatchObject({ phase: 'together', round: null, phonesResult: null, decisions: [] });
    expect(room.picks('b').path).toEqual(['eerste b together']);
  });
});

describe('a desk that takes over', () => {
  test('locks the others out, and the board goes on', () => {
    const room = aClass().does({ type: 'desk.paired', token: 'phone' }).does({ type: 'desk.taken', token: 'phone' });
    expect(room.lesson.keys).toMatchObject({ desk: ['phone'], locked: ['desk'], stage: 'stage' });
    expect(room.tries({ type: 'desk.taken', token: 'desk' })).toBe('desk-taken');
  });
});
