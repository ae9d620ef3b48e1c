import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { keep, recall } from '../../ui/storage.ts';

/** Who sees the screen of this desk: a laptop that is mirrored shows it to the class. */
export type SeenBy = 'me' | 'class';
interface Kept {
  lesson: string;
  by: SeenBy;
}

const NAME = 'wdj.seen-by';
/** Also where the browser keeps nothing. */
let answered: Kept | null = recall<Kept>('session', NAME);

/** Null where it was not asked yet in this lesson. */
export const seenByOf = ({ lesson }: KeptLesson): SeenBy | null => (answered?.lesson === lesson ? answered.by : null);

export function keepSeenBy({ lesson }: KeptLesson, by: SeenBy): void {
  answered = { lesson, by };
  keep('session', NAME, answered);
}

/** A device that was paired is the teacher's own. A computer that has a second screen shows the board there; any other may be mirrored. */
export function likelySeenBy({ stage }: KeptLesson): SeenBy {
  const extended = 'isExtended' in screen && screen.isExtended === true;
  return stage === undefined || extended ? 'me' : 'class';
}
