import { inTrial } from '../client/trial-connection.ts';

/** The browser's storage, or this page's memory where a browser blocks it: a private window, a school's rule. */
const memory = new Map<string, string>();

export function read(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined || inTrial()) return kept ?? null;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  if (inTrial()) return void memory.set(key, value);
  try {
    localStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value);
  }
}

export function erase(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}
