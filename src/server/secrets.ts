import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Runtime } from '../session/runtime.ts';

/** Random values, hashes and the runtime of Node. */

/** 144 random bits, base64url. */
export const newToken = () => randomBytes(18).toString('base64url');
export const hashToken = (salt: string, token: string) => createHash('sha256').update(`${salt}:${token}`).digest('base64url');
/** Evenly from [0, 1). */
const drawLot = () => randomInt(2 ** 32) / 2 ** 32;

export function sameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}

/** Where this server's lessons run. */
export type NodeRuntime = Omit<Runtime, 'noticeSuspend'>;
export const nodeRuntime: NodeRuntime = {
  token: newToken,
  random: drawLot,
  now: () => Date.now(),
  soon: setImmediate,
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
