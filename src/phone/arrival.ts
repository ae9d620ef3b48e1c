import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Announces a new screen. If the focus was on the old screen, it moves to the new heading;
 * if it is elsewhere on the page, the heading is only spoken.
 */
export function useArrival(screen: string): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const heading = document.querySelector<HTMLElement>('#app h1');
    if (!heading) return;
    if (!document.activeElement || document.activeElement === document.body) heading.focus({ preventScroll: true });
    else announce(heading.textContent ?? '');
    scrollTo(0, 0);
  }, [screen]);
}

const SPOKEN_MS = 4000;
let passing: ReturnType<typeof setTimeout> | undefined;

/** Spoken politely, without a change on the screen. It is removed afterwards, so that nobody comes across it in the page. */
export function announce(text: string): void {
  const region = document.getElementById('announce');
  if (!region) return;
  region.textContent = text;
  clearTimeout(passing);
  // A browser may have translated it meanwhile.
  passing = setTimeout(() => {
    region.textContent = '';
  }, SPOKEN_MS);
}
