import { BASE_STORY_LANG, languageNames } from '../../locales/story-languages.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';
import { words } from './length.ts';
import { prose } from './prose.ts';

/** Small words that a sentence of the first language can hardly do without, and that no translation has. */
const ITS_OWN =
  /(?:^|[^\p{L}])(?:het|een|ik|je|jij|jullie|niet|geen|en|maar|dat|dit|deze|die|van|met|voor|naar|bij|uit|aan|wat|wie|waar|waarom|zijn|hij|ze|zij|wij|heb|heeft|kan|kun|moet|mag|gaat|komt|zegt|doet|iemand|niemand|niets|iets|weer|nog|ook|wel|dan|als|nu|al)(?![\p{L}])/iu;
/** So many words are never the same by chance. */
const NO_CHANCE = 4;
const FEW = 3;

/** Texts of a translation that are still what they were before it. Names are the same in every language. */
export function checkUntranslated(base: Texts, translation: Texts, note: Note) {
  const before = new Map(prose(base).map(({ path, text }) => [path.join('.'), text]));
  const compared = prose(translation).filter(({ path }) => path[0] !== 'cast' && !(path[0] === 'chats' && path.at(-1) === 'title'));
  const left = compared.filter(({ path, text }) => before.get(path.join('.')) === text && (ITS_OWN.test(text) || words(text) >= NO_CHANCE));
  if (left.length === 0) return;
  const { nl, en } = languageNames(BASE_STORY_LANG);
  if (left.length > FEW && left.length > compared.length / 3) {
    const message = {
      nl: `Hier staan nog ${left.length} van de ${compared.length} teksten in het ${nl}. Vertaal dit bestand.`,
      en: `${left.length} of the ${compared.length} texts here are still in ${en}. Translate this file.`,
    };
    note('untranslated', ['language'], message, 'warning');
    return;
  }
  for (const { path, text } of left) {
    note(
      'untranslated',
      path,
      { nl: `“${text}” staat hier nog in het ${nl}. Vertaal het.`, en: `“${text}” is still in ${en} here. Translate it.` },
      'warning',
    );
  }
}
