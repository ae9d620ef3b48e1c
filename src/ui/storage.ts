import { inTrial } from '../client/trial-connection.ts';

/** A browser without storage (private mode, blocked) keeps nothing; the page works on for as long as it is open. */
const inBrowser = (which: 'local' | 'session'): Storage | null => {
  if (inTrial()) return null;
  try {
    return which === 'local' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
};

export function recall<T>(which: 'local' | 'session', name: string): T | null {
  try {
    const text = inBrowser(which)?.getItem(name);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** False where nothing could be kept. */
export function keep(which: 'local' | 'session', name: string, value: unknown): boolean {
  const storage = inBrowser(which);
  if (!storage) return false;
  try {
    if (value === null) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
