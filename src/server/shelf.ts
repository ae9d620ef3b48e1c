import { agreementTexts } from '../lesson/agreeing.ts';
import { person } from '../lesson/scene-face.ts';
import type { Lang } from '../protocol/identity.ts';
import type { StoryCard } from '../protocol/shelf.ts';
import { ideas, ownNames } from '../scenario/rename.ts';
import type { Shelf } from '../scenario/shelf.ts';
import type { Story } from '../scenario/story.ts';
import { THEMES } from '../scenario/theme.ts';

type Cover = StoryCard['cover'];

/** Where each story mostly plays, and where two stories would look alike, the next place: what is drawn on their cards. */
export function coversOf(stories: Iterable<Story>): ReadonlyMap<string, Cover> {
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

/** What a teacher reads of a story before choosing and before the lesson. */
export function cardOf(story: Story, shelf: Shelf, lang: Lang, cover: Cover): StoryCard {
  const { title, tagline, about, notice, goals, needs, notWhen, sheet, talking, say, dontSay, versions: texts } = story.texts[lang];
  const { id, band, minutes, themes = [] } = story.structure;
  const versions = (story.structure.versions ?? []).map((version) => ({
    ...version,
    title: texts?.[version.id]?.title ?? version.id,
    about: texts?.[version.id]?.about ?? '',
  }));
  const invented = ideas(story);
  return {
    id,
    title,
    tagline,
    about,
    band,
    minutes,
    notice,
    goals,
    needs,
    notWhen,
    themes: themes.map((theme) => ({ id: theme, name: THEMES[theme][lang] })),
    cover,
    versions,
    sheet: sheet
      ? {
          ...sheet,
          questions: Object.values(talking).map((talk) => talk.question),
          say,
          dontSay,
          agreements: agreementTexts(shelf, story, lang),
        }
      : null,
    cast: Object.keys(story.structure.cast).map((who) => person(story, lang, who)),
    renamable: Object.entries(ownNames(story)).map(([who, name]) => ({
      id: who,
      name,
      look: person(story, lang, who).look,
      ideas: invented[who] ?? [],
    })),
  };
}
