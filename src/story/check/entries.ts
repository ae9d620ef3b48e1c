import { readsLength, SHORT } from '../compile/length.ts';
import type { StoryPoint } from '../compile/machine.ts';
import type { Node, Structure } from '../schema/schema.ts';

/** The variables that a node itself looks at, the length of the lesson among them. */
export function readBy(node: Node): string[] {
  const conditions =
    'scene' in node
      ? node.scene.beats.map((beat) => beat.when)
      : 'junction' in node
        ? node.junction.map((way) => ('when' in way ? way.when : undefined))
        : [];
  return [...new Set([...conditions.flatMap((when) => Object.keys(when ?? {})), ...(readsLength(node) ? [SHORT] : [])])];
}

/** A key that is the same for all points that are alike to their node: variables that only a later node reads make no difference. */
function alike(structure: Structure): (point: StoryPoint) => string {
  const names = new Map(Object.entries(structure.nodes).map(([id, node]) => [id, readBy(node)]));
  return ({ node, variables }) => {
    let key = node;
    // Names and values of a story have no space in them.
    for (const name of names.get(node) ?? []) key += ` ${variables[name]}`;
    return key;
  };
}

/** One of all points that are alike to their node. */
export function differing(structure: Structure, points: readonly StoryPoint[]): StoryPoint[] {
  const keyOf = alike(structure);
  return [...new Map(points.map((point) => [keyOf(point), point])).values()];
}

/** The same as `of`, found once for all points that are alike to their node. */
export function onceForAlike<T>(structure: Structure, of: (point: StoryPoint) => T): (point: StoryPoint) => T {
  const keyOf = alike(structure);
  const known = new Map<string, T>();
  return (point) => {
    const key = keyOf(point);
    if (known.has(key)) return known.get(key)!;
    const found = of(point);
    known.set(key, found);
    return found;
  };
}
