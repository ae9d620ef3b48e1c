import type { Instant } from './identity.ts';

/** The parts of a lesson. */
const LESSON_PARTS = ['entry', 'story', 'talk', 'agreements', 'away'] as const;
export type LessonPart = (typeof LESSON_PARTS)[number];
/** The minutes of a lesson, and where it is. */
export interface LessonPlan {
  parts: { id: LessonPart; minutes: number }[];
  at: LessonPart;
  /** When the class began, by the server's clock, and how long it was at rest since; null: not yet. */
  since: Instant | null;
  restedMs: number;
}

/** Minutes around the story: of a lesson of 45, and of one of 25. */
const AROUND = {
  long: { entry: 5, talk: 10, agreements: 4, away: 1 },
  short: { entry: 3, talk: 6, agreements: 3, away: 1 },
} as const;

export const minutesOfParts = (story: number, length: keyof typeof AROUND): LessonPlan['parts'] =>
  LESSON_PARTS.map((id) => ({ id, minutes: id === 'story' ? story : AROUND[length][id] }));

const MINUTE = 60_000;

export interface PlannedPart {
  id: LessonPart;
  /** Minutes since the class began. */
  from: number;
  to: number;
}

export const plannedParts = ({ parts }: Pick<LessonPlan, 'parts'>): PlannedPart[] => {
  let from = 0;
  return parts.map(({ id, minutes }) => {
    const part = { id, from, to: from + minutes };
    from = part.to;
    return part;
  });
};

/** Whole minutes since the class began, without the time at rest; null: it has not begun. */
export function minutesIn({ since, restedMs }: LessonPlan, now: Instant, pausedSince: Instant | null): number | null {
  return since === null ? null : Math.max(0, Math.floor(((pausedSince ?? now) - since - restedMs) / MINUTE));
}

/** The part in which a class should be by then: past the plan it stays the last one. */
export const partAt = (parts: readonly PlannedPart[], minutes: number): LessonPart | null =>
  (parts.find(({ to }) => minutes < to) ?? parts.at(-1))?.id ?? null;
