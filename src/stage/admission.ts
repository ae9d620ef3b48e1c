import { inTrial } from '../link/trial.ts';

export interface Admission {
  lesson: string;
  token: string;
}
const KEPT = 'stage-admission';

/** The secret comes behind the #, leaves the address bar before anything is drawn, and stays in this tab alone. */
export function admission(): Admission | null {
  const given = new URLSearchParams(location.hash.slice(1));
  const lesson = given.get('lesson');
  const token = given.get('token');
  if (location.hash && !inTrial()) history.replaceState(null, '', location.pathname);
  if (lesson && token) {
    const fresh = { lesson, token };
    if (!inTrial()) sessionStorage.setItem(KEPT, JSON.stringify(fresh));
    return fresh;
  }
  const kept = inTrial() ? null : sessionStorage.getItem(KEPT);
  return kept === null ? null : (JSON.parse(kept) as Admission);
}

export function forget(): void {
  sessionStorage.removeItem(KEPT);
}
