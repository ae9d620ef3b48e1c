import { givenKey, keyOfFrame } from '../../ui/given-key.ts';
import { keptLessons } from '../../ui/kept-lessons.ts';
import { BOARD_KEY, type Key } from '../../ui/lesson-key.ts';
import { keep } from '../../ui/storage.ts';

/** The secret stays in this tab, where a reload and a browser that opens its tabs again after a crash find it. */
export const credentials = async (): Promise<Key | null> => keyOfFrame() ?? (await givenKey(BOARD_KEY));

export const forget = (): void => void keep('session', BOARD_KEY, null);

/** Where the board stands in the browser that started the lesson. Null on another computer, in a trial lesson, and where nothing is kept. */
export function debriefKey(lesson: string): Key | null {
  const token = keptLessons().find((kept) => kept.lesson === lesson)?.debrief;
  return token ? { lesson, token } : null;
}
