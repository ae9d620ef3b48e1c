import { components, isLoop, mustGet, type Step } from '../check/states.ts';
import { nextOf, type Walk } from '../check/walk.ts';
import { plays } from '../compile/length.ts';
import type { Structure } from '../schema/schema.ts';

/** Of a hundred classes fewer than five see it. */
export const RARE = 0.05;

export interface Seen {
  /** The share of classes that come to the node. */
  share: number;
  /** For each beat of a scene the share of classes that see it. */
  beats: number[];
}

/** The nodes to which a class may come back. */
function returning(structure: Structure): Set<string> {
  const ids = Object.keys(structure.nodes);
  const place = new Map(ids.map((id, index) => [id, index]));
  const graph = ids.map((id) => ({ steps: nextOf(structure.nodes[id]!).map((to) => ({ to: mustGet(place, to) })) }));
  const rounds = components(graph).filter((group) => isLoop(graph, group));
  return new Set(rounds.flat().map((index) => ids[index]!));
}

/** How much of a story is seen where classes choose at random, each choice, version and way by class size as often as the others: exactly, from the states of a walk without loops. */
export function seenOf(structure: Structure, { states, starts, order }: Walk): Map<string, Seen> {
  const forwards = order.toReversed();
  /** From the starts on, the share of classes that comes to each state. Nobody goes on by a step that is not `open`. */
  const flow = (visit: (at: number, share: number) => void, open: (at: number, step: Step) => boolean) => {
    const shares = new Float64Array(states.length);
    for (const { at } of starts) shares[at]! += 1 / starts.length;
    for (const at of forwards) {
      const share = shares[at]!;
      if (share === 0) continue;
      visit(at, share);
      const { steps } = states[at]!;
      for (const step of steps) if (open(at, step)) shares[step.to]! += share / steps.length;
    }
  };
  const seen = new Map<string, Seen>();
  const shown = (node: string, beat: number, at: number) => {
    const { point } = states[at]!;
    const own = structure.nodes[node]!;
    const line = 'scene' in own ? own.scene.beats[beat] : undefined;
    return point.node === node && line !== undefined && plays(line, point.variables);
  };
  for (const [id, node] of Object.entries(structure.nodes)) seen.set(id, { share: 0, beats: 'scene' in node ? node.scene.beats.map(() => 0) : [] });
  flow(
    (at, share) => {
      const { point, steps } = states[at]!;
      const own = mustGet(seen, point.node);
      own.share += share;
      own.beats.forEach((_, beat) => {
        if (shown(point.node, beat, at)) own.beats[beat]! += share;
      });
      for (const { across } of steps) for (const { id } of across) mustGet(seen, id).share += share / steps.length;
    },
    () => true,
  );
  // Whoever comes back has seen it before: there, nobody goes on from the first time.
  const atLeastOnce = (isHit: (at: number) => boolean) => {
    let sum = 0;
    flow(
      (at, share) => {
        if (isHit(at)) sum += share;
      },
      (at) => !isHit(at),
    );
    return sum;
  };
  const crossedOnce = (id: string) => {
    let sum = 0;
    const crosses = ({ across }: Step) => across.some((one) => one.id === id);
    flow(
      (at, share) => {
        const { steps } = states[at]!;
        sum += (share * steps.filter(crosses).length) / steps.length || 0;
      },
      (_at, step) => !crosses(step),
    );
    return sum;
  };
  for (const id of returning(structure)) {
    const own = mustGet(seen, id);
    own.share = 'junction' in structure.nodes[id]! ? crossedOnce(id) : atLeastOnce((at) => states[at]!.point.node === id);
    own.beats.forEach((_, beat) => {
      own.beats[beat] = atLeastOnce((at) => shown(id, beat, at));
    });
  }
  for (const { across } of starts) for (const { id } of across) mustGet(seen, id).share += 1 / starts.length;
  return seen;
}
