import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../protocol/identity.ts';

const secondsUntil = (until: Instant, now: () => Instant) => Math.max(0, Math.ceil((until - now()) / 1000));

/** Whole seconds until an instant of the server's clock; null where there is none. */
export function useSecondsUntil(until: Instant | null, now: () => Instant): number | null {
  const [, draw] = useState(0);
  const left = until === null ? null : secondsUntil(until, now);
  const shown = useRef(left);
  shown.current = left;
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      if (secondsUntil(until, now) !== shown.current) draw((times) => times + 1);
    }, 200);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
