/**
 * Whose line broke, as far as a page can know. `device`: this one has no network at all. `server`: something answered for it, or
 * it is this computer. `unclear`: nothing answers, and from here that looks alike.
 */
export type Fault = 'device' | 'server' | 'unclear';

const ANSWER_WITHIN_MS = 4000;
const THIS_COMPUTER = /^(localhost|127\..*|\[::1\])$/;

export async function findFault(origin = location.origin): Promise<Fault | null> {
  const here = THIS_COMPUTER.test(new URL(origin).hostname);
  if (!here && navigator.onLine === false) return 'device';
  // The oldest browsers have no `AbortSignal.timeout`.
  const patience = new AbortController();
  setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    const { ok } = await fetch(`${origin}/healthz`, { cache: 'no-store', signal: patience.signal });
    // It answers again: the connection follows.
    return ok ? null : 'server';
  } catch {
    return here ? 'server' : 'unclear';
  }
}
