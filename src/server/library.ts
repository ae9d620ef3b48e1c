import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LANGUAGES, type StoryLang } from '../locales/languages.ts';
import { readInEveryStoryLanguage, STORY_LANGS } from '../locales/story-languages.ts';
import type { Diagnosis, StoryFile } from '../story/check/diagnosis.ts';
import { readSharedContent, readStory, type StoryFiles } from '../story/compile/loader.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';

/** By character. */
export interface Names {
  own: Record<string, string>;
  /** Invented names that the story does not use. */
  ideas: Record<string, string[]>;
}

export interface Library {
  stories: Map<string, Story>;
  shared: SharedContent;
  /** Left out because of an error. */
  broken: { id: string; diagnoses: Diagnosis[] }[];
  /** Of the stories that can be played. */
  warnings: Map<string, Diagnosis[]>;
  /** By story, how its characters are called and could be called. Absent: not looked for yet. */
  names?: ReadonlyMap<string, Names>;
}

const STRUCTURE = 'story.yaml';
const textsFile = (lang: StoryLang) => `${lang}.yaml`;
/** The names of the files in a story's folder. */
export const STORY_FILES = [STRUCTURE, ...STORY_LANGS.map(textsFile)];

const pathOf = (root: string, ...path: string[]) => [basename(root), ...path].join('/');

async function open(root: string, ...path: string[]): Promise<StoryFile> {
  return { path: pathOf(root, ...path), text: await readFile(join(root, ...path), 'utf8') };
}

export async function openStory(root: string, id: string): Promise<StoryFiles> {
  const structure = await open(root, id, STRUCTURE);
  return { structure, ...(await readInEveryStoryLanguage((lang) => open(root, id, textsFile(lang)))) };
}

export async function openSharedContent(root: string) {
  const [sources, help, agreements, items, aftercare] = await Promise.all([
    open(root, 'sources.yaml'),
    open(root, 'help.yaml'),
    open(root, 'agreements.yaml'),
    open(root, 'items.yaml'),
    open(root, 'aftercare.yaml'),
  ]);
  return readSharedContent({ sources, help, agreements, items, aftercare });
}

function missing(file: string): Diagnosis {
  const list = (reader: StoryLang) => new Intl.ListFormat(LANGUAGES[reader].locale).format(STORY_FILES);
  const message = {
    nl: `Het bestand ${file} ontbreekt. Elk verhaal heeft ${list('nl')}.`,
    en: `The file ${file} is missing. Every story has ${list('en')}.`,
  };
  return { severity: 'error', code: 'missing-file', file, line: 1, column: 1, node: null, message };
}

async function readOne(root: string, id: string, shared: SharedContent): Promise<{ story: Story | null; diagnoses: Diagnosis[] }> {
  try {
    const { story, diagnoses } = readStory(await openStory(root, id), shared);
    if (!story || story.structure.id === id) return { story, diagnoses };
    const message = {
      nl: `De map heet ${id}, maar het verhaal heet ${story.structure.id}. Maak die gelijk.`,
      en: `The folder is called ${id}, but the story ${story.structure.id}. Make them the same.`,
    };
    return {
      story: null,
      diagnoses: [
        ...diagnoses,
        { severity: 'error', code: 'folder-name', file: pathOf(root, id, STRUCTURE), line: 1, column: 1, node: null, message },
      ],
    };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path) return { story: null, diagnoses: [missing([basename(root), id, basename(path)].join('/'))] };
    throw error;
  }
}

/** Every story on disk. One with an error is left out and named; without the shared files there is no library: the error's cause is their diagnoses. */
export async function readLibrary(root: string): Promise<Library> {
  const { shared, diagnoses } = await openSharedContent(root);
  if (!shared) throw new Error(diagnoses.map((d) => `${d.file}:${d.line}:${d.column} ${d.message.en}`).join('\n'), { cause: diagnoses });
  const library: Library = { stories: new Map(), shared, broken: [], warnings: new Map() };
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const id of folders) {
    const { story, diagnoses } = await readOne(root, id, shared);
    if (story) {
      library.stories.set(id, story);
      library.warnings.set(id, diagnoses);
    } else library.broken.push({ id, diagnoses });
  }
  return library;
}
