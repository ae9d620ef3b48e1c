import { type Lesson, unarchive } from '../lesson/state.ts';
import { start, step } from '../lesson/step.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { rename } from '../story/compile/rename.ts';
import type { Story } from '../story/compile/story.ts';
import { bodyOf } from './entries.ts';
import type { Entry, Position } from './journal.ts';
import type { StoryLibrary } from './runtime.ts';

/** A lesson as far as its journal has been read. */
export interface Projection {
  lesson: Lesson;
  story: Story;
  /** How many events it has seen. Ballots are not among them: what a screen is told may not tell how many came. */
  events: number;
  /** Of the newest event; a ballot does not count. */
  eventPosition: Position;
  /** Every round that a ballot was read of. */
  rounds: ReadonlySet<string>;
}

/** The story of a journal is not on this server, or no longer fits it. */
class StoryMissing extends Error {}

/** As this lesson tells it: made once, when its journal begins. */
function storyOf(library: StoryLibrary, { scenario, names }: Pick<Lesson, 'scenario' | 'names'>, node: string | null): Story {
  const story = library.stories.get(scenario);
  if (!story || (node !== null && !(node in story.structure.nodes))) throw new StoryMissing(scenario);
  return rename(story, names);
}

/** One more entry. A refused one (the order made it too late) changes nothing; the refusal is told to whoever asked. */
export function project(library: StoryLibrary, before: Projection | null, entry: Entry): { folded: Projection; refusal: RefusalCode | null } {
  const body = bodyOf(entry);
  const isEvent = entry.kind === 'event';
  const place = {
    events: (before?.events ?? 0) + (isEvent ? 1 : 0),
    eventPosition: isEvent ? entry.position : (before?.eventPosition ?? 0),
  };
  if (body.type === 'lesson.created') {
    const story = storyOf(library, body, null);
    return { folded: { lesson: start(story, body, entry.at), story, rounds: new Set(), ...place }, refusal: null };
  }
  if (body.type === 'lesson.archived') {
    const story = storyOf(library, body.lesson, body.lesson.point.node);
    return { folded: { lesson: unarchive(body.lesson), story, rounds: new Set(), ...place }, refusal: null };
  }
  if (!before) throw new Error('a journal that does not begin');
  const rounds = entry.kind === 'ballot' && !before.rounds.has(entry.round) ? new Set([...before.rounds, entry.round]) : before.rounds;
  const result = step(before.story, before.lesson, { ...body, at: entry.at });
  if (!result.ok) return { folded: { ...before, ...place, rounds }, refusal: result.refusal };
  return { folded: { ...before, lesson: result.lesson, ...place, rounds }, refusal: null };
}
