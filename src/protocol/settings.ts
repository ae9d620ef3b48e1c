/** How the class answers: on phones, with hands, or some of both. */
export type Mode = 'phones' | 'hands' | 'mixed';

/** How long timed votes run: as written, three times as long, or until the teacher closes. */
export type Pace = 'normal' | 'calm' | 'off';
