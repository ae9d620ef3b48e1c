import type { SchoolContact } from './new-lesson.ts';
import type { RefusalCode } from './refusals.ts';
import { CONTACT_ROLES, type ContactRole } from './settings.ts';
import { tidyText } from './typed-text.ts';

/** What a teacher may fill in before a lesson, and its bounds; the page and the server hold the same. */

export const NAME_LENGTH = 14;
export const CONTACT_LENGTH = { name: 60, reach: 80 } as const;

/** As keyboards and texts that one copies from write them. */
const APOSTROPHES = /[‘’ʼ`´]/gu;
const HYPHENS = /[‐‑–]/gu;
/** The Dutch letter of two: IJsbrand, and not Ijeoma, which begins with an i. */
const LONG_IJ = /^ij(?![aeiou])/i;

/** A name as it will stand in the story; null where it is not one: letters, and between them a space, a hyphen or an apostrophe. */
export function tidyName(typed: string): string | null {
  const name = tidyText(typed).replace(APOSTROPHES, "'").replace(HYPHENS, '-');
  if ([...name].length > NAME_LENGTH || !/^(?:\p{L}\p{M}*)+(?:[ '-](?:\p{L}\p{M}*)+)*$/u.test(name)) return null;
  return LONG_IJ.test(name) ? `IJ${name.slice(2)}` : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Who was filled in; a role that was left empty is left out. Either part without the other, or too long, is refused. */
export function tidyContact(typed: readonly SchoolContact[]): { contact: SchoolContact[] } | { refusal: RefusalCode; role: ContactRole } {
  const contact: SchoolContact[] = [];
  for (const role of CONTACT_ROLES) {
    const given = typed.filter((one) => one.role === role);
    const { name, reach } = { name: tidyText(given[0]?.name ?? ''), reach: tidyText(given[0]?.reach ?? '') };
    if (given.length > 1) return { refusal: 'bad-message', role };
    if (!name && !reach) continue;
    if (!name || !reach) return { refusal: 'contact-half', role };
    if ([...name].length > CONTACT_LENGTH.name || [...reach].length > CONTACT_LENGTH.reach) return { refusal: 'contact-long', role };
    contact.push({ role, name, reach });
  }
  return { contact };
}
