import type { Ballot, Creation, UnstampedEvent } from '../lesson/events.ts';
import type { Lesson } from '../lesson/state.ts';
import type { Draft, Entry } from './journal.ts';

/** What a lesson's journal holds: how it began (or was laid down for another day), and everything since. */
export type LessonBody = Creation | { type: 'lesson.rested'; lesson: Lesson } | UnstampedEvent;

const BALLOTS: readonly LessonBody['type'][] = ['vote.cast', 'live.seen', 'live.act', 'live.count', 'live.dealt'] satisfies Ballot['type'][];
export const isBallot = (body: LessonBody): body is Ballot => BALLOTS.includes(body.type);

export function draftOf(body: LessonBody, id: string): Draft {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return isBallot(body) ? { kind: 'ballot', round: body.round, id, body: bytes } : { kind: 'event', id, body: bytes };
}

/** Our own writing: trusted to be what `draftOf` made. */
export function bodyOf<T = LessonBody>(entry: Entry): T {
  return JSON.parse(new TextDecoder().decode(entry.body)) as T;
}
