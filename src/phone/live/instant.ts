import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../protocol/identity.ts';
import type { LiveChat } from '../../protocol/live-chat.ts';
import { nextChange } from './script.ts';

/** A better estimate of the server's clock is used after at most this many ms. */
const LOOK_AGAIN_MS = 200;

/** The server's time, anew at each moment at which the chat changes. */
export function useInstant(chat: LiveChat, now: () => Instant): Instant {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      const left = nextChange(chat, instant) - now();
      if (left <= 0) return setInstant(now());
      if (left < Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(left, LOOK_AGAIN_MS));
    };
    look();
    // Timers stand still while the page is in the background.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [chat, instant]);
  return instant;
}
