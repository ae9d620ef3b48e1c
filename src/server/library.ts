import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LANGUAGES, type StoryLang } from '../locales/languages.ts';
import { inEveryStoryLanguage, STORY_LANGS } from '../locales/story-languages.ts';
import type { Code } from '../story/check/codes.ts';
import type { Diagnosis, Message } from '../story/check/diagnosis.ts';
import type { Walk } from '../story/check/walk.ts';
import { readCautions, readSharedContent, readStory, type StoryFiles, type StoryReading } from '../story/compile/loader.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import { openFile } from './story-file.ts';

/** By character. */
export interface Names {
  own: Record<string, string>;
  /** Invented names that the story does not use. */
  ideas: Record<string, string[]>;
}

export interface Library {
  stories: Map<string, Story>;
  shared: SharedContent;
  /** Left out because of an error, or because it may not be released. */
  broken: { id: string; diagnoses: Diagnosis[] }[];
  /** Of the stories that can be played. */
  warnings: Map<string, Diagnosis[]>;
  /** By story, how its characters are called and could be called. Absent: not looked for yet. */
  names?: ReadonlyMap<string, Names>;
  /** By story, the name under which a lesson keeps it. Absent: not looked for yet. */
  kept?: ReadonlyMap<string, string>;
}

const STRUCTURE = 'story.yaml';
const textsFile = (lang: StoryLang) => `${lang}.yaml`;
/** The names of the files in a story's folder. */
export const STORY_FILES = [STRUCTURE, ...STORY_LANGS.map(textsFile)];

/** How the file is called that stands there under another name, such as story.yml. */
function lookalike(root: string, id: string, name: string): string | undefined {
  const plain = (one: string) => one.toLowerCase().replace(/\.(?:yml|ya?ml\.txt)$/, '.yaml');
  try {
    return readdirSync(join(root, id)).find((one) => one !== name && plain(one) === name);
  } catch {
    return undefined;
  }
}

function missing(file: string, found: string | undefined): Message {
  if (found !== undefined) {
    const name = basename(file);
    return {
      nl: `Het bestand ${file} ontbreekt, maar hier staat wel ${found}. Geef dat de naam ${name}.`,
      en: `The file ${file} is missing, but ${found} is here. Name that ${name}.`,
    };
  }
  const list = (reader: StoryLang) => new Intl.ListFormat(LANGUAGES[reader].locale).format(STORY_FILES);
  return {
    nl: `Het bestand ${file} ontbreekt. Elk verhaal heeft ${list('nl')}.`,
    en: `The file ${file} is missing. Every story has ${list('en')}.`,
  };
}
const missingShared = (file: string): Message => ({
  nl: `Het bestand ${file} ontbreekt. Alle verhalen hebben het nodig.`,
  en: `The file ${file} is missing. All stories need it.`,
});

/** The files of a story, and what is wrong with those that cannot be read. */
function openStory(root: string, id: string): { files: StoryFiles; unread: Diagnosis[] } {
  const unread: Diagnosis[] = [];
  const open = (name: string) =>
    openFile(
      root,
      [id, name],
      (file) => missing(file, lookalike(root, id, name)),
      (diagnosis) => unread.push(diagnosis),
    );
  return { files: { structure: open(STRUCTURE), ...inEveryStoryLanguage((lang) => open(textsFile(lang))) }, unread };
}

/** What a story's words alone say about it: quick, and enough to know whether it may be released. */
export const cautionsIn = (root: string, id: string): Diagnosis[] => readCautions(openStory(root, id).files);

export function openSharedContent(root: string): ReturnType<typeof readSharedContent> {
  const unread: Diagnosis[] = [];
  const open = (name: string) => openFile(root, [`${name}.yaml`], missingShared, (diagnosis) => unread.push(diagnosis));
  const files = {
    sources: open('sources'),
    help: open('help'),
    agreements: open('agreements'),
    items: open('items'),
    aftercare: open('aftercare'),
  };
  return unread.length > 0 ? { shared: null, diagnoses: unread } : readSharedContent(files);
}

/** Whatever is wrong in a story's folder is that story's fault: it is named, and no error of it reaches the other stories. */
export function readStoryFolder(root: string, id: string, shared: SharedContent): StoryReading {
  const file = [basename(root), id, STRUCTURE].join('/');
  const fault = (code: Code, message: Message): Diagnosis => ({ severity: 'error', code, file, line: 1, column: 1, node: null, message });
  const without = (diagnoses: Diagnosis[]): StoryReading => ({ story: null, walked: null, diagnoses });
  try {
    const { files, unread } = openStory(root, id);
    if (unread.length > 0) return without(unread);
    const reading = readStory(files, shared);
    if (!reading.story || reading.story.structure.id === id) return reading;
    const called = reading.story.structure.id;
    const message = {
      nl: `De map heet ${id}, maar het verhaal heet ${called}. Maak die gelijk.`,
      en: `The folder is called ${id}, but the story ${called}. Make them the same.`,
    };
    return without([...reading.diagnoses, fault('folder-name', message)]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = {
      nl: `Dit verhaal kan niet worden nagekeken: er staat iets in waar het programma niet op rekent. Haal weg wat je het laatst veranderde. (${why})`,
      en: `This story cannot be checked: there is something in it that the program does not expect. Undo what you changed last. (${why})`,
    };
    return without([fault('unforeseen', message)]);
  }
}

/** The folders of the stories. Hidden ones belong to an editor or a system. A link may lead to a folder, to a file or nowhere. */
export function storyFolders(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
  const isFolder = (name: string) => {
    try {
      return statSync(join(root, name)).isDirectory();
    } catch {
      return true;
    }
  };
  return entries.flatMap((entry) => (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(entry.name)) ? [entry.name] : [])).sort();
}

/**
 * Every story on disk, also one that may only be rehearsed. One with an error is left out and named; without the shared files there is no library: the error's cause is their diagnoses.
 * `walks`: for who reports on the stories, the walk through each, by id. A server would keep them for nothing.
 */
export async function readLibrary(root: string, ids: readonly string[] = storyFolders(root), walks?: Map<string, Walk>): Promise<Library> {
  const { shared, diagnoses } = openSharedContent(root);
  if (!shared) throw new Error(diagnoses.map((d) => `${d.file}:${d.line}:${d.column} ${d.message.en}`).join('\n'), { cause: diagnoses });
  const library: Library = { stories: new Map(), shared, broken: [], warnings: new Map() };
  for (const id of ids) {
    const { story, walked, diagnoses } = readStoryFolder(root, id, shared);
    if (story) {
      library.stories.set(id, story);
      library.warnings.set(id, diagnoses);
      walks?.set(id, walked);
    } else library.broken.push({ id, diagnoses });
  }
  return library;
}
