import type { StateValue } from 'xstate';
import type { FlowEvent } from '../events.ts';
import type { Phase } from '../state.ts';
import { chart } from './chart.ts';

type State = typeof chart.root;
type Transition = NonNullable<ReturnType<State['transitions']['get']>>[number];

const leavesOf = (state: State): State[] => {
  const children = Object.values(state.states);
  return children.length === 0 ? [state] : children.flatMap(leavesOf);
};
/** By key; the keys are the phases, and the names of the states that are left at once. */
const LEAVES = new Map(leavesOf(chart.root).map((leaf) => [leaf.key, leaf]));

function leafOf(phase: Phase): State {
  const leaf = LEAVES.get(phase);
  if (!leaf) throw new Error(`no state for phase ${phase}`);
  return leaf;
}

/** The state of the chart that this phase is, with the states around it. */
export function stateOf(phase: Phase): StateValue {
  const { key, path } = leafOf(phase);
  return path.slice(0, -1).reduceRight<StateValue>((value, around) => ({ [around]: value }), key);
}

/** A transition that only hides the event from the enclosing states. */
const isInert = ({ target, actions }: Transition) => target === undefined && actions.length === 0;

/** Whether this phase has a transition for events of this type, whatever its guard says. */
export function accepts(phase: Phase, type: FlowEvent['type']): boolean {
  for (let state: State | undefined = leafOf(phase); state; state = state.parent) {
    const transitions = state.transitions.get(type);
    if (transitions) return !transitions.every(isInert);
  }
  return false;
}
