import { inTrial } from '../client/trial-frame.ts';
import { keep, recall } from './storage.ts';

/** What opens one lesson for one role. Never shown as text. */
export interface Key {
  lesson: string;
  token: string;
}

/** The key in an address or in a fragment, or null where there is none. */
export function keyIn(text: string): Key | null {
  const fragment = new URLSearchParams(text.slice(text.indexOf('#') + 1).trim());
  const lesson = fragment.get('lesson');
  const token = fragment.get('token');
  return lesson && token ? { lesson, token } : null;
}

/** The key out of the address bar, from where it disappears at once; after a reload the one that this tab keeps. */
export function takeKey(name: string): Key | null {
  const key = keyIn(location.hash);
  if (!key) return recall<Key>('session', name);
  // A frame of a trial lesson has no other memory than its address.
  if (inTrial()) return key;
  history.replaceState(null, '', location.pathname);
  keep('session', name, key);
  return key;
}

export function addressWith(path: string, key: Key): string {
  return `${path}#${new URLSearchParams({ lesson: key.lesson, token: key.token })}`;
}
