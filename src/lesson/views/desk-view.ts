import type { Lang } from '../../locales/languages.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { StoryEvent } from '../../story/compile/machine.ts';
import type { Story } from '../../story/compile/story.ts';
import { agreementLines } from '../agreements.ts';
import { isSkipped } from '../asking.ts';
import { arrival } from '../live.ts';
import { firstSideActivity, nodeTexts, onwardFrom } from '../side-activity.ts';
import { type Lesson, releasedDecisions } from '../state.ts';
import type { LessonContent } from './view-context.ts';
import { choiceViews, isHeld } from './vote-view.ts';

export function itemsView(story: Story, lang: Lang, lesson: Lesson): DeskView['items'] {
  const open = lesson.phase === 'lobby' && lesson.decisions.length === 0;
  const bank = open ? Object.entries(story.beside?.items ?? {}).filter(([id, { retired }]) => !retired || lesson.items.includes(id)) : [];
  return {
    open,
    askable: lesson.phase === 'end' && !isSkipped(lesson) && firstSideActivity(lesson, 'after') !== null,
    lapsed: lesson.phase === 'end' && lesson.itemsLapsed && lesson.items.length === 0,
    bank: bank.map(([id, item]) => ({ id, question: item[lang].question, chosen: lesson.items.includes(id) })),
  };
}

/** The whole bank only where the class chooses. */
export function agreementsView({ story, shared }: LessonContent, lang: Lang, lesson: Lesson): DeskView['agreements'] {
  const fitting = story.structure.agreements.map(String);
  const others = Object.keys(shared.agreements).filter((id) => !fitting.includes(id));
  const ids = lesson.phase === 'end' ? [...fitting, ...others] : [];
  return {
    bank: ids.map((id) => ({ id, text: shared.agreements[id]?.[lang] ?? '', fits: fitting.includes(id) })),
    chosen: agreementLines(shared, lang, lesson.agreements),
  };
}

/** What comes next as far as it is certain: from a vote only once its path is on the board. */
export function nextPoint(story: Story, lesson: Lesson) {
  const ahead = (event: StoryEvent) => arrival(story, lesson, onwardFrom(story, lesson, lesson.point, event))?.point ?? null;
  if (lesson.phase === 'lobby') return arrival(story, lesson, lesson.point)?.point ?? null;
  if (lesson.phase === 'reveal') return ahead({ type: 'CHOOSE', choice: lesson.current.choice });
  if (['scene', 'reflect', 'foreseen', 'tell'].includes(lesson.phase)) return ahead({ type: 'NEXT' });
  return null;
}

/** The questions that the board has shown, with the way that was taken at each. */
export function decisionViews(story: Story, lang: Lang, lesson: Lesson): DeskView['decisions'] {
  const taken = (node: string) =>
    releasedDecisions(lesson).findLast((decision) => decision.node === node && decision.by !== 'what-if' && decision.by !== 'not-asked')?.choice ??
    null;
  return Object.keys(lesson.checkpoints)
    .filter((node) => !isHeld(story, node))
    .map((node) => ({
      node,
      title: nodeTexts(story, lang, node).title,
      question: nodeTexts(story, lang, node).question ?? '',
      choices: choiceViews(story, lang, lesson, node),
      taken: taken(node),
      revote: lesson.votedOn.includes(node),
    }));
}
