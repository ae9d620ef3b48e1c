import type { Message, Note, Path } from '../check/diagnosis.ts';
import { didYouMean } from '../check/nearest.ts';

export type Kind = 'node' | 'cast' | 'chat' | 'variable' | 'message' | 'tile' | 'vote';
const KINDS: Record<Kind, Message> = {
  node: { nl: 'scène', en: 'scene' },
  cast: { nl: 'persoon', en: 'person' },
  chat: { nl: 'chat', en: 'chat' },
  variable: { nl: 'variabele', en: 'variable' },
  message: { nl: 'bericht', en: 'message' },
  tile: { nl: 'tegel', en: 'tile' },
  vote: { nl: 'stemming', en: 'vote' },
};

/** `more`: where else it is named; one mistake is said once. */
export function unknown(kind: Kind, id: string, options: readonly string[], path: Path, note: Note, more = 0) {
  const { nl, en } = KINDS[kind];
  const guess = didYouMean(id, options);
  if (guess) {
    note(`unknown-${kind}`, path, {
      nl: `De ${nl} “${id}” bestaat niet. ${guess.nl}${more > 0 ? ` (Ook op ${more} ${more === 1 ? 'andere plek' : 'andere plekken'}.)` : ''}`,
      en: `The ${en} “${id}” does not exist. ${guess.en}${more > 0 ? ` (Also in ${more} other ${more === 1 ? 'place' : 'places'}.)` : ''}`,
    });
    return;
  }
  const [known, others] = [options.slice(0, 12).join(', '), options.length > 12 ? ', …' : ''];
  note(
    `unknown-${kind}`,
    path,
    options.length > 0
      ? {
          nl: `De ${nl} “${id}” bestaat niet. Kies een naam die bestaat (${known}${others}) of maak hem.`,
          en: `The ${en} “${id}” does not exist. Choose a name that exists (${known}${others}) or add it.`,
        }
      : {
          nl: `De ${nl} “${id}” bestaat hier niet, en een andere is er ook niet. Maak hem eerst.`,
          en: `The ${en} “${id}” does not exist here, and no other does. Add it first.`,
        },
  );
}

/** Where a name is written otherwise than everywhere else that means it, the one place is wrong. */
export function declaredOtherwise(kind: Kind, declared: string, named: string, places: number, path: Path, note: Note) {
  const { nl, en } = KINDS[kind];
  note(`unknown-${kind}`, path, {
    nl: `De ${nl} “${named}” bestaat niet, maar heet op ${places} plekken zo. Bedoelde je hier “${named}” in plaats van “${declared}”?`,
    en: `The ${en} “${named}” does not exist, but is named in ${places} places. Did you mean “${named}” here instead of “${declared}”?`,
  });
}

export function twice(ids: readonly (string | null)[], at: (index: number) => Path, note: Note) {
  ids.forEach((id, index) => {
    if (id === null || ids.indexOf(id) === index) return;
    note('duplicate-id', at(index), {
      nl: `“${id}” staat hier twee keer. Geef een van de twee een andere naam.`,
      en: `“${id}” stands here twice. Give one of the two another name.`,
    });
  });
}
