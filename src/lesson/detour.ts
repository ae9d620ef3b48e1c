import type { StoryPoint } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import { nodeOf } from './side-activity.ts';
import { type Decision, type Detour, isUnreleased, type Lesson, releasedDecisions } from './state.ts';

/** A look at another path, and the way back from it. */

/** A look that begins during another one still leads back to the class's own path. */
export const detourFrom = (lesson: Lesson): Detour =>
  lesson.detour ?? {
    point: lesson.returnPoint ?? lesson.point,
    current: lesson.returnPoint === null && !isUnreleased(lesson) ? lesson.current : null,
    checkpoints: lesson.checkpoints,
    decided: releasedDecisions(lesson).length,
  };

/** What a class decided on its own path. What it decided on another one counts only where its own never came. */
export function ownDecisions(decisions: readonly Decision[]): Decision[] {
  const onPath = new Set(decisions.filter(({ by, aside }) => by !== 'what-if' && !aside).map(({ node }) => node));
  return decisions.filter(({ node, by, aside }) => by !== 'what-if' && !(aside && onPath.has(node)));
}

/** Where the class's own path has come to, whatever is asked beside it. A look that came after the end of the story does not change that end. */
export function homePoint(story: Story, { detour, point, returnPoint }: Lesson): StoryPoint {
  return detour && 'end' in nodeOf(story, detour.point.node) ? detour.point : (returnPoint ?? point);
}
