import type { Message, Note, Path } from '../check/diagnosis.ts';
import { didYouMean } from '../check/nearest.ts';

export type Kind = 'node' | 'cast' | 'chat' | 'variable' | 'message' | 'tile' | 'vote';
/** With its article in Dutch. */
const KINDS: Record<Kind, Message> = {
  node: { nl: 'de scène', en: 'scene' },
  cast: { nl: 'de persoon', en: 'person' },
  chat: { nl: 'de chat', en: 'chat' },
  variable: { nl: 'de variabele', en: 'variable' },
  message: { nl: 'het bericht', en: 'message' },
  tile: { nl: 'de tegel', en: 'tile' },
  vote: { nl: 'de stemming', en: 'vote' },
};

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `more`: where else it is named; one mistake is said once. */
export function unknown(kind: Kind, id: string, options: readonly string[], path: Path, note: Note, more = 0) {
  const { nl, en } = KINDS[kind];
  const guess = didYouMean(id, options);
  if (guess) {
    note(`unknown-${kind}`, path, {
      nl: `${capital(nl)} “${id}” bestaat niet. ${guess.nl}${more > 0 ? ` (Ook op ${more} ${more === 1 ? 'andere plek' : 'andere plekken'}.)` : ''}`,
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
          nl: `${capital(nl)} “${id}” bestaat niet. Kies een naam die bestaat (${known}${others}) of voeg die naam toe.`,
          en: `The ${en} “${id}” does not exist. Choose a name that exists (${known}${others}) or add it.`,
        }
      : {
          nl: `${capital(nl)} “${id}” bestaat hier niet, en er is ook geen andere naam. Voeg die eerst toe.`,
          en: `The ${en} “${id}” does not exist here, and no other does. Add it first.`,
        },
  );
}

/** Where a name is written otherwise than everywhere else that means it, the one place is wrong. */
export function declaredOtherwise(kind: Kind, declared: string, named: string, places: number, path: Path, note: Note) {
  const { nl, en } = KINDS[kind];
  note(`unknown-${kind}`, path, {
    nl: `${capital(nl)} “${named}” bestaat niet, maar heet op ${places} plekken zo. Bedoelde je hier “${named}” in plaats van “${declared}”?`,
    en: `The ${en} “${named}” does not exist, but is named in ${places} places. Did you mean “${named}” here instead of “${declared}”?`,
  });
}

/** `areNames`: of what is declared here. Else it is only used here, and one place is too many. */
export function twice(ids: readonly (string | null)[], at: (index: number) => Path, note: Note, areNames = true) {
  ids.forEach((id, index) => {
    if (id === null || ids.indexOf(id) === index) return;
    note('duplicate-id', at(index), {
      nl: `“${id}” staat hier twee keer. ${areNames ? 'Geef een van de twee een andere naam.' : 'Haal er een weg.'}`,
      en: `“${id}” stands here twice. ${areNames ? 'Give one of the two another name.' : 'Remove one.'}`,
    });
  });
}
