import type { Lang } from '../../locales/languages.ts';
import type { RevealedBy } from '../../protocol/released.ts';
import type { HeldResult } from '../../protocol/views/vote.ts';
import type { Story } from '../../story/compile/story.ts';
import { isPair, nodeOf, provesNothing } from '../side-activity.ts';
import type { Decision, Lesson } from '../state.ts';
import { voteView } from '../views/vote-view.ts';
import { pairResults } from './pair.ts';

/** What was kept of the votes that this node tells. */
export function heldResults(story: Story, lang: Lang, lesson: Lesson): HeldResult[] {
  const node = nodeOf(story, lesson.point.node);
  if (!('results' in node)) return [];
  if (isPair(lesson.point.node)) return pairResults(story, lang, lesson, lesson.point.node);
  return node.results.map((id) => ({
    vote: voteView(story, lang, lesson, id),
    ...releasedOf(lesson.decisions.findLast((decision) => decision.node === id)),
  }));
}

export const resultsNote = (lesson: Lesson, lang: Lang) => (isPair(lesson.point.node) ? provesNothing(lang) : null);
/** In a mixed room the phones' result was on the board before the teacher picked. */
export const revealed = ({ current }: Lesson) => (current?.by === 'mixed' ? null : (current?.released ?? null));
/** Who took the path on the board; what was not asked never stands there. */
export function revealedBy({ current }: Lesson): RevealedBy {
  if (!current || current.by === 'not-asked') throw new Error('no decision is on the board');
  return current.by;
}
/** Two conditions beside each other are all that is told of that chat. */
export function releasedOf(decision: Decision | undefined): Pick<HeldResult, 'released' | 'arms'> {
  return decision?.arms ? { released: null, arms: decision.arms } : { released: decision?.released ?? null };
}
