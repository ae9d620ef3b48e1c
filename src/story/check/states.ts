import type { StoryPoint } from '../compile/machine.ts';

export interface Taken {
  node: string;
  choice: string;
}
interface Step {
  choice: string | null;
  to: string;
}
/** A node with the variables that still matter there, and where one can go from it. */
export interface State {
  point: StoryPoint;
  steps: Step[];
}
/** The value of a key that the map must have. */
export function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`);
  return value;
}

/** The shortest list of choices that leads somewhere; `version` as in `Route`. */
export interface Way {
  version: string | null;
  choices: Taken[];
}

/** To each state the list with the fewest choices: breadth first, where going on without a choice costs nothing. */
export function shortest(states: ReadonlyMap<string, State>, starts: readonly { version: string | null; key: string }[]): Map<string, Way> {
  const ways = new Map<string, Way>();
  const queue = starts.map(({ version, key }): { key: string; way: Way } => ({ key, way: { version, choices: [] } }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { key, way } = next;
    if (ways.has(key)) continue;
    ways.set(key, way);
    const { point, steps } = mustGet(states, key);
    for (const { choice, to } of steps) {
      if (choice === null) queue.unshift({ key: to, way });
      else queue.push({ key: to, way: { ...way, choices: [...way.choices, { node: point.node, choice }] } });
    }
  }
  return ways;
}

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a].filter((one) => b.has(one)));

/** The decisions that every path to a node has in common, as the fixed point of those of its predecessors. */
export function certain(
  isVote: (node: string) => boolean,
  states: ReadonlyMap<string, State>,
  starts: readonly string[],
): Map<string, ReadonlySet<string>> {
  const taken = new Map<string, ReadonlySet<string>>(starts.map((key) => [key, new Set()]));
  const queue = [...starts];
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const { point, steps } = mustGet(states, key);
    const after = isVote(point.node) ? new Set([...mustGet(taken, key), point.node]) : mustGet(taken, key);
    for (const { to } of steps) {
      const known = taken.get(to);
      const common = known ? both(known, after) : after;
      if (known && common.size === known.size) continue;
      taken.set(to, common);
      queue.push(to);
    }
  }
  const before = new Map<string, ReadonlySet<string>>();
  for (const [key, { point }] of states) before.set(point.node, both(before.get(point.node) ?? mustGet(taken, key), mustGet(taken, key)));
  return before;
}

/** The states in an order where each comes after all that follow it, or the first cycle that prevents it. */
export function depthFirst(states: ReadonlyMap<string, State>, starts: readonly string[]): { cycle: string[] | null; order: string[] } {
  const order: string[] = [];
  const done = new Set<string>();
  for (const start of starts) {
    if (done.has(start)) continue;
    const open: { key: string; next: number }[] = [{ key: start, next: 0 }];
    const onPath = new Set([start]);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const step = mustGet(states, top.key).steps[top.next++];
      if (!step) {
        open.pop();
        onPath.delete(top.key);
        done.add(top.key);
        order.push(top.key);
      } else if (onPath.has(step.to)) {
        const keys = open.map(({ key }) => key);
        return { cycle: [...keys.slice(keys.indexOf(step.to)), step.to].map((key) => mustGet(states, key).point.node), order };
      } else if (!done.has(step.to)) {
        open.push({ key: step.to, next: 0 });
        onPath.add(step.to);
      }
    }
  }
  return { cycle: null, order };
}
