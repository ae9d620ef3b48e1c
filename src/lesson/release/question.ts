import type { NodeId } from '../../protocol/identity.ts';
import type { Story } from '../../story/compile/story.ts';
import { hasSeen } from '../marks.ts';
import { isAgreement, nodeOf } from '../side-activity.ts';
import { type Decision, type Lesson, type Round, seatOf } from '../state.ts';

/** What a vote asks. The other half of a pair, a vote that says that it asks again, and any other vote on agreements ask the same. */
export function questionOf(story: Story, id: NodeId): NodeId {
  if (isAgreement(id)) return 'agree';
  const node = nodeOf(story, id);
  const first = 'vote' in node ? node.vote.again : undefined;
  return first === undefined ? id : questionOf(story, first);
}

const isResult = ({ released, arms }: Decision) => arms !== undefined || released?.shown === 'bands' || released?.shown === 'path';

/** Whether this question has had its result. One question has one: afterwards only the path is told, and that seldom. */
export function isAgain(story: Story, lesson: Lesson, id: NodeId): boolean {
  const question = questionOf(story, id);
  return lesson.decisions.some((decision) => isResult(decision) && questionOf(story, decision.node) === question);
}

/**
 * Who answered the first time, where a question is asked again: only they may vote again, because one pupil more or less would give that pupil's
 * choice away. Null: everybody may vote. Also where it is not known, as after a show of hands; then there is no result either.
 */
export const firstAnswerers = (story: Story, lesson: Lesson, id: NodeId): readonly number[] | null =>
  isAgain(story, lesson, id) ? (lesson.answered[questionOf(story, id)] ?? null) : null;

/** The seats that answered: with a choice or by watching, which nobody can tell apart. */
export function answerersOf({ live, ballots }: Round): number[] {
  const answered = live ? Object.entries(live.reports).flatMap(([seat, { part }]) => (hasSeen(part) ? [seat] : [])) : Object.keys(ballots);
  return answered.map(Number).sort((one, other) => one - other);
}

/** Whether everybody who answered the first time still has a seat. */
export const canBeComplete = (lesson: Lesson, first: readonly number[]): boolean => first.every((seat) => seatOf(lesson, seat) !== undefined);

/** Whether exactly those who answered the first time have answered again. */
export function isComplete(story: Story, lesson: Lesson, round: Round): boolean {
  const first = firstAnswerers(story, lesson, round.node);
  return first !== null && String(first) === String(answerersOf(round));
}

/** Whether a `foreseen` node of this story tells of this vote. Then its result is never kept as more than a path. */
export const isForeseen = (story: Story, vote: NodeId): boolean =>
  Object.values(story.structure.nodes).some((node) => 'foreseen' in node && node.foreseen.vote === vote);
