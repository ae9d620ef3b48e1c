import { LETTERS } from '../../protocol/identity.ts';
import { type Count, type Result, release } from './release.ts';

/** A division over options that have no names of their own. */
const named = (votes: readonly number[]): Count['votes'] => Object.fromEntries(votes.map((count, index) => [LETTERS[index] ?? String(index), count]));

/** Every result that a first vote can give, one for each option that a lot may pick. */
export function releasesOf(kind: Count['kind'], votes: readonly number[]): Result[] {
  const most = Math.max(...votes);
  const tied = votes.filter((count) => count === most).length;
  return Array.from({ length: tied }, (_, index) => release({ kind, votes: named(votes), pathOnly: false, random: (index + 0.5) / tied }));
}

/** The same as the audit compares them: what looks alike is alike. */
export const outputsOf = (kind: Count['kind']) => (votes: number[]) => releasesOf(kind, votes).map((released) => JSON.stringify(released));
