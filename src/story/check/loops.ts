import type { Structure, When } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { type Crossed, mustGet, type Step } from './states.ts';
import { nextOf, type Walk } from './walk.ts';

/** The nodes of a shortest round from the first state of a loop back to it, junctions included. */
function roundOf({ states }: Walk, start: number, inside: ReadonlySet<number>): string[] {
  const before = new Map<number, { from: number; across: readonly Crossed[] }>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && !before.has(start); at = queue.shift()) {
    for (const { to, across } of states[at]!.steps) {
      if (!inside.has(to) || before.has(to)) continue;
      before.set(to, { from: at, across });
      queue.push(to);
    }
  }
  const nodes = [states[start]!.point.node];
  for (let at = start; ; ) {
    const { from, across } = before.get(at)!;
    nodes.unshift(states[from]!.point.node, ...across.map(({ id }) => id));
    at = from;
    if (at === start) return nodes;
  }
}

const inWords = (when: When) =>
  Object.entries(when)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`)
    .join(', ');

interface Named {
  /** None of its ways leads out. */
  closed: boolean;
  /** The nodes of one round, the first again at its end. */
  round: string[];
  junctions: string[];
  /** What the ways that lead out of its junctions wait for. */
  waiting: When[];
}

/** Each loop once, however many variables keep its states apart; those that nobody gets out of come first. */
function loopsOf(structure: Structure, walked: Walk): Named[] {
  const { states } = walked;
  const seen = new Set<string>();
  /** Where a class comes first, whatever it chose by then. */
  const comes = new Map(states.map(({ point }, at): [string, number] => [point.node, at]).reverse());
  const comesFirst = (at: number) => mustGet(comes, states[at]!.point.node);
  const loops = walked.loops.map((group) => {
    const inside = new Set(group);
    const steps = group.flatMap((at): Step[] => states[at]!.steps);
    const start = group.reduce((first, at) => (comesFirst(at) < comesFirst(first) ? at : first));
    return { start, inside, steps, closed: steps.every(({ to }) => inside.has(to)) };
  });
  return loops
    .sort((a, b) => Number(b.closed) - Number(a.closed) || comesFirst(a.start) - comesFirst(b.start))
    .flatMap(({ start, inside, steps, closed }) => {
      const nodes = new Set([...inside].map((at) => states[at]!.point.node));
      if ([...nodes].some((id) => seen.has(id))) return [];
      for (const id of nodes) seen.add(id);
      const junctions = new Set(steps.flatMap(({ to, across }) => (inside.has(to) ? across.map(({ id }) => id) : [])));
      const isInside = (id: string) => nodes.has(id) || junctions.has(id);
      const waiting = [...junctions].flatMap((id) => {
        const node = structure.nodes[id]!;
        return 'junction' in node ? node.junction.flatMap((way) => ('when' in way && !isInside(way.to) ? [way.when] : [])) : [];
      });
      return [{ closed, round: roundOf(walked, start, inside), junctions: [...junctions], waiting }];
    });
}

/** Names every loop in which a class could stay for ever. Whether there are any that nobody gets out of. */
export function checkLoops(structure: Structure, walked: Walk, note: Note): { closed: boolean; junctions: Set<string> } {
  const loops = loopsOf(structure, walked);
  for (const { closed, round, junctions, waiting } of loops) {
    const [first = ''] = round;
    const way = round.join(' → ');
    const [junction] = junctions;
    if (!closed) {
      const asks = waiting.map(inWords).join(' / ');
      note('endless', ['nodes', first], {
        nl: `Hier kan de klas eindeloos rondgaan: ${way}. Laat een variabele onthouden dat ze er al was, en laat een splitsing dan verder gaan.${asks && ` De splitsing “${junction}” gaat nu pas verder bij ${asks}.`}`,
        en: `Here the class can go round for ever: ${way}. Let a variable remember that it was here, and let a junction then lead on.${asks && ` The junction “${junction}” now only leads on with ${asks}.`}`,
      });
    } else if (waiting.length > 0) {
      const asks = waiting.map(inWords);
      note('no-end', ['nodes', junction!, 'junction'], {
        nl: `Hier gaat de klas voor altijd rond: ${way}. Uit de splitsing “${junction}” komt ze pas met ${asks.join(' of ')}, en dat wordt het hier nooit. Laat een keuze in dit rondje dat doen met set:, of verander de when.`,
        en: `Here the class goes round for ever: ${way}. It only gets out of the junction “${junction}” with ${asks.join(' or ')}, and that never comes true here. Let a choice in this round do so with set:, or change the when.`,
      });
    } else {
      note('no-end', ['nodes', first], {
        nl: `Hier gaat de klas voor altijd rond: ${way}. Ze komt nooit bij een einde. Laat een next: of een keuze uit dit rondje leiden.`,
        en: `Here the class goes round for ever: ${way}. It never gets to an end. Let a next: or a choice lead out of this round.`,
      });
    }
  }
  const closed = loops.filter((loop) => loop.closed);
  return { closed: closed.length > 0, junctions: new Set(closed.flatMap(({ junctions }) => junctions)) };
}

/** Of nodes that no way leads to, those that one must mend: the others come after them. `known`: why these and what comes after them cannot be reached is said already. */
export function firstLost(structure: Structure, lost: ReadonlySet<string>, known: readonly string[]): string[] {
  const covered = new Set<string>();
  const cover = (from: string) => {
    const queue = [from];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (covered.has(id) || !lost.has(id)) continue;
      covered.add(id);
      queue.push(...nextOf(structure.nodes[id]!));
    }
  };
  known.forEach(cover);
  const followed = new Set([...lost].flatMap((id) => nextOf(structure.nodes[id]!).filter((next) => next !== id)));
  const first: string[] = [];
  for (const id of [...[...lost].filter((one) => !followed.has(one)), ...lost]) {
    if (covered.has(id)) continue;
    first.push(id);
    cover(id);
  }
  return first;
}
