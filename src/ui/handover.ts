import { type Key, keyOf } from './lesson-key.ts';

/**
 * A window gets its key from the page that opened it. In an address it would stay in the browser's history, where `history.replaceState`
 * does not reach it, and open the lesson for whoever uses this computer the next day.
 */
const ASK = 'wdj.key?';
const ANSWERED_WITHIN_MS = 3000;
/** Where the tab knows a key already, of a reload or of another lesson that it showed before. */
const OTHERWISE_MS = 1000;

const given = new Map<MessageEventSource, Key>();

function answer({ source, origin, data }: MessageEvent<unknown>): void {
  const key = source && given.get(source);
  if (key && data === ASK && origin === location.origin) source.postMessage(key, { targetOrigin: origin });
}

/** Null where the browser blocks it. The window may ask again after a reload, for as long as this page is open. */
export function openWindow(path: string, key: Key, name: string, features?: string): Window | null {
  if (given.size === 0) addEventListener('message', answer);
  const opened = window.open(path, name, features);
  if (opened) given.set(opened, key);
  return opened;
}

/** Null where no page opened this one, or none that still knows. `otherwise`: there is another key to go by. */
export function askOpener(otherwise: boolean): Promise<Key | null> {
  const opener: Window | null = window.opener;
  if (!opener || opener.closed) return Promise.resolve(null);
  return new Promise((found) => {
    const finish = (key: Key | null) => {
      clearTimeout(late);
      removeEventListener('message', hear);
      found(key);
    };
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      const key = source === opener && origin === location.origin ? keyOf(data) : null;
      if (key) finish(key);
    };
    const late = setTimeout(() => finish(null), otherwise ? OTHERWISE_MS : ANSWERED_WITHIN_MS);
    addEventListener('message', hear);
    opener.postMessage(ASK, location.origin);
  });
}
