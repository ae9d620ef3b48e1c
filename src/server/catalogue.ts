import { agreementTexts } from '../lesson/agreements.ts';
import { t } from '../lesson/texts.ts';
import { person } from '../lesson/views/scene-view.ts';
import type { Lang } from '../locales/languages.ts';
import type { StoryCard, TeacherSheet } from '../protocol/catalogue.ts';
import { ideas as inventNames, ownNames } from '../story/compile/rename.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import type { Library, Names } from './library.ts';

type Cover = StoryCard['cover'];

/** Where each story mostly plays, and where two stories would look alike, the next place: what is drawn on their cards. */
function coversOf(stories: Iterable<Story>): ReadonlyMap<string, Cover> {
  const covers = new Map<string, Cover>();
  const taken = new Set<string>();
  for (const { structure } of stories) {
    const scenes = Object.values(structure.nodes).flatMap((node) => ('scene' in node ? [node.scene] : []));
    const ranked = [...Map.groupBy(scenes, ({ place, light }) => `${place} ${light}`).values()].sort((a, b) => b.length - a.length);
    const { place = 'classroom', light = 'day' } = (ranked.find(([scene]) => scene && !taken.has(scene.place)) ?? ranked[0])?.[0] ?? {};
    taken.add(place);
    covers.set(structure.id, { place, light });
  }
  return covers;
}

/** Finding names reads every story often, so the caller keeps the result where it can. */
export const namesFor = ({ stories }: Pick<Library, 'stories'>): ReadonlyMap<string, Names> =>
  new Map([...stories].map(([id, story]) => [id, { own: ownNames(story), ideas: inventNames(story) }]));

/** A story as a lesson tells it. `own`: what its characters are called, where those are other names. */
export interface Told {
  story: Story;
  own?: Record<string, string>;
}

/** The card of a story, told with other names too. */
export function openCatalogue(library: Library): (told: Told, lang: Lang) => StoryCard {
  const { stories, shared } = library;
  const covers = coversOf(stories.values());
  const names = library.names ?? namesFor(library);
  return ({ story, own }, lang) => {
    const { id } = story.structure;
    const known = names.get(id) ?? { own: {}, ideas: {} };
    return cardOf(story, shared, lang, covers.get(id) ?? { place: 'classroom', light: 'day' }, { ...known, own: own ?? known.own });
  };
}

function plotsOf(story: Story, lang: Lang): TeacherSheet['plots'] {
  const { teacher } = story.texts[lang];
  if (!teacher?.plot) return null;
  const told = (version: string | null, plot: string[], people: Record<string, string> = {}) => ({
    version,
    plot,
    people: Object.entries(people).map(([id, who]) => ({ person: person(story, lang, id), who })),
  });
  const own = Object.entries(teacher.versions ?? {}).map(([id, { plot, people }]) => told(id, plot, people));
  return [told(null, teacher.plot, teacher.people), ...own];
}

function sheetOf(story: Story, shared: SharedContent, lang: Lang): TeacherSheet | null {
  const { sheet, teacher, talking, facts, followUp, say, dontSay } = story.texts[lang];
  if (!sheet) return null;
  return {
    ...sheet,
    plots: plotsOf(story, lang),
    permission: teacher?.permission ?? null,
    parents: teacher?.parents ?? null,
    questions: Object.values(talking),
    facts: Object.values(facts),
    followUp,
    say,
    dontSay,
    agreements: agreementTexts(shared, story, lang),
  };
}

/** What a teacher reads of a story before choosing and before the lesson. */
function cardOf(story: Story, shared: SharedContent, lang: Lang, cover: Cover, { own, ideas }: Names): StoryCard {
  const { title, tagline, about, notice, goals, needs, notWhen, teacher, versions: texts } = story.texts[lang];
  const { id, band, minutes, shortMinutes = null, themes = [] } = story.structure;
  const versions = (story.structure.versions ?? []).map((version) => ({
    ...version,
    title: texts?.[version.id]?.title ?? version.id,
    about: texts?.[version.id]?.about ?? '',
  }));
  const given = Object.values(own);
  return {
    id,
    title,
    tagline,
    about,
    band,
    minutes,
    shortMinutes,
    notice,
    goals,
    needs,
    notWhen,
    check: teacher?.check ?? null,
    themes: themes.map((theme) => ({ id: theme, name: t(lang, `theme.${theme}`) })),
    cover,
    versions,
    sheet: sheetOf(story, shared, lang),
    cast: Object.keys(story.structure.cast).map((who) => person(story, lang, who)),
    renamable: Object.entries(own).map(([who, name]) => ({
      id: who,
      name,
      look: person(story, lang, who).look,
      ideas: (ideas[who] ?? []).filter((idea) => !given.includes(idea)),
    })),
  };
}
