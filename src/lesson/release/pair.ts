import type { Lang } from '../../locales/languages.ts';
import type { Band, Released } from '../../protocol/released.ts';
import type { HeldResult } from '../../protocol/views/vote.ts';
import type { Story } from '../../story/compile/story.ts';
import { nodeTexts, pairOf } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import { t } from '../texts.ts';
import { voteView } from '../views/vote-view.ts';

type Bands = Extract<Released, { shown: 'bands' }>;

const isLarge = (band: Band | undefined) => band === 'most' || band === 'almost-all';
const changes = (one: Band | undefined, other: Band | undefined) => (one === 'few' && isLarge(other)) || (isLarge(one) && other === 'few');

/**
 * What may be told of the second half beside the first: its bands where a choice went from a few to more than half or back, else only that nothing
 * changed as much as that. A smaller change could be one pupil's, in a class where all others answered as before.
 */
export function secondHalf(before: Bands, after: Bands): Released {
  return Object.keys(before.bands).some((choice) => changes(before.bands[choice], after.bands[choice])) ? after : { shown: 'alike' };
}

/** What may be told of both halves, or nothing of either: one alone is told to nobody. */
function toldOf(before: Released | null, after: Released | null): (Released | null)[] {
  if (after?.shown === 'alike') return [before, after];
  if (before?.shown === 'bands' && after?.shown === 'bands') return [before, secondHalf(before, after)];
  return after?.shown === 'incomplete' ? [after, after] : [null, null];
}

/** The two halves of a question before and after, together. */
export function pairResults(story: Story, lang: Lang, lesson: Lesson, pair: string): HeldResult[] {
  const nodes = pairOf(pair);
  const [before = null, after = null] = nodes.map((node) => lesson.decisions.findLast((decision) => decision.node === node)?.released ?? null);
  const told = toldOf(before, after);
  return nodes.map((node, index) => ({
    vote: {
      ...voteView(story, lang, lesson, node),
      question: t(lang, index === 0 ? 'pair.before' : 'pair.after'),
      context: nodeTexts(story, lang, node).question ?? '',
    },
    released: told[index] ?? null,
  }));
}

/** The lesson with no more of its questions before and after than their screens told, as it is archived. */
export function withToldPairs(lesson: Lesson): Lesson {
  const newest = (node: string) => lesson.decisions.findLast((decision) => decision.node === node);
  const told = new Map(
    lesson.items.flatMap((item) => {
      const halves = pairOf(`pair.${item}`).map(newest);
      const results = toldOf(halves[0]?.released ?? null, halves[1]?.released ?? null);
      return halves.flatMap((half, index) => (half ? [[half, results[index] ?? null] as const] : []));
    }),
  );
  const decisions = lesson.decisions.map((decision) => (told.has(decision) ? { ...decision, released: told.get(decision) ?? null } : decision));
  return { ...lesson, decisions };
}
