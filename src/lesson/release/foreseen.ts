import type { Lang } from '../../locales/languages.ts';
import type { NodeId } from '../../protocol/identity.ts';
import type { Foreseen } from '../../protocol/released.ts';
import type { ForeseenResult } from '../../protocol/views/vote.ts';
import type { Story } from '../../story/compile/story.ts';
import { nodeOf, nodeTexts } from '../side-activity.ts';
import type { Decision, Lesson } from '../state.ts';
import { choiceViews } from '../views/vote-view.ts';

/** Whether the class saw it coming: what it chose most, by lot where that was a tie, is what came. */
export function foreseenIn(decision: Decision | undefined, came: string): Foreseen {
  const released = decision?.released;
  if (!released || !('path' in released)) return 'untold';
  return released.path === came ? 'seen' : 'other';
}

/** What this `foreseen` node tells. */
export function foreseenAt(story: Story, lang: Lang, lesson: Lesson, id: NodeId): ForeseenResult {
  const node = nodeOf(story, id);
  if (!('foreseen' in node)) throw new Error(`${id} tells nothing that was foreseen`);
  const { vote, came } = node.foreseen;
  const choice = choiceViews(story, lang, lesson, vote).find((one) => one.id === came);
  if (!choice) throw new Error(`${vote} has no choice ${came}`);
  return {
    question: nodeTexts(story, lang, vote).question ?? '',
    came: choice,
    foreseen: foreseenIn(
      lesson.decisions.findLast((decision) => decision.node === vote),
      came,
    ),
  };
}

/**
 * The lesson with no more of its predictions than was told, as it is archived: of three choices, one of which came, nobody was told which of the other
 * two the class expected. Then the first of them stands for both.
 */
export function withToldPredictions(story: Story, lesson: Lesson): Lesson {
  const told = lesson.releasedResults.flatMap((id) => {
    const node = nodeOf(story, id);
    return 'foreseen' in node ? [node.foreseen] : [];
  });
  const decisions = lesson.decisions.map((decision): Decision => {
    const { released } = decision;
    const came = told.flatMap(({ vote, came: choice }) => (vote === decision.node ? [choice] : []));
    if (came.length === 0 || !released || !('path' in released) || came.includes(released.path)) return decision;
    const node = nodeOf(story, decision.node);
    const other = 'vote' in node ? node.vote.choices.find(({ id }) => !came.includes(id)) : undefined;
    return other ? { ...decision, choice: other.id, released: { shown: 'path', path: other.id } } : decision;
  });
  return { ...lesson, decisions };
}

export const foreseenHere = (story: Story, lang: Lang, lesson: Lesson) => foreseenAt(story, lang, lesson, lesson.point.node);
