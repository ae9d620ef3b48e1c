import type { State } from '../check/states.ts';
import type { Walk } from '../check/walk.ts';

export interface Spread {
  least: number;
  median: number;
  most: number;
}

/** What routes amount to, in order, each with the number of routes: `counts` times two to the power of `scale`. */
interface Amounts {
  values: number[];
  counts: number[];
  scale: number;
}

/** So many different amounts are told apart exactly. Beyond it neighbours are taken together, except the least and the most. */
const TOLD_APART = 2048;
/** Far more routes than anybody plays still fit in a number if they are counted in larger steps. */
const STEP = 512;
const LARGE = 2 ** STEP;

/** The least, the median and the most over every route of a walk without loops, where a route amounts to the sum of its states: without going along any route. */
export function spreadOf({ states, starts, order }: Walk, amount: (state: State) => number): Spread {
  const waiting = new Uint32Array(states.length);
  for (const { at } of starts) waiting[at]!++;
  for (const { steps } of states) for (const { to } of steps) waiting[to]!++;
  /** From each state to an end; let go once everything before it has used it. */
  const known = new Map<number, Amounts>();
  const use = (at: number): Amounts => {
    const amounts = known.get(at)!;
    waiting[at]!--;
    if (waiting[at] === 0) known.delete(at);
    return amounts;
  };
  for (const at of order) {
    const state = states[at]!;
    const after = state.steps.length === 0 ? { values: [0], counts: [1], scale: 0 } : together(state.steps.map(({ to }) => use(to)));
    const own = amount(state);
    known.set(at, { ...after, values: after.values.map((value) => value + own) });
  }
  const { values, counts } = together(starts.map(({ at }) => use(at)));
  const middle = Math.floor(counts.reduce((sum, count) => sum + count, 0) / 2);
  let passed = 0;
  const median = values.find((_, index) => {
    passed += counts[index]!;
    return passed > middle;
  });
  return { least: values[0] ?? 0, median: median ?? 0, most: values.at(-1) ?? 0 };
}

function together(all: Amounts[]): Amounts {
  const merged = all.reduce(merge);
  return merged.values.length > TOLD_APART ? coarser(merged) : merged;
}

function merge(a: Amounts, b: Amounts): Amounts {
  const scale = Math.max(a.scale, b.scale);
  const [inA, inB] = [2 ** (a.scale - scale), 2 ** (b.scale - scale)];
  const merged: Amounts = { values: [], counts: [], scale };
  let total = 0;
  for (let i = 0, j = 0; i < a.values.length || j < b.values.length; ) {
    const value = Math.min(a.values[i] ?? Number.POSITIVE_INFINITY, b.values[j] ?? Number.POSITIVE_INFINITY);
    let count = 0;
    if (a.values[i] === value) count += a.counts[i++]! * inA;
    if (b.values[j] === value) count += b.counts[j++]! * inB;
    merged.values.push(value);
    merged.counts.push(count);
    total += count;
  }
  if (total < LARGE) return merged;
  return { ...merged, counts: merged.counts.map((count) => count / LARGE), scale: scale + STEP };
}

/** Half as many amounts: each two neighbours as their mean. */
function coarser({ values, counts, scale }: Amounts): Amounts {
  const half: Amounts = { values: [values[0]!], counts: [counts[0]!], scale };
  const last = values.length - 1;
  for (let index = 1; index < last; index += 2) {
    const paired = index + 1 < last;
    const count = counts[index]! + (paired ? counts[index + 1]! : 0);
    const sum = values[index]! * counts[index]! + (paired ? values[index + 1]! * counts[index + 1]! : 0);
    // A count so small beside the others that it vanished has no mean.
    half.values.push(count > 0 ? sum / count : values[index]!);
    half.counts.push(count);
  }
  half.values.push(values[last]!);
  half.counts.push(counts[last]!);
  return half;
}
