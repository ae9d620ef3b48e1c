import { askTrialForAftercare } from '../../client/trial-connection.ts';
import { inTrial } from '../../client/trial-frame.ts';
import type { Lang } from '../../locales/languages.ts';
import type { AftercareCard, StoryCard, StoryCatalogue } from '../../protocol/catalogue.ts';
import type { LessonKeys, NewLesson, StoryRequest } from '../../protocol/new-lesson.ts';
import type { Answer } from '../../protocol/refusals.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';

async function requestCatalogue(lang: Lang): Promise<StoryCatalogue> {
  const response = await fetch(`/api/stories?lang=${lang}`);
  if (!response.ok) throw new Error(`stories: ${response.status}`);
  const catalogue: StoryCatalogue = await response.json();
  return catalogue;
}

/** The stories that were asked for before anything was drawn. */
let first: { lang: Lang; arriving: Promise<StoryCatalogue>; catalogue: StoryCatalogue | null } | null = null;

export async function askForCatalogue(lang: Lang): Promise<void> {
  const asked: NonNullable<typeof first> = { lang, arriving: requestCatalogue(lang), catalogue: null };
  first = asked;
  asked.catalogue = await asked.arriving;
}

/** Null where they have not come yet. */
export const arrivedCatalogue = (lang: Lang): StoryCatalogue | null => (first?.lang === lang ? first.catalogue : null);

export function fetchCatalogue(lang: Lang): Promise<StoryCatalogue> {
  const arriving = first?.lang === lang ? first.arriving : requestCatalogue(lang);
  first = null;
  return arriving;
}

export async function fetchAftercare(lang: Lang): Promise<AftercareCard> {
  if (inTrial()) return askTrialForAftercare(lang);
  const response = await fetch(`/api/aftercare?lang=${lang}`);
  if (!response.ok) throw new Error(`aftercare: ${response.status}`);
  const card: AftercareCard = await response.json();
  return card;
}

async function post<T>(path: string, body: object): Promise<Answer<T>> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer: Answer<T> = await response.json();
  return answer;
}

/** One story as the lesson would tell it, with its help lines. */
export const fetchStory = (request: StoryRequest) => post<{ story: StoryCard; help: HelpLine[]; readOn: string }>('/api/story', request);
/** A new lesson, with its keys. */
export const createLesson = (lesson: NewLesson) => post<LessonKeys>('/api/lessons', lesson);
