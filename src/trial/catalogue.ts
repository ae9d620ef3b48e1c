import type { Lang } from '../locales/languages.ts';
import type { StoryFile } from '../story/check/diagnosis.ts';
import type { Walk } from '../story/check/walk.ts';
import { readSharedContent, readStory, SHARED_FILES } from '../story/compile/loader.ts';
import type { Story } from '../story/compile/story.ts';
import { readDocument } from '../story/schema/document.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import type { Texts } from '../story/schema/texts.ts';

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

let shared: Promise<SharedContent> | null = null;
/** What all stories share, read once. */
export function openSharedContent(): Promise<SharedContent> {
  shared ??= readFiles();
  return shared;
}

async function readFiles(): Promise<SharedContent> {
  const files = await Promise.all(SHARED_FILES.map(async (name) => [name, await open(`scenarios/${name}.yaml`)] as const));
  const { shared } = readSharedContent(Object.fromEntries(files) as Record<(typeof SHARED_FILES)[number], StoryFile>);
  if (!shared) throw new Error('the shared files of the stories have a mistake');
  return shared;
}

/** A story, and the ways through it. */
export type Walked = { story: Story; ways: Walk['ways'] };
const walked = new Map<string, Promise<Walked>>();
/** Read and walked once: both are work for a slow computer. */
export function openStory(id: string, shared: SharedContent): Promise<Walked> {
  const opened = walked.get(id) ?? readWalked(id, shared);
  walked.set(id, opened);
  opened.catch(() => walked.delete(id));
  return opened;
}

async function readWalked(id: string, shared: SharedContent): Promise<Walked> {
  const [structure, nl, en] = await Promise.all(['story', 'nl', 'en'].map((name) => open(`scenarios/${id}/${name}.yaml`)));
  const { story, walked } = readStory({ structure: structure as StoryFile, nl: nl as StoryFile, en: en as StoryFile }, shared);
  if (!story) throw new Error(`the story ${id} has a mistake`);
  return { story, ways: walked.ways };
}

/** What every story is called, without the rest of it. */
export const storyTitles = (lang: Lang): Promise<{ id: string; title: string }[]> =>
  Promise.all(
    storyIds().map(async (id) => {
      const { title } = readDocument(await open(`scenarios/${id}/${lang}.yaml`)).value as Texts;
      return { id, title };
    }),
  );
