import { Graph, layout } from '@dagrejs/dagre';
import { diagramColours } from '../../art/tokens.ts';
import type { chart } from '../../lesson/flow/chart.ts';

type Chart = typeof chart;
type State = Chart['root'];
type Transition = NonNullable<State['always']>[number];
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LETTER = 6.7;
const LINE = 16;
const HEAD = 26;
const PAD = 12;
const { ink, white } = diagramColours;
/** By depth. */
const FILLS = [diagramColours.paper, diagramColours.group, diagramColours.innerGroup];

const childrenOf = (state: State): State[] => Object.values(state.states);
const isGroup = (state: State) => childrenOf(state).length > 0;
/** A state without a phase, which is left at once. */
const isJunction = (state: State) => state.always !== undefined && state.entry.length === 0;
const transitionsOf = (state: State): Transition[] => [...state.transitions.values()].flat();

/** The name of a guard or an action, with its parameters. */
function nameOf(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('type' in part)) return String(part);
  const params = 'params' in part && typeof part.params === 'object' && part.params !== null ? Object.values(part.params) : [];
  return params.length > 0 ? `${part.type}: ${params.join(', ')}` : String(part.type);
}

/** `event [guard] / actions`, as statecharts are written. */
function textOf({ eventType, guard, actions }: Transition): string {
  const parts = [eventType, guard ? `[${nameOf(guard)}]` : '', actions.length > 0 ? `/ ${actions.map(nameOf).join(', ')}` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** What happens in a state without leaving it, and which events it keeps from the states around it. */
function linesOf(state: State): string[] {
  const own = transitionsOf(state).filter(({ target }) => target === undefined);
  const kept = own.filter(({ actions }) => actions.length === 0).map(({ eventType }) => eventType);
  return [
    ...state.entry.map((action) => `entry / ${nameOf(action)}`),
    ...own.filter(({ actions }) => actions.length > 0).map(textOf),
    ...(kept.length > 0 ? [`not here: ${kept.join(', ')}`] : []),
  ];
}

/** The card inside a group that holds what is the same in all its states. */
const cardOf = (group: State) => `${group.id}, in every state`;

/** Transitions between the same two states share an arrow. */
function arrowsOf(states: readonly State[]) {
  const arrows = new Map<string, { from: string; to: string; texts: string[] }>();
  for (const state of states) {
    for (const transition of [...transitionsOf(state), ...(state.always ?? [])]) {
      for (const { id: to } of transition.target ?? []) {
        const from = isGroup(state) ? cardOf(state) : state.id;
        const arrow = arrows.get(`${from} ${to}`) ?? { from, to, texts: [] };
        arrows.set(`${from} ${to}`, { ...arrow, texts: [...arrow.texts, textOf(transition)].filter((text) => text !== '') });
      }
    }
  }
  return [...arrows.values()];
}

const sizeOf = (lines: readonly string[]) => ({
  width: Math.ceil(LETTER * Math.max(8, ...lines.map((line) => line.length))) + 2 * PAD,
  height: HEAD + LINE * (lines.length - 1) + PAD,
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (x: number, y: number, content: string, attributes = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes}>${escaped(content)}</text>`;
const rect = ({ x, y, width, height }: Box, attributes: string) =>
  `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - height / 2).toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" ${attributes}/>`;

function card(box: Box, lines: readonly string[], attributes: string): string {
  const [left, top] = [box.x - box.width / 2 + PAD, box.y - box.height / 2 + 18];
  const rows = lines.map((line, index) => text(left, top + LINE * index, line, index === 0 ? ' font-weight="700"' : ''));
  return rect(box, `rx="10" stroke="${ink}" stroke-width="1.5" ${attributes}`) + rows.join('');
}

function leaf(state: State, box: Box): string {
  if (isJunction(state)) return rect(box, `rx="15" fill="${ink}"`) + text(box.x, box.y + 4, state.key, ` text-anchor="middle" fill="${white}"`);
  const outline = state.type === 'final' ? rect({ ...box, width: box.width + 8, height: box.height + 8 }, `rx="13" fill="none" stroke="${ink}"`) : '';
  return outline + card(box, [state.key, ...linesOf(state)], `fill="${white}"`);
}

/** A state with states in it, with its name above them. */
function group(state: State, { x, y, width, height }: Box): string {
  const box = { x, y: y - HEAD / 2, width, height: height + HEAD };
  const fill = FILLS[state.path.length % FILLS.length];
  const name = text(x - width / 2 + PAD, y - height / 2 - HEAD + 20, state.key, ' font-weight="700" font-size="16"');
  return rect(box, `rx="14" fill="${fill}" stroke="${ink}" stroke-width="1.5" stroke-dasharray="7 5"`) + name;
}

/** The statechart as one SVG: states as boxes in boxes, transitions with their events, guards and actions. */
export function drawChart({ root }: Chart): string {
  const graph = new Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 44, edgesep: 18, marginx: 20, marginy: 20 + HEAD });
  const states: State[] = [];
  const visit = (state: State) => {
    states.push(state);
    graph.setNode(state.id, isGroup(state) ? {} : sizeOf([isJunction(state) ? '' : state.key, ...(isJunction(state) ? [] : linesOf(state))]));
    if (state.parent) graph.setParent(state.id, state.parent.id);
    if (isGroup(state) && transitionsOf(state).length > 0) {
      graph.setNode(cardOf(state), sizeOf(['in every state', ...linesOf(state)]));
      graph.setParent(cardOf(state), state.id);
    }
    childrenOf(state).forEach(visit);
  };
  visit(root);
  for (const { from, to, texts } of arrowsOf(states)) {
    const width = Math.ceil(LETTER * Math.max(0, ...texts.map((line) => line.length))) + 10;
    graph.setEdge(from, to, { texts, width: texts.length > 0 ? width : 1, height: Math.max(1, LINE * texts.length + 4), labelpos: 'c' });
  }
  layout(graph);

  const boxOf = (id: string): Box => graph.node(id);
  const groups = states.filter(isGroup);
  const boxes = states.filter((state) => !isGroup(state)).map((state) => leaf(state, boxOf(state.id)));
  const cards = groups
    .filter((state) => graph.hasNode(cardOf(state)))
    .map((state) => card(boxOf(cardOf(state)), ['in every state', ...linesOf(state)], 'fill="none" stroke-dasharray="2 3"'));
  const lines: string[] = [];
  const labels: string[] = [];
  for (const edge of graph.edges()) {
    const { points, texts, ...label }: Box & { points: { x: number; y: number }[]; texts: string[] } = graph.edge(edge);
    const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
    lines.push(`<path d="${path}" fill="none" stroke="${diagramColours.flowArrow}" stroke-width="1.5" marker-end="url(#tip)"/>`);
    if (texts.length === 0) continue;
    const top = label.y - (LINE * texts.length) / 2 + 12;
    const rows = texts.map((content, index) => text(label.x, top + LINE * index, content, ' text-anchor="middle"'));
    labels.push(rect(label, `rx="6" fill="${white}" fill-opacity="0.9"`) + rows.join(''));
  }
  const whole = boxOf(root.id);
  const [width, height] = [Math.ceil(whole.x + whole.width / 2 + 20), Math.ceil(whole.y + whole.height / 2 + 20)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}" role="img" aria-label="The flow of a lesson">
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${diagramColours.flowArrow}"/></marker></defs>
<rect width="100%" height="100%" fill="${white}"/>
${[...groups.map((state) => group(state, boxOf(state.id))), ...lines, ...labels, ...boxes, ...cards].join('\n')}
</svg>
`;
}
