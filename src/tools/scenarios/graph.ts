import { Graph, layout } from '@dagrejs/dagre';
import { diagramColours } from '../../art/tokens.ts';
import type { StoryLang } from '../../locales/languages.ts';
import { type Walk, walk } from '../../story/check/walk.ts';
import { pastLong, SHORT } from '../../story/compile/length.ts';
import { targetOf } from '../../story/compile/machine.ts';
import type { Story } from '../../story/compile/story.ts';
import { RARE, type Seen, seenOf } from '../../story/report/seen.ts';
import { percentage } from './summary.ts';

type Node = Story['structure']['nodes'][string];
type Kind = 'scene' | 'vote' | 'junction' | 'reflect' | 'results' | 'foreseen' | 'tell' | 'live' | 'bySize' | 'end';

const WIDTH = 230;
const LINE = 20;
/** Letters of 15 pixels that fit in a card, and how wide one is about. */
const LETTERS = 27;
const LETTER = 7.4;
const FILL: Record<Kind, string> = {
  scene: diagramColours.white,
  vote: diagramColours.vote,
  junction: diagramColours.junction,
  reflect: diagramColours.talk,
  results: diagramColours.talk,
  foreseen: diagramColours.talk,
  tell: diagramColours.talk,
  live: diagramColours.live,
  bySize: diagramColours.junction,
  end: diagramColours.ink,
};
const NAMES: Record<StoryLang, Record<Kind, string>> = {
  nl: {
    scene: 'scène',
    vote: 'stemming',
    junction: 'splitsing',
    reflect: 'praten',
    results: 'uitslag van eerder',
    foreseen: 'zag de klas het aankomen?',
    tell: 'lezen',
    live: 'chat op elke telefoon',
    bySize: 'hangt af van de klas',
    end: 'einde',
  },
  en: {
    scene: 'scene',
    vote: 'vote',
    junction: 'junction',
    reflect: 'talk',
    results: 'earlier result',
    foreseen: 'did the class see it coming?',
    tell: 'reading',
    live: 'chat on every phone',
    bySize: 'depends on the class',
    end: 'end',
  },
};
/** From which share on a card has the next colour. */
const SHARES = [0, RARE, 0.2, 0.5, 0.995];
const HEAT: Record<StoryLang, { legend: string; of: (share: string) => string; rare: (count: number, least: string) => string }> = {
  nl: {
    legend: 'Zoveel klassen komen hier, als elke klas zomaar kiest (gestreept: bijna geen)',
    of: (share) => `${share} van de klassen`,
    rare: (count, least) => `${count} ${count === 1 ? 'regel' : 'regels'} bijna nooit (${least})`,
  },
  en: {
    legend: 'So many classes come here where every class chooses at random (dashed: hardly any)',
    of: (share) => `${share} of classes`,
    rare: (count, least) => `${count} ${count === 1 ? 'line' : 'lines'} hardly ever (${least})`,
  },
};
const LONG: Record<StoryLang, string> = { nl: 'alleen lang', en: 'long only' };
const START: Record<StoryLang, string> = { nl: 'begin', en: 'start' };
const ELSE: Record<StoryLang, string> = { nl: 'anders', en: 'else' };

const kindOf = (node: Node) =>
  (['scene', 'vote', 'junction', 'reflect', 'results', 'foreseen', 'tell', 'live', 'bySize', 'end'] as const).find((kind) => kind in node)!;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + word.length >= LETTERS) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

interface Card {
  id: string;
  kind: Kind;
  head: string;
  lines: string[];
  seen: Seen;
}
/** How much of it is seen, and how many of its lines hardly ever are. */
function heatLines({ share, beats }: Seen, language: StoryLang): string[] {
  const rare = share < RARE ? [] : beats.filter((shown) => shown < RARE);
  const all = HEAT[language].of(percentage(share, language));
  return rare.length === 0 ? [all] : [all, HEAT[language].rare(rare.length, percentage(Math.min(...rare), language))];
}
const heatOf = (share: number) => SHARES.findLastIndex((least) => share >= least);

function cardOf(story: Story, language: StoryLang, id: string, node: Node, seen: Seen): Card {
  const texts = story.texts[language];
  const own = texts.nodes[id];
  const kind = kindOf(node);
  const who = 'vote' in node && node.vote.as ? ` · ${texts.cast[node.vote.as]}` : '';
  const start = id === story.structure.start ? ` · ${START[language]}` : '';
  const long = pastLong(node, { [SHORT]: true }) ? ` · ${LONG[language]}` : '';
  const lines = kind === 'junction' ? [] : [...wrap(own?.title ?? id), ...(own?.question ? wrap(own.question) : [])];
  return { id, kind, head: `${NAMES[language][kind]}${who}${start}${long} · ${id}`, lines: [...lines, ...heatLines(seen, language)], seen };
}

interface Arrow {
  to: string;
  text: string;
}
function arrowsOf(story: Story, language: StoryLang, id: string, node: Node): Arrow[] {
  if ('vote' in node)
    return node.vote.choices.map((choice) => ({ to: choice.to, text: story.texts[language].nodes[id]?.choices?.[choice.id]?.short ?? choice.id }));
  if ('bySize' in node) return node.bySize.map((way) => ({ to: targetOf(way), text: story.texts[language].nodes[id]?.ways?.[way.id] ?? way.id }));
  if ('junction' in node) {
    const said = (when: Record<string, unknown>) =>
      Object.entries(when)
        .map(([name, value]) => `${name}: ${[value].flat().join('/')}`)
        .join(', ');
    return node.junction.map((way) => ('else' in way ? { to: way.else, text: ELSE[language] } : { to: way.to, text: said(way.when) }));
  }
  return 'next' in node ? [{ to: node.next, text: '' }] : [];
}

/** The colours from few classes to all, each with its share: whoever does not see them reads the share in the card. */
function legend(language: StoryLang): string {
  const boxes = SHARES.map((least, index) => {
    const [from, to] = [percentage(least, language), SHARES[index + 1] ?? 1];
    const text =
      index === 0 ? `< ${percentage(to, language)}` : index === SHARES.length - 1 ? percentage(1, language) : `${from} – ${percentage(to, language)}`;
    const left = 24 + index * 104;
    return `<rect x="${left}" y="40" width="96" height="26" rx="6" fill="${diagramColours.seen[index]}" stroke="${diagramColours.ink}"${index === 0 ? ' stroke-dasharray="6 4"' : ''}/><text x="${left + 48}" y="58" text-anchor="middle" font-size="13" fill="${diagramColours.ink}">${escaped(text)}</text>`;
  });
  return `<text x="24" y="28" font-size="14" fill="${diagramColours.ink}">${escaped(HEAT[language].legend)}</text>${boxes.join('')}`;
}
const LEGEND = { width: 640, height: 72 };

/** A story as one picture, from top to bottom: its nodes as cards, coloured by how many classes come there, and its choices on the arrows. */
export function drawStory(story: Story, language: StoryLang, walked: Walk = walk(story)): string {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 46, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  const seen = seenOf(story.structure, walked);
  const cards = Object.entries(story.structure.nodes).map(([id, node]) => cardOf(story, language, id, node, seen.get(id) ?? { share: 0, beats: [] }));
  for (const card of cards) graph.setNode(card.id, { width: WIDTH, height: 38 + LINE * card.lines.length });
  for (const [id, node] of Object.entries(story.structure.nodes)) {
    arrowsOf(story, language, id, node).forEach(({ to, text }, index) => {
      graph.setEdge(id, to, { text, width: text ? LETTER * text.length + 14 : 1, height: text ? 24 : 1, labelpos: 'c' }, String(index));
    });
  }
  layout(graph);
  const arrows = graph.edges().map((edge: { v: string; w: string; name?: string }) => {
    const { points, text, x, y }: { points: { x: number; y: number }[]; text: string; x?: number; y?: number } = graph.edge(edge);
    const line = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join(' ');
    const width = LETTER * text.length + 12;
    const label =
      text === '' || x === undefined || y === undefined
        ? ''
        : `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - 11).toFixed(1)}" width="${width.toFixed(1)}" height="22" rx="11" fill="${diagramColours.white}" stroke="${diagramColours.arrow}"/><text x="${x.toFixed(1)}" y="${(y + 5).toFixed(1)}" text-anchor="middle" font-size="13">${escaped(text)}</text>`;
    return `<path d="${line}" fill="none" stroke="${diagramColours.arrow}" stroke-width="2" marker-end="url(#tip)"/>${label}`;
  });
  const boxes = cards.map(({ id, kind, head, lines, seen: { share } }) => {
    const { x, y, height }: { x: number; y: number; height: number } = graph.node(id);
    const [left, top] = [x - WIDTH / 2, y - height / 2];
    const heat = heatOf(share);
    const rows = lines.map(
      (line, index) =>
        `<text x="${x}" y="${top + 46 + LINE * index}" text-anchor="middle" font-size="15" fill="${diagramColours.ink}">${escaped(line)}</text>`,
    );
    const border = `stroke="${diagramColours.ink}" stroke-width="${kind === 'end' ? 5 : 2}"${heat === 0 ? ' stroke-dasharray="6 4"' : ''}`;
    return `<g><title>${escaped(id)}</title><rect x="${left}" y="${top}" width="${WIDTH}" height="${height}" rx="12" fill="${diagramColours.seen[heat]}" ${border}/><rect x="${left + 6}" y="${top + 6}" width="${WIDTH - 12}" height="22" rx="7" fill="${FILL[kind]}"/><text x="${x}" y="${top + 22}" text-anchor="middle" font-size="12" fill="${kind === 'end' ? diagramColours.white : diagramColours.ink}">${escaped(head)}</text>${rows.join('')}</g>`;
  });
  // Dagre's own width also counts the places that it reserved for labels and did not use.
  const places = [
    ...graph.nodes().map((id: string) => graph.node(id)),
    ...graph.edges().map((edge: { v: string; w: string; name?: string }) => graph.edge(edge)),
  ];
  const width = 24 + Math.max(LEGEND.width, ...places.map(({ x = 0, width: wide = 0 }: { x?: number; width?: number }) => x + wide / 2));
  const { height: below = 0 }: { height?: number } = graph.graph();
  const height = LEGEND.height + below;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" font-family="system-ui, sans-serif" role="img" aria-label="${escaped(story.texts[language].title)}">
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${diagramColours.arrow}"/></marker></defs>
<rect width="100%" height="100%" fill="${diagramColours.paper}"/>
${legend(language)}
<g transform="translate(0 ${LEGEND.height})">
${arrows.join('\n')}
${boxes.join('\n')}
</g>
</svg>
`;
}
