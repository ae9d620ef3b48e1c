import { readText, writeText } from '../ui/storage.ts';

/** The browser's storage, or this page's memory where a browser blocks it: a private window, a school's rule, a frame of the trial. */
const memory = new Map<string, string>();

export const read = (key: string): string | null => memory.get(key) ?? readText('local', key);

export function write(key: string, value: string): void {
  if (writeText('local', key, value)) memory.delete(key);
  else memory.set(key, value);
}

export function erase(key: string): void {
  memory.delete(key);
  writeText('local', key, null);
}
