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
      // Back too: a device whose clock was wrong for a moment may have thought that the chat was over.
      if (left <= 0 || now() < instant) return setInstant(now());
      timer = setTimeout(look, Math.min(left, LOOK_AGAIN_MS));
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
