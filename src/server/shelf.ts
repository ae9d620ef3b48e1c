import { agreementTexts, person } from '../lesson/faces.ts';
import type { Lang } from '../protocol/identity.ts';
import type { StoryCard } from '../protocol/views.ts';
import { begin } from '../scenario/machine.ts';
import { ideas, ownNames } from '../scenario/rename.ts';
import type { Shelf } from '../scenario/schema.ts';
import type { Story } from '../scenario/story.ts';
import { THEMES } from '../scenario/theme.ts';

/** Where the story begins, to draw on its card. */
function coverOf(story: Story): StoryCard['cover'] {
  const nodes = [story.structure.nodes[begin(story.machine).node], ...Object.values(story.structure.nodes)];
  const scene = nodes.flatMap((node) => (node && 'scene' in node ? [node.scene] : []))[0];
  return { place: scene?.place ?? 'classroom', light: scene?.light ?? 'day' };
}

/** What a teacher reads of a story before choosing and before the lesson. */
export function cardOf(story: Story, shelf: Shelf, lang: Lang): StoryCard {
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
    cover: coverOf(story),
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
