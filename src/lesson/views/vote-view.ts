import type { Lang } from '../../locales/languages.ts';
import { LETTERS } from '../../protocol/identity.ts';
import type { ChoiceView, VoteView } from '../../protocol/views/vote.ts';
import type { Story } from '../../story/compile/story.ts';
import { HELPED } from '../../story/schema/live-chat.ts';
import { isForeseen } from '../release/question.ts';
import { isAgreement, nodeOf, nodeTexts } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import { person } from './scene-view.ts';

/** The options in the order that was drawn for this lesson. */
export function choiceViews(story: Story, lang: Lang, lesson: Lesson, node: string): ChoiceView[] {
  const texts = nodeTexts(story, lang, node).choices ?? {};
  const shape = nodeOf(story, node);
  const order = lesson.orders[node] ?? ('vote' in shape ? shape.vote.choices.map((choice) => choice.id) : 'live' in shape ? HELPED : []);
  return order.map((id, index) => {
    const own = isAgreement(node) ? lesson.candidates.find((candidate) => candidate.id === id)?.text : null;
    return { id, letter: LETTERS[index] ?? 'D', text: own ?? texts[id]?.text ?? '', short: own ?? texts[id]?.short ?? '' };
  });
}

export function voteView(story: Story, lang: Lang, lesson: Lesson, node: string = lesson.point.node): VoteView {
  const shape = nodeOf(story, node);
  if (!('vote' in shape) && !('live' in shape)) throw new Error(`${node} is not a vote`);
  const texts = nodeTexts(story, lang, node);
  const { as, emotion, drawing, held } = 'vote' in shape ? shape.vote : { held: true };
  return {
    round: lesson.round?.node === node ? lesson.round.id : `${node}-${lesson.rounds}`,
    node,
    as: as === undefined ? null : { person: person(story, lang, as), emotion: emotion ?? 'thinking', text: texts.as ?? '' },
    question: texts.question ?? '',
    context: texts.context ?? null,
    drawing: drawing ?? null,
    held: held ?? false,
    foreseen: held === true && isForeseen(story, node),
    choices: choiceViews(story, lang, lesson, node),
    before: choiceViews(story, lang, lesson, node).find(({ id }) => id === decidedBefore(story, lesson, node)) ?? null,
  };
}

/** The newest decision on a question that everybody has seen, apart from the one that the board shows now. */
function decidedBefore(story: Story, lesson: Lesson, node: string): string | null {
  const again = (id: string) => {
    const shape = nodeOf(story, id);
    return 'vote' in shape ? shape.vote.again : undefined;
  };
  const { current, decisions } = lesson;
  // Back from a look at another path, the decision on the board is not the last one.
  const shown = current
    ? decisions.findLastIndex((one) => one.node === current.node && one.choice === current.choice && one.by === current.by)
    : decisions.length;
  const past = decisions.slice(0, Math.max(0, shown));
  const known = past.filter((decision) => decision.by !== 'what-if' && decision.by !== 'not-asked' && !isHeld(story, decision.node));
  return known.findLast((decision) => decision.node === node || decision.node === again(node))?.choice ?? null;
}

/** Whether its result waits until the story tells it; that of a chat always does. */
export function isHeld(story: Story, id: string): boolean {
  const node = nodeOf(story, id);
  return !('vote' in node) || node.vote.held === true;
}

export function currentChoice(story: Story, lang: Lang, lesson: Lesson): ChoiceView {
  const choice = choiceViews(story, lang, lesson, lesson.point.node).find((face) => face.id === lesson.current?.choice);
  if (!choice) throw new Error(`phase ${lesson.phase} without a decision`);
  return choice;
}

export function talkSeconds(story: Story, lesson: Lesson): number {
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node ? (node.vote.talk ?? 0) : 0;
}
