import type { StoryPoint } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import { nodeOf } from './side-activity.ts';
import { type Decision, type Detour, isUnreleased, type Lesson } from './state.ts';

/** A look at another path, and the way back from it. */

/** A look that begins during another one still leads back to the class's own path. */
export const detourFrom = (lesson: Lesson): Detour =>
  lesson.detour ?? {
    point: lesson.returnPoint ?? lesson.point,
    revealed: lesson.returnPoint === null && lesson.current !== null && !isUnreleased(lesson),
  };

/** What the class itself decided where it left its path; null where nothing was on the board there. */
export function ownDecision({ detour, decisions }: Lesson): Decision | null {
  if (!detour?.revealed) return null;
  return decisions.findLast(({ node, by }) => node === detour.point.node && by !== 'what-if') ?? null;
}

/** Where the class's own path has come to, whatever is asked beside it. A look that came after the end of the story does not change that end. */
export function homePoint(story: Story, { detour, point, returnPoint }: Lesson): StoryPoint {
  return detour && 'end' in nodeOf(story, detour.point.node) ? detour.point : (returnPoint ?? point);
}
