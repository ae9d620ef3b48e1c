import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { addressWith } from '../../ui/lesson-key.ts';

/** The stage in a window of its own, to drag to the board; false where the browser blocks it or this device may not. */
export function openBoard(lesson: KeptLesson): boolean {
  if (!lesson.stage) return false;
  // The number makes it a new address: where only the fragment differs, a window that is open already would not load again.
  const opened = window.open(
    addressWith(`/bord?${Date.now()}`, { lesson: lesson.lesson, token: lesson.stage }),
    'wdj-bord',
    'popup,width=1280,height=720',
  );
  opened?.focus();
  return opened !== null;
}

/** This window becomes the stage. */
export function becomeBoard(lesson: KeptLesson): void {
  if (lesson.stage) location.assign(addressWith('/bord', { lesson: lesson.lesson, token: lesson.stage }));
}

export function openDebrief(lesson: KeptLesson): void {
  if (lesson.debrief) window.open(addressWith('/nabespreking', { lesson: lesson.lesson, token: lesson.debrief }), '_blank');
}
