import { useEffect } from 'preact/hooks';
import type { Lang } from '../locales/languages.ts';
import { loadTexts } from './texts.ts';
import { untilLoaded } from './until-loaded.ts';

/** The parts of the page that no vote needs: they come right after the first view, while the class is still coming in. */
export interface Late {
  readonly rest: typeof import('./rest.tsx') | null;
  readonly live: typeof import('./live/live.tsx') | null;
  /** How often in a row a part did not come. */
  readonly failures: number;
}
const ASK_AGAIN_MS = 2000;
/** After so many failures in a row the server may have another edition, where the parts have other names. */
const HOPELESS = 3;

export function loadLate(lang: () => Lang, tell: () => void): Late {
  const late: { -readonly [Part in keyof Late]: Late[Part] } = { rest: null, live: null, failures: 0 };
  const failed = () => {
    late.failures += 1;
    tell();
  };
  const came = () => {
    late.failures = 0;
    tell();
  };
  async function load(): Promise<void> {
    const rest = await untilLoaded(() => import('./rest.tsx'), failed);
    await loadTexts(lang(), true);
    late.rest = rest;
    came();
    late.live = await untilLoaded(() => import('./live/live.tsx'), failed);
    came();
  }
  void load();
  return late;
}

/** Where a part is needed that does not come, this page makes place for a new one as soon as the server answers; the seat is the same there. */
export function useNewPage(late: Late, needed: boolean): void {
  const hopeless = needed && late.failures >= HOPELESS;
  useEffect(() => {
    if (!hopeless) return;
    const timer = setInterval(() => {
      fetch(location.pathname, { cache: 'no-store' }).then(
        (page) => page.ok && location.reload(),
        () => {
          // Not yet; the next try comes by itself.
        },
      );
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [hopeless]);
}
