import type { NodeId } from '../protocol/identity.ts';
import { SMALLEST_CLASS } from '../protocol/limits.ts';
import type { Asked } from '../protocol/views/vote.ts';
import type { Story } from '../story/compile/story.ts';
import { canBeComplete, firstAnswerers } from './release/question.ts';
import { nodeOf } from './side-activity.ts';
import { activeSeats, type Lesson } from './state.ts';

/** How a vote is asked: hands are seen, so they answer open questions only, and a small group talks. So does a class of which somebody who answered the first time has left. */
export function askedOf(story: Story, lesson: Lesson, id: NodeId): Asked {
  const node = nodeOf(story, id);
  if (!('vote' in node) || (lesson.mode !== 'hands' && activeSeats(lesson).length < SMALLEST_CLASS)) return 'together';
  const seen = node.vote.kind === 'open' && !node.vote.held;
  const first = firstAnswerers(story, lesson, id);
  if (first && seen && (lesson.mode === 'hands' || !canBeComplete(lesson, first))) return 'together';
  if (lesson.mode === 'hands') return seen && (lesson.headCount ?? 0) >= SMALLEST_CLASS ? 'hands' : 'together';
  return lesson.mode === 'mixed' && seen ? 'mixed' : 'phones';
}

/** Whether a vote whose result is kept for later is skipped. */
export const isSkipped = (lesson: Lesson): boolean => lesson.mode === 'hands' || activeSeats(lesson).length < SMALLEST_CLASS;

/** Whether hands follow the vote that closes now; seats that left meanwhile change nothing. */
export function mixes(story: Story, lesson: Lesson): boolean {
  const node = nodeOf(story, lesson.point.node);
  return lesson.mode === 'mixed' && 'vote' in node && node.vote.kind === 'open' && !node.vote.held;
}
