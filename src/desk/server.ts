import type { Lang } from '../protocol/identity.ts';
import type { LessonKeys, NewLesson } from '../protocol/intents.ts';
import type { Answer } from '../protocol/refusals.ts';
import type { StoryShelf } from '../protocol/views.ts';

export async function fetchShelf(lang: Lang): Promise<StoryShelf> {
  const response = await fetch(`/api/stories?lang=${lang}`);
  if (!response.ok) throw new Error(`stories: ${response.status}`);
  return (await response.json()) as StoryShelf;
}

export async function createLesson(lesson: NewLesson): Promise<Answer<LessonKeys>> {
  const response = await fetch('/api/lessons', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(lesson) });
  return (await response.json()) as Answer<LessonKeys>;
}
