import { twice, unknown } from '../schema/names.ts';
import type { Structure } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { nearest } from './nearest.ts';
import { type Reach, reach, wayInWords } from './states.ts';
import type { Walk } from './walk.ts';

type Vote = Extract<Structure['nodes'][string], { vote: unknown }>['vote'];

function votesOf(structure: Structure): Record<string, Vote> {
  return Object.fromEntries(Object.entries(structure.nodes).flatMap(([id, node]) => ('vote' in node ? [[id, node.vote]] : [])));
}

/** What a `results` node tells; a name that is misspelt there also stands for the vote that was probably meant. */
export function toldResults({ nodes }: Structure): Set<string> {
  const ids = Object.keys(nodes);
  const named = Object.values(nodes).flatMap((node) => ('results' in node ? node.results : []));
  return new Set(named.flatMap((id) => [id, ...(ids.includes(id) ? [] : [nearest(id, ids) ?? id])]));
}

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
      nl: 'Deze uitslag is bewaard, maar geen results: vertelt hem. Zet hem in een scène met results:.',
      en: 'This result is kept, but no results: tells it. Name it in a scene with results:.',
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
    if ('vote' in node && node.vote.again !== undefined) missing(node.vote.again, ['nodes', id, 'vote', 'again']);
  }
}

/** What is kept must be told on every way to an end. */
export function checkTold(structure: Structure, { states, reached }: Walk, note: Note) {
  const tells = (id: string, kept: string) => {
    const node = structure.nodes[id]!;
    return 'results' in node && node.results.includes(kept);
  };
  for (const [id, node] of Object.entries(structure.nodes)) {
    const isKept = ('vote' in node && node.vote.held) || ('live' in node && node.live.measured);
    // Where nothing tells it at all, that is said already.
    if (!isKept || !Object.keys(structure.nodes).some((other) => tells(other, id))) continue;
    const after = states.flatMap(({ point, steps }, at) =>
      point.node === id
        ? steps.map(({ choice, to }) => ({
            at: to,
            way: () => {
              const { version, choices } = reached.way(at);
              return { version, choices: choice === null ? choices : [...choices, { node: id, choice }] };
            },
          }))
        : [],
    );
    const untold = reach(states, after, ({ point }) => !tells(point.node, id));
    const end = states.findIndex(({ point }, at) => 'end' in structure.nodes[point.node]! && untold.has(at));
    if (end < 0) continue;
    const way = wayInWords(untold.way(end));
    note('held-untold', ['nodes', id, ...('vote' in node ? ['vote', 'held'] : ['live', 'measured'])], {
      nl: `Deze uitslag is bewaard, maar niet op elke weg vertelt een results: hem. Op deze weg niet: ${way.nl}. Zet results: waar elke weg langskomt.`,
      en: `This result is kept, but not on every way a results: tells it. Not on this one: ${way.en}. Put results: where every way passes.`,
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
  if (!fits) {
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
