import { plays } from '../compile/length.ts';
import type { StoryPoint } from '../compile/machine.ts';
import { lineOf, personOf } from '../schema/beat.ts';
import { livePerson } from '../schema/live-chat.ts';
import type { Beat, Live, Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Code } from './codes.ts';
import type { Message, Note, Path } from './diagnosis.ts';
import { onceForAlike } from './entries.ts';
import { type Taken, takenBy, type Way, wayInWords } from './states.ts';
import type { Walk } from './walk.ts';

/** What a chat remembers under one name: that somebody is out (1), or how far a counter is. Null: nothing. */
type Value = number | null;
interface Event {
  path: Path;
  /** What it must not find. */
  clashes(before: Value): boolean;
  /** Null: it only looks. */
  sets: { to: Value } | null;
  clash(before: number, since: string): { code: Code; message: Message };
}
type Events = Map<string, Event[]>;

/**
 * A scene that looks back, by the words of its time: what happened since has not happened in it yet, and it changes nothing.
 * “Weer thuis” and “Terug in de klas” are only later.
 */
const LOOKS_BACK = /^(?:nog eens|vorige?|vroeger)(?!\p{L})|(?<!\p{L})(?:eerder|geleden|daarvoor|andersom)(?!\p{L})/iu;

/** Steps from state to state that are followed in all: no story comes near it, and a file that was made to be slow is not followed further. */
const MOST_STEPS = 2_000_000;

/** For each chat the group that it shows: the same group on another phone has the same title, or stands beside it. A chat of two is called after the other. */
function groupsOf(structure: Structure, dutch: Texts): (chat: string) => string {
  const group = new Map(Object.keys(structure.chats).map((id) => [id, id]));
  const join = (a: string, b: string) => {
    const [from, to] = [group.get(a), group.get(b)];
    if (from === undefined || to === undefined) return;
    for (const [id, known] of group) if (known === from) group.set(id, to);
  };
  const people = new Set(Object.values(dutch.cast ?? {}));
  const titled = new Map<string, string>();
  for (const [id, { title }] of Object.entries(dutch.chats ?? {})) {
    if (people.has(title) || !group.has(id)) continue;
    join(id, titled.get(title) ?? id);
    titled.set(title, id);
  }
  for (const node of Object.values(structure.nodes)) {
    if (!('scene' in node)) continue;
    let { chat } = node.scene;
    for (const beat of node.scene.beats) {
      if ('chat' in beat) chat = beat.chat;
      if ('split' in beat && chat !== undefined) join(chat, beat.split);
    }
  }
  return (chat) => group.get(chat) ?? chat;
}

const falls = (least: number, code: Code, say: (before: number) => Message, other: Message): Omit<Event, 'path'> => ({
  clashes: (before) => before !== null && before > least,
  sets: { to: least },
  clash: (before, since) => {
    const { nl, en } = say(before);
    return { code, message: since === '' ? { nl, en } : { nl: `${nl} ${other.nl}`, en: `${en} ${other.en}` } };
  },
});
const NOTHING: Message = { nl: '', en: '' };

function writes(who: string): Omit<Event, 'path'> {
  return {
    clashes: (before) => before === 1,
    sets: null,
    clash: (_before, since) => ({
      code: 'gone-writes',
      message:
        since === ''
          ? {
              nl: `“${who}” is hier al uit de groep en kan niets meer sturen. Zet dit eerder, of kies een andere chat.`,
              en: `“${who}” is out of the group here already and can send nothing. Put this earlier, or choose another chat.`,
            }
          : {
              nl: `“${who}” is sinds “${since}” uit deze groep en kan hier niets sturen. Laat eerst iemand “${who}” toevoegen met added, of kies een andere chat. Kijkt deze scène terug, begin haar time: dan met “Eerder” of “Nog eens”.`,
              en: `“${who}” is out of this group since “${since}” and can send nothing here. First let somebody add “${who}” with added, or choose another chat. If this scene looks back, begin its Dutch time: with “Eerder” or “Nog eens”.`,
            },
    }),
  };
}

const member = (isOut: boolean): Omit<Event, 'path'> => ({
  clashes: () => false,
  sets: { to: isOut ? 1 : null },
  clash: () => ({ code: 'gone-writes', message: NOTHING }),
});

const copies = (of: string, count: number) =>
  falls(
    count,
    'copies-fall',
    (before) => ({
      nl: `De teller van “${of}” staat hier al op ${before} en kan niet terug naar ${count}. Maak dit getal ten minste ${before}.`,
      en: `The counter of “${of}” already stands at ${before} here and cannot go back to ${count}. Make this number ${before} at least.`,
    }),
    { nl: 'Is het iets anders, geef het dan een andere tekst.', en: 'If it is something else, give it another text.' },
  );
const seen = (count: number) =>
  falls(
    count,
    'seen-falls',
    (before) => ({
      nl: `Dit bericht is hier al door ${before} gelezen, en dat worden er niet minder. Maak dit getal ten minste ${before}.`,
      en: `This message has been read by ${before} already, and they do not become fewer. Make this number ${before} at least.`,
    }),
    NOTHING,
  );
const unread = (chat: string, count: number) =>
  falls(
    count,
    'unread-falls',
    (before) => ({
      nl: `Er stonden al ${before} ongelezen berichten in “${chat}”. Maak dit getal ten minste ${before}.`,
      en: `There were ${before} unread messages in “${chat}” already. Make this number ${before} at least.`,
    }),
    NOTHING,
  );

/** What happens in the chats of one node, by what it is about. */
function eventsOf(structure: Structure, dutch: Texts, groupOf: (chat: string) => string, { node: id, variables }: StoryPoint): Events {
  const events: Events = new Map();
  const node = structure.nodes[id]!;
  const add = (key: unknown[], path: Path, event: Omit<Event, 'path'>) => {
    const name = JSON.stringify(key);
    const known = events.get(name);
    if (known) known.push({ ...event, path });
    else events.set(name, [{ ...event, path }]);
  };
  if ('scene' in node) sceneEvents(node.scene, id, dutch, groupOf, (beat) => plays(beat, variables), add);
  if ('live' in node) liveEvents(node.live, id, groupOf, add);
  return events;
}
type Add = (key: unknown[], path: Path, event: Omit<Event, 'path'>) => void;

function sceneEvents(
  { chat: first, beats }: { chat?: string | undefined; beats: readonly Beat[] },
  id: string,
  dutch: Texts,
  groupOf: (chat: string) => string,
  isShown: (beat: Beat) => boolean,
  add: Add,
) {
  let chat = first;
  let lines = 0;
  let opened = 0;
  const tiles = new Map<string, unknown[]>();
  beats.forEach((beat, index) => {
    if (!isShown(beat)) return;
    const at = (key: string) => ['nodes', id, 'scene', 'beats', index, key];
    if ('chat' in beat) {
      chat = beat.chat;
      opened++;
    }
    if ('behind' in beat) add([id, 'behind', beat.behind, opened], at('unread'), unread(beat.behind, beat.unread));
    if (chat === undefined) return;
    const group = groupOf(chat);
    const line = lineOf(beat);
    if (line !== null) lines++;
    if ('left' in beat) add([group, beat.left], at('left'), member(true));
    if ('removed' in beat) add([group, beat.removed], at('removed'), member(true));
    if ('added' in beat) add([group, beat.added], at('added'), member(false));
    const writer = line === null && !('typing' in beat) ? null : personOf(beat);
    if (writer) add([group, writer.id], at(writer.key), writes(writer.id));
    if ('seen' in beat) add([id, 'seen', group, lines], at('seen'), seen(beat.seen));
    if ('tile' in beat) {
      // Pictures of one kind with one text are one picture for who looks at the board.
      const key = [group, 'tile', beat.tile, dutch.nodes[id]?.[beat.text] ?? [id, beat.text]];
      tiles.set(beat.text, key);
      if (beat.copies !== undefined) add(key, at('copies'), copies(beat.text, beat.copies));
    }
    const tile = 'of' in beat ? tiles.get(beat.of) : undefined;
    if ('of' in beat && tile) add(tile, at('copies'), copies(beat.of, beat.copies));
  });
}

function liveEvents(live: Live, id: string, groupOf: (chat: string) => string, add: Add) {
  live.script.forEach((beat, index) => {
    const at = (key: string) => ['nodes', id, 'live', 'script', index, key];
    const writer = livePerson(beat);
    if (writer) add([groupOf(live.chat), writer.id], at(writer.key), writes(writer.id));
    if (!('readers' in beat)) return;
    const { few, many } = typeof beat.readers === 'number' ? { few: beat.readers, many: beat.readers } : beat.readers;
    add([id, 'few'], at('readers'), seen(few));
    add([id, 'many'], at('readers'), seen(many));
  });
}

/** How a fact came to a state: from the one where it began, by these choices. */
interface Trace {
  at: number;
  before: Trace | null;
  taken: Taken | null;
}

/** What a chat has shown stays so: who is out writes nothing, and no counter falls, in a scene or from one to the next, on any way. */
export function checkFacts(structure: Structure, walked: Walk, dutch: Texts, note: Note) {
  const { states, reached } = walked;
  const groupOf = groupsOf(structure, dutch);
  const eventsAt = onceForAlike(structure, (point) => eventsOf(structure, dutch, groupOf, point));
  const looksBack = (id: string) => LOOKS_BACK.test(dutch.nodes[id]?.time ?? '');
  const said = new Set<string>();

  const play = (events: readonly Event[], before: Value, trace: Trace | null): Value => {
    let value = before;
    for (const { path, clashes, sets, clash } of events) {
      if (value !== null && clashes(value)) {
        // What clashes within one scene does so wherever it comes from.
        const carried = trace !== null && value === before;
        const [way, since] = carried ? wayOf(trace, reached.way.bind(reached), states) : [null, ''];
        const { code, message } = clash(value, since);
        const key = JSON.stringify([code, path]);
        if (!said.has(key)) {
          said.add(key);
          const words = way && wayInWords(way);
          note(
            code,
            path,
            words ? { nl: `${message.nl} Zo komt een klas hier: ${words.nl}.`, en: `${message.en} A class comes here so: ${words.en}.` } : message,
          );
        }
      }
      if (sets) value = sets.to;
    }
    return value;
  };

  /** The states of each thing that something happens to. */
  const about = new Map<string, number[]>();
  states.forEach(({ point }, at) => {
    for (const [key, events] of eventsAt(point)) {
      play(events, null, null);
      const known = about.get(key);
      if (known) known.push(at);
      else about.set(key, [at]);
    }
  });
  let followed = 0;
  for (const [key, places] of about) {
    if (new Set(places.map((at) => states[at]!.point.node)).size < 2) continue;
    const best = new Map<number, number>();
    const queue: { trace: Trace; value: number }[] = [];
    const pass = (at: number, value: Value, trace: Trace | null) => {
      if (value === null) return;
      const { point, steps } = states[at]!;
      for (const step of steps) {
        const { to } = step;
        if ((best.get(to) ?? 0) >= value) continue;
        best.set(to, value);
        const taken = takenBy(point.node, step);
        queue.push({ trace: { at: to, before: trace ?? { at, before: null, taken: null }, taken }, value });
      }
    };
    for (const at of places) {
      const { point } = states[at]!;
      if (!looksBack(point.node)) pass(at, play(eventsAt(point).get(key) ?? [], null, null), null);
    }
    for (let next = 0; next < queue.length && followed < MOST_STEPS; next++, followed++) {
      const { trace, value } = queue[next]!;
      const { point } = states[trace.at]!;
      const events = eventsAt(point).get(key);
      pass(trace.at, events && !looksBack(point.node) ? play(events, value, trace) : value, trace);
    }
  }
}

/** The way to where a fact is met, and the node where it began. */
function wayOf(trace: Trace, wayTo: (at: number) => Way, states: Walk['states']): [Way, string] {
  const taken: Taken[] = [];
  let first = trace;
  for (; first.before; first = first.before) if (first.taken) taken.push(first.taken);
  const start = wayTo(first.at);
  return [{ ...start, choices: [...start.choices, ...taken.reverse()] }, states[first.at]!.point.node];
}
