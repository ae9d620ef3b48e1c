import type { StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, inEveryStoryLanguage, languageNames, STORY_LANGS, TRANSLATIONS } from '../../locales/story-languages.ts';
import { textIds } from '../schema/beat.ts';
import { HELPED, liveTextId, liveTextIds } from '../schema/live-chat.ts';
import type { Node, Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note, Path } from './diagnosis.ts';
import { nearest } from './nearest.ts';
import { nextOf } from './walk.ts';

/** The names that a node's texts use for themselves; a beat may not take them. */
const OWN = new Set(['title', 'note', 'notice', 'time', 'as', 'question', 'context', 'hint', 'choices', 'ending', 'still', 'lines', 'acts', 'ways']);

/** What a node must say, and what it may say besides. */
function wanted(node: Node): { must: string[]; may: string[] } {
  if ('scene' in node) return { must: ['title', 'note', ...node.scene.beats.flatMap(textIds)], may: ['notice', 'time'] };
  if ('vote' in node) return { must: ['title', 'note', 'question', 'choices', ...(node.vote.as ? ['as'] : [])], may: ['notice', 'context'] };
  if ('results' in node || 'foreseen' in node) return { must: ['title', 'note'], may: ['notice'] };
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

function missing(note: Note, language: StoryLang, path: Path, id: string, everywhere = false) {
  if (everywhere) {
    const files = STORY_LANGS.map((lang) => `${lang}.yaml`);
    note('missing-text', path, {
      nl: `Hier ontbreekt de tekst “${id}”, in elke taal. Schrijf hem erbij, in ${files.join(' en ')}.`,
      en: `Here the text “${id}” is missing, in every language. Write it, in ${files.join(' and ')}.`,
    });
    return;
  }
  note('missing-text', path, {
    nl: `Hier ontbreekt de ${languageNames(language).nl}e tekst “${id}”. Schrijf hem erbij.`,
    en: `Here the ${languageNames(language).en} text “${id}” is missing. Write it.`,
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
  teacher: {
    nl: 'Er staat nog niet wat de docent eerst leest: drie vragen vooraf, de plot en wie iedereen is. Schrijf het bij teacher:.',
    en: 'What the teacher reads first is missing: three questions, the plot and who everybody is. Write it under teacher:.',
  },
};
function absent(note: Note, part: keyof typeof ABSENT) {
  note(`no-${part}`, [], ABSENT[part], 'warning');
}

/** The names that one block of texts lacks, and those that nothing in the story asks for. */
interface Gap {
  path: Path;
  missing: string[];
  unused: string[];
}

/** Both ways: every id of the structure has a text, and every text has an id in the structure. */
function match(gaps: Gap[], path: Path, ids: readonly string[], texts: Record<string, unknown>, optional: readonly string[] = []) {
  const wanted = new Set(ids);
  const missing = [...wanted].filter((id) => !(id in texts));
  // Where a name stands twice, which is said, one of the two probably meant a text that nothing else asks for.
  const unused = wanted.size < ids.length ? [] : Object.keys(texts).filter((id) => !wanted.has(id) && !optional.includes(id));
  if (missing.length + unused.length > 0) gaps.push({ path, missing, unused });
}

/** Where the structure names a text of that id; null where the name is fixed. */
function namedAt(structure: Structure, path: Path, id: string): Path | null {
  const [part, of, inner] = path.map(String);
  if (part !== 'nodes' || of === undefined) return [...path, id];
  const node = structure.nodes[of];
  const at = (index: number, ...to: (string | number)[]): Path | null =>
    index < 0 ? null : ['nodes', of, ...to.flatMap((key) => (key === '#' ? [index] : [key]))];
  if (!node) return null;
  if (inner === 'choices' && 'vote' in node)
    return at(
      node.vote.choices.findIndex((choice) => choice.id === id),
      'vote',
      'choices',
      '#',
      'id',
    );
  if (inner === 'ways' && 'bySize' in node)
    return at(
      node.bySize.findIndex((way) => way.id === id),
      'bySize',
      '#',
      'id',
    );
  if ('live' in node) {
    if (inner === 'acts')
      return at(
        node.live.acts.findIndex((act) => act.id === id),
        'live',
        'acts',
        '#',
        'id',
      );
    return at(
      node.live.script.findIndex((beat) => liveTextId(beat) === id),
      'live',
      'script',
      '#',
    );
  }
  return 'scene' in node
    ? at(
        node.scene.beats.findIndex((beat) => textIds(beat).includes(id)),
        'scene',
        'beats',
        '#',
      )
    : null;
}

/** Which kind of node has a text of that name; a vote has a question as well as a talk. */
const KINDS = new Map(
  Object.entries({ choices: 'vote', ending: 'end', still: 'end', lines: 'tell', acts: 'live', ways: 'bySize', question: 'reflect', hint: 'reflect' }),
);

const same = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);
const alike = (one: Gap, other: Gap) => same([one.path, one.missing, one.unused], [other.path, other.missing, other.unused]);

/** Where all languages have the texts of another kind of node, the kind was changed: that is one mistake. Returns the gaps that are left. */
function sayKinds(structure: Structure, gaps: Record<StoryLang, Gap[]>, note: Note): Record<StoryLang, Gap[]> {
  const said = new Set<string>();
  const hasEnd = Object.values(structure.nodes).some((node) => 'end' in node);
  for (const gap of gaps[BASE_STORY_LANG]) {
    const [part, id, ...inner] = gap.path.map(String);
    const node = id === undefined ? undefined : structure.nodes[id];
    if (part !== 'nodes' || !node || id === undefined || inner.length > 0 || gap.unused.length === 0) continue;
    const meant = [...KINDS].find(([name]) => gap.unused.includes(name))?.[1];
    if (meant === undefined && !gap.missing.some((name) => KINDS.has(name))) continue;
    // One text that is called otherwise is misspelt.
    if (meant === undefined && gap.missing.length === 1 && gap.unused.length === 1) continue;
    if (!STORY_LANGS.every((lang) => gaps[lang].some((other) => alike(other, gap)))) continue;
    said.add(JSON.stringify(gap.path));
    // Without an end that is said, and it is this one.
    if (meant === 'end' && !hasEnd) continue;
    const kind = Object.keys(node).find((key) => key !== 'next') ?? '';
    const [has, lacks] = [gap.unused.join(', '), gap.missing.join(', ')];
    note('other-kind', ['nodes', id, kind], {
      nl: `“${id}” is hier een ${kind}, maar de teksten zijn van iets anders: ${has}. ${meant ? `Maak hier weer een ${meant} van` : 'Verander dat hier terug'}, of haal die teksten in elke taal weg${lacks && ` en schrijf die van een ${kind}: ${lacks}`}.`,
      en: `“${id}” is a ${kind} here, but its texts are of something else: ${has}. ${meant ? `Make it a ${meant} again here` : 'Change that back here'}, or remove those texts in every language${lacks && ` and write those of a ${kind}: ${lacks}`}.`,
    });
  }
  return inEveryStoryLanguage((lang) => gaps[lang].filter(({ path }) => !said.has(JSON.stringify(path))));
}

/** Of a scene that no way leads to, only that is said until one does. */
function withoutLost(structure: Structure, gaps: Record<StoryLang, Gap[]>): Record<StoryLang, Gap[]> {
  const found = new Set<string>();
  const queue = [structure.start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = structure.nodes[id];
    if (!node || found.has(id)) continue;
    found.add(id);
    queue.push(...nextOf(node));
  }
  const isLost = ({ path }: Gap, id: string) => path.length === 1 && path[0] === 'nodes' && Object.hasOwn(structure.nodes, id) && !found.has(id);
  return inEveryStoryLanguage((lang) => gaps[lang].map((gap) => ({ ...gap, missing: gap.missing.filter((id) => !isLost(gap, id)) })));
}

/** A name that is missing and one that nothing uses are one mistake where they are nearly the same. Where all languages agree, the structure is wrong. */
function sayGaps(structure: Structure, gaps: Record<StoryLang, Gap[]>, absent: ReadonlySet<string>, notes: Record<'structure' | StoryLang, Note>) {
  const pairs = (gap: Gap) =>
    gap.missing
      .flatMap((missing) => {
        const [only, ...others] = gap.unused;
        const single = gap.missing.length === 1 && others.length === 0 && only !== undefined && !OWN.has(only) ? only : null;
        // The names of fixed texts are English: where one is missing and one too much, they are the same. So they are where all languages agree.
        const paired = OWN.has(missing) || STORY_LANGS.every((lang) => gaps[lang].some((other) => alike(other, gap))) ? single : null;
        return { missing, unused: nearest(missing, gap.unused) ?? paired };
      })
      .filter(({ unused }) => unused !== null);
  const keyOf = (path: Path, { missing, unused }: { missing: string; unused: string | null }) => JSON.stringify([path, missing, unused]);
  const everywhere = (key: string) => STORY_LANGS.every((lang) => gaps[lang].some((gap) => pairs(gap).some((pair) => keyOf(gap.path, pair) === key)));
  const said = new Set<string>();
  for (const lang of STORY_LANGS) {
    for (const gap of gaps[lang]) {
      const found = pairs(gap);
      for (const pair of found) {
        const { missing, unused } = pair;
        const key = keyOf(gap.path, pair);
        if (said.has(key) || absent.has(unused!)) continue;
        const inStructure = everywhere(key) ? namedAt(structure, gap.path, missing) : null;
        if (inStructure) {
          said.add(key);
          notes.structure('misnamed-text', inStructure, {
            nl: `Er is geen tekst voor “${missing}”. Bedoelde je “${unused}”? Zo heet hij in de bestanden met teksten.`,
            en: `There is no text for “${missing}”. Did you mean “${unused}”? It is called so in the files with texts.`,
          });
        } else {
          notes[lang]('misnamed-text', [...gap.path, unused!], {
            nl: `Het verhaal vraagt niet om “${unused}”. Bedoelde je “${missing}”?`,
            en: `The story does not ask for “${unused}”. Did you mean “${missing}”?`,
          });
        }
      }
      for (const id of gap.missing) {
        if (found.some((pair) => pair.missing === id)) continue;
        const everywhere = STORY_LANGS.every((other) =>
          gaps[other].some((one) => same(one.path, gap.path) && one.missing.includes(id) && !pairs(one).some((pair) => pair.missing === id)),
        );
        // It is one text that is not written yet, and is said where the story is written.
        if (!everywhere || lang === BASE_STORY_LANG) missing(notes[lang], lang, [...gap.path, id], id, everywhere);
      }
      for (const id of gap.unused) if (!absent.has(id) && !found.some((pair) => pair.unused === id)) unused(notes[lang], [...gap.path, id]);
    }
  }
}

const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);

/** Everybody of the cast is told of once, where anybody is: in the story or in the version that has a plot of its own. */
function checkPeople(structure: Structure, { teacher, cast: names }: Texts, language: StoryLang, gaps: Gap[], note: Note) {
  if (!teacher) return;
  const versions = Object.entries(teacher.versions ?? {});
  const blocks = [
    { path: ['teacher', 'people'], people: teacher.people ?? {} },
    ...versions.map(([id, { people }]) => ({ path: ['teacher', 'versions', id, 'people'], people })),
  ];
  const cast = Object.keys(structure.cast);
  for (const { path, people } of blocks) match(gaps, path, [], people, cast);
  const known = (structure.versions ?? []).map(({ id }) => id);
  match(gaps, ['teacher', 'versions'], [], teacher.versions ?? {}, known);
  if (!teacher.people) return;
  // Who has no name either is named there.
  for (const id of cast) if (id in names && !blocks.some(({ people }) => id in people)) missing(note, language, ['teacher', 'people', id], id);
}

/** Returns what is missing or too much; both languages together show whose mistake that is. */
function checkLanguage(structure: Structure, texts: Texts, language: StoryLang, note: Note): Gap[] {
  const gaps: Gap[] = [];
  if (texts.language !== language) {
    note('language', ['language'], {
      nl: `Dit bestand heet ${language}.yaml. Zet hier language: ${language}.`,
      en: `This file is called ${language}.yaml. Write language: ${language} here.`,
    });
  }
  match(gaps, ['cast'], Object.keys(structure.cast), texts.cast);
  match(gaps, ['chats'], Object.keys(structure.chats), texts.chats);
  match(gaps, ['facts'], Object.keys(structure.facts), texts.facts);
  match(gaps, ['talking'], Object.keys(structure.talking), texts.talking);
  match(
    gaps,
    ['versions'],
    (structure.versions ?? []).map(({ id }) => id),
    texts.versions ?? {},
  );
  for (const part of ['words', 'sheet', 'teacher'] as const) if (!texts[part]) absent(note, part);
  checkPeople(structure, texts, language, gaps, note);
  const shown = Object.entries(structure.nodes).filter(([, node]) => !('junction' in node));
  match(
    gaps,
    ['nodes'],
    shown.map(([id]) => id),
    texts.nodes,
  );
  for (const [id, node] of shown) {
    const own = texts.nodes[id];
    if (!own) continue;
    const { must, may } = wanted(node);
    match(gaps, ['nodes', id], must, own, may);
    const named = (part: 'choices' | 'acts' | 'ways', ids: readonly string[]) => {
      if (own[part]) match(gaps, ['nodes', id, part], ids, own[part]);
    };
    if ('vote' in node) named('choices', ids(node.vote.choices));
    if ('bySize' in node) named('ways', ids(node.bySize));
    if ('live' in node) {
      named('acts', ids(node.live.acts));
      if (node.live.measured) named('choices', HELPED);
    }
  }
  return gaps;
}

/** What one language says and the other does not. */
function compare(base: Texts, translation: Texts, language: StoryLang, note: Note) {
  const sameLength = (wanted: readonly string[] | undefined, found: readonly string[] | undefined, path: Path) => {
    if (!wanted || !found || wanted.length === found.length) return;
    const [from, to] = [languageNames(BASE_STORY_LANG), languageNames(language)];
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
  sameLength(base.teacher?.plot, translation.teacher?.plot, ['teacher', 'plot']);
  for (const [id, { plot }] of Object.entries(base.teacher?.versions ?? {}))
    sameLength(plot, translation.teacher?.versions?.[id]?.plot, ['teacher', 'versions', id, 'plot']);
  for (const optional of ['permission', 'parents'] as const) {
    const [wanted, found] = [base.teacher?.[optional], translation.teacher?.[optional]];
    if (wanted && !found && translation.teacher) missing(note, language, ['teacher', optional], optional);
    if (found && !wanted) unused(note, ['teacher', optional]);
  }
  if (base.words && translation.words) sameLength(Object.keys(base.words), Object.keys(translation.words), ['words']);
}

/** A class tells people apart by their names. */
function checkNames({ cast }: Texts, note: Note) {
  const known = new Map<string, string>();
  for (const [id, name] of Object.entries(cast)) {
    // “mevrouw De Wit” and “de hulplijn” are called so; one word is a name.
    if (/^\p{Ll}\S*$/u.test(name)) {
      const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const message = {
        nl: `“${name}” begint met een kleine letter. Een naam begint met een hoofdletter: ${written}`,
        en: `“${name}” begins with a small letter. A name begins with a capital: ${written}`,
      };
      note('small-name', ['cast', id], message, 'warning');
    }
    const other = known.get(name);
    if (other === undefined) known.set(name, id);
    else {
      note('duplicate-id', ['cast', id], {
        nl: `“${other}” en “${id}” heten allebei “${name}”. Geef een van de twee een andere naam.`,
        en: `“${other}” and “${id}” are both called “${name}”. Give one of the two another name.`,
      });
    }
  }
}

/** `absent`: names that the structure uses and does not have; of those it has been said. */
export function checkWording(
  structure: Structure,
  texts: Record<StoryLang, Texts>,
  notes: Record<'structure' | StoryLang, Note>,
  absent: ReadonlySet<string>,
) {
  for (const lang of STORY_LANGS) checkNames(texts[lang], notes[lang]);
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
  const gaps = inEveryStoryLanguage((lang) => checkLanguage(structure, texts[lang], lang, notes[lang]));
  sayGaps(structure, sayKinds(structure, withoutLost(structure, gaps), notes.structure), absent, notes);
  for (const lang of TRANSLATIONS) compare(texts[BASE_STORY_LANG], texts[lang], lang, notes[lang]);
}
