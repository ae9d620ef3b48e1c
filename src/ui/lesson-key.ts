/** What opens one lesson for one role. Never shown as text. */
export interface Key {
  lesson: string;
  token: string;
}

/** The key in the link of a debrief that is shared, or null where there is none. */
export function keyIn(text: string): Key | null {
  const fragment = new URLSearchParams(text.slice(text.indexOf('#') + 1).trim());
  const lesson = fragment.get('lesson');
  const token = fragment.get('token');
  return lesson && token ? { lesson, token } : null;
}

/** The key that another page has sent. */
export function keyOf(message: unknown): Key | null {
  if (typeof message !== 'object' || message === null || !('lesson' in message) || !('token' in message)) return null;
  const { lesson, token } = message;
  return typeof lesson === 'string' && typeof token === 'string' ? { lesson, token } : null;
}

export function addressWith(path: string, key: Key): string {
  return `${path}#${new URLSearchParams({ lesson: key.lesson, token: key.token })}`;
}

/** Where a tab that is a board keeps its key. */
export const BOARD_KEY = 'stage-admission';
