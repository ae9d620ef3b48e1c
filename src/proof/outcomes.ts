import { classesBehind, classesWith, type Division, isTie, othersIn, poolings, type Range, violationsOf } from '../lesson/release/audit.ts';
import { outputsOf, releasesOf } from '../lesson/release/outputs.ts';
import type { Result } from '../lesson/release/release.ts';
import { LETTERS } from '../protocol/identity.ts';
import type { Band } from '../protocol/released.ts';

/** What a visitor sets: how a class is asked. */
export interface Asked {
  voters: number;
  options: number;
  kind: 'open' | 'guarded';
}

/** A result that the board can show, and every class that fits it. */
export interface Outcome {
  released: Result;
  classes: Division[];
  output: string;
}

/** How many voters may add up what they know of their own votes. */
export const COALITION: Record<Asked['kind'], number> = { open: 1, guarded: 2 };
export const LARGEST = 40;
export const lettersOf = ({ options }: Asked) => LETTERS.slice(0, options);

/** Every result that this class can get, from the rule itself. */
export function outcomesOf({ kind, voters, options }: Asked): Outcome[] {
  const results = new Map<string, Result>();
  const outputs = (votes: Division) => {
    for (const released of releasesOf(kind, votes)) results.set(JSON.stringify(released), released);
    return outputsOf(kind)(votes);
  };
  const behind = classesBehind(outputs, voters, options);
  return [...results].map(([output, released]) => ({ output, released, classes: behind.get(output) ?? [] }));
}

/** From how many votes on the board shows words. */
export function wordsFrom({ kind, options }: Asked): number | null {
  for (let voters = 2; voters <= LARGEST; voters++) {
    const all = [voters, ...Array<number>(options - 1).fill(0)];
    if (releasesOf(kind, all).some(({ shown }) => shown === 'bands')) return voters;
  }
  return null;
}

export type Words = readonly Band[];
export const wordsOf = ({ released }: Outcome, asked: Asked): Words | null =>
  released.shown === 'bands' ? lettersOf(asked).map((letter) => released.bands[letter] ?? 'few') : null;
export const pathOf = ({ released }: Outcome) => (released.shown === 'nothing' ? null : released.path);

/** The result that is most like these words and this path; the word at `fixed` must be as asked. */
export function nearest(outcomes: readonly Outcome[], asked: Asked, words: Words, path: string | null, fixed: number | null = null): Outcome | null {
  let best: { outcome: Outcome; likeness: number } | null = null;
  for (const outcome of outcomes) {
    const own = wordsOf(outcome, asked) ?? [];
    if (fixed !== null && own[fixed] !== words[fixed]) continue;
    const likeness = own.filter((word, index) => word === words[index]).length + (pathOf(outcome) === path ? 0.5 : 0);
    if (!best || likeness > best.likeness) best = { outcome, likeness };
  }
  return best?.outcome ?? null;
}

export interface Pooled {
  /** What they chose themselves. */
  known: Division;
  /** How many classes still fit. */
  classes: number;
  others: number;
  /** For each option, how many of the others can have chosen it. */
  ranges: Range[];
}

/** What everybody who may add up own votes still cannot tell apart. */
export function pooledIn({ classes }: Outcome, { voters, options, kind }: Asked): Pooled[] {
  const size = (known: Division) => known.reduce((sum, own) => sum + own, 0);
  // Those who chose the first option come first.
  const inOrder = [...poolings(COALITION[kind], voters, options)].reverse().sort((one, other) => size(one) - size(other));
  return inOrder.flatMap((known) => {
    const possible = classesWith(classes, known);
    if (possible.length === 0) return [];
    const others = voters - size(known);
    return [{ known, classes: possible.length, others, ranges: othersIn(possible, known) }];
  });
}

/** Whether so many voters who add up own votes can be certain of anything about somebody else. */
export const pinsDown = ({ output, classes }: Outcome, { voters, options }: Asked, coalition: number): boolean =>
  violationsOf(output, classes, voters, options, coalition).length > 0;

export const tiesIn = ({ classes }: Outcome): number => classes.filter(isTie).length;
/** Of all classes that fit, how many chose each option. */
export const rangesIn = ({ classes }: Outcome, { options }: Asked): Range[] => othersIn(classes, Array<number>(options).fill(0));
