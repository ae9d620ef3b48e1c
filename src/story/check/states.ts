import type { StoryPoint } from '../compile/machine.ts';
import type { Structure } from '../schema/schema.ts';
import type { Message } from './diagnosis.ts';

export interface Taken {
  node: string;
  /** Empty where there was nothing to choose. */
  choice: string;
  /** There the teacher said that it was late. */
  late?: true;
}
type Junction = Extract<Structure['nodes'][string], { junction: unknown }>['junction'];
/** A junction that was passed on the way from one node to the next, and the way that it opened. */
export interface Crossed {
  id: string;
  way: Junction[number];
}
export interface Step {
  /** Of a vote or a `bySize`; null: there is only one way on. */
  choice: string | null;
  /** From here on the class goes the short way. */
  late: boolean;
  to: number;
  across: readonly Crossed[];
}
/** A node with the variables that still matter there, and where one can go from it. States name each other by their place in the list. */
export interface State {
  point: StoryPoint;
  steps: Step[];
}

/** The value of a key that the map must have. */
export function mustGet<K, V>(map: Pick<ReadonlyMap<K, V>, 'get'>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`);
  return value;
}

/** A list of choices that leads somewhere. */
export interface Way {
  /** What the teacher chose before, or null where the story has no versions. */
  version: string | null;
  /** The short version of the lesson, from the start. */
  short?: true;
  choices: Taken[];
}
/** A way in words, as a writer finds its choices in the story. */
export function wayInWords({ version, short, choices }: Way): Message {
  const words = (brief: string, late: string) =>
    [
      ...(version === null ? [] : [version]),
      ...(short ? [brief] : []),
      ...choices.flatMap((taken) => [
        ...(taken.choice === '' ? [] : [`${taken.node}: ${taken.choice}`]),
        ...(taken.late ? [taken.choice === '' ? `${taken.node}: ${late}` : late] : []),
      ]),
    ].join(', ');
  return { nl: words('kort', 'het is laat') || 'meteen vanaf het begin', en: words('short', 'it is late') || 'right from the start' };
}

/** What somebody chose with this step; null: there was nothing to choose. */
export function takenBy(node: string, { choice, late }: Pick<Step, 'choice' | 'late'>): Taken | null {
  if (late) return { node, choice: choice ?? '', late };
  return choice === null ? null : { node, choice };
}

/** Where a search begins, and how one got there. */
export interface Seed {
  at: number;
  way(): Way;
}
export interface Reach {
  has(at: number): boolean;
  /** How many choices lead there from a seed, at least. */
  decisions(at: number): number;
  way(at: number): Way;
}

interface Link {
  before: Link | Seed;
  taken: Taken | null;
  decisions: number;
}

interface Arrival {
  at: number;
  link: Link;
}

/** What can be reached from the seeds, with the fewest choices. A state that is not `open` is never entered. */
export function reach(states: readonly State[], seeds: readonly Seed[], open: (state: State) => boolean = () => true): Reach {
  const links = new Map<number, Link>();
  let level = seeds.map((seed): Arrival => ({ at: seed.at, link: { before: seed, taken: null, decisions: 0 } }));
  while (level.length > 0) {
    const after: Arrival[] = [];
    for (const first of level) {
      // Going on without a choice costs nothing, so all of it is as near as the first.
      for (let here: Arrival | undefined = first; here; ) {
        const { at, link }: Arrival = here;
        const state: State = states[at]!;
        here = undefined;
        if (links.has(at) || !open(state)) continue;
        links.set(at, link);
        for (const step of state.steps) {
          const taken = takenBy(state.point.node, step);
          if (taken === null) here = { at: step.to, link: { before: link, taken: null, decisions: link.decisions } };
          else after.push({ at: step.to, link: { before: link, taken, decisions: link.decisions + 1 } });
        }
      }
    }
    level = after;
  }
  return {
    has: (at) => links.has(at),
    decisions: (at) => mustGet(links, at).decisions,
    way: (at) => {
      const choices: Taken[] = [];
      let link: Link | Seed = mustGet(links, at);
      for (; 'before' in link; link = link.before) if (link.taken) choices.push(link.taken);
      const before = link.way();
      return { ...before, choices: [...before.choices, ...choices.reverse()] };
    },
  };
}

interface Linked {
  steps: readonly { to: number }[];
}

/** The states in groups that lead to each other (Tarjan): each group comes after all that follow it, so that without loops this is an order. */
export function components(states: readonly Linked[]): number[][] {
  const found: number[][] = [];
  const index = new Int32Array(states.length).fill(-1);
  const low = new Int32Array(states.length);
  const isOpen = new Uint8Array(states.length);
  const pending: number[] = [];
  let next = 0;
  const enter = (at: number) => {
    index[at] = low[at] = next++;
    isOpen[at] = 1;
    pending.push(at);
    return { at, step: 0 };
  };
  for (let start = 0; start < states.length; start++) {
    if (index[start]! >= 0) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { at } = top;
      const step = states[at]!.steps[top.step++];
      if (step) {
        if (index[step.to]! < 0) path.push(enter(step.to));
        else if (isOpen[step.to]) low[at] = Math.min(low[at]!, index[step.to]!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low[above.at] = Math.min(low[above.at]!, low[at]!);
      if (low[at] !== index[at]) continue;
      const group = pending.splice(pending.lastIndexOf(at));
      for (const one of group) isOpen[one] = 0;
      found.push(group);
    }
  }
  return found;
}

/** The states in which a class may go round: those of a group that lead back to themselves. */
export const isLoop = (states: readonly Linked[], group: readonly number[]): boolean =>
  group.length > 1 || states[group[0]!]!.steps.some(({ to }) => to === group[0]);
