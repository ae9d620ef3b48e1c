import type { Way } from '../../../src/story/check/states.ts';
import type { Walk } from '../../../src/story/check/walk.ts';
import type { StoryPoint } from '../../../src/story/compile/machine.ts';

/** One path through a story, from start to end. Its choices are those of votes, and the way at each `bySize`. */
export interface Route extends Way {
  points: StoryPoint[];
}

/** Every path of a walk without loops, one by one: as many as there are, so only for stories with few. */
export function* routesOf({ starts, states }: Walk): Generator<Route> {
  const stack = starts.toReversed().map(({ version, at }): { at: number; route: Route } => ({ at, route: { version, choices: [], points: [] } }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { at, route } = top;
    const { point, steps } = states[at]!;
    const points = [...route.points, point];
    if (steps.length === 0) yield { ...route, points };
    for (const { choice, to } of steps.toReversed())
      stack.push({
        at: to,
        route: { ...route, choices: choice === null ? route.choices : [...route.choices, { node: point.node, choice }], points },
      });
  }
}
