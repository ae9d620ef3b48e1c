import { missesBeats } from '../../story/compile/length.ts';
import type { Story } from '../../story/compile/story.ts';
import type { Node } from '../../story/schema/schema.ts';
import { askedOf } from '../asking.ts';
import { arrival, pastKept } from '../live.ts';
import { nodeOf, onwardFrom, sideActivityOf } from '../side-activity.ts';
import type { Decision, Lesson } from '../state.ts';

type Point = Lesson['point'];

/** The phases that a node of the story, or a question beside it, begins with. */
export type NodePhase = 'scene' | 'question' | 'together' | 'reflect' | 'results' | 'foreseen' | 'tell' | 'live' | 'end';

export function phaseOfNode(story: Story, lesson: Lesson): NodePhase {
  const node = nodeOf(story, lesson.point.node);
  if ('scene' in node) return 'scene';
  if ('vote' in node) return askedOf(story, lesson, lesson.point.node) === 'together' ? 'together' : 'question';
  if ('results' in node) return 'results';
  if ('foreseen' in node) return 'foreseen';
  if ('tell' in node) return 'tell';
  if ('live' in node) return 'live';
  return 'reflect' in node ? 'reflect' : 'end';
}

/** What a node tells of kept results; a `foreseen` node stands there itself, because the debrief repeats what it said. */
function toldAt(id: string, node: Node): string[] {
  if ('foreseen' in node) return [node.foreseen.vote, id];
  return 'results' in node ? node.results : [];
}

/** The lesson at the node where a class that is sent to `towards` arrives; `wanted`: the teacher asked for that very node. What the phase needs is set on entering it. */
export function goTo(story: Story, lesson: Lesson, towards: Point | null, wanted = false): Lesson {
  const arrived = arrival(story, lesson, towards, wanted);
  if (!arrived) throw new Error(`the story does not go on from ${lesson.point.node}`);
  const { point, leftOut } = arrived;
  const notAsked = leftOut.flatMap(({ node, choice }): Decision[] => (choice === null ? [] : [{ node, choice, by: 'not-asked', released: null }]));
  const node = nodeOf(story, point.node);
  const isBeside = sideActivityOf(point.node) !== null;
  return {
    ...lesson,
    point,
    decisions: [...lesson.decisions, ...notAsked],
    leftOut: lesson.leftOut || leftOut.length > 0 || missesBeats(node, point.variables),
    returnPoint: isBeside ? (lesson.returnPoint ?? lesson.point) : null,
    releasedResults: [...new Set([...lesson.releasedResults, ...toldAt(point.node, node)])],
    checkpoints: 'vote' in node && !isBeside ? { ...lesson.checkpoints, [point.node]: point.variables } : lesson.checkpoints,
    rounds: 'vote' in node ? lesson.rounds + 1 : lesson.rounds,
  };
}

export const toNextNode = (story: Story, lesson: Lesson) => goTo(story, lesson, onwardFrom(story, lesson, lesson.point, { type: 'NEXT' }));
export const alongDecision = (story: Story, lesson: Lesson) =>
  goTo(story, lesson, lesson.current && onwardFrom(story, lesson, lesson.point, { type: 'CHOOSE', choice: lesson.current.choice }));
/** Whether this vote or chat is kept for later: then the lesson may go on without a result. */
export const isKept = (story: Story, lesson: Lesson): boolean => pastKept(story, lesson, lesson.point) !== null;
export const beyondKept = (story: Story, lesson: Lesson) => goTo(story, lesson, pastKept(story, lesson, lesson.point));
