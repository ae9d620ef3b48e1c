import { expect, test } from 'vitest';
import { stageView } from '../../src/lesson/views/views.ts';
import { commandFor } from '../../src/stage/shell/commands.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { around } from '../support/lesson/views-of.ts';

const pressed = (room: Class, key: string) => commandFor(key, stageView({ story: petje, shared }, room.lesson, around(room)));

test.each([' ', 'Enter', 'ArrowRight', 'PageDown'])('a teacher with the board alone counts again with %j where more phones have joined', (key) => {
  const room = aClass({ seats: 20, headCount: 20 }).joins(1);
  expect(pressed(room, key)).toEqual({ command: 'count' });
  expect(pressed(room.does({ type: 'headcount.confirm', count: 21 }), key)).toEqual({
    command: 'intent',
    intent: { type: 'lesson.next', screenRevision: room.lesson.screenRevision },
  });
  room.opens().joins(1).closes();
  expect(room.lesson.phase).toBe('recount');
  expect(pressed(room, key)).toEqual({ command: 'count' });
});
