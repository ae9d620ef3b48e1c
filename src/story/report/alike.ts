import type { Walk } from '../check/walk.ts';
import { plays } from '../compile/length.ts';
import type { Structure } from '../schema/schema.ts';

/** For each state a number that it shares with every state from which a class sees the same, whatever it chooses from there on. */
function futures(structure: Structure, { states, order }: Walk): Int32Array {
  const known = new Map<string, number>();
  const future = new Int32Array(states.length);
  for (const at of order) {
    const { point, steps } = states[at]!;
    const node = structure.nodes[point.node]!;
    const shown = 'scene' in node ? node.scene.beats.map((beat) => plays(beat, point.variables)) : [];
    const key = JSON.stringify([point.node, shown, steps.map(({ choice, to }) => [choice, future[to]])]);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    future[at] = number;
  }
  return future;
}

/** Choices of one open vote between which it never makes a difference what the class chose. */
export interface Alike {
  node: string;
  choices: string[];
}

/** Needs a walk without loops. */
export function alikeChoices(structure: Structure, walked: Walk): Alike[] {
  const future = futures(structure, walked);
  /** For each vote and choice where it leads from each state of the vote. */
  const votes = new Map<string, Map<string, number[]>>();
  for (const { point, steps } of walked.states) {
    const node = structure.nodes[point.node]!;
    if (!('vote' in node) || node.vote.kind !== 'open' || node.vote.held || node.vote.again !== undefined) continue;
    const choices = votes.get(point.node) ?? new Map<string, number[]>();
    votes.set(point.node, choices);
    for (const { choice, to } of steps) if (choice !== null) choices.set(choice, [...(choices.get(choice) ?? []), future[to]!]);
  }
  return [...votes].flatMap(([node, choices]) => {
    const groups = Map.groupBy([...choices.keys()], (choice) => choices.get(choice)!.join());
    const shape = structure.nodes[node]!;
    // What a class that stands in nobody's shoes thinks is asked for its own sake.
    const isAsked = groups.size === 1 && 'vote' in shape && shape.vote.as === undefined;
    return isAsked ? [] : [...groups.values()].filter((alike) => alike.length > 1).map((alike) => ({ node, choices: alike }));
  });
}
