import { useEffect, useState } from 'preact/hooks';

/** The part of the page that no vote needs. It is loaded while the class is still joining. */
export interface Late {
  part: typeof import('./live/live.tsx') | null;
  failed: boolean;
}
const AGAIN_MS = 2000;

/**
 * A browser that could not load a module does not ask for it again on the same page. So once the part is needed, this page
 * reloads as soon as the server answers; the seat and the position in the chat stay the same.
 */
export function useLate(wanted: boolean, needed: boolean): Late {
  const [late, setLate] = useState<Late>({ part: null, failed: false });
  useEffect(() => {
    if (!wanted || late.part) return;
    import('./live/live.tsx').then(
      (part) => setLate({ part, failed: false }),
      () => setLate({ part: null, failed: true }),
    );
  }, [wanted]);
  useEffect(() => {
    if (!needed || !late.failed) return;
    const timer = setInterval(() => {
      fetch(location.pathname, { cache: 'no-store' }).then(
        (page) => page.ok && location.reload(),
        () => {
          // Not yet; the next try comes by itself.
        },
      );
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [needed, late.failed]);
  return late;
}
