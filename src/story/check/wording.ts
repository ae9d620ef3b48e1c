import type { StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, LANGUAGE_NAMES, STORY_LANGS, TRANSLATIONS } from '../../locales/story-languages.ts';
import { textIds } from '../schema/beat.ts';
import { HELPED, liveTextId, liveTextIds } from '../schema/live-chat.ts';
import type { Node, Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note, Path } from './diagnosis.ts';

/** The names that a node's texts use for themselves; a beat may not take them. */
const OWN = new Set(['title', 'note', 'notice', 'time', 'as', 'question', 'context', 'hint', 'choices', 'ending', 'still', 'lines', 'acts', 'ways']);

/** What a node must say, and what it may say besides. */
function wanted(node: Node): { must: string[]; may: string[] } {
  if ('scene' in node) return { must: ['title', 'note', ...new Set(node.scene.beats.flatMap(textIds))], may: ['notice', 'time'] };
  if ('vote' in node) return { must: ['title', 'note', 'question', 'choices', ...(node.vote.as ? ['as'] : [])], may: ['notice', 'context'] };
  if ('results' in node) return { must: ['title', 'note'], may: ['notice'] };
  if ('reflect' in node) return { must: ['title', 'note', 'question'], may: ['notice', 'hint'] };
  if ('tell' in node) return { must: ['title', 'note', 'lines'], may: ['notice'] };
  if ('live' in node) {
    const counted = node.live.measured ? ['question', 'choices'] : [];
    return { must: ['title', 'note', ...counted, ...(node.live.acts.length > 0 ? ['acts'] : []), ...liveTextIds(node.live)], may: ['notice'] };
  }
  if ('bySize' in node) return { must: ['title', 'ways'], may: [] };
  if ('end' in node) return { must: ['title', 'note', 'ending', 'still'], may: ['notice'] };
  return { must: [], may: [] };
}

function missing(note: Note, language: StoryLang, path: Path, id: string) {
  note('missing-text', path, {
    nl: `Hier ontbreekt de ${LANGUAGE_NAMES[language].nl}e tekst “${id}”. Schrijf hem erbij.`,
    en: `Here the ${LANGUAGE_NAMES[language].en} text “${id}” is missing. Write it.`,
  });
}

function unused(note: Note, path: Path) {
  const id = String(path.at(-1));
  note('unused-text', path, {
    nl: `Niets in het verhaal gebruikt de tekst “${id}”. Haal hem weg, of gebruik hem in story.yaml.`,
    en: `Nothing in the story uses the text “${id}”. Remove it, or use it in story.yaml.`,
  });
}

const ABSENT = {
  words: {
    nl: 'Er is nog geen uitleg van moeilijke woorden. Schrijf er een paar bij words:.',
    en: 'Hard words are not explained yet. Add some under words:.',
  },
  sheet: { nl: 'Er is nog geen blad voor de docent. Schrijf het bij sheet:.', en: 'There is no teacher’s sheet yet. Write it under sheet:.' },
};
function absent(note: Note, part: keyof typeof ABSENT) {
  note(`no-${part}`, [], ABSENT[part], 'warning');
}

/** Both ways: every id of the structure has a text, and every text has an id in the structure. */
function match(
  note: Note,
  language: StoryLang,
  path: Path,
  ids: readonly string[],
  texts: Record<string, unknown>,
  optional: readonly string[] = [],
) {
  for (const id of ids) if (!(id in texts)) missing(note, language, [...path, id], id);
  for (const id of Object.keys(texts)) if (!ids.includes(id) && !optional.includes(id)) unused(note, [...path, id]);
}

const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);

function checkLanguage(structure: Structure, texts: Texts, language: StoryLang, note: Note) {
  if (texts.language !== language) {
    note('language', ['language'], {
      nl: `Dit bestand heet ${language}.yaml. Zet hier language: ${language}.`,
      en: `This file is called ${language}.yaml. Write language: ${language} here.`,
    });
  }
  match(note, language, ['cast'], Object.keys(structure.cast), texts.cast);
  match(note, language, ['chats'], Object.keys(structure.chats), texts.chats);
  match(note, language, ['facts'], Object.keys(structure.facts), texts.facts);
  match(note, language, ['talking'], Object.keys(structure.talking), texts.talking);
  match(
    note,
    language,
    ['versions'],
    (structure.versions ?? []).map(({ id }) => id),
    texts.versions ?? {},
  );
  for (const part of ['words', 'sheet'] as const) if (!texts[part]) absent(note, part);
  const shown = Object.entries(structure.nodes).filter(([, node]) => !('junction' in node));
  match(
    note,
    language,
    ['nodes'],
    shown.map(([id]) => id),
    texts.nodes,
  );
  for (const [id, node] of shown) {
    const own = texts.nodes[id];
    if (!own) continue;
    const { must, may } = wanted(node);
    match(note, language, ['nodes', id], must, own, may);
    const named = (part: 'choices' | 'acts' | 'ways', ids: readonly string[]) => {
      if (own[part]) match(note, language, ['nodes', id, part], ids, own[part]);
    };
    if ('vote' in node) named('choices', ids(node.vote.choices));
    if ('bySize' in node) named('ways', ids(node.bySize));
    if ('live' in node) {
      named('acts', ids(node.live.acts));
      if (node.live.measured) named('choices', HELPED);
    }
  }
}

/** What one language says and the other does not. */
function compare(base: Texts, translation: Texts, language: StoryLang, note: Note) {
  const sameLength = (wanted: readonly string[] | undefined, found: readonly string[] | undefined, path: Path) => {
    if (!wanted || !found || wanted.length === found.length) return;
    const [from, to] = [LANGUAGE_NAMES[BASE_STORY_LANG], LANGUAGE_NAMES[language]];
    note('missing-text', path, {
      nl: `Het ${from.nl} heeft hier ${wanted.length} regels en het ${to.nl} ${found.length}. Maak dat gelijk.`,
      en: `The ${from.en} has ${wanted.length} lines here and the ${to.en} ${found.length}. Make them the same.`,
    });
  };
  for (const id of Object.keys(base.nodes)) {
    for (const optional of ['notice', 'time', 'hint', 'context'] as const) {
      const [wanted, found] = [base.nodes[id]?.[optional], translation.nodes[id]?.[optional]];
      if (wanted && !found && translation.nodes[id]) missing(note, language, ['nodes', id, optional], optional);
      if (found && !wanted) unused(note, ['nodes', id, optional]);
    }
    for (const part of ['still', 'lines'] as const) sameLength(base.nodes[id]?.[part], translation.nodes[id]?.[part], ['nodes', id, part]);
  }
  for (const part of ['goals', 'needs', 'followUp'] as const) sameLength(base[part], translation[part], [part]);
  for (const part of ['before', 'readAloud'] as const) sameLength(base.sheet?.[part], translation.sheet?.[part], ['sheet', part]);
  if (base.words && translation.words) sameLength(Object.keys(base.words), Object.keys(translation.words), ['words']);
}

export function checkWording(structure: Structure, texts: Record<StoryLang, Texts>, notes: Record<'structure' | StoryLang, Note>) {
  for (const [id, node] of Object.entries(structure.nodes)) {
    const named =
      'scene' in node
        ? node.scene.beats.map((beat, index) => ({ texts: textIds(beat), path: ['nodes', id, 'scene', 'beats', index] }))
        : 'live' in node
          ? node.live.script.map((beat, index) => ({ texts: [liveTextId(beat) ?? ''], path: ['nodes', id, 'live', 'script', index] }))
          : [];
    for (const { texts: own, path } of named) {
      for (const text of own) {
        if (!OWN.has(text)) continue;
        notes.structure('reserved-id', path, {
          nl: `“${text}” is al de naam van een vaste tekst. Geef de tekst van deze regel een andere naam.`,
          en: `“${text}” is already the name of a fixed text. Give this beat's text another name.`,
        });
      }
    }
  }
  for (const lang of STORY_LANGS) checkLanguage(structure, texts[lang], lang, notes[lang]);
  for (const lang of TRANSLATIONS) compare(texts[BASE_STORY_LANG], texts[lang], lang, notes[lang]);
}
