import type { Lang } from '../../locales/languages.ts';
import type { AftercareCard } from '../../protocol/catalogue.ts';
import type { SchoolContact } from '../../protocol/new-lesson.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import type { Story } from '../../story/compile/story.ts';
import type { SharedContent } from '../../story/schema/shared-content.ts';
import { t } from '../texts.ts';

type AgeBand = Story['structure']['band'];

export function ageBandOf(story: Story, version: unknown): AgeBand {
  return story.structure.versions?.find((candidate) => candidate.id === version)?.band ?? story.structure.band;
}

/** The school's own people. */
export function contactLines(band: AgeBand, lang: Lang, contact: readonly SchoolContact[]): HelpLine[] {
  return contact.map(({ role, name, reach }) => {
    const who = t(lang, role === 'mentor' && band === '10-12' ? 'contact.primaryTeacher' : `contact.${role}`);
    return { name: `${name}, ${who}`, what: t(lang, `contact.${role}Helps`), contact: reach, when: null };
  });
}

const helpLine = ({ name, what, contact, when }: SharedContent['aftercare']['lines'][number], lang: Lang): HelpLine => ({
  name: name[lang],
  what: what[lang],
  contact: typeof contact === 'string' ? contact : contact[lang],
  when: when?.[lang] ?? null,
});

/** The teacher's card in one language. */
export function aftercareCard({ aftercare }: SharedContent, lang: Lang): AftercareCard {
  return {
    checkedOn: aftercare.checkedOn,
    now: aftercare.now.map((step) => ({ do: step.do[lang], say: step.say?.[lang] ?? null })),
    never: aftercare.never.map((line) => line[lang]),
    today: aftercare.today.map((line) => line[lang]),
    special: aftercare.special.map((line) => ({ when: line.when[lang], do: line.do[lang] })),
    lines: aftercare.lines.map((line) => helpLine(line, lang)),
  };
}

/** Where to go: the school's own people first where the teacher named them, else "at school". */
export function helpLines(shared: SharedContent, band: AgeBand, lang: Lang, contact: readonly SchoolContact[] = []): HelpLine[] {
  const lines = shared.help.lines
    .filter((line) => line.bands.includes(band) && !line.school?.every((role) => contact.some((one) => one.role === role)))
    .map((line) => helpLine(line, lang));
  return [...contactLines(band, lang, contact), ...lines];
}
