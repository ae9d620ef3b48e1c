import { textIds } from '../schema/beat.ts';
import { HELPED, liveTextId, liveTextIds } from '../schema/live-chat.ts';
import type { Node, Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note, Path } from './diagnosis.ts';

/** The names that a node's texts use for themselves; a beat may not take them. */
const OWN = new Set(['title', 'note', 'notice', 'time', 'as', 'question', 'context', 'hint', 'choices', 'ending', 'still', 'lines', 'acts', 'ways']);
const NAMES = { nl: 'de Nederlandse tekst', en: 'de Engelse tekst' };
const NAMES_EN = { nl: 'the Dutch text', en: 'the English text' };
type Language = keyof typeof NAMES;

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

function missing(note: Note, language: Language, path: Path, id: string) {
  note('missing-text', path, {
    nl: `Hier ontbreekt ${NAMES[language]} “${id}”. Schrijf hem erbij.`,
    en: `Here ${NAMES_EN[language]} “${id}” is missing. Write it.`,
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
function match(note: Note, language: Language, path: Path, ids: readonly string[], texts: Record<string, unknown>, optional: readonly string[] = []) {
  for (const id of ids) if (!(id in texts)) missing(note, language, [...path, id], id);
  for (const id of Object.keys(texts)) if (!ids.includes(id) && !optional.includes(id)) unused(note, [...path, id]);
}

const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);

function checkLanguage(structure: Structure, texts: Texts, language: Language, note: Note) {
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
function compare(nl: Texts, en: Texts, note: Note) {
  for (const id of Object.keys(nl.nodes)) {
    for (const optional of ['notice', 'time', 'hint', 'context'] as const) {
      const [dutch, english] = [nl.nodes[id]?.[optional], en.nodes[id]?.[optional]];
      if (dutch && !english && en.nodes[id]) missing(note, 'en', ['nodes', id, optional], optional);
      if (english && !dutch) unused(note, ['nodes', id, optional]);
    }
    for (const part of ['still', 'lines'] as const) sameLength(nl.nodes[id]?.[part], en.nodes[id]?.[part], ['nodes', id, part], note);
  }
  for (const part of ['goals', 'needs', 'followUp'] as const) sameLength(nl[part], en[part], [part], note);
  for (const part of ['before', 'readAloud'] as const) sameLength(nl.sheet?.[part], en.sheet?.[part], ['sheet', part], note);
  if (nl.words && en.words) sameLength(Object.keys(nl.words), Object.keys(en.words), ['words'], note);
}

function sameLength(nl: readonly string[] | undefined, en: readonly string[] | undefined, path: Path, note: Note) {
  if (!nl || !en || nl.length === en.length) return;
  note('missing-text', path, {
    nl: `Het Nederlands heeft hier ${nl.length} regels en het Engels ${en.length}. Maak dat gelijk.`,
    en: `The Dutch has ${nl.length} lines here and the English ${en.length}. Make them the same.`,
  });
}

export function checkWording(structure: Structure, texts: Record<Language, Texts>, notes: { structure: Note; nl: Note; en: Note }) {
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
  checkLanguage(structure, texts.nl, 'nl', notes.nl);
  checkLanguage(structure, texts.en, 'en', notes.en);
  compare(texts.nl, texts.en, notes.en);
}
