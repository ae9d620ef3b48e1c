import { signal } from '@preact/signals';
import { PAPERS, type Paper } from '../../protocol/catalogue.ts';
import { pairingCodeIn } from '../../ui/addresses.ts';

/** Which page before a lesson is open; in the address, so that "back" and a reload do what they should. */
export type PageAddress = { page: 'home' } | { page: 'prepare' | 'sheet'; story: string } | { page: 'paper'; paper: Paper['id'] };

const PAGES = new Map<string, 'prepare' | 'sheet'>([
  ['klaarzetten', 'prepare'],
  ['lesblad', 'sheet'],
]);

function read(): PageAddress {
  const [page = '', story = ''] = location.hash.slice(1).split('/');
  const known = PAGES.get(page);
  const paper = PAPERS.find((id) => id === story);
  if (page === 'papier' && paper) return { page: 'paper', paper };
  return known && story ? { page: known, story } : { page: 'home' };
}

/** The code of the QR that this page was opened with: null once it has been shown to the lesson. It opens nothing a second time. */
export const scannedCode = signal<string | null>(pairingCodeIn(location.hash));
export const pageAddress = signal<PageAddress>(read());
addEventListener('hashchange', () => {
  scannedCode.value = pairingCodeIn(location.hash);
  pageAddress.value = read();
});

export const prepareLink = (story: string) => `#klaarzetten/${story}`;
export const paperLink = (paper: Paper['id']) => `#papier/${paper}`;
export const sheetLink = (story: string) => `#lesblad/${story}`;
/** The page where a teacher can play the story alone. */
export const trialLink = (story: string) => `/proefles#${story}`;

/** Adds no step to the history, because a lesson has begun or has been left. */
export function goHome(): void {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  scannedCode.value = null;
  pageAddress.value = { page: 'home' };
}
