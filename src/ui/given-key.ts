import { askOpener } from './handover.ts';
import { type Key, keyIn } from './lesson-key.ts';
import { keep, recall } from './storage.ts';

/** A frame has no other memory than its address, which no history keeps: of the trial lesson, and of the page that a developer works with. */
export const keyOfFrame = (): Key | null => (window.parent === window ? null : keyIn(location.hash));

/** The key from the page that opened this window, or else the one that this tab keeps under `name` for a reload. */
export async function givenKey(name: string): Promise<Key | null> {
  const kept = recall<Key>('session', name);
  const given = await askOpener(kept !== null);
  if (given) keep('session', name, given);
  return given ?? kept;
}

/** The key in the link that a colleague was given. It leaves the address bar at once; the browser's history keeps the link, and where it is made that is said. */
export function sharedKey(name: string): Key | null {
  const key = keyIn(location.hash);
  if (!key) return null;
  history.replaceState(null, '', location.pathname);
  keep('session', name, key);
  return key;
}
