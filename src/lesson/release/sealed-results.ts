import type { RoundId } from '../../protocol/identity.ts';
import type { Arms, Released } from '../../protocol/released.ts';
import type { FlowEventOf, Of, Unstamped } from '../events.ts';
import { type Lesson, roundId, tellable } from '../state.ts';

/**
 * A result is kept as its ballots are until the board has shown it: in an entry that can be destroyed. The event of the close only says that there is
 * one. What the class leaves before that, or skips, is destroyed, and the journal's events tell nothing of it.
 */
export interface SealedResult {
  released: Released;
  arms?: Arms;
}
type FullResult = Unstamped<'vote.released' | 'hands.released'> & SealedResult;

/** The name in the journal of what keeps this round's result. No round has it: a round's id ends in a number. */
export const resultRound = (round: RoundId): RoundId => `${round}.result`;

/**
 * How a result is written: by an entry of its own before the event of the close. One that tells nothing is written with the event. A close that is tried
 * again after a crash or a conflict writes no second entry, because two of them that differ would tell of a tie.
 */
export function sealResult(
  lesson: Lesson,
  { type, round, released, arms }: FullResult,
): {
  sealed: Unstamped<'result.sealed'> | null;
  event: Unstamped<'vote.released' | 'hands.released'>;
} {
  if (!('path' in released) && !arms) return { sealed: null, event: { type, round, released } };
  // Hands that are counted anew are other hands.
  const known = type === 'vote.released' && lesson.sealedResults[round] !== undefined;
  const sealed = { type: 'result.sealed', round: resultRound(round), closing: round, released, ...(arms ? { arms } : {}) } as const;
  return { sealed: known ? null : sealed, event: { type, round, released: null } };
}

/**
 * What stands for a result that is gone. Mostly the lesson left it behind, and where it went from there the result has no part in. Where the keys of a
 * lesson that runs were lost, the class chooses here again, by talking.
 */
const GONE: Released = { shown: 'nothing' };

/** The event with its result, wherever that was written. */
export function openResult(lesson: Lesson, event: Of<'vote.released' | 'hands.released'>): FlowEventOf<'vote.released' | 'hands.released'> {
  if (event.released) return { ...event, released: event.released };
  return { ...event, ...(lesson.sealedResults[event.round] ?? { released: GONE }) };
}

/** Whether the result of this round is being counted: its vote closes, or its hands are up where no phones voted. */
export const isCounted = (lesson: Lesson, round: RoundId): boolean =>
  (lesson.phase === 'closing' && lesson.round.id === round) ||
  (lesson.phase === 'hands' && lesson.phonesResult === null && roundId(lesson) === round);

/** Whether somebody may still be shown this result, or was: it is being counted, the lesson still follows it, or its debrief tells it. */
function isNeeded(lesson: Lesson, round: RoundId, { released }: SealedResult): boolean {
  if (isCounted(lesson, round)) return true;
  // The lesson passes on the object itself.
  return lesson.phonesResult === released || tellable(lesson).some((decision) => decision.released === released);
}

/** The lesson without the results that it left behind. No ballot leaves one, so only the flow asks. */
export function withoutLeftResults(lesson: Lesson): Lesson {
  const results = Object.entries(lesson.sealedResults);
  const needed = results.filter(([round, result]) => isNeeded(lesson, round, result));
  return needed.length === results.length ? lesson : { ...lesson, sealedResults: Object.fromEntries(needed) };
}
