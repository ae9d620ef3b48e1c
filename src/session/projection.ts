import { unarchive } from '../lesson/archive.ts';
import type { Lesson } from '../lesson/state.ts';
import { start, step } from '../lesson/step.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { rename } from '../story/compile/rename.ts';
import type { Story } from '../story/compile/story.ts';
import { bodyOf } from './entries.ts';
import type { Entry, Position } from './journal.ts';
import type { StoryLibrary } from './runtime.ts';
import type { PastEvent } from './unseated.ts';

/** A lesson as far as its journal has been read. */
export interface Projection {
  lesson: Lesson;
  story: Story;
  /** How many events have been read. Ballots do not count, because this number reaches every screen. */
  events: number;
  /** The position of the newest event; ballots do not count. */
  eventPosition: Position;
  /** Every round of which a ballot has been read. */
  rounds: ReadonlySet<string>;
}

/** The story of the lesson is missing here, or has changed so much that the lesson's node is gone. */
class StoryMissing extends Error {}

/** The story with this lesson's own names. It is made once, when the journal begins. */
function storyOf(library: StoryLibrary, { scenario, names }: Pick<Lesson, 'scenario' | 'names'>, node: string | null): Story {
  const story = library.stories.get(scenario);
  if (!story || (node !== null && !(node in story.structure.nodes))) throw new StoryMissing(scenario);
  return rename(story, names);
}

interface Read {
  projection: Projection;
  refusal: RefusalCode | null;
  /** The seat of the phone that sent it, where it is a phone's ballot. */
  sender: number | null;
}

const encoder = new TextEncoder();
const entryOf = ({ id, at, body }: PastEvent, position: Position): Entry => ({
  kind: 'event',
  id,
  at,
  position,
  body: encoder.encode(JSON.stringify(body)),
});

/** Reads one more entry. An entry that its place in the order made too late changes nothing, and its refusal is returned. */
export function project(library: StoryLibrary, before: Projection | null, entry: Entry): Read {
  const body = bodyOf(entry);
  const sender = 'seat' in body ? body.seat : null;
  const isEvent = entry.kind === 'event';
  const place = {
    events: (before?.events ?? 0) + (isEvent ? 1 : 0),
    eventPosition: isEvent ? entry.position : (before?.eventPosition ?? 0),
  };
  if (body.type === 'lesson.created') {
    const story = storyOf(library, body, null);
    return { projection: { lesson: start(story, body, entry.at), story, rounds: new Set(), ...place }, refusal: null, sender };
  }
  if (body.type === 'lesson.archived') {
    const story = storyOf(library, body.lesson, body.lesson.point.node);
    return { projection: { lesson: unarchive(body.lesson), story, rounds: new Set(), ...place }, refusal: null, sender };
  }
  if (body.type === 'lesson.unseated') {
    let read = before;
    let refusal: RefusalCode | null = null;
    for (const event of body.events) ({ projection: read, refusal } = project(library, read, entryOf(event, entry.position)));
    if (!read) throw new Error('a lesson without a beginning');
    return { projection: read, refusal, sender: null };
  }
  if (!before) throw new Error('a journal that does not begin');
  const rounds = entry.kind === 'ballot' && !before.rounds.has(entry.round) ? new Set([...before.rounds, entry.round]) : before.rounds;
  const result = step(before.story, before.lesson, { ...body, at: entry.at });
  if (!result.ok) return { projection: { ...before, ...place, rounds }, refusal: result.refusal, sender };
  return { projection: { ...before, lesson: result.lesson, ...place, rounds }, refusal: null, sender };
}
