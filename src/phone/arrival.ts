import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A new screen is told: where the focus went down with the old screen it goes to the new heading,
 * and where somebody is busy elsewhere on the page the heading is only spoken.
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

/** Spoken politely, without a change on the screen; who reads on through the page later does not come across it. */
export function announce(text: string): void {
  const region = document.getElementById('announce');
  if (!region) return;
  region.textContent = text;
  setTimeout(() => {
    if (region.textContent === text) region.textContent = '';
  }, SPOKEN_MS);
}
