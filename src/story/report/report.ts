import { BASE_LANG, type StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, STORY_LANGS, TRANSLATIONS } from '../../locales/story-languages.ts';
import { onceForAlike } from '../check/entries.ts';
import { words } from '../check/length.ts';
import { prose } from '../check/prose.ts';
import { type Reading, readingOf } from '../check/reading.ts';
import { mustGet, type Way } from '../check/states.ts';
import { translationState } from '../check/translation.ts';
import { type Walk, walk } from '../check/walk.ts';
import { hasShortWay, plays } from '../compile/length.ts';
import { type StoryPoint, targetOf } from '../compile/machine.ts';
import { phoneLines } from '../compile/phone-lines.ts';
import type { Story } from '../compile/story.ts';
import { textIds } from '../schema/beat.ts';
import { liveTextIds } from '../schema/live-chat.ts';
import type { Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import { type Alike, alikeChoices } from './alike.ts';
import { minutesOf } from './duration.ts';
import { seenOf } from './seen.ts';
import { type Spread, spreadOf } from './spread.ts';

interface Reached extends Way {
  id: string;
  title: string;
}
export interface Report {
  id: string;
  title: string;
  band: string;
  states: number;
  paths: number;
  decisions: Spread;
  minutes: Spread;
  /** Of the short version; null: there is none. */
  shortMinutes: Spread | null;
  words: Spread;
  reading: Reading;
  longestChoice: { text: string; words: number; characters: number; lines: number };
  /** That of the translation that is least up to date. */
  translation: 'fresh' | 'stale' | 'unmarked';
  /** What is seen where classes choose at random: each node, and in it each line that has a text, with the share of classes. */
  seen: { id: string; title: string; share: number; lines: { id: string; text: string; share: number }[] }[];
  /** Choices between which it never makes a difference what the class chose. */
  alike: Alike[];
  /** Everything that can be reached, each with the shortest list of choices that gets there. */
  coverage: { scenes: Reached[]; votes: Reached[]; choices: Reached[]; arms: Reached[]; ends: Reached[] };
}

/** The number of words that a class reads at one point: a scene, a question and its choices, or an end. */
function wordsAt(structure: Structure, dutch: Texts, { node: id, variables }: StoryPoint): number {
  const count = (text: unknown) => (typeof text === 'string' ? words(text) : 0);
  const node = structure.nodes[id]!;
  const own = dutch.nodes[id];
  if (!own) return 0;
  let sum = 0;
  for (const field of ['as', 'question', 'context', 'hint', 'ending'] as const) sum += count(own[field]);
  for (const line of [...(own.still ?? []), ...(own.lines ?? [])]) sum += count(line);
  for (const choice of Object.values(own.choices ?? {})) sum += count(choice.text);
  if ('live' in node) for (const text of liveTextIds(node.live)) sum += count(own[text]);
  if ('scene' in node) for (const beat of node.scene.beats) if (plays(beat, variables)) for (const text of textIds(beat)) sum += count(own[text]);
  return sum;
}

/** Everything about a story that can be counted, for its writer. `walked`: the walk through it, where it was checked just now. */
export function reportOf(story: Story, language: StoryLang = BASE_STORY_LANG, walked: Walk = walk(story)): Report {
  const { structure, texts } = story;
  const read = onceForAlike(structure, (point) => wordsAt(structure, texts[BASE_LANG], point));
  const title = (id: string) => texts[language].nodes[id]?.title ?? id;
  const places = (wanted: (node: Story['structure']['nodes'][string]) => boolean): Reached[] =>
    Object.entries(structure.nodes).flatMap(([id, node]) => (wanted(node) ? [{ id, title: title(id), ...mustGet(walked.ways, id) }] : []));
  const choices: Reached[] = [];
  const arms: Reached[] = [];
  for (const [id, node] of Object.entries(structure.nodes)) {
    if ('vote' in node) {
      for (const choice of node.vote.choices) {
        const key = `${id}/${choice.id}`;
        choices.push({ id: key, title: texts[language].nodes[id]?.choices?.[choice.id]?.text ?? key, ...mustGet(walked.ways, key) });
      }
    }
    if ('bySize' in node) {
      for (const way of node.bySize) {
        const found = walked.ways.get(way);
        if (found) arms.push({ id: `${id} → ${targetOf(way)}`, title: texts[language].nodes[id]?.ways?.[way.id] ?? way.id, ...found });
      }
    }
    if ('junction' in node) {
      for (const way of node.junction) {
        const found = walked.ways.get(way);
        const to = 'else' in way ? way.else : way.to;
        if (found) arms.push({ id: `${id} → ${to}`, title: 'else' in way ? 'else' : JSON.stringify(way.when), ...found });
      }
    }
  }
  const all = STORY_LANGS.flatMap((lang) => Object.values(texts[lang].nodes)).flatMap((node) =>
    Object.values(node.choices ?? {}).map((choice) => choice.text),
  );
  const longest = all.toSorted((a, b) => phoneLines(b) - phoneLines(a) || b.length - a.length)[0] ?? '';
  const states = TRANSLATIONS.map((lang) => translationState(texts[BASE_STORY_LANG], texts[lang]));
  return {
    id: structure.id,
    title: texts[language].title,
    band: structure.band,
    states: walked.states.length,
    paths: walked.count,
    decisions: spreadOf(walked, ({ point }) => ('vote' in structure.nodes[point.node]! ? 1 : 0)),
    minutes: minutesOf(structure, texts[BASE_LANG], walked),
    shortMinutes: hasShortWay(structure) ? minutesOf(structure, texts[BASE_LANG], walk(story, 'short')) : null,
    words: spreadOf(walked, ({ point }) => read(point)),
    reading: readingOf(prose(texts[BASE_LANG]).flatMap(({ pupil, text, path }) => (pupil && path[0] === 'nodes' ? [text] : []))),
    longestChoice: { text: longest, words: words(longest), characters: longest.length, lines: phoneLines(longest) },
    translation: (['stale', 'unmarked'] as const).find((state) => states.includes(state)) ?? 'fresh',
    alike: alikeChoices(structure, walked),
    seen: [...seenOf(structure, walked)].map(([id, { share, beats }]) => {
      const node = structure.nodes[id]!;
      const own = texts[language].nodes[id];
      const lines = beats.flatMap((shown, index) =>
        ('scene' in node ? textIds(node.scene.beats[index]!) : []).map((text) => ({ id: text, text: String(own?.[text] ?? text), share: shown })),
      );
      return { id, title: title(id), share, lines };
    }),
    coverage: {
      scenes: places((node) => 'scene' in node || 'reflect' in node || 'results' in node || 'foreseen' in node || 'tell' in node || 'live' in node),
      votes: places((node) => 'vote' in node),
      choices,
      arms,
      ends: places((node) => 'end' in node),
    },
  };
}
