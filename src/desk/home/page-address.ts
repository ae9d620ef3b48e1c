import { signal } from '@preact/signals';

/** Which page before a lesson is open; in the address, so that "back" and a reload do what they should. */
export type PageAddress = { page: 'home' } | { page: 'prepare' | 'sheet'; story: string };

const PAGES = new Map<string, 'prepare' | 'sheet'>([
  ['klaarzetten', 'prepare'],
  ['lesblad', 'sheet'],
]);

function read(): PageAddress {
  const [page = '', story = ''] = location.hash.slice(1).split('/');
  const known = PAGES.get(page);
  return known && story ? { page: known, story } : { page: 'home' };
}

export const pageAddress = signal<PageAddress>(read());
addEventListener('hashchange', () => {
  pageAddress.value = read();
});

export const prepareLink = (story: string) => `#klaarzetten/${story}`;
export const sheetLink = (story: string) => `#lesblad/${story}`;
/** The page where a teacher can play the story alone. */
export const trialLink = (story: string) => `/proefles#${story}`;

/** Adds no step to the history, because a lesson has begun or has been left. */
export function goHome(): void {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  pageAddress.value = { page: 'home' };
}
