import type { Lang } from '../../locales/languages.ts';
import { type AftercareCard, PAPERS } from '../../protocol/catalogue.ts';
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
    readOn: aftercare.readOn,
    now: aftercare.now.map((step) => ({ do: step.do[lang], say: step.say?.[lang] ?? null })),
    never: aftercare.never.map((line) => line[lang]),
    today: aftercare.today.map((line) => line[lang]),
    special: aftercare.special.map((line) => ({ when: line.when[lang], do: line.do[lang] })),
    lines: aftercare.lines.map((line) => helpLine(line, lang)),
    papers: PAPERS.map((id) => {
      const { lead, parts } = aftercare.papers[id];
      const inOne = ({ kind, title, lines }: (typeof parts)[number]) => ({ kind, title: title[lang], lines: lines.map((line) => line[lang]) });
      return { id, lead: lead[lang], parts: parts.map(inOne) };
    }),
  };
}

/** Where to go: the school's own people first, by name where the teacher gave them, then who knows most about what this story is about. */
export function helpLines(shared: SharedContent, story: Story, version: unknown, lang: Lang, contact: readonly SchoolContact[] = []): HelpLine[] {
  const band = ageBandOf(story, version);
  const { themes = [] } = story.structure;
  const rank = ({ school, firstFor = [] }: SharedContent['help']['lines'][number]) =>
    school ? 0 : firstFor.some((theme) => themes.includes(theme)) ? 1 : 2;
  const lines = shared.help.lines
    .filter((line) => line.bands.includes(band) && !line.school?.every((role) => contact.some((one) => one.role === role)))
    .sort((a, b) => rank(a) - rank(b))
    .map((line) => helpLine(line, lang));
  return [...contactLines(band, lang, contact), ...lines];
}
