import type { Lang } from '../../locales/languages.ts';
import type { Instant } from '../identity.ts';

/** What every view begins with. */
export interface ViewHeader {
  /** How many events of the lesson it tells of. */
  rev: number;
  now: Instant;
  lang: Lang;
}
