import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, FULL_CODE_LENGTH } from '../protocol/identity.ts';
import type { Runtime } from '../session/runtime.ts';

/** Random values, hashes and the runtime of Node. */

/** 144 random bits, base64url. */
export const newToken = () => randomBytes(18).toString('base64url');
export const hashToken = (salt: string, token: string) => createHash('sha256').update(`${salt}:${token}`).digest('base64url');
/** The code of a lesson and what follows it in the QR: the lesson's salt, which nobody is told, decides it. */
export function fullCode({ code, salt }: { code: string; salt: string }): string {
  const digest = createHash('sha256').update(`${salt}:code:${code}`).digest();
  const more = Array.from({ length: FULL_CODE_LENGTH - code.length }, (_, index) =>
    CODE_ALPHABET.charAt(digest.readUInt32BE(4 * index) % CODE_ALPHABET.length),
  );
  return code + more.join('');
}
/** Evenly from [0, 1). */
const drawLot = () => randomInt(2 ** 32) / 2 ** 32;

export function sameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}

/** Where this server's lessons run; the time is given by its clock. */
export type NodeRuntime = Omit<Runtime, 'now' | 'noticeSuspend'>;
export const nodeRuntime: NodeRuntime = {
  token: newToken,
  random: drawLot,
  soon: setImmediate,
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
