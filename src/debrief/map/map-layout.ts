import { Graph, layout } from '@dagrejs/dagre';
import type { Letter } from '../../protocol/identity.ts';
import type { MapNode, MapWay, PathMap } from '../../protocol/views/debrief.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  way: MapWay;
}
export interface MapDrawing {
  width: number;
  height: number;
  stops: (Box & { id: string; kind: MapNode['kind'] })[];
  choices: (Box & { id: string; letter: Letter })[];
  lines: { path: string; way: MapWay }[];
}

const STOP = { width: 250, letters: 26, line: 22, pad: 26 };
const CHOICE = { width: 214, letters: 20, line: 19, pad: 20 };
const WAYS: MapWay[] = ['open', 'looked-at', 'not-asked', 'taken'];
const boldest = (ways: MapWay[]): MapWay => WAYS[Math.max(0, ...ways.map((way) => WAYS.indexOf(way)))] ?? 'open';

function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Draws bends instead of corners, through the middle of each of dagre's segments. */
function curve(points: { x: number; y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [first, ...rest] = points;
  if (!first) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const last = index === rest.length - 2;
    return `Q${at(point)} ${at(last ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)} ${bends.length > 0 ? bends.join(' ') : rest.map((point) => `L${at(point)}`).join(' ')}`;
}

/** A stands left of B, as on the board. */
function inLetterOrder(edges: PathMap['edges']): { left: string; right: string }[] {
  return [...new Set(edges.map(({ from }) => from))].flatMap((from) => {
    const letters = [...new Set(edges.filter((edge) => edge.from === from).map(({ letter }) => letter))].sort();
    return letters.slice(1).map((letter, index) => ({ left: `${from}/${letters[index]}`, right: `${from}/${letter}` }));
  });
}

/** Places a map from top to bottom: each choice is a small card between its decision and what follows. */
export function drawMap({ nodes, edges }: PathMap): MapDrawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 42, edgesep: 16, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const choices = new Map<string, { letter: Letter; lines: string[]; way: MapWay }>();
  const ways = new Map<string, MapWay>();
  const join = (from: string, to: string, way: MapWay) => {
    const key = `${from}>${to}`;
    ways.set(key, boldest([way, ways.get(key) ?? 'open']));
    graph.setEdge(from, to);
  };
  const stops = nodes.map((node) => ({ ...node, lines: wrap(node.title, STOP.letters) }));
  for (const { id, lines } of stops) graph.setNode(id, { width: STOP.width, height: STOP.pad + STOP.line * lines.length });
  for (const { from, to, letter, text, way } of edges) {
    const id = `${from}/${letter}`;
    const lines = wrap(text, CHOICE.letters);
    choices.set(id, { letter, lines, way: boldest([way, choices.get(id)?.way ?? 'open']) });
    graph.setNode(id, { width: CHOICE.width, height: Math.max(44, CHOICE.pad + CHOICE.line * lines.length) });
    join(from, id, way);
    join(id, to, way);
  }
  layout(graph, { constraints: inLetterOrder(edges) });
  const placed = (id: string) => {
    const { x, y, width, height }: { x: number; y: number; width: number; height: number } = graph.node(id);
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const lines = graph.edges().map(({ v, w }: { v: string; w: string }) => {
    const { points }: { points: { x: number; y: number }[] } = graph.edge(v, w);
    return { path: curve(points), way: ways.get(`${v}>${w}`) ?? 'open' };
  });
  const { width = 0, height = 0 }: { width?: number; height?: number } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    stops: stops.map((stop) => ({ ...stop, ...placed(stop.id) })),
    choices: [...choices].map(([id, choice]) => ({ id, ...choice, ...placed(id) })),
    // The bold lines are drawn over the thin ones.
    lines: lines.sort((one: { way: MapWay }, other: { way: MapWay }) => WAYS.indexOf(one.way) - WAYS.indexOf(other.way)),
  };
}
