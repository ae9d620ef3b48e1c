/** What a teacher chooses from. */

/** How the class answers: on phones, with hands, or some of both. */
export const MODES = ['phones', 'hands', 'mixed'] as const;
export type Mode = (typeof MODES)[number];

/** How long timed votes run: as written, three times as long, or until the teacher closes. */
export const PACES = ['normal', 'calm', 'off'] as const;
export type Pace = (typeof PACES)[number];

/** Who of the school a teacher may name, for pupils to go to. */
export const CONTACT_ROLES = ['mentor', 'counsellor'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];
