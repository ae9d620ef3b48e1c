import { randomId } from '../client/random-id.ts';
import { CODE_LENGTH } from '../protocol/identity.ts';
import { erase, read, write } from './storage.ts';

/**
 * What this phone keeps of a lesson: a secret that no other lesson has, and how many taps it sent.
 * No cookie, so nothing travels by itself; a second tab finds the same seat.
 * Typed or scanned, a code names the same lesson by its first characters.
 */
const keyOf = (what: string, code: string) => `wdj.${what}.${code.slice(0, CODE_LENGTH)}`;
const tokenKey = (code: string) => keyOf('seat', code);
const counterKey = (code: string) => keyOf('taps', code);
const awayKey = (code: string) => keyOf('away', code);
const CODE_KEY = 'wdj.code';

export function seatToken(code: string): string {
  const kept = read(tokenKey(code));
  if (kept) return kept;
  const made = randomId();
  write(tokenKey(code), made);
  return made;
}

export const hasSeat = (code: string): boolean => read(tokenKey(code)) !== null;

/** Higher than every tap before it, also those that only the server remembers. */
export function nextCounter(code: string, seen: number): number {
  const counter = Math.max(Number(read(counterKey(code)) ?? 0) || 0, seen) + 1;
  write(counterKey(code), String(counter));
  return counter;
}

export function forgetSeat(code: string): void {
  erase(tokenKey(code));
  erase(counterKey(code));
  erase(awayKey(code));
}

/** The lesson that a reload returns to. */
export function currentCode(): string | null {
  return read(CODE_KEY);
}

export function keepCode(code: string | null): void {
  if (code) write(CODE_KEY, code);
  else erase(CODE_KEY);
}

/** The chat that this phone stepped out of, so that a reload does not bring it back. */
export function awayFrom(code: string): string | null {
  return read(awayKey(code));
}

export function stayAway(code: string, round: string | null): void {
  if (round) write(awayKey(code), round);
  else erase(awayKey(code));
}
