import { parseArgs } from 'node:util';
import type { StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, STORY_LANGS } from '../../locales/story-languages.ts';
import { didYouMean } from '../../story/check/nearest.ts';

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  graph: { type: 'string' },
  schema: { type: 'boolean', default: false },
  pictures: { type: 'boolean', default: false },
  translated: { type: 'string' },
} as const;
const NAMES = Object.keys(OPTIONS);

export const USAGE: Record<StoryLang, string> = {
  nl: `Kijkt verhalen na en zegt hoe groot ze zijn.

  npm run scenarios                       alle verhalen
  npm run scenarios -- foto sticker       alleen deze (de namen van hun mappen)
  npm run scenarios -- --json             het hele verslag, voor een programma
  npm run scenarios -- --graph MAP foto   tekent het verhaal in die map (SVG)
  npm run scenarios -- --translated foto  schrijft in de vertaling dat ze bij het Nederlands van nu hoort
  npm run scenarios -- --pictures         maakt een pagina met alle mensen, plekken, emoji en geluiden
  npm run scenarios -- --schema           schrijft wat een editor van de bestanden weet
  npm run scenarios -- --lang en          in het Engels

Elke melding heeft een nummer (WDJ…). Wat het betekent en hoe je het oplost, staat in scenarios/codes.md.`,
  en: `Checks stories and says how big they are.

  npm run scenarios                       all stories
  npm run scenarios -- foto sticker       these only (the names of their folders)
  npm run scenarios -- --json             the whole report, for a program
  npm run scenarios -- --graph DIR foto   draws the story in that folder (SVG)
  npm run scenarios -- --translated foto  notes in the translation that it is of the Dutch as it is now
  npm run scenarios -- --pictures         makes a page with all people, places, emoji and sounds
  npm run scenarios -- --schema           writes what an editor knows of the files
  npm run scenarios -- --lang nl          in Dutch

Every message has a number (WDJ…). What it means and how to mend it stands in scenarios/codes.md.`,
};

export interface Asked {
  lang: StoryLang;
  help: boolean;
  json: boolean;
  schema: boolean;
  pictures: boolean;
  graph: string | undefined;
  translated: string | undefined;
  /** The folders of the stories; none: all. */
  ids: string[];
  /** What was asked for and is not possible. Null: all of it is. */
  refusal: string | null;
}

/** What a writer typed behind `npm run scenarios --`. */
export function askedFor(args: string[], locale: string | undefined): Asked {
  // Read without judging first: also a refusal is in the language that was asked for.
  const { values, positionals, tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const wanted = text(values.lang);
  const lang = STORY_LANGS.find((known) => known === (wanted ?? locale?.slice(0, 2))) ?? BASE_STORY_LANG;
  const refusals = tokens.flatMap((token): Record<StoryLang, string>[] => {
    if (token.kind !== 'option') return [];
    const option = Object.entries(OPTIONS).find(([name]) => name === token.name)?.[1];
    if (!option) {
      const guess = didYouMean(token.name, NAMES);
      return [
        {
          nl: `De optie ${token.rawName} bestaat niet. ${guess ? guess.nl.replace('“', '“--') : ''}`.trim(),
          en: `The option ${token.rawName} does not exist. ${guess ? guess.en.replace('“', '“--') : ''}`.trim(),
        },
      ];
    }
    if (option.type === 'string' && text(token.value) === undefined) {
      return [{ nl: `Achter ${token.rawName} hoort nog iets. Zie hieronder.`, en: `Something belongs behind ${token.rawName}. See below.` }];
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      return [{ nl: `Achter ${token.rawName} hoort niets.`, en: `Nothing belongs behind ${token.rawName}.` }];
    }
    return [];
  });
  if (wanted !== undefined && wanted !== lang) {
    const known = STORY_LANGS.join(', ');
    refusals.push({
      nl: `De taal “${wanted}” kan niet. Kies uit: ${known}.`,
      en: `The language “${wanted}” is not possible. Choose from: ${known}.`,
    });
  }
  return {
    lang,
    help: values.help === true,
    json: values.json === true,
    schema: values.schema === true,
    pictures: values.pictures === true,
    graph: text(values.graph),
    translated: text(values.translated),
    ids: positionals,
    refusal: refusals[0]?.[lang] ?? null,
  };
}

/** Of the first story that is asked for and is not there. Null: all are. */
export function unknownStory(ids: readonly string[], known: readonly string[], lang: StoryLang): string | null {
  const id = ids.find((one) => !known.includes(one));
  if (id === undefined) return null;
  const guess = didYouMean(id, known)?.[lang];
  const all = known.join(', ');
  return {
    nl: `Er is geen verhaal “${id}”. ${guess ? `${guess} ` : ''}De verhalen zijn: ${all}.`,
    en: `There is no story “${id}”. ${guess ? `${guess} ` : ''}The stories are: ${all}.`,
  }[lang];
}
