import type { Structure } from '../schema/schema.ts';
import type { SharedContent } from '../schema/shared-content.ts';
import type { Note, Path } from './diagnosis.ts';

function checkSource(source: string, path: Path, sources: SharedContent['sources'], note: Note) {
  const cited = /(S[0-4]):(\d+)(?:-(\d+))?$/.exec(source);
  if (!cited) return;
  const [, id, first, last = first] = cited;
  const document = sources[id!];
  if (!document) {
    note('unknown-source', path, {
      nl: `${id} staat niet in sources.yaml. Kies een document dat daar staat.`,
      en: `${id} is not in sources.yaml. Choose a document that is there.`,
    });
  } else if (Number(first) < 1 || Number(last) < Number(first) || Number(last) > document.lines) {
    note('source-range', path, {
      nl: `${source} kan niet: ${id} heeft de regels 1 tot en met ${document.lines}. Zoek de plek opnieuw op.`,
      en: `${source} cannot be: ${id} has lines 1 to ${document.lines}. Look the place up again.`,
    });
  }
}

function checkAll(sources: readonly string[], path: Path, shared: SharedContent['sources'], note: Note) {
  sources.forEach((source, index) => {
    checkSource(source, [...path, index], shared, note);
  });
}

export function checkCitations(structure: Structure, shared: SharedContent, note: Note) {
  for (const [id, node] of Object.entries(structure.nodes)) {
    if ('tell' in node) checkAll(node.tell.sources, ['nodes', id, 'tell', 'sources'], shared.sources, note);
    if ('live' in node) {
      node.live.acts.forEach(({ source }, index) => {
        checkAll(source, ['nodes', id, 'live', 'acts', index, 'source'], shared.sources, note);
      });
    }
    if (!('vote' in node)) continue;
    node.vote.choices.forEach((choice, index) => {
      for (const when of ['now', 'later'] as const) checkAll(choice[when], ['nodes', id, 'vote', 'choices', index, when], shared.sources, note);
    });
  }
  for (const part of ['facts', 'talking'] as const) {
    for (const [id, sources] of Object.entries(structure[part])) checkAll(sources, [part, id], shared.sources, note);
  }
  structure.agreements.forEach((number, index) => {
    if (!(String(number) in shared.agreements)) {
      note('unknown-agreement', ['agreements', index], {
        nl: `Afspraak ${number} staat niet in agreements.yaml. Kies een nummer dat daar staat.`,
        en: `Agreement ${number} is not in agreements.yaml. Choose a number that is there.`,
      });
    } else if (structure.agreements.indexOf(number) !== index) {
      note('duplicate-id', ['agreements', index], {
        nl: `Afspraak ${number} staat hier twee keer. Haal er een weg.`,
        en: `Agreement ${number} stands here twice. Remove one.`,
      });
    }
  });
}

export function checkAgreements(agreements: SharedContent['agreements'], sources: SharedContent['sources'], note: Note) {
  for (const [number, agreement] of Object.entries(agreements)) checkAll(agreement.sources, [number, 'sources'], sources, note);
}
