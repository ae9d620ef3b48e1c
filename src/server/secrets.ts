import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../protocol/identity.ts';
import type { Runtime } from '../session/runtime.ts';

/** Everything that is drawn by lot or kept secret; the rules get it handed in. */

/** 144 random bits, base64url. */
export const newToken = () => randomBytes(18).toString('base64url');
export const newCode = () => Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
export const hashToken = (salt: string, token: string) => createHash('sha256').update(`${salt}:${token}`).digest('base64url');
/** A whole number, evenly from [0, below). */
export const drawFrom = (below: number) => randomInt(below);
/** Evenly from [0, 1). */
export const drawLot = () => randomInt(2 ** 32) / 2 ** 32;

export function sameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}

export function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** Where this server's lessons run. */
export const nodeRuntime: Omit<Runtime, 'noticeSuspend'> = {
  token: newToken,
  random: drawLot,
  now: () => Date.now(),
  soon: setImmediate,
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
