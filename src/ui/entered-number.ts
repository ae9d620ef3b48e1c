import { LARGEST_ROOM } from '../protocol/limits.ts';

/** How many pupils somebody has entered so far; null: none yet. `typing`: the next digit follows those before it. */
export interface EnteredNumber {
  count: number | null;
  typing: boolean;
}

/** Empty, or as it was counted before. Never the number of phones: who counts pupils must not be led by it. */
export const enteredBefore = (count: number | null): EnteredNumber => ({ count, typing: false });

const within = (count: number): number | null => (count < 1 ? null : Math.min(LARGEST_ROOM, count));

/** With a button: one more, ten more, one less. */
export const withMore = ({ count }: EnteredNumber, more: number): EnteredNumber => ({ count: within((count ?? 0) + more), typing: false });

/** With the keyboard; null for a key that enters nothing. */
export function withKey(entered: EnteredNumber, key: string): EnteredNumber | null {
  if (/^[0-9]$/.test(key)) return { count: within(Number(`${entered.typing ? (entered.count ?? '') : ''}${key}`)), typing: true };
  if (key === 'Backspace' || key === 'Delete') return { count: within(Math.floor((entered.count ?? 0) / 10)), typing: true };
  if (key === 'ArrowUp' || key === '+') return withMore(entered, 1);
  return key === 'ArrowDown' || key === '-' ? withMore(entered, -1) : null;
}

/** The buttons that add, in the order in which they stand. */
export const STEPS = [10, 1, -1] as const;
