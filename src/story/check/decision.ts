import { twice, unknown } from '../schema/names.ts';
import type { Structure } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { didYouMean, nearest } from './nearest.ts';
import { type Reach, reach, takenBy, wayInWords } from './states.ts';
import type { Walk } from './walk.ts';

type Vote = Extract<Structure['nodes'][string], { vote: unknown }>['vote'];
type Foreseen = Extract<Structure['nodes'][string], { foreseen: unknown }>;

function votesOf(structure: Structure): Record<string, Vote> {
  return Object.fromEntries(Object.entries(structure.nodes).flatMap(([id, node]) => ('vote' in node ? [[id, node.vote]] : [])));
}

/** The kept votes that a node tells of. */
function toldBy(node: Structure['nodes'][string] | undefined): readonly string[] {
  if (node && 'foreseen' in node) return [node.foreseen.vote];
  return node && 'results' in node ? node.results : [];
}

/** What the story tells of later; a name that is misspelt there also stands for the vote that was probably meant. */
export function toldResults({ nodes }: Structure): Set<string> {
  const ids = Object.keys(nodes);
  const named = Object.values(nodes).flatMap(toldBy);
  return new Set(named.flatMap((id) => [id, ...(ids.includes(id) ? [] : [nearest(id, ids) ?? id])]));
}

/** Which of them is meant by a name that stands twice is not known; that it does is said. */
const hasTwice = ({ choices }: Vote) => new Set(choices.map(({ id }) => id)).size < choices.length;

/** How votes depend on each other: results that are kept for later, and second votes on a question. */
export function checkDecisions(structure: Structure, note: Note) {
  const votes = votesOf(structure);
  const released = toldResults(structure);
  const measured = new Set(Object.entries(structure.nodes).flatMap(([id, node]) => ('live' in node && node.live.measured ? [id] : [])));
  for (const [id, vote] of Object.entries(votes)) {
    const at = (...path: (string | number)[]) => ['nodes', id, 'vote', ...path];
    if (vote.kind === 'guarded' && vote.choices.length > 3) {
      note('guarded-three', at('kind'), {
        nl: 'Een stemming over jezelf of de groep (guarded) heeft hoogstens drie keuzes, anders kan een klas de uitslag niet zien. Schrap er een, of maak de stemming open.',
        en: 'A vote about oneself or the group (guarded) has three choices at most, or else a class cannot see the result. Drop one, or make the vote open.',
      });
    }
    if (vote.held) checkHeld(vote, released.has(id), at, note);
    if (vote.again !== undefined) {
      const first = votes[vote.again];
      if (!first) unknown('vote', vote.again, Object.keys(votes), at('again'), note);
      else if (
        !hasTwice(first) &&
        !hasTwice(vote) &&
        [...first.choices, ...vote.choices].some(({ id: choice }) => ![first, vote].every((one) => one.choices.some((other) => other.id === choice)))
      ) {
        const ids = first.choices.map((choice) => choice.id).join(', ');
        note('again-choices', at('again'), {
          nl: `Een tweede stemming over “${vote.again}” heeft precies dezelfde keuzes: ${ids}. Maak ze gelijk, of haal again: weg.`,
          en: `A second vote on “${vote.again}” has exactly the same choices: ${ids}. Make them equal, or remove again:.`,
        });
      }
    }
  }
  for (const [id, node] of Object.entries(structure.nodes)) {
    if ('foreseen' in node) checkForeseen(structure, votes, id, node.foreseen, note);
    if (!('results' in node)) continue;
    const at = (index: number) => ['nodes', id, 'results', index];
    twice(node.results, at, note, false);
    node.results.forEach((held, index) => {
      if (measured.has(held)) return;
      if (!votes[held]) unknown('vote', held, [...Object.keys(votes), ...measured], at(index), note);
      else if (!votes[held].held) {
        note('results-shown', at(index), {
          nl: `De uitslag van “${held}” is al meteen te zien. Zet daar held: true, of noem hier alleen uitslagen die bewaard zijn.`,
          en: `The result of “${held}” was shown at once. Add held: true there, or name only results here that were kept.`,
        });
      }
    });
  }
}

/** A prediction is told of by whether it came true, and by nothing else. */
function checkForeseen(structure: Structure, votes: Record<string, Vote>, id: string, { vote: name, came }: Foreseen['foreseen'], note: Note) {
  const at = (key: string) => ['nodes', id, 'foreseen', key];
  const vote = votes[name];
  if (!vote) return unknown('vote', name, Object.keys(votes), at('vote'), note);
  if (!vote.held || vote.kind !== 'guarded' || vote.asks !== 'prediction') {
    note('foreseen-asks', at('vote'), {
      nl: `“${name}” is geen bewaarde voorspelling. Zet in die stemming kind: guarded, held: true en asks: prediction.`,
      en: `“${name}” is no kept prediction. Write kind: guarded, held: true and asks: prediction in that vote.`,
    });
  }
  const choices = vote.choices.map((choice) => choice.id);
  if (!choices.includes(came)) {
    const guess = didYouMean(came, choices);
    note('foreseen-came', at('came'), {
      nl: `“${came}” is geen keuze van “${name}”. ${guess ? `${guess.nl} ` : ''}Schrijf wat er gebeurde: ${choices.join(', ')}.`,
      en: `“${came}” is no choice of “${name}”. ${guess ? `${guess.en} ` : ''}Write what happened: ${choices.join(', ')}.`,
    });
  }
  const other = Object.entries(structure.nodes).find(([, node]) => 'results' in node && node.results.includes(name))?.[0];
  if (other !== undefined) {
    note('foreseen-results', at('vote'), {
      nl: `“${other}” vertelt de uitslag van “${name}” al met results:. Van een voorspelling vertelt het verhaal alleen of de klas het zag aankomen. Kies een van de twee.`,
      en: `“${other}” tells the result of “${name}” with results: already. Of a prediction the story tells only whether the class saw it coming. Choose one of the two.`,
    });
  }
}

function checkHeld(vote: Vote, released: boolean, at: (...path: (string | number)[]) => (string | number)[], note: Note) {
  vote.choices.forEach(({ to, set }, index) => {
    if (to !== vote.choices[0]!.to) {
      note('held-ways', at('choices', index, 'to'), {
        nl: 'Een bewaarde uitslag (held) mag nog niets verraden. Laat alle keuzes naar dezelfde scène gaan.',
        en: 'A kept result (held) may give nothing away yet. Let all choices lead to the same scene.',
      });
    }
    if (set) {
      note('held-set', at('choices', index, 'set'), {
        nl: 'Een bewaarde uitslag (held) mag het verhaal niet veranderen. Haal set: hier weg.',
        en: 'A kept result (held) may not change the story. Remove set: here.',
      });
    }
  });
  if (!released) {
    note('held-untold', at('held'), {
      nl: 'Deze uitslag is bewaard, maar geen results: of foreseen: vertelt hem. Noem hem in een van die twee.',
      en: 'This result is kept, but no results: or foreseen: tells it. Name it in one of the two.',
    });
  }
}

/** What a scene looks back on must have happened on every path to it. */
export function checkBefore(structure: Structure, { states, starts, reached }: Walk, note: Note) {
  const seeds = starts.map(({ at }) => ({ at, way: () => reached.way(at) }));
  /** For each vote what a class can come to without it. */
  const without = new Map<string, Reach>();
  for (const [id, node] of Object.entries(structure.nodes)) {
    const missing = (vote: string, path: (string | number)[]) => {
      const other = without.get(vote) ?? reach(states, seeds, ({ point }) => point.node !== vote);
      without.set(vote, other);
      const at = states.findIndex(({ point }, index) => point.node === id && other.has(index));
      if (at < 0) return;
      const way = wayInWords(other.way(at));
      note('not-before', path, {
        nl: `Niet op elke weg is er vóór “${id}” over “${vote}” gestemd. Op deze weg niet: ${way.nl}. Zet die stemming eerder, waar elke weg langskomt.`,
        en: `Not on every way has “${vote}” been voted on before “${id}”. Not on this one: ${way.en}. Put that vote earlier, where every way passes.`,
      });
    };
    if ('results' in node) node.results.forEach((vote, index) => void missing(vote, ['nodes', id, 'results', index]));
    if ('foreseen' in node) missing(node.foreseen.vote, ['nodes', id, 'foreseen', 'vote']);
    if ('vote' in node && node.vote.again !== undefined) missing(node.vote.again, ['nodes', id, 'vote', 'again']);
  }
}

/** What is kept must be told on every way to an end. */
export function checkTold(structure: Structure, { states, reached }: Walk, note: Note) {
  const tells = (id: string, kept: string) => toldBy(structure.nodes[id]).includes(kept);
  for (const [id, node] of Object.entries(structure.nodes)) {
    const isKept = ('vote' in node && node.vote.held) || ('live' in node && node.live.measured);
    // Where nothing tells it at all, that is said already.
    if (!isKept || !Object.keys(structure.nodes).some((other) => tells(other, id))) continue;
    const after = states.flatMap(({ point, steps }, at) =>
      point.node === id
        ? steps.map((step) => ({
            at: step.to,
            way: () => {
              const before = reached.way(at);
              const taken = takenBy(id, step);
              return taken === null ? before : { ...before, choices: [...before.choices, taken] };
            },
          }))
        : [],
    );
    const untold = reach(states, after, ({ point }) => !tells(point.node, id));
    const end = states.findIndex(({ point }, at) => 'end' in structure.nodes[point.node]! && untold.has(at));
    if (end < 0) continue;
    const way = wayInWords(untold.way(end));
    note('held-untold', ['nodes', id, ...('vote' in node ? ['vote', 'held'] : ['live', 'measured'])], {
      nl: `Deze uitslag is bewaard, maar niet op elke weg vertelt een results: of foreseen: hem. Op deze weg niet: ${way.nl}. Zorg dat elke weg er langs een komt.`,
      en: `This result is kept, but not on every way a results: or foreseen: tells it. Not on this one: ${way.en}. Let every way pass one.`,
    });
  }
}

/** Whether a prediction came true is told once on any way: what happened cannot be two things. */
export function checkForeseenOnce(structure: Structure, { states, reached }: Walk, note: Note) {
  const foreseen = Object.entries(structure.nodes).flatMap(([id, node]) => ('foreseen' in node ? [{ id, vote: node.foreseen.vote }] : []));
  for (const { id, vote } of foreseen) {
    const after = states.flatMap(({ point, steps }, at) =>
      point.node === id ? steps.map(({ to }) => ({ at: to, way: () => reached.way(at) })) : [],
    );
    // Where it is asked again before, it is another prediction.
    const later = reach(states, after, ({ point }) => point.node !== vote);
    const twice = foreseen.find((other) => other.vote === vote && states.some(({ point }, at) => point.node === other.id && later.has(at)));
    if (!twice) continue;
    const way = wayInWords(later.way(states.findIndex(({ point }, at) => point.node === twice.id && later.has(at))));
    note('foreseen-again', ['nodes', twice.id, 'foreseen', 'vote'], {
      nl: `“${id}” heeft al verteld of de klas dit zag aankomen. Op deze weg: ${way.nl}. Haal een van de twee weg.`,
      en: `“${id}” has told already whether the class saw this coming. On this way: ${way.en}. Remove one of the two.`,
    });
  }
}

/** The variable that holds the version which the teacher chose. */
export function checkVersions(structure: Structure, note: Note) {
  const { versions, variables } = structure;
  if (!versions) return;
  twice(
    versions.map(({ id }) => id),
    (index) => ['versions', index, 'id'],
    note,
  );
  const ids = versions.map(({ id }) => id);
  const variable = variables.version;
  const fits =
    variable &&
    'enum' in variable &&
    variable.initial === ids[0] &&
    variable.enum.length === ids.length &&
    ids.every((id) => variable.enum.includes(id));
  // That it begins with something else than it can be is said already.
  const unknownInitial = variable && 'enum' in variable && !variable.enum.includes(variable.initial);
  if (!fits && !unknownInitial) {
    const wanted = `version: { enum: [${ids.join(', ')}], initial: ${ids[0]} }`;
    note('version-variable', variable ? ['variables', 'version'] : ['versions'], {
      nl: `Een verhaal met versies heeft een variabele met precies die namen. Zet bij variables: ${wanted}.`,
      en: `A story with versions has a variable with exactly those names. Add under variables: ${wanted}.`,
    });
  }
  for (const [id, vote] of Object.entries(votesOf(structure))) {
    vote.choices.forEach(({ set }, index) => {
      if (!set || !('version' in set)) return;
      note('version-set', ['nodes', id, 'vote', 'choices', index, 'set', 'version'], {
        nl: 'De versie kiest de docent, vóór de les. Haal version hier weg.',
        en: 'The teacher chooses the version, before the lesson. Remove version here.',
      });
    });
  }
}
