import { signal } from '@preact/signals';
import type { Lang } from '../../locales/languages.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import type { NewNames, SchoolContact } from '../../protocol/new-lesson.ts';
import { tidyContact } from '../../protocol/preparing.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { lang } from '../../ui/locale.ts';
import { keep, recall } from '../../ui/storage.ts';
import { createLesson } from '../home/server.ts';
import { t } from '../texts.ts';

/** What a teacher chose for one story, as long as the page is open. An absent field has the default of the story or the page. */
export interface Preparation {
  version?: string;
  /** The short version of the lesson, of a story that has one. */
  short?: boolean;
  lang?: Lang;
  names: NewNames;
}

const CONTACT = 'wdj.contact';
/** Who can help at this school; the browser keeps it for every next lesson. */
export const contact = signal<SchoolContact[]>(readContact());
export const contactKept = signal(true);
/** Only in memory. */
export const teacherCode = signal('');
/** The age that the teacher looks for. */
export const band = signal<string | null>(null);
const preparations = signal<Record<string, Preparation>>({});

function readContact(): SchoolContact[] {
  const kept = recall<unknown>('local', CONTACT);
  const list = Array.isArray(kept) ? kept.filter((one): one is SchoolContact => typeof one?.name === 'string' && typeof one?.reach === 'string') : [];
  const tidied = tidyContact(list);
  return 'contact' in tidied ? tidied.contact : [];
}

export function keepContact(next: SchoolContact[]): void {
  contact.value = next;
  contactKept.value = keep('local', CONTACT, next.length > 0 ? next : null);
}

export const preparationOf = (story: string): Preparation => preparations.value[story] ?? { names: {} };

export function prepare(story: string, change: Partial<Preparation>): void {
  preparations.value = { ...preparations.value, [story]: { ...preparationOf(story), ...change } };
}

/** The version that was chosen, else the first that fits the age that is looked for, else the story's own. */
export function versionOf(story: StoryCard): StoryCard['versions'][number] | null {
  const { version } = preparationOf(story.id);
  const wanted = (one: StoryCard['versions'][number]) => (version === undefined ? one.band === band.value : one.id === version);
  return story.versions.find(wanted) ?? story.versions[0] ?? null;
}

export const isShort = (story: StoryCard): boolean => story.shortMinutes !== null && preparationOf(story.id).short === true;

/** Other names that differ from the story's. */
export function newNames(story: StoryCard): { id: string; from: string; to: string }[] {
  const { names } = preparationOf(story.id);
  return story.renamable.flatMap(({ id, name }) => (names[id] && names[id] !== name ? [{ id, from: name, to: names[id] }] : []));
}

/** The keys of a new lesson, or the sentence that says why not. */
export async function startLesson(story: StoryCard): Promise<{ lesson: KeptLesson } | { why: string; refusal: RefusalCode | null }> {
  const version = versionOf(story);
  try {
    const answer = await createLesson({
      scenario: story.id,
      lang: preparationOf(story.id).lang ?? lang.value,
      ...(version ? { version: version.id } : {}),
      ...(isShort(story) ? { short: true } : {}),
      names: Object.fromEntries(newNames(story).map(({ id, to }) => [id, to])),
      contact: contact.value,
      ...(teacherCode.value.trim() ? { teacherCode: teacherCode.value.trim() } : {}),
    });
    if (!answer.ok) return { why: t(answer.refusal), refusal: answer.refusal };
    const { lesson, desk, stage, debrief } = answer;
    return { lesson: { lesson, title: version?.title ?? story.title, date: Date.now(), desk, stage, debrief } };
  } catch {
    return { why: t('story.unreachable'), refusal: null };
  }
}
