import type { Beat, Node, Structure, Way } from '../schema/schema.ts';
import { holds, type StoryEvent, type Variables } from './machine.ts';

/** Whether a class goes the short way: without what is marked `long`. It travels with the variables; no author's id has a dot. */
export const SHORT = 'story.short';

const isShort = (variables: Variables): boolean => variables[SHORT] === true;

/** What a node may have that the short way leaves out. */
const longBeats = (node: Node) => ('scene' in node ? node.scene.beats.filter((beat) => beat.long) : []);
const isLong = (node: Node) => ('scene' in node && node.scene.long === true) || ('vote' in node && node.vote.long !== undefined);

/** Whether the short way makes a difference to this node. */
const hasLong = (node: Node): boolean => isLong(node) || longBeats(node).length > 0;
/** Whether the story has a short way at all. */
export const hasShortWay = ({ nodes }: Pick<Structure, 'nodes'>): boolean => Object.values(nodes).some(hasLong);

/** Whether a beat plays with these variables. */
export const plays = (beat: Beat, variables: Variables): boolean => holds(beat.when, variables) && !(beat.long && isShort(variables));
/** Whether a class that goes the short way misses something in this scene. */
export const missesBeats = (node: Node, variables: Variables): boolean =>
  isShort(variables) && longBeats(node).some((beat) => holds(beat.when, variables));

/** Whether a class may go this way by its size: what is only offered takes more time than a short lesson has. */
export const isOpen = (way: Way, variables: Variables): boolean => !('offered' in way && way.offered && isShort(variables));

/** Whether what can happen from this node depends on whether the lesson is short. */
export const readsLength = (node: Node): boolean => hasLong(node) || ('bySize' in node && node.bySize.some((way) => 'offered' in way));

/** How the story goes past a node that the short way leaves out; null: the class comes to it. */
export function pastLong(node: Node, variables: Variables): Exclude<StoryEvent, { type: 'BY_SIZE' }> | null {
  if (!isShort(variables)) return null;
  if ('scene' in node && node.scene.long) return { type: 'NEXT' };
  return 'vote' in node && node.vote.long !== undefined ? { type: 'CHOOSE', choice: node.vote.long } : null;
}
