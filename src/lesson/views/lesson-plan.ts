import { type LessonPart, type LessonPlan, minutesOfParts } from '../../protocol/lesson-plan.ts';
import type { Story } from '../../story/compile/story.ts';
import { isAgreement, sideActivityOf } from '../side-activity.ts';
import type { Lesson } from '../state.ts';

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
  const story = (isShort ? structure.shortMinutes : undefined) ?? structure.minutes;
  return {
    parts: minutesOfParts(story, isShort ? 'short' : 'long'),
    at: partOf(lesson),
    since: lesson.classSince,
    restedMs: lesson.restedMs,
  };
}
