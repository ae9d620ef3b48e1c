import { advance, begin, holds, initialVariables, type StoryMachine, type StoryPoint, targetOf, type Variables } from '../compile/machine.ts';
import type { Structure } from '../schema/schema.ts';
import { certain, depthFirst, mustGet, type State, shortest, type Taken, type Way } from './states.ts';

/** One path through a story, from start to end. */
export interface Route {
  /** What the teacher chose before, or null where the story has no versions. */
  version: string | null;
  /** Of votes, and the way at each `bySize`. */
  choices: Taken[];
  points: StoryPoint[];
}
export interface Walk {
  /** Scenes × the variables that still matter there. */
  states: number;
  /** For each node the variables with which it is entered. */
  entered: Map<string, Variables[]>;
  /** For each node the decisions that have certainly been taken before it. */
  before: Map<string, ReadonlySet<string>>;
  nodes: Set<string>;
  /** Of votes, as `node/choice`. */
  choices: Set<string>;
  /** Each end that can be reached. */
  ends: Set<string>;
  /** The `when`s that held at least once, as objects of the structure. */
  held: Set<object>;
  /** The shortest way to each node, choice (as above) and junction arm (the object of the structure). */
  ways: Map<string | object, Way>;
  /** The nodes of an endless cycle, in order. Null: every route ends. */
  cycle: string[] | null;
  /** Nodes from which no end can be reached. */
  stuck: Set<string>;
  count: number;
  /** The variables that keep too many states apart; then nothing else here is complete. Null: walked to the end. */
  over: string[] | null;
  paths(): Generator<Route>;
}
type Walkable = { structure: Structure; machine: StoryMachine };

/** More routes than this cannot be replayed one by one, and more states cannot be walked while a writer waits. */
export const ROUTES = 200_000;
export const STATES = 50_000;

type Node = Structure['nodes'][string];
function nextOf(node: Node): string[] {
  if ('vote' in node) return node.vote.choices.map((choice) => choice.to);
  if ('junction' in node) return node.junction.map((way) => ('else' in way ? way.else : way.to));
  if ('bySize' in node) return node.bySize.map(targetOf);
  return 'next' in node ? [node.next] : [];
}

function readBy(node: Node): string[] {
  const conditions =
    'scene' in node
      ? node.scene.beats.map((beat) => beat.when)
      : 'junction' in node
        ? node.junction.map((way) => ('when' in way ? way.when : undefined))
        : [];
  return conditions.flatMap((when) => Object.keys(when ?? {}));
}

/** For each node the variables that it or a later node reads. The others cannot change anything any more and are dropped. */
export function liveVariables(structure: Structure): Map<string, Set<string>> {
  const live = new Map(Object.entries(structure.nodes).map(([id, node]) => [id, new Set(readBy(node))]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, node] of Object.entries(structure.nodes)) {
      const own = mustGet(live, id);
      const before = own.size;
      for (const next of nextOf(node)) for (const name of mustGet(live, next)) own.add(name);
      changed ||= own.size > before;
    }
  }
  return live;
}

/** The exact walk of a compiled story: every node with every combination of variables that can occur there. */
export function walk({ structure, machine }: Walkable): Walk {
  const live = liveVariables(structure);
  const initial = initialVariables(structure);
  const states = new Map<string, State>();
  const nodes = new Set<string>();
  const held = new Set<object>();
  const marks: { what: string | object; from: Way | string; choice: Taken[] }[] = [];

  const trim = ({ node, variables }: StoryPoint): StoryPoint => {
    const kept: Variables = { ...initial };
    for (const name of mustGet(live, node)) kept[name] = variables[name]!;
    return { node, variables: kept };
  };
  const keyOf = (point: StoryPoint) => JSON.stringify([point.node, point.variables]);
  /** The junctions on the way from one node to the next, for what they saw. */
  const cross = (from: string, variables: Variables, mark: (what: string | object) => void) => {
    for (let id = from, node = structure.nodes[id]; node && 'junction' in node; node = structure.nodes[id]) {
      nodes.add(id);
      mark(id);
      const way = node.junction.find((one) => 'else' in one || holds(one.when, variables))!;
      held.add(way);
      mark(way);
      id = 'else' in way ? way.else : way.to;
    }
  };

  const names = () => [...new Set([...live.values()].flatMap((set) => [...set]))];
  const queue: string[] = [];
  const visit = (reached: StoryPoint): string => {
    const point = trim(reached);
    const key = keyOf(point);
    if (!states.has(key)) {
      states.set(key, { point, steps: [] });
      queue.push(key);
    }
    return key;
  };
  const versions = structure.versions?.map(({ id }) => id) ?? [null];
  const starts = versions.map((version) => {
    const chosen: Variables = version === null ? {} : { version };
    cross(structure.start, { ...initial, ...chosen }, (what) => marks.push({ what, from: { version, choices: [] }, choice: [] }));
    return { version, key: visit(begin(machine, chosen)) };
  });
  const choices = new Set<string>();
  const ends = new Set<string>();
  for (let key = queue.shift(); key !== undefined && states.size <= STATES; key = queue.shift()) {
    const { point, steps } = mustGet(states, key);
    const node = structure.nodes[point.node]!;
    const from = key;
    nodes.add(point.node);
    marks.push({ what: point.node, from, choice: [] });
    if ('end' in node) ends.add(point.node);
    if ('scene' in node) for (const beat of node.scene.beats) if (beat.when && holds(beat.when, point.variables)) held.add(beat);
    if ('vote' in node) {
      for (const { id, to, set } of node.vote.choices) {
        const choice = [{ node: point.node, choice: id }];
        choices.add(`${point.node}/${id}`);
        marks.push({ what: `${point.node}/${id}`, from, choice });
        cross(to, { ...point.variables, ...set }, (what) => marks.push({ what, from, choice }));
        steps.push({ choice: id, to: visit(advance(machine, point, { type: 'CHOOSE', choice: id })!) });
      }
    } else if ('bySize' in node) {
      for (const way of node.bySize) {
        const choice = [{ node: point.node, choice: way.id }];
        held.add(way);
        marks.push({ what: way, from, choice });
        cross(targetOf(way), { ...point.variables, ...way.set }, (what) => marks.push({ what, from, choice }));
        steps.push({ choice: way.id, to: visit(advance(machine, point, { type: 'BY_SIZE', way: way.id })!) });
      }
    } else if ('next' in node) {
      cross(node.next, point.variables, (what) => marks.push({ what, from, choice: [] }));
      steps.push({ choice: null, to: visit(advance(machine, point, { type: 'NEXT' })!) });
    }
  }

  const reach = shortest(states, starts);
  const first = new Map<string | object, Way>();
  for (const { what, from, choice } of marks) {
    const { version, choices: taken } = typeof from === 'string' ? mustGet(reach, from) : from;
    const known = first.get(what);
    if (!known || known.choices.length > taken.length + choice.length) first.set(what, { version, choices: [...taken, ...choice] });
  }
  const entered = new Map<string, Variables[]>();
  for (const { point } of states.values()) entered.set(point.node, [...(entered.get(point.node) ?? []), point.variables]);
  const { cycle, order } = depthFirst(
    states,
    starts.map(({ key }) => key),
  );
  const reaching = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const [key, { point, steps }] of states) {
      if (reaching.has(key) || !('end' in structure.nodes[point.node]! || steps.some((step) => reaching.has(step.to)))) continue;
      reaching.add(key);
      changed = true;
    }
  }
  const stuck = new Set([...states].filter(([key]) => !reaching.has(key)).map(([, { point }]) => point.node));
  const ways = new Map<string, number>();
  if (!cycle) for (const key of order) ways.set(key, mustGet(states, key).steps.reduce((sum, step) => sum + mustGet(ways, step.to), 0) || 1);
  const count = cycle ? Number.POSITIVE_INFINITY : starts.reduce((sum, { key }) => sum + mustGet(ways, key), 0);

  function* paths(): Generator<Route> {
    if (count > ROUTES) {
      throw new Error(
        `${count} ways through ${structure.id}: more than ${ROUTES}. Let branches meet again sooner. The variables that keep them apart: ${names().join(', ') || 'none'}.`,
      );
    }
    const stack = starts
      .toReversed()
      .map(({ version, key }): { key: string; route: Route } => ({ key, route: { version, choices: [], points: [] } }));
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { point, steps } = mustGet(states, top.key);
      const points = [...top.route.points, point];
      if (steps.length === 0) yield { ...top.route, points };
      for (const { choice, to } of [...steps].reverse()) {
        stack.push({
          key: to,
          route: { ...top.route, choices: choice === null ? top.route.choices : [...top.route.choices, { node: point.node, choice }], points },
        });
      }
    }
  }
  const before = certain(
    (id) => 'vote' in structure.nodes[id]! || 'live' in structure.nodes[id]!,
    states,
    starts.map(({ key }) => key),
  );
  const over = states.size > STATES || (count > ROUTES && !cycle) ? names() : null;
  return { states: states.size, entered, before, nodes, choices, ends, held, ways: first, cycle, stuck, count, over, paths };
}
