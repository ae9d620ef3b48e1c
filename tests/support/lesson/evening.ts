import type { Story } from '../../../src/story/compile/story.ts';
import type { Class } from './class.ts';
import { shared, stories } from './library.ts';

export const evening = stories.get('omstander') as Story;
export const content = { story: evening, shared };

/** A class whose teacher has chosen the evening on every phone; by itself it is on the board. */
export const onPhones = (room: Class, way: 'kloof' | 'nu'): Class => room.does({ type: 'way.set', node: 'proef', way });

/** Presses on, answers every question with its first option, and stops where the chat on the phones begins (after its heads-up). */
export function untilLive(room: Class, node?: string): Class {
  for (let presses = 0; room.lesson.phase !== 'live' || (node !== undefined && room.lesson.point.node !== node); presses++) {
    if (presses > 300) throw new Error('never came to a live chat');
    onward(room);
  }
  return deals(room).waits(room.lesson.round!.opensAt - room.now);
}

/** One press, vote or chat further. */
export function onward(room: Class): Class {
  const { phase, point, orders } = room.lesson;
  if (phase === 'scene') return room.waits(600_000).next();
  if (phase === 'live') return room.ends();
  if (phase === 'question') {
    room.opens();
    return room.votes(orders[point.node]?.[0] as string, room.lesson.seats.length).closes();
  }
  if (phase === 'together') return room.picks(orders[point.node]?.[0] as string);
  return room.next();
}

/** Every second seat sees few readers, as if it had been drawn so. */
function deals(room: Class): Class {
  if (room.lesson.round?.live?.conditions !== null) return room;
  const conditions = Object.fromEntries(room.lesson.seats.map(({ id }) => [id, id % 2 === 0 ? ('few' as const) : ('many' as const)]));
  return room.does({ type: 'live.dealt', round: room.round, conditions });
}
