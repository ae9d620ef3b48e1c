import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../protocol/identity.ts';

/** Whole seconds until an instant of the server's clock; null where there is none. */
export function useSecondsUntil(until: Instant | null, now: () => Instant): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => tick((ticks) => ticks + 1), 200);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Math.max(0, Math.ceil((until - now()) / 1000));
}
