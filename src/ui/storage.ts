import { inTrial } from '../client/trial-frame.ts';

/** A browser without storage (private mode, blocked) keeps nothing; the page works on for as long as it is open. */
const inBrowser = (which: 'local' | 'session'): Storage | null => {
  if (inTrial()) return null;
  try {
    return which === 'local' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
};

/** Names that the first edition used. What stands under one is read, and moves to today's name with the next writing. */
const FORMER: Readonly<Record<string, string>> = { 'wdj.lessons': 'wdj.lessen', 'wdj.desk': 'wdj.docent', 'wdj.language': 'wdj.taal' };

/** Null where nothing is kept under this name. */
export function readText(which: 'local' | 'session', name: string): string | null {
  try {
    const storage = inBrowser(which);
    return storage?.getItem(name) ?? storage?.getItem(FORMER[name] ?? name) ?? null;
  } catch {
    return null;
  }
}

/** Null takes away what is kept. False where nothing could be kept. */
export function writeText(which: 'local' | 'session', name: string, text: string | null): boolean {
  const storage = inBrowser(which);
  if (!storage) return false;
  try {
    storage.removeItem(FORMER[name] ?? name);
    if (text === null) storage.removeItem(name);
    else storage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

export function recall<T>(which: 'local' | 'session', name: string): T | null {
  try {
    return JSON.parse(readText(which, name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Null takes away what is kept. False where nothing could be kept. */
export const keep = (which: 'local' | 'session', name: string, value: unknown): boolean =>
  writeText(which, name, value === null ? null : JSON.stringify(value));
