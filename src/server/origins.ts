import { isIP } from 'node:net';

/** An address in numbers, or this machine: no name that somebody else could lead here. */
const isUnnamed = (hostname: string): boolean => hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

/**
 * Refuses pages of other sites, which could misuse a teacher's keys. A program sends no origin and is allowed: a browser's keys are out of its reach.
 * With PUBLIC_URL its name is the only one: any other name that leads here, and that a browser therefore takes for this server's own, is not ours.
 */
export function sameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (origin === undefined || origin === publicUrl) return true;
  // As nearly every browser writes it; parsing it would cost as much as the rest of the greeting.
  if (publicUrl === null && origin === `http://${host}`) return true;
  const url = URL.parse(origin);
  return url !== null && url.host === host && (publicUrl === null || url.host === URL.parse(publicUrl)?.host || isUnnamed(url.hostname));
}
