import type { Instant } from '../../../protocol/identity.ts';
import type { LessonPart, LessonPlan } from '../../../protocol/views/desk.ts';
export interface PlannedPart {
  id: LessonPart;
  /** Minutes since the class began. */
  from: number;
  to: number;
}
export declare const plannedParts: ({ parts }: Pick<LessonPlan, 'parts'>) => PlannedPart[];
/** Whole minutes since the class began, without the time at rest; null: it has not begun. */
export declare function minutesIn({ since, restedMs }: LessonPlan, now: Instant, pausedSince: Instant | null): number | null;
/** The part in which a class should be by then: past the plan it stays the last one. */
export declare const partAt: (parts: readonly PlannedPart[], minutes: number) => LessonPart | null;
