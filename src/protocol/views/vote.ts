import type { ChoiceId, Letter, NodeId, RoundId } from '../identity.ts';
import type { Arms, Foreseen, Released } from '../released.ts';
import type { DrawingName, Emotion, Person } from '../scene.ts';
import type { Mode } from '../settings.ts';

export interface ChoiceView {
  id: ChoiceId;
  letter: Letter;
  text: string;
  short: string;
}

export interface VoteView {
  round: RoundId;
  node: NodeId;
  /** "Jij bent Yara", or null where the whole class decides. */
  as: { person: Person; emotion: Emotion; text: string } | null;
  question: string;
  /** A line under the question. */
  context: string | null;
  drawing: DrawingName | null;
  /** The result is kept for later. */
  held: boolean;
  /** Of a kept one: only whether the class saw coming what happens is told. */
  foreseen: boolean;
  choices: ChoiceView[];
  /** What was decided on this question before, where a vote asks it again or another path is looked at. */
  before: ChoiceView | null;
}

/** A result that was kept, told later. `released` null: no vote decided, or too few. */
export interface HeldResult {
  vote: VoteView;
  released: Released | null;
  /** Of a live chat: what those did whose counter showed few readers, and those whose showed many; only where the rule allows both. */
  arms?: Arms | null;
}

/** Whether the class saw coming what somebody in the story did. `question`: what was asked; `came`: what happened. */
export interface ForeseenResult {
  question: string;
  came: ChoiceView;
  foreseen: Foreseen;
}

/** How this vote is asked; `together`: no vote, the class talks and chooses. */
export type Asked = Mode | 'together';
