import type { ChoiceId } from '../../protocol/identity.ts';
import { SMALLEST_CLASS } from '../../protocol/limits.ts';
import type { Arms, Band, Released } from '../../protocol/released.ts';

/** From how many votes on bands may be shown, by the number of options (src/README.md, “What may leave a vote”; proved in tests/lesson/release.test.ts). */
export const BANDS_FROM: Record<'open' | 'guarded', Record<number, number>> = {
  open: { 2: 9, 3: 13, 4: 21 },
  guarded: { 2: 13, 3: 19, 4: 27 },
};

/** What one vote can give by itself. */
export type Result = Exclude<Released, { shown: 'alike' | 'incomplete' }>;

export interface Count {
  kind: 'open' | 'guarded';
  /** Votes for each option; "Ik kijk mee" is not among them. */
  votes: Record<ChoiceId, number>;
  /** Asked again, or a text that a teacher typed. */
  pathOnly: boolean;
  /** Drawn evenly from [0, 1): breaks a tie. */
  random: number;
}

/** All that may leave a vote, computed once at its close. The rule: src/README.md, “What may leave a vote”. */
export function release({ kind, votes, pathOnly, random }: Count): Result {
  const options = Object.keys(votes);
  const counts = Object.values(votes);
  const cast = counts.reduce((sum, count) => sum + count, 0);
  if (cast < SMALLEST_CLASS) return { shown: 'nothing' };
  const most = Math.max(...counts);
  const tied = options.filter((option) => votes[option] === most);
  const path = tied[Math.floor(random * tied.length)] as ChoiceId;
  const from = BANDS_FROM[kind][options.length];
  if (pathOnly || from === undefined || cast < from) return { shown: 'path', path };
  return { shown: 'bands', bands: bandsOf(votes), path };
}

/** One word for each option. With two options a fifth word stands for all near ties, because "some" for both would be certainly a tie. */
export function bandsOf(votes: Count['votes']): Record<ChoiceId, Band> {
  const counts = Object.values(votes);
  const cast = counts.reduce((sum, count) => sum + count, 0);
  const band = (count: number): Band => {
    if (count <= 3) return 'few';
    if (count >= cast - 3) return 'almost-all';
    if (counts.length === 2 && Math.abs(2 * count - cast) <= 2) return 'about-half';
    return count > cast / 2 ? 'most' : 'some';
  };
  return Object.fromEntries(Object.entries(votes).map(([option, count]) => [option, band(count)]));
}

/**
 * The two conditions of a live chat, in bands. Two groups that share nobody may stand beside each other where each may be told alone;
 * a number over both would tell more than either, so nothing else is released of that chat.
 */
export function releaseArms(few: Record<ChoiceId, number>, many: Record<ChoiceId, number>): Arms | null {
  const side = (votes: Record<ChoiceId, number>) => {
    const cast = Object.values(votes).reduce((sum, count) => sum + count, 0);
    const enough = cast >= (BANDS_FROM.guarded[Object.keys(votes).length] ?? Number.POSITIVE_INFINITY);
    return enough ? bandsOf(votes) : null;
  };
  const [lower, higher] = [side(few), side(many)];
  return lower && higher ? { few: lower, many: higher } : null;
}
