import type { Lang } from '../../locales/languages.ts';
import type { HeldResult } from '../../protocol/views/vote.ts';
import type { Story } from '../../story/compile/story.ts';
import { nodeTexts, pairOf } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import { t } from '../texts.ts';
import { voteView } from '../views/vote-view.ts';

/** The two halves of a question before and after, in bands: one alone is told to nobody. */
export function pairResults(story: Story, lang: Lang, lesson: Lesson, pair: string): HeldResult[] {
  const halves = pairOf(pair).map((node, index) => ({
    vote: {
      ...voteView(story, lang, lesson, node),
      question: t(lang, index === 0 ? 'pair.before' : 'pair.after'),
      context: nodeTexts(story, lang, node).question ?? '',
    },
    released: lesson.decisions.findLast((decision) => decision.node === node)?.released ?? null,
  }));
  return halves.every(({ released }) => released?.shown === 'bands') ? halves : halves.map((half) => ({ ...half, released: null }));
}
