import type { RoundId } from '../identity.ts';
import type { Intent } from '../intents.ts';
import type { Answer } from '../refusals.ts';
import type { Creature } from './stage.ts';
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

/** Who is in: all that is new to the board and the desk in a lobby when a phone comes or goes, or its creature hops. */
export interface Attendance {
  creatures: Creature[];
}

/** The same view with who is in now; as it was where another screen is on it. */
export function withAttendance<V extends View>(view: V, { creatures }: Attendance): V {
  if (view.role === 'phone' || view.role === 'debrief' || view.screen.kind !== 'lobby') return view;
  const present = { seats: creatures.length, screen: { ...view.screen, creatures } };
  return view.role === 'stage'
    ? { ...view, ...present }
    : { ...view, ...present, creatures, online: creatures.filter(({ online }) => online).length };
}

/** The same view once the phone's own vote is acknowledged: that the server has it is all that is new. */
export function withAnswer<V extends View>(view: V, asked: Intent, answer: Answer): V {
  if (view.role !== 'phone' || !answer.ok || asked.type !== 'vote.cast') return view;
  const { screen } = view;
  if (screen.kind !== 'vote' || screen.vote.round !== asked.round || asked.counter <= (screen.mine?.counter ?? -1)) return view;
  return { ...view, screen: { ...screen, mine: { choice: asked.choice, counter: asked.counter } } };
}
