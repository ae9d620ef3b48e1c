import { LANGS, type Lang } from '../locales/languages.ts';

/** The frames of a trial lesson, by their names. Each is a real page, and the lesson runs in the page around them. */
export const TRIAL_FRAME = 'trial-';

/** Whether this page is one of those frames; then nothing is kept in the browser either. */
export const inTrial = (): boolean => typeof window !== 'undefined' && window.parent !== window && window.name.startsWith(TRIAL_FRAME);

/** The language of the page around this frame, which is a part of the frame's name. */
export function trialLang(): Lang | null {
  const asked = inTrial() ? window.name.slice(-2) : null;
  return LANGS.find((lang) => lang === asked) ?? null;
}
