import type { Key } from './lesson-key.ts';
import { keep, recall } from './storage.ts';

/** A lesson that this browser may run. A paired device has the desk's key only. */
export interface KeptLesson {
  lesson: string;
  title: string;
  date: number;
  desk: string;
  stage?: string;
  debrief?: string;
  /** A page of this browser has seen its end: there is nothing to go on with. */
  ended?: true;
}

const LIST = 'wdj.lessons';
const OPEN = 'wdj.desk';

/** For as long as the page is open, also where the browser keeps nothing. */
let list: KeptLesson[] = recall<KeptLesson[]>('local', LIST) ?? [];
let stored = true;

export const keptLessons = (): readonly KeptLesson[] => list;
export const keepsLessons = (): boolean => stored;

export function keepLesson(lesson: KeptLesson): void {
  const others = (recall<KeptLesson[]>('local', LIST) ?? list).filter((other) => other.lesson !== lesson.lesson);
  list = [lesson, ...others];
  stored = keep('local', LIST, list);
}

/** Of a lesson that this browser does not keep it keeps nothing. */
export function markEnded(lesson: string): void {
  // Another page of this browser may have written it already.
  list = recall<KeptLesson[]>('local', LIST) ?? list;
  if (!list.some((one) => one.lesson === lesson && !one.ended)) return;
  list = list.map((one) => (one.lesson === lesson ? { ...one, ended: true } : one));
  stored = keep('local', LIST, list);
}

export function forgetLesson(lesson: string): void {
  list = (recall<KeptLesson[]>('local', LIST) ?? list).filter((other) => other.lesson !== lesson);
  stored = keep('local', LIST, list);
  if (openLesson()?.lesson === lesson) leaveLesson();
}

/** The lesson that this tab runs: a reload comes back to it. */
export const openLesson = (): Key | null => recall<Key>('session', OPEN);
export const enterLesson = (key: Key): boolean => keep('session', OPEN, key);
export const leaveLesson = (): boolean => keep('session', OPEN, null);
