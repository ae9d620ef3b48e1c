import type { ChoiceId } from '../../protocol/identity.ts';
import { type Arms, bandOf, type Released } from '../../protocol/released.ts';
import { SMALLEST_CLASS } from '../state.ts';

/** From how many votes on bands may be shown, by the number of options (src/README.md, “What may leave a vote”; proved in tests/lesson/release.test.ts). */
const BANDS_FROM: Record<'open' | 'guarded', Record<number, number>> = {
  open: { 2: 8, 3: 13, 4: 21 },
  guarded: { 2: 11, 3: 19, 4: 27 },
};
/** Numbers only where every option has at least this many votes. */
const NUMBERS_FROM = 6;

export interface Count {
  kind: 'open' | 'guarded';
  /** Votes for each option; "Ik kijk mee" is not among them. */
  votes: Record<ChoiceId, number>;
  /** A second vote on the same question: it replaces the first, and only its path is told. */
  again: boolean;
  /** Drawn evenly from [0, 1): breaks a tie. */
  random: number;
}

/** All that may leave a vote, computed once at its close. The rule: src/README.md, “What may leave a vote”. */
export function release({ kind, votes, again, random }: Count): Released {
  const options = Object.keys(votes);
  const counts = Object.values(votes);
  const cast = counts.reduce((sum, count) => sum + count, 0);
  if (cast < SMALLEST_CLASS) return { shown: 'nothing' };
  const most = Math.max(...counts);
  const tied = options.filter((option) => votes[option] === most);
  const path = tied[Math.floor(random * tied.length)] as ChoiceId;
  const from = BANDS_FROM[kind][options.length];
  if (again || from === undefined || cast < from) return { shown: 'path', path };
  if (Math.min(...counts) >= NUMBERS_FROM) return { shown: 'numbers', counts: { ...votes }, path };
  return { shown: 'bands', bands: bandsOf(votes, cast), path };
}

/** The same result without numbers. */
export function coarse(released: Released, votes: Count['votes']): Released {
  if (released.shown !== 'numbers') return released;
  const cast = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return { shown: 'bands', bands: bandsOf(votes, cast), path: released.path };
}

const bandsOf = (votes: Count['votes'], cast: number) =>
  Object.fromEntries(Object.entries(votes).map(([option, count]) => [option, bandOf(count, cast)]));

/**
 * The two conditions of a live chat, in bands. Two groups that share nobody may stand beside each other where each may be told alone;
 * a number over both would tell more than either, so nothing else is released of that chat.
 */
export function releaseArms(few: Record<ChoiceId, number>, many: Record<ChoiceId, number>): Arms | null {
  const side = (votes: Record<ChoiceId, number>) => {
    const cast = Object.values(votes).reduce((sum, count) => sum + count, 0);
    const enough = cast >= (BANDS_FROM.guarded[Object.keys(votes).length] ?? Number.POSITIVE_INFINITY);
    return enough ? bandsOf(votes, cast) : null;
  };
  const [lower, higher] = [side(few), side(many)];
  return lower && higher ? { few: lower, many: higher } : null;
}
