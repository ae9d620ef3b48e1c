import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';

/** How much of the lines that were read before stays in sight, in px. */
const OVERLAP = 12;

/**
 * Scrolls the log on at every tap: to its end, or as far as fits from where somebody was.
 * Returns how many unfolded lines are still below. A log at its end stays there when the phone turns or a banner takes space.
 */
export function useReading(log: { current: HTMLElement | null }, read: number, taps: number, lang: Lang): number {
  const reached = useRef(Number.POSITIVE_INFINITY);
  const [below, setBelow] = useState(0);
  const measure = (frame: HTMLElement) => {
    const bottom = frame.scrollTop + frame.clientHeight;
    reached.current = Math.min(frame.scrollHeight, reached.current === Number.POSITIVE_INFINITY ? bottom : Math.max(reached.current, bottom));
    const unfolded = [...frame.querySelectorAll<HTMLElement>('li:not(.quiet)')];
    setBelow(unfolded.filter((line) => line.offsetTop + line.offsetHeight / 2 > reached.current).length);
  };
  useLayoutEffect(() => {
    const frame = log.current;
    if (!frame) return;
    frame.scrollTop = Math.min(frame.scrollHeight - frame.clientHeight, reached.current - OVERLAP);
    measure(frame);
  }, [read, taps, lang]);
  useEffect(() => {
    const frame = log.current;
    if (!frame) return;
    let atEnd = true;
    const onScroll = () => {
      atEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - OVERLAP;
      measure(frame);
    };
    const watcher = new ResizeObserver(() => {
      if (atEnd) frame.scrollTop = frame.scrollHeight;
      measure(frame);
    });
    onScroll();
    frame.addEventListener('scroll', onScroll, { passive: true });
    watcher.observe(frame);
    return () => {
      frame.removeEventListener('scroll', onScroll);
      watcher.disconnect();
    };
  }, [lang]);
  return below;
}
