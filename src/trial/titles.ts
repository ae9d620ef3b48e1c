import type { Lang } from '../protocol/identity.ts';
import { openShelf, openStory, storyIds } from './books.ts';

/** What the stories are called. */
export async function storyTitles(lang: Lang): Promise<{ id: string; title: string }[]> {
  const shelf = await openShelf();
  const stories = await Promise.all(storyIds().map((id) => openStory(id, shelf)));
  return stories.map(({ structure, texts }) => ({ id: structure.id, title: texts[lang].title }));
}
