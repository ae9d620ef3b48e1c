import type { StoryFile } from '../scenario/diagnosis.ts';
import { readShelf, readStory, SHELF_FILES } from '../scenario/loader.ts';
import type { Shelf } from '../scenario/schema.ts';
import type { Story } from '../scenario/story.ts';

/** The writers' files as they are, each fetched when it is needed: a proefles needs no server that reads them. */
const files = import.meta.glob<string>('../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
const ROOT = '../../';

async function open(path: string): Promise<StoryFile> {
  const file = files[ROOT + path];
  if (!file) throw new Error(`there is no ${path}`);
  return { path, text: await file() };
}

/** In the order of their folders. */
export const storyIds = (): string[] =>
  Object.keys(files)
    .flatMap((path) => /scenarios\/([^/]+)\/story\.yaml$/.exec(path)?.[1] ?? [])
    .sort();

let shelf: Promise<Shelf> | null = null;
/** What all stories share, read once. */
export function openShelf(): Promise<Shelf> {
  shelf ??= readFiles();
  return shelf;
}

async function readFiles(): Promise<Shelf> {
  const shared = await Promise.all(SHELF_FILES.map(async (name) => [name, await open(`scenarios/${name}.yaml`)] as const));
  const { shelf } = readShelf(Object.fromEntries(shared) as Record<(typeof SHELF_FILES)[number], StoryFile>);
  if (!shelf) throw new Error('the shared files of the stories have a mistake');
  return shelf;
}

export async function openStory(id: string, shelf: Shelf): Promise<Story> {
  const [structure, nl, en] = await Promise.all(['story', 'nl', 'en'].map((name) => open(`scenarios/${id}/${name}.yaml`)));
  const { story } = readStory({ structure: structure as StoryFile, nl: nl as StoryFile, en: en as StoryFile }, shelf);
  if (!story) throw new Error(`the story ${id} has a mistake`);
  return story;
}
