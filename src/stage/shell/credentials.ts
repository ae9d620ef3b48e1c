import { inTrial } from '../../client/trial-frame.ts';

export interface Credentials {
  lesson: string;
  token: string;
}
const KEPT = 'stage-admission';

/** Null in a trial lesson, and in a browser that blocks storage: there the board is open until the page is reloaded. */
function memory(): Storage | null {
  try {
    return inTrial() ? null : sessionStorage;
  } catch {
    return null;
  }
}

/** The secret comes behind the #, leaves the address bar before anything is drawn, and stays in this tab alone. */
export function credentials(): Credentials | null {
  const given = new URLSearchParams(location.hash.slice(1));
  const lesson = given.get('lesson');
  const token = given.get('token');
  if (location.hash && !inTrial()) history.replaceState(null, '', location.pathname);
  if (lesson && token) {
    const fresh = { lesson, token };
    try {
      memory()?.setItem(KEPT, JSON.stringify(fresh));
    } catch {
      // A full storage keeps nothing either.
    }
    return fresh;
  }
  const kept = memory()?.getItem(KEPT);
  const credentials: Credentials | null = kept ? JSON.parse(kept) : null;
  return credentials;
}

export function forget(): void {
  memory()?.removeItem(KEPT);
}
