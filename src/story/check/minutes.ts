import { minutesOf, msOf } from '../report/duration.ts';
import type { Spread } from '../report/spread.ts';
import type { Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';
import { differing } from './entries.ts';
import type { Walk } from './walk.ts';

/** Of the 45 minutes of a lesson ten are for the talk at its end. */
const LONGEST_STORY = 35;
const LONGEST_SCENE_MS = 180_000;
/** What the format takes at least. */
const LEAST = { minutes: 5, shortMinutes: 3 };
/** How much less or more than the walk says a teacher may be promised. */
const SLACK = 3;

/** Whether a lesson has room for the story, and whether the teacher is promised what it takes. */
export function checkMinutes(structure: Structure, dutch: Texts, walked: Walk, short: Walk | null, note: Note) {
  promised('minutes', structure.minutes, minutesOf(structure, dutch, walked), note);
  if (short && structure.shortMinutes !== undefined) promised('shortMinutes', structure.shortMinutes, minutesOf(structure, dutch, short), note);
  longScenes(structure, dutch, walked, note);
}

function promised(key: 'minutes' | 'shortMinutes', minutes: number, { least, median, most }: Spread, note: Note) {
  const [short, usual, long] = [least, median, most].map(Math.round);
  if (most > LONGEST_STORY) {
    note(
      'long-story',
      [key],
      {
        nl: `Er is een weg van ${long} minuten. Meer dan ${LONGEST_STORY} past niet in een les, want er is ook een gesprek. Haal er iets uit.`,
        en: `There is a way of ${long} minutes. More than ${LONGEST_STORY} do not fit in a lesson, which has a talk as well. Take something out.`,
      },
      'warning',
    );
  }
  if (minutes < median - SLACK || minutes > most + SLACK) {
    note(
      'minutes',
      [key],
      {
        nl: `Hier staat ${minutes}, maar een klas doet er ${short === long ? 'ongeveer ' : `${short} tot `}${long} minuten over${short === long ? '' : `, meestal ${usual}`}. Zet hier ${Math.max(LEAST[key], usual ?? 0)}.`,
        en: `This says ${minutes}, but a class takes ${short === long ? 'about ' : `${short} to `}${long} minutes${short === long ? '' : `, usually ${usual}`}. Write ${Math.max(LEAST[key], usual ?? 0)} here.`,
      },
      'warning',
    );
  }
}

function longScenes(structure: Structure, dutch: Texts, walked: Walk, note: Note) {
  const scenes = walked.states.map(({ point }) => point).filter(({ node }) => 'scene' in (structure.nodes[node] ?? {}));
  const longest = new Map<string, number>();
  for (const point of differing(structure, scenes)) longest.set(point.node, Math.max(longest.get(point.node) ?? 0, msOf(structure, dutch, point)));
  for (const [id, ms] of longest) {
    if (ms <= LONGEST_SCENE_MS) continue;
    const seconds = Math.round(ms / 1000);
    note(
      'long-scene',
      ['nodes', id, 'scene'],
      {
        nl: `Deze scène duurt ${seconds} seconden. Na ${LONGEST_SCENE_MS / 1000} seconden kijkt een klas niet meer. Knip hem in tweeën, of laat de klas eerder kiezen.`,
        en: `This scene lasts ${seconds} seconds. After ${LONGEST_SCENE_MS / 1000} seconds a class no longer watches. Cut it in two, or let the class choose sooner.`,
      },
      'warning',
    );
  }
}
