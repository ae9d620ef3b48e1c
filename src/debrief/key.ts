import { keep, recall } from './storage.ts';

/** What opens one lesson for one role. Never shown as text. */
export interface Key {
  lesson: string;
  token: string;
}

/** The key out of the address bar, from where it disappears at once; after a reload the one that this tab keeps. */
export function takeKey(name: string): Key | null {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const lesson = fragment.get('lesson');
  const token = fragment.get('token');
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (!lesson || !token) return recall<Key>('session', name);
  keep('session', name, { lesson, token });
  return { lesson, token };
}

export function addressWith(path: string, key: Key): string {
  return `${path}#${new URLSearchParams({ lesson: key.lesson, token: key.token })}`;
}
