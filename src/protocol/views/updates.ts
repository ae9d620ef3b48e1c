import type { RoundId } from '../identity.ts';
import type { Intent } from '../intents.ts';
import type { Answer } from '../refusals.ts';
import type { View } from './view.ts';

/** What a page makes of its newest view by itself, where the server sends no whole view for so little. */

/**
 * How many have voted, while a vote is open: all that is new to the board and the desk when one more has. It says nothing of
 * whom or what, and is as long for the first vote as for the last.
 */
export interface VoteCount {
  round: RoundId;
  answered: number;
  pad: string;
}

/** As many digits as the largest class has. */
const DIGITS = 3;

export function voteCount(round: RoundId, answered: number): VoteCount {
  return { round, answered, pad: ' '.repeat(Math.max(0, DIGITS - String(answered).length)) };
}

/** The same view with the newer count; as it was where another screen is on it. */
export function withCount<V extends View>(view: V, { round, answered }: VoteCount): V {
  if (view.role === 'phone' || view.role === 'debrief' || view.screen.kind !== 'vote' || view.screen.vote.round !== round) return view;
  return { ...view, screen: { ...view.screen, answered } };
}

/** The same view once the phone's own vote is acknowledged: that the server has it is all that is new. */
export function withAnswer<V extends View>(view: V, asked: Intent, answer: Answer): V {
  if (view.role !== 'phone' || !answer.ok || asked.type !== 'vote.cast') return view;
  const { screen } = view;
  if (screen.kind !== 'vote' || screen.vote.round !== asked.round || asked.counter <= (screen.mine?.counter ?? -1)) return view;
  return { ...view, screen: { ...screen, mine: { choice: asked.choice, counter: asked.counter } } };
}
