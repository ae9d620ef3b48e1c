import type { ServerTime } from '../../../src/server/lesson-clock.ts';

/** The time of a server whose clocks are right and that never slept: the date, also a simulated one. */
export const dateTime = (down = 0): ServerTime => ({ now: () => Date.now(), date: () => Date.now(), missed: () => 0, down });
