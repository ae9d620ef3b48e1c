import { BASE_LANG, inEveryLanguage, LANGS, LANGUAGES, type StoryLang } from '../../locales/languages.ts';
import type { Texts } from '../schema/texts.ts';
import type { Story } from './story.ts';

/** Gives characters of a story another name, in every text of every language. */

/** What of a story its names stand in. */
export type Named = Pick<Story, 'structure' | 'texts'>;

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const QUOTE = "['‘]";
/** What stands before a name. */
const BEFORE = /^[^\p{L}\p{M}\p{N}]/u;

/** The name of a character: "Tarik" of "meester Tarik". Null for one without a name ("de hulplijn") or with somebody else's ("de moeder van Levi"). */
function ownName(story: Named, id: string): string | null {
  const { cast } = story.texts[BASE_LANG];
  const called = cast[id] ?? '';
  const own = /\p{Lu}[\p{L}\p{M}-]*(?: \p{Lu}[\p{L}\p{M}-]*)*$/u.exec(called)?.[0];
  if (!own || (own !== called && Object.values(cast).includes(own))) return null;
  return LANGS.every((lang) => patternOf([own], LANGUAGES[lang].stories).test(story.texts[lang].cast[id] ?? '')) ? own : null;
}

/** Whoever can get another name, by the id in the cast. */
export function ownNames(story: Named): Record<string, string> {
  return Object.fromEntries(
    Object.keys(story.structure.cast).flatMap((id) => {
      const own = ownName(story, id);
      return own === null ? [] : [[id, own]];
    }),
  );
}

/** What makes a name a possessive: Daan-s, Yara-'s, Mees-'; in English always 's. */
const POSSESSIVES: Record<StoryLang, (name: string) => string> = {
  nl: (name) => {
    if (/[sxz]$/i.test(name)) return "'";
    if (/(?:aa|ai|au|ay|ee|ei|eu|ey|ie|ij|oe|oi|oo|ou|oy|ui|uu|uy)$/i.test(name)) return 's';
    return /[aiouy]$/i.test(name) ? "'s" : 's';
  },
  en: () => "'s",
};

/**
 * These names as whole words, in capitals too, with what makes them a possessive, and the character before them: Safari before 16.4
 * cannot read a pattern that only looks back.
 */
function patternOf(names: readonly string[], language: StoryLang): RegExp {
  const one = (name: string, quoted: boolean) => {
    const forms = `(?:${name}|${name.toUpperCase()})`;
    const mark = POSSESSIVES[language](name);
    if (mark !== "'") return `${forms}(?:${mark.replace("'", "['’]")})?`;
    // A mark without an s may also be the end of a quotation.
    return quoted ? forms : `${forms}(?:['’](?= \\p{Ll}))?`;
  };
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const any = (quoted: boolean) => longestFirst.map((name) => one(name, quoted)).join('|');
  return new RegExp(`(?:${QUOTE}(?:${any(true)})|(?:^|(?!${QUOTE}|${LETTER})[\\s\\S])(?:${any(false)}))(?!${LETTER})`, 'gu');
}

function replaced(found: string, from: string, to: string, language: StoryLang): string {
  const loud = !found.startsWith(from);
  const tail = found.slice(from.length);
  const mark = tail.includes('’') ? POSSESSIVES[language](to).replace("'", '’') : POSSESSIVES[language](to);
  return (loud ? to.toUpperCase() : to) + (tail ? mark : '');
}

type Words = (text: string) => string;
function translate<T>(value: T, words: Words): T {
  if (typeof value === 'string') return words(value) as T;
  if (Array.isArray(value)) return value.map((one) => translate(one, words)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translate(one, words)])) as T;
}

/** The letters in a chat's circle are those of the words in its title: "YD" of "Yara en Daan". */
function badgeOf(chat: Texts['chats'][string], words: Words): string {
  const before = chat.title.split(' ');
  let from = 0;
  return [...chat.badge]
    .map((letter) => {
      const at = before.findIndex((word, index) => index >= from && word.startsWith(letter));
      if (at < 0) return letter;
      from = at + 1;
      const word = before[at] ?? '';
      return words(word) === word ? letter : words(word).charAt(0);
    })
    .join('');
}

function retell(texts: Texts, language: StoryLang, names: readonly (readonly [from: string, to: string])[]): Texts {
  const pattern = patternOf(
    names.map(([from]) => from),
    language,
  );
  const words: Words = (text) =>
    text.replace(pattern, (match) => {
      const before = BEFORE.exec(match)?.[0] ?? '';
      const found = match.slice(before.length);
      const [from, to] = names.find(([name]) => isForm(found, name)) ?? [found, found];
      return before + replaced(found, from, to, language);
    });
  const { language: _, translatedFrom: __, chats, ...rest } = texts;
  return {
    ...texts,
    ...translate(rest, words),
    chats: Object.fromEntries(Object.entries(chats).map(([id, chat]) => [id, { ...translate(chat, words), badge: badgeOf(chat, words) }])),
  };
}

/** Whether this is the name, or it with a possessive's tail of at most two characters. */
function isForm(found: string, name: string): boolean {
  return [name, name.toUpperCase()].some((form) => found.startsWith(form) && /^(?:['’]?s?)$/.test(found.slice(form.length)));
}

/** The same story, told with other names; the structure, the machine and the version stay. `names`: by the id in the cast. */
export function rename<S extends Named>(story: S, names: Readonly<Record<string, string>>): S {
  // Most lessons keep the names, and to find them takes a tenth of a second.
  if (Object.keys(names).length === 0) return story;
  const own = ownNames(story);
  const changes = Object.entries(names)
    .flatMap(([id, to]) => (own[id] === undefined || own[id] === to ? [] : [[own[id], to] as const]))
    .sort(([a], [b]) => b.length - a.length);
  if (changes.length === 0) return story;
  return { ...story, texts: inEveryLanguage((lang) => retell(story.texts[lang], LANGUAGES[lang].stories, changes)) };
}

function uses(story: Named, name: string): boolean {
  const found = new Set<boolean>();
  for (const lang of LANGS) {
    const pattern = patternOf([name], LANGUAGES[lang].stories);
    translate(story.texts[lang], (text) => {
      found.add(text.search(pattern) >= 0);
      return text;
    });
  }
  return found.has(true);
}

/** Why these names cannot be given: somebody is not in the story, or a name is in it already, or given twice. Null where they can. */
export function clash(story: Named, names: Readonly<Record<string, string>>): 'name-unknown' | 'name-taken' | null {
  const own = ownNames(story);
  if (Object.keys(names).some((id) => !Object.hasOwn(own, id))) return 'name-unknown';
  const called = (id: string) => (Object.hasOwn(names, id) ? names[id] : own[id])?.toLowerCase();
  const all = Object.keys(own).map(called);
  if (new Set(all).size < all.length) return 'name-taken';
  const taken = new Set(Object.values(own).map((name) => name.toLowerCase()));
  const fresh = Object.entries(names).filter(([id, name]) => name !== own[id]);
  return fresh.some(([, name]) => taken.has(name.toLowerCase()) || uses(story, name)) ? 'name-taken' : null;
}

/** Invented names for characters who are called "hij" and "zij". */
const FIRST = 'Mika Jules Ayo Sascha Merijn Remi Alix Quinn Rowan Nour Yuki Indy Bo Pim Lumi Senna Jona Kian Dani Zaza Wisse Imre Noé Tibo'.split(
  ' ',
);
const FAMILY = 'Smit Kaya Pinas Vermeer Okafor Zeeman Demir Martina'.split(' ');

/** A few ideas for each character; no name comes twice, and none is in the story. */
export function ideas(story: Named): Record<string, string[]> {
  const own = ownNames(story);
  const grown = (id: string) => story.texts[BASE_LANG].cast[id] !== own[id];
  const free = (names: string[]) => names.filter((name) => !uses(story, name));
  const [first, family] = [free(FIRST), free(FAMILY)];
  const people = Object.keys(own).map((id) => ({
    id,
    pool: grown(id) ? family : first,
    among: Object.keys(own).filter((one) => grown(one) === grown(id)),
  }));
  return Object.fromEntries(
    people.map(({ id, pool, among }) => [id, pool.filter((_, index) => index % among.length === among.indexOf(id)).slice(0, 3)]),
  );
}
