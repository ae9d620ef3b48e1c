import type { StageScreen } from '../../protocol/views/stage.ts';
import type { VoteView } from '../../protocol/views/vote.ts';
import type { TextName } from '../text/texts.ts';

/** How a vote is asked and its result is shown, step by step; `at` in ms after the screen came. */

// ---------- the question ----------

export type AskStep =
  /** The earlier decision on this question folds away, because another vote replaces it. */
  | { step: 'fold'; at: number }
  | { step: 'question'; at: number }
  /** This choice is read aloud now. */
  | { step: 'read'; choice: number; at: number }
  /** All choices look as they will while the phones vote. */
  | { step: 'asked'; at: number };

/** Read aloud by a teacher, with the class. */
const LEAD_IN = 900;
const A_CHARACTER = 60;
const aloud = (text: string) => LEAD_IN + A_CHARACTER * text.length;
const FOLD_MS = 3200;

export function askSteps({ question, context, choices, before }: VoteView): AskStep[] {
  const steps: AskStep[] = before ? [{ step: 'fold', at: 0 }] : [];
  let at = before ? FOLD_MS : 0;
  steps.push({ step: 'question', at });
  at += aloud(`${question} ${context ?? ''}`);
  choices.forEach(({ text }, choice) => {
    steps.push({ step: 'read', choice, at });
    at += aloud(text);
  });
  return [...steps, { step: 'asked', at }];
}

// ---------- the result ----------

type Reveal = Extract<StageScreen, { kind: 'reveal' }>;
export interface RevealStep {
  step: 'close' | 'shuffle' | 'grow' | 'open' | 'breath' | 'film' | 'fork' | 'turn' | 'lay' | 'shown';
  at: number;
}
/** The same times for every class and every result, so that the staging tells nothing of its own. */
const PILES: readonly RevealStep[] = [
  { step: 'close', at: 0 },
  { step: 'shuffle', at: 700 },
  { step: 'grow', at: 1900 },
  { step: 'shown', at: 3500 },
];
const LETTER: readonly RevealStep[] = [
  { step: 'close', at: 0 },
  { step: 'open', at: 700 },
  { step: 'breath', at: 1700 },
  { step: 'shown', at: 3300 },
];
/** Nobody voted on phones: what the class or the teacher chose is laid on the table. */
const TABLE: readonly RevealStep[] = [
  { step: 'lay', at: 0 },
  { step: 'shown', at: 900 },
];
/** Back to the fork, and the other way. */
const REWIND: readonly RevealStep[] = [
  { step: 'film', at: 0 },
  { step: 'fork', at: 2200 },
  { step: 'turn', at: 3400 },
  { step: 'shown', at: 5000 },
];

export type Drama = 'piles' | 'letter' | 'table' | 'rewind';
const STEPS: Record<Drama, readonly RevealStep[]> = { piles: PILES, letter: LETTER, table: TABLE, rewind: REWIND };

export function dramaOf({ by, released }: Reveal): Drama {
  if (by === 'what-if') return 'rewind';
  if (released?.shown === 'bands') return 'piles';
  return released?.shown === 'path' ? 'letter' : 'table';
}

const DECIDED = {
  class: 'reveal.path',
  hands: 'reveal.hands',
  mixed: 'reveal.mixed',
  together: 'reveal.together',
  teacher: 'reveal.teacher',
  'what-if': 'reveal.whatIf',
} as const;
/** Who decided, as the heading over what happens now. */
export const decidedBy = ({ by, vote }: Reveal): TextName => (by === 'class' && vote.before !== null ? 'reveal.again' : DECIDED[by]);

export const revealSteps = (screen: Reveal): readonly RevealStep[] => STEPS[dramaOf(screen)];

// ---------- the chat on every phone ----------

/** What the board says above and under its clock. */
export function liveLines({ startsAt, endsAt, closesAt }: Extract<StageScreen, { kind: 'live' }>, now: number): [TextName, TextName] {
  if (now < endsAt) return [now < startsAt ? 'live.soon' : 'live.runs', 'live.quiet'];
  return ['live.done', closesAt > endsAt ? 'live.asks' : 'live.quiet'];
}
