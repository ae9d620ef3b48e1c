import type { Lang } from '../../locales/languages.ts';
import type { ChoiceId, Letter, NodeId } from '../../protocol/identity.ts';
import type { MapEdge, MapNode, PathMap } from '../../protocol/views/debrief.ts';
import { liveVariables } from '../../story/check/walk.ts';
import { advance, begin, holds, type StoryEvent, type StoryPoint, type Variables } from '../../story/compile/machine.ts';
import type { Story } from '../../story/compile/story.ts';
import type { Node } from '../../story/schema/schema.ts';
import { homePoint, ownDecisions } from '../detour.ts';
import { nodeOf, nodeTexts, sideActivityOf } from '../side-activity.ts';
import { type Lesson, releasedDecisions } from '../state.ts';
import { choiceViews } from '../views/vote-view.ts';

/** From a decision with a choice, the decisions and ends that may come next. Scenes and kept votes are folded away. */
type Graph = Map<NodeId, Map<ChoiceId, Set<NodeId>>>;
const START = '';

/** Kept, because it is the same for every lesson of a story and version, and every view asks for it. */
const graphs = new WeakMap<Story, Map<string, Graph>>();

function stops(story: Story, id: NodeId): boolean {
  const node = nodeOf(story, id);
  return 'end' in node || ('vote' in node && node.vote.held !== true);
}

type Branches = Extract<Node, { bySize: unknown }>['bySize'];
/** The branches that this lesson took by its size or mode, if the story has remembered them; otherwise all. */
function waysOf(branches: Branches, known: Variables): Branches[number][] {
  const took = branches.filter(({ set }) => set && holds(set, known));
  return took.length > 0 ? took : branches;
}

/** Every decision and end of one version, exactly: with all variables that can occur there. */
function explore(story: Story, version: unknown, known: Variables): Graph {
  const live = liveVariables(story.structure);
  const graph: Graph = new Map();
  const seen = new Set<string>();
  const queue: StoryPoint[] = [];
  /** Kept votes lead to the same node whatever is chosen; where the way depends on the class, all ways are followed. */
  const follow = (from: StoryPoint): StoryPoint[] => {
    if (stops(story, from.node)) return [from];
    const node = nodeOf(story, from.node);
    const events: StoryEvent[] =
      'vote' in node
        ? [{ type: 'CHOOSE', choice: node.vote.choices[0]?.id ?? '' }]
        : 'bySize' in node
          ? waysOf(node.bySize, known).map((way) => ({ type: 'BY_SIZE', way: way.id }))
          : [{ type: 'NEXT' }];
    return events.flatMap((event) => {
      const next = advance(story.machine, from, event);
      return next ? follow(next) : [];
    });
  };
  const reach = (from: NodeId, choice: ChoiceId, to: StoryPoint) => {
    const choices = graph.get(from) ?? new Map<ChoiceId, Set<NodeId>>();
    graph.set(from, choices.set(choice, (choices.get(choice) ?? new Set()).add(to.node)));
    const names = [...(live.get(to.node) ?? [])];
    const key = JSON.stringify([to.node, names.map((name) => to.variables[name])]);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(to);
  };
  for (const to of follow(begin(story.machine, typeof version === 'string' ? { version } : {}))) reach(START, START, to);
  for (let point = queue.shift(); point; point = queue.shift()) {
    const node = nodeOf(story, point.node);
    if (!('vote' in node)) continue;
    for (const { id } of node.vote.choices) {
      const to = advance(story.machine, point, { type: 'CHOOSE', choice: id });
      for (const stop of to ? follow(to) : []) reach(point.node, id, stop);
    }
  }
  return graph;
}

function graphOf(story: Story, variables: Variables): Graph {
  const known = graphs.get(story) ?? new Map<string, Graph>();
  graphs.set(story, known);
  const branches = Object.values(story.structure.nodes).flatMap((node) =>
    'bySize' in node ? [waysOf(node.bySize, variables).map(({ id }) => id)] : [],
  );
  const key = JSON.stringify([variables.version, branches]);
  const graph = known.get(key) ?? explore(story, variables.version, variables);
  known.set(key, graph);
  return graph;
}

/** The ways that the class went and looked at, as `from/choice/to`. A decision taken again replaces the first. */
function ways(story: Story, lesson: Lesson, graph: Graph) {
  const shown = releasedDecisions(lesson).filter(({ node }) => !sideActivityOf(node) && stops(story, node));
  const own = ownDecisions(shown);
  const newest = new Map(own.map((decision) => [decision.node, decision]));
  const taken = new Set<string>();
  const notAsked = new Set<string>();
  const lookedAt = new Set<string>();
  shown.forEach((decision, index) => {
    const looks = decision.by === 'what-if';
    if (!looks && newest.get(decision.node) !== decision) return;
    const next = graph.get(decision.node)?.get(decision.choice) ?? new Set<NodeId>();
    // Between two decisions of its own a class may have looked at another path.
    const after = shown.slice(index + 1).find((later) => looks || own.includes(later))?.node ?? homePoint(story, lesson).node;
    const came = [after, ...(next.size === 1 ? next : [])].find((node) => next.has(node));
    if (came !== undefined) (looks ? lookedAt : decision.by === 'not-asked' ? notAsked : taken).add(`${decision.node}/${decision.choice}/${came}`);
  });
  return { taken, notAsked, lookedAt };
}

/** The story as the decisions and ends that it is made of, with what this class took. */
export function pathMap(story: Story, lesson: Lesson, lang: Lang): PathMap {
  const graph = graphOf(story, lesson.point.variables);
  const { taken, notAsked, lookedAt } = ways(story, lesson, graph);
  const first = [...(graph.get(START)?.get(START) ?? [])];
  const ids = [...new Set([...first, ...[...graph].flatMap(([, choices]) => [...choices.values()].flatMap((to) => [...to]))])];
  const edges: MapEdge[] = ids.flatMap((from) =>
    choiceViews(story, lang, lesson, from).flatMap(({ id, letter, short }) =>
      [...(graph.get(from)?.get(id) ?? [])].map((to) => {
        const key = `${from}/${id}/${to}`;
        return {
          from,
          to,
          letter: letter as Letter,
          text: short,
          way: taken.has(key) ? 'taken' : notAsked.has(key) ? 'not-asked' : lookedAt.has(key) ? 'looked-at' : 'open',
        };
      }),
    ),
  );
  const here = lesson.phase === 'lobby' ? null : homePoint(story, lesson).node;
  const nodes: MapNode[] = ids.map((id) => {
    const touches = (way: MapEdge['way']) => edges.some((edge) => edge.way === way && (edge.from === id || edge.to === id));
    return {
      id,
      kind: 'end' in nodeOf(story, id) ? 'end' : 'decision',
      title: nodeTexts(story, lang, id).title,
      way: touches('taken') || id === here ? 'taken' : touches('not-asked') ? 'not-asked' : touches('looked-at') ? 'looked-at' : 'open',
    };
  });
  return { nodes, edges };
}
