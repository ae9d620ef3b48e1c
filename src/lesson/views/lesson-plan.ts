import { LESSON_PARTS, type LessonPart, type LessonPlan } from '../../protocol/lesson-plan.ts';
import type { Story } from '../../story/compile/story.ts';
import { isAgreement, sideActivityOf } from '../side-activity.ts';
import type { Lesson } from '../state.ts';

/** Minutes around the story: of a lesson of 45, and of one of 25. */
const AROUND = {
  long: { entry: 5, talk: 10, agreements: 4, away: 1 },
  short: { entry: 3, talk: 6, agreements: 3, away: 1 },
} as const;

function partOf(lesson: Lesson): LessonPart {
  if (lesson.phase === 'over') return 'away';
  if (lesson.phase === 'lobby') return 'entry';
  if (isAgreement(lesson.point.node) || (lesson.phase === 'end' && lesson.agreements.length > 0)) return 'agreements';
  return lesson.phase === 'end' || sideActivityOf(lesson.point.node)?.kind === 'after' || sideActivityOf(lesson.point.node)?.kind === 'pair'
    ? 'talk'
    : 'story';
}

/** The parts of this lesson with their minutes, and which of them it is in. */
export function lessonPlan({ structure }: Story, lesson: Lesson): LessonPlan {
  const isShort = lesson.length === 'short';
  const around = AROUND[isShort ? 'short' : 'long'];
  const story = (isShort ? structure.shortMinutes : undefined) ?? structure.minutes;
  return {
    parts: LESSON_PARTS.map((id) => ({ id, minutes: id === 'story' ? story : around[id] })),
    at: partOf(lesson),
    since: lesson.classSince,
    restedMs: lesson.restedMs,
  };
}
