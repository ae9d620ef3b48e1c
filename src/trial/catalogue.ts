import { BASE_LANG, LANGUAGES, type Lang } from '../locales/languages.ts';
import type { Way } from '../story/check/states.ts';
import { type CheckedStory, type Mistake, openChecked } from '../story/compile/checked-story.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';

/** What the build made of the writers' files, each fetched when it is needed, so that a trial lesson needs no server that reads them. */
const stories = import.meta.glob<CheckedStory | Mistake>('../../scenarios/*/story.yaml', { query: '?checked', import: 'default' });
const shared = import.meta.glob('../../scenarios/*.yaml', { query: '?checked', import: 'default' });
const titles = import.meta.glob<string | null>(['../../scenarios/*/*.yaml', '!../../scenarios/*/story.yaml'], {
  query: '?title',
  import: 'default',
  eager: true,
});
const ROOT = '../../scenarios';

const titleOf = (id: string, lang: Lang) => titles[`${ROOT}/${id}/${LANGUAGES[lang].stories}.yaml`];

/** In the order of their folders; without those that may not be released. */
export const storyIds = (): string[] =>
  Object.keys(stories)
    .flatMap((path) => /([^/]+)\/story\.yaml$/.exec(path)?.[1] ?? [])
    .filter((id) => titleOf(id, BASE_LANG) !== null)
    .sort();

let sharedContent: Promise<SharedContent> | null = null;
/** What all stories share, fetched once. */
export function openSharedContent(): Promise<SharedContent> {
  sharedContent ??= fetchShared();
  return sharedContent;
}

async function fetchShared(): Promise<SharedContent> {
  const open = <K extends keyof SharedContent>(name: K) => shared[`${ROOT}/${name}.yaml`]?.() as Promise<SharedContent[K]>;
  const [sources, help, agreements, items, aftercare] = await Promise.all([
    open('sources'),
    open('help'),
    open('agreements'),
    open('items'),
    open('aftercare'),
  ]);
  return { sources, help, agreements, items, aftercare };
}

/** A story, and the ways through it. */
export type Walked = { story: Story; ways: ReadonlyMap<string, Way> };
const opened = new Map<string, Promise<Walked>>();
export function openStory(id: string, shared: SharedContent): Promise<Walked> {
  const walked = opened.get(id) ?? fetchStory(id, shared);
  opened.set(id, walked);
  walked.catch(() => opened.delete(id));
  return walked;
}

/** The story has a mistake, so that nobody can play it. The message names the place. */
export class StoryMistake extends Error {}

async function fetchStory(id: string, shared: SharedContent): Promise<Walked> {
  const fetched = await stories[`${ROOT}/${id}/story.yaml`]?.();
  if (!fetched) throw new Error(`there is no story ${id}`);
  if ('mistake' in fetched) throw new StoryMistake(fetched.mistake);
  return openChecked(fetched, shared);
}

/** What every story is called, without the rest of it. */
export const storyTitles = (lang: Lang): { id: string; title: string }[] => storyIds().map((id) => ({ id, title: titleOf(id, lang) ?? id }));
