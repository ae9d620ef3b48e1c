import { hasShortWay, isOpen, pastLong, plays, SHORT } from '../compile/length.ts';
import { holds, initialVariables, targetOf, type Variables } from '../compile/machine.ts';
import type { Node, Structure } from '../schema/schema.ts';
import { readBy } from './entries.ts';
import { type Crossed, components, isLoop, mustGet, type Reach, reach, type State, type Step, takenBy, type Way } from './states.ts';

/** Asked for one by one: in a long story all together are far longer than the story. */
export type Ways = Pick<ReadonlyMap<string | object, Way>, 'get'>;

export interface Walk {
  /** Scenes × the variables that still matter there. */
  states: State[];
  /** Where a class begins: once for each version and length. */
  starts: { version: string | null; short: boolean; at: number; across: readonly Crossed[] }[];
  /** The states, each after all that follow it; with loops, only those of a loop lead to others that come later. */
  order: number[];
  /** For each node the variables with which it is entered. */
  entered: Map<string, Variables[]>;
  nodes: Set<string>;
  /** Of votes, as `node/choice`. */
  choices: Set<string>;
  /** Each end that can be reached. */
  ends: Set<string>;
  /** The `when`s that held at least once, as objects of the structure. */
  held: Set<object>;
  /** How each state is reached with the fewest choices. */
  reached: Reach;
  /** The shortest way to each node, choice (as above) and junction arm (the object of the structure). */
  ways: Ways;
  /** The groups of states in which a class may go round for ever. None: every route ends. */
  loops: number[][];
  /** The routes from a start to an end; infinite where a class may go round. */
  count: number;
  /** The variables that keep too many states apart; then nothing else here is complete. Null: walked to the end. */
  over: string[] | null;
}

const wayFrom = (version: string | null, short: boolean): Way => ({ version, choices: [], ...(short ? { short: true } : {}) });

/** More states cannot be walked while a writer waits. */
export const STATES = 50_000;
/** Nor can so many values of variables be kept: a state has one of each variable that matters there. */
export const VALUES = 1_000_000;

export function nextOf(node: Node): string[] {
  if ('vote' in node) return node.vote.choices.map((choice) => choice.to);
  if ('junction' in node) return node.junction.map((way) => ('else' in way ? way.else : way.to));
  if ('bySize' in node) return node.bySize.map(targetOf);
  return 'next' in node ? [node.next] : [];
}

/** For each node the variables that it or a later node reads. The others cannot change anything any more and are dropped. */
export function liveVariables(structure: Structure): Map<string, Set<string>> {
  const live = new Map(Object.entries(structure.nodes).map(([id, node]) => [id, new Set(readBy(node))]));
  const before = new Map<string, string[]>([...live.keys()].map((id) => [id, []]));
  for (const [id, node] of Object.entries(structure.nodes)) for (const next of nextOf(node)) mustGet(before, next).push(id);
  const queue = [...live.keys()];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const earlier of mustGet(before, id)) {
      const own = mustGet(live, earlier);
      const known = own.size;
      for (const name of mustGet(live, id)) own.add(name);
      if (own.size > known) queue.push(earlier);
    }
  }
  return live;
}

/**
 * Which classes are walked. `long`: that see all; `short`: that go the short way from the start; `any`: both, and those whose teacher says on the way that
 * it is late. In a story with nothing marked `long` they are the same.
 */
export type Length = 'long' | 'short' | 'any';

/** Every node with every combination of variables that can occur there, and the steps between them. */
function explore(structure: Structure, length: Length) {
  const live = new Map([...liveVariables(structure)].map(([id, names]) => [id, [...names].sort()]));
  const shortens = hasShortWay(structure);
  const initial: Variables = { ...initialVariables(structure), ...(shortens ? { [SHORT]: false } : {}) };
  const states: State[] = [];
  const places = new Map<string, number>();
  let values = 0;

  /** The state that one comes to at a node, past the junctions in between. */
  const arrive = (from: string, carried: Variables): Omit<Step, 'choice' | 'late'> => {
    const across: Crossed[] = [];
    let [id, variables] = [from, carried];
    for (let node = structure.nodes[id]; node; node = structure.nodes[id]) {
      const left = pastLong(node, variables);
      if ('junction' in node) {
        const way = node.junction.find((one) => 'else' in one || holds(one.when, variables))!;
        across.push({ id, way });
        id = 'else' in way ? way.else : way.to;
      } else if (left && 'next' in node) id = node.next;
      else if (left?.type === 'CHOOSE' && 'vote' in node) {
        const chosen = node.vote.choices.find((choice) => choice.id === left.choice)!;
        id = chosen.to;
        if (chosen.set) variables = { ...variables, ...chosen.set };
      } else break;
    }
    const names = mustGet(live, id);
    let key = id;
    // Names and values of a story have no space in them.
    for (const name of names) key += ` ${variables[name]}`;
    let to = places.get(key);
    if (to === undefined) {
      to = states.length;
      places.set(key, to);
      const kept = { ...initial };
      for (const name of names) kept[name] = variables[name]!;
      states.push({ point: { node: id, variables: kept }, steps: [] });
      values += names.length;
    }
    return { to, across };
  };

  const versions = structure.versions?.map(({ id }) => id) ?? [null];
  const lengths = !shortens ? [false] : length === 'any' ? [false, true] : [length === 'short'];
  const begun = versions.flatMap((version) =>
    lengths.map((short) => {
      const chosen = { ...initial, ...(version === null ? {} : { version }), ...(shortens ? { [SHORT]: short } : {}) };
      return { version, short, ...arrive(structure.start, chosen) };
    }),
  );
  const isOver = () => states.length > STATES || values > VALUES;
  for (let at = 0; at < states.length && !isOver(); at++) {
    const { point, steps } = states[at]!;
    const node = structure.nodes[point.node]!;
    const ways =
      'vote' in node
        ? node.vote.choices
        : 'bySize' in node
          ? node.bySize.filter((way) => isOpen(way, point.variables)).map((way) => ({ id: way.id, to: targetOf(way), set: way.set }))
          : 'next' in node
            ? [{ id: null, to: node.next, set: undefined }]
            : [];
    for (const { id, to, set } of ways) {
      const after = set ? { ...point.variables, ...set } : point.variables;
      steps.push({ choice: id, late: false, ...arrive(to, after) });
      if (length !== 'any' || after[SHORT] !== false) continue;
      const late = arrive(to, { ...after, [SHORT]: true });
      if (late.to !== steps.at(-1)?.to) steps.push({ choice: id, late: true, ...late });
    }
  }
  const over = isOver() ? [...new Set([...live.values()].flat())] : null;
  return { states, begun, over };
}

/** The exact walk of a story: what can happen in it, and how one gets there. */
export function walk({ structure }: { structure: Structure }, length: Length = 'long'): Walk {
  const { states, begun, over } = explore(structure, length);
  const reached = reach(
    states,
    begun.map(({ version, short, to }) => ({ at: to, way: () => wayFrom(version, short) })),
  );
  const nodes = new Set<string>();
  const choices = new Set<string>();
  const ends = new Set<string>();
  const held = new Set<object>();
  const nearest = new Map<string | object, { decisions: number; way: () => Way }>();
  const found = (what: string | object, decisions: number, way: () => Way) => {
    const known = nearest.get(what);
    if (!known || known.decisions > decisions) nearest.set(what, { decisions, way });
  };
  const passed = (across: readonly Crossed[], decisions: number, way: () => Way) => {
    for (const { id, way: arm } of across) {
      nodes.add(id);
      held.add(arm);
      found(id, decisions, way);
      found(arm, decisions, way);
    }
  };
  for (const { version, short, across } of begun) passed(across, 0, () => wayFrom(version, short));
  const entered = new Map<string, Variables[]>();
  states.forEach(({ point: { node: id, variables }, steps }, at) => {
    const node = structure.nodes[id]!;
    nodes.add(id);
    const others = entered.get(id);
    if (others) others.push(variables);
    else entered.set(id, [variables]);
    const decisions = reached.decisions(at);
    found(id, decisions, () => reached.way(at));
    if ('end' in node) ends.add(id);
    if ('scene' in node) for (const beat of node.scene.beats) if (beat.when && plays(beat, variables)) held.add(beat);
    for (const { choice, late, across } of steps) {
      const taken = takenBy(id, { choice, late });
      const way = () => {
        const before = reached.way(at);
        return taken === null ? before : { ...before, choices: [...before.choices, taken] };
      };
      const after = taken === null ? decisions : decisions + 1;
      if ('vote' in node) {
        choices.add(`${id}/${choice}`);
        found(`${id}/${choice}`, after, way);
      } else if ('bySize' in node) {
        const branch = node.bySize.find((one) => one.id === choice)!;
        held.add(branch);
        found(branch, after, way);
      }
      passed(across, after, way);
    }
  });

  const groups = components(states);
  const order = groups.flat();
  const loops = groups.filter((group) => isLoop(states, group));
  const routes = new Float64Array(states.length);
  for (const at of order) routes[at] = states[at]!.steps.reduce((sum, { to }) => sum + routes[to]!, 0) || 1;
  const starts = begun.map(({ version, short, to, across }) => ({ version, short, at: to, across }));
  const count = loops.length > 0 ? Number.POSITIVE_INFINITY : starts.reduce((sum, { at }) => sum + routes[at]!, 0);
  const ways: Ways = { get: (what) => nearest.get(what)?.way() };
  return { states, starts, order, entered, nodes, choices, ends, held, reached, ways, loops, count, over };
}
