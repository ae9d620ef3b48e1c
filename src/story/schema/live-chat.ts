import { toldResults } from '../check/decision.ts';
import type { Note, Path } from '../check/diagnosis.ts';
import { twice, unknown } from './names.ts';
import type { Live, LiveBeat, Structure } from './schema.ts';

/** Kinds of acts by which somebody helped; laughing along, passing on, shutting the chat and doing nothing are the others. */
export const HELPING: readonly Live['acts'][number]['kind'][] = ['public', 'private', 'sender', 'adult'];

/** The two sides that what was done is merged to before anything is told of it. */
export const HELPED = ['helped', 'not'] as const;

/** The id of the text that a step of a live chat shows, or null where it has none of its own. */
export function liveTextId(beat: LiveBeat): string | null {
  if ('say' in beat) return beat.say;
  if ('message' in beat) return beat.message;
  if ('tile' in beat) return beat.text;
  return null;
}

/** The member of the cast that a step is about. */
export function livePerson(beat: LiveBeat): { key: string; id: string } | null {
  if ('message' in beat || 'tile' in beat) return { key: 'who', id: beat.who };
  return 'typing' in beat ? { key: 'typing', id: beat.typing } : null;
}

export const liveTextIds = (live: Live): string[] => [...new Set(live.script.map(liveTextId).filter((id) => id !== null))];

/** Whether by lot the readers of a live chat differ between phones. */
export const hasArms = (live: Live): boolean => live.script.some((beat) => 'readers' in beat && typeof beat.readers !== 'number');

/** Chats that play on every phone, and ways that depend on the class. */
export function checkLive(structure: Structure, note: Note) {
  const released = toldResults(structure);
  for (const [id, node] of Object.entries(structure.nodes)) {
    if ('live' in node) checkScript(node.live, released.has(id), (...path) => ['nodes', id, 'live', ...path], note);
    if ('bySize' in node) checkBranches(node.bySize, (...path) => ['nodes', id, 'bySize', ...path], note);
  }
}

function checkScript(live: Live, released: boolean, at: (...path: (string | number)[]) => Path, note: Note) {
  const texts = live.script.map(liveTextId);
  twice(texts, (index) => at('script', index), note);
  twice(
    live.acts.map((act) => act.id),
    (index) => at('acts', index, 'id'),
    note,
  );
  const come: string[] = [];
  live.script.forEach((beat, index) => {
    const before = live.script[index - 1];
    if (before && beat.at < before.at) {
      note('live-order', at('script', index, 'at'), {
        nl: `Deze stap komt op ${beat.at} seconden, maar die erboven pas op ${before.at}. Zet ze op volgorde.`,
        en: `This step comes at ${beat.at} seconds, but the one above only at ${before.at}. Put them in order.`,
      });
    }
    if (beat.at >= live.seconds) {
      note('live-late', at('script', index, 'at'), {
        nl: `De chat is na ${live.seconds} seconden voorbij, dus deze stap komt nooit. Zet hem eerder, of maak seconds groter.`,
        en: `The chat is over after ${live.seconds} seconds, so this step never comes. Put it earlier, or make seconds larger.`,
      });
    }
    const text = liveTextId(beat);
    if (text !== null && !('say' in beat)) come.push(text);
    if ('react' in beat && !come.includes(beat.react)) unknown('message', beat.react, come, at('script', index, 'react'), note);
    if ('readers' in beat && typeof beat.readers !== 'number' && beat.readers.few >= beat.readers.many) {
      note('readers-few', at('script', index, 'readers'), {
        nl: `Weinig lezers (${beat.readers.few}) moet minder zijn dan veel lezers (${beat.readers.many}).`,
        en: `Few readers (${beat.readers.few}) must be fewer than many readers (${beat.readers.many}).`,
      });
    }
  });
  if (live.incident !== undefined && !come.includes(live.incident)) unknown('message', live.incident, come, at('incident'), note);
  const helping = live.acts.filter(({ kind }) => HELPING.includes(kind)).length;
  if (live.measured && (live.incident === undefined || helping === 0 || helping === live.acts.length)) {
    note('live-measured', at('measured'), {
      nl: 'Om te tellen wie hielp, is een incident: nodig, en knoppen waarmee je helpt én knoppen waarmee je dat niet doet.',
      en: 'To count who helped, an incident: is needed, and buttons that help as well as buttons that do not.',
    });
  }
  if (live.measured && !released) {
    note('held-untold', at('measured'), {
      nl: 'Wat de klas hier doet wordt bewaard, maar geen results: vertelt het. Zet deze chat in een scène met results:.',
      en: 'What the class does here is kept, but no results: tells it. Name this chat in a scene with results:.',
    });
  }
}

type Branches = Extract<Structure['nodes'][string], { bySize: unknown }>['bySize'];

function checkBranches(ways: Branches, at: (...path: (string | number)[]) => Path, note: Note) {
  twice(
    ways.map((way) => way.id),
    (index) => at(index, 'id'),
    note,
  );
  let smallest = Number.POSITIVE_INFINITY;
  ways.forEach((way, index) => {
    if ('else' in way !== (index === ways.length - 1)) {
      note('size-else', at(index), {
        nl: 'De laatste weg is de else, en alleen die. Zo is er voor elke klas een weg.',
        en: 'The last way is the else, and only that one. So there is a way for every class.',
      });
    }
    if (!('seats' in way)) return;
    if (way.seats >= smallest) {
      note('size-order', at(index, 'seats'), {
        nl: `Deze weg wordt nooit genomen: een weg erboven past al vanaf ${smallest}. Zet de grootste klas bovenaan.`,
        en: `This way is never taken: one above already fits from ${smallest}. Put the largest class first.`,
      });
    }
    smallest = Math.min(smallest, way.seats);
  });
}
