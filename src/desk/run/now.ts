import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../../client/connection.ts';
import type { View } from '../../protocol/views/view.ts';

/** The server's clock, drawn four times a second. */
export function useNow(link: Link<View>): number {
  const [now, setNow] = useState(link.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(link.now()), 250);
    return () => clearInterval(timer);
  }, [link]);
  return now;
}

export const secondsTo = (instant: number, now: number) => Math.max(0, Math.ceil((instant - now) / 1000));
