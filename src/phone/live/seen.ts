import { useEffect } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';

/** Tells once that the message of the beat has really been on the screen: half of it, or as much as half of the log holds. */
export function useSeen(log: { current: HTMLElement | null }, beat: string | null, read: number, lang: Lang, onSeen: () => void): void {
  useEffect(() => {
    const frame = log.current;
    const line = beat === null ? undefined : [...(frame?.querySelectorAll('li') ?? [])].slice(0, read).find((one) => one.dataset.beat === beat);
    if (!frame || !line) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= frame.clientHeight / 2)) return;
        watcher.disconnect();
        onSeen();
      },
      { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
    );
    watcher.observe(line);
    return () => watcher.disconnect();
  }, [beat, read, lang]);
}
