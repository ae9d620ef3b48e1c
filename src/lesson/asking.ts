import type { NodeId } from '../protocol/identity.ts';
import type { Asked } from '../protocol/views/vote.ts';
import type { Story } from '../story/compile/story.ts';
import { nodeOf } from './side-activity.ts';
import { activeSeats, type Lesson, SMALLEST_CLASS } from './state.ts';

/** The newest seat that may vote on this question: who came after its first vote watches the second. Null: everybody may. */
export function lastSeatOf(story: Story, { votedUpTo }: Lesson, id: NodeId): number | null {
  const node = nodeOf(story, id);
  const first = 'vote' in node ? node.vote.again : undefined;
  return votedUpTo[id] ?? votedUpTo[first ?? ''] ?? null;
}

/** A class may have phones enough and yet too few that may vote: those that were removed and came back, and late ones, watch a second vote. */
function votersOf(story: Story, lesson: Lesson, id: NodeId): number {
  const last = lastSeatOf(story, lesson, id) ?? Number.POSITIVE_INFINITY;
  return activeSeats(lesson).filter((seat) => seat.id <= last).length;
}

/** How a vote is asked: hands are seen, so they answer open questions only, and a small group talks. */
export function askedOf(story: Story, lesson: Lesson, id: NodeId): Asked {
  const node = nodeOf(story, id);
  if (!('vote' in node)) return 'together';
  const seen = node.vote.kind === 'open' && !node.vote.held;
  if (lesson.mode === 'hands') return seen && (lesson.headCount ?? 0) >= SMALLEST_CLASS ? 'hands' : 'together';
  if (votersOf(story, lesson, id) < SMALLEST_CLASS) return 'together';
  return lesson.mode === 'mixed' && seen ? 'mixed' : 'phones';
}

/** Whether a vote whose result is kept for later is skipped. */
export const isSkipped = (lesson: Lesson): boolean => lesson.mode === 'hands' || activeSeats(lesson).length < SMALLEST_CLASS;

/** Whether hands follow the vote that closes now; seats that left meanwhile change nothing. */
export function mixes(story: Story, lesson: Lesson): boolean {
  const node = nodeOf(story, lesson.point.node);
  return lesson.mode === 'mixed' && 'vote' in node && node.vote.kind === 'open' && !node.vote.held;
}
