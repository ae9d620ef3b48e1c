import type { Instant } from '../protocol/identity.ts';
import type { Story } from '../story/compile/story.ts';
import { withToldPredictions } from './release/foreseen.ts';
import { withToldPairs } from './release/pair.ts';
import { inPhase, isTold, isUnreleased, type Lesson, releasedDecisions, toldUndecided } from './state.ts';

/** Whether it holds what is kept only while its class is there. */
export const holdsClass = ({ seats, sealedResults }: Lesson): boolean => seats.length > 0 || Object.keys(sealedResults).length > 0;

/** The lesson without its pupils, as it waits for another day: no seats, no ballots, nothing running. It goes on in the lobby. */
export function archive(story: Story, last: Lesson, at: Instant): Lesson {
  const lesson = withToldPredictions(story, withToldPairs(last));
  const isReleased = (item: string) => lesson.releasedResults.includes(`after.${item}`);
  // The pupils who answered the first half are gone, so the second half cannot be asked, and one half alone is never released.
  const lapsed = lesson.items.filter((item) => !isReleased(item)).flatMap((item) => [`before.${item}`, `after.${item}`]);
  const archived = {
    ...lesson,
    lobbySince: at,
    seats: [],
    headCount: null,
    pausedSince: null,
    classSince: null,
    restedMs: 0,
    answered: {},
    sealedResults: {},
    votedOn: [],
    doorLocked: false,
    items: lesson.items.filter(isReleased),
    itemsLapsed: lesson.itemsLapsed || lesson.decisions.some(({ node }) => lapsed.includes(node)),
    decisions: [
      ...releasedDecisions(lesson).filter((decision) => !lapsed.includes(decision.node) && isTold(lesson, decision)),
      ...toldUndecided(lesson),
    ],
    // What was asked beside the story leads back into it.
    point: lesson.returnPoint ?? lesson.point,
    returnPoint: null,
  };
  if (lesson.phase === 'end') return inPhase(archived, { phase: 'end' });
  const current = lesson.returnPoint || isUnreleased(lesson) ? null : lesson.current;
  return inPhase(archived, { phase: lesson.phase === 'over' ? 'over' : 'lobby', current });
}

/** A lesson that was archived, perhaps by an edition that kept the fields of every phase in all of them. */
export function unarchive(stored: Lesson): Lesson {
  const lesson = {
    ...stored,
    detour: stored.detour ?? null,
    classSince: stored.classSince ?? null,
    restedMs: stored.restedMs ?? 0,
    length: stored.length ?? 'long',
    leftOut: stored.leftOut ?? false,
    answered: {},
    sealedResults: {},
    votedOn: [],
  };
  return lesson.phase === 'lobby' || lesson.phase === 'over'
    ? inPhase(lesson, { phase: lesson.phase, current: lesson.current })
    : inPhase(lesson, { phase: 'end' });
}
