import { openWindow } from '../../ui/handover.ts';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { BOARD_KEY } from '../../ui/lesson-key.ts';
import { keep } from '../../ui/storage.ts';

/** The stage in a window of its own, to drag to the board; false where the browser blocks it or this device may not. */
export function openBoard({ lesson, stage: token }: KeptLesson): boolean {
  if (!token) return false;
  const opened = openWindow('/bord', { lesson, token }, 'wdj-bord', 'popup,width=1280,height=720');
  opened?.focus();
  return opened !== null;
}

/** This window becomes the stage; in a browser that keeps nothing, a new one does. */
export function becomeBoard(lesson: KeptLesson): void {
  if (lesson.stage && keep('session', BOARD_KEY, { lesson: lesson.lesson, token: lesson.stage })) location.assign('/bord');
  else openBoard(lesson);
}

export function openDebrief({ lesson, debrief: token }: KeptLesson): void {
  if (token) openWindow('/nabespreking', { lesson, token }, '_blank');
}
