import { targetOf } from '../compile/machine.ts';
import { chatsOf, personOf } from '../schema/beat.ts';
import { livePerson } from '../schema/live-chat.ts';
import { declaredOtherwise, type Kind, twice, unknown } from '../schema/names.ts';
import type { Value } from '../schema/scalars.ts';
import type { Structure, When } from '../schema/schema.ts';
import type { Note, Path } from './diagnosis.ts';
import { didYouMean, nearest } from './nearest.ts';
import { bare } from './phrase.ts';
import { checkBeats } from './sequence.ts';

type Declared = Extract<Kind, 'node' | 'cast' | 'chat' | 'variable'>;
const DECLARED: Record<Declared, keyof Structure> = { node: 'nodes', cast: 'cast', chat: 'chats', variable: 'variables' };

/** Every name that a story uses must exist, and every name that it declares must be used. Returns the names that do not exist. */
export function checkReferences(structure: Structure, note: Note): Set<string> {
  const used = { cast: new Set<string>(), chat: new Set<string>(), read: new Set<string>(), set: new Set<string>() };
  const named: Record<Declared, Map<string, Path[]>> = { node: new Map(), cast: new Map(), chat: new Map(), variable: new Map() };
  const lines = new Set<string>();
  const known: Record<Declared, object> = {
    node: structure.nodes,
    cast: structure.cast,
    chat: structure.chats,
    variable: structure.variables,
  };

  const exists = (kind: Declared, id: string, path: Path) => {
    if (kind === 'cast' || kind === 'chat') used[kind].add(id);
    named[kind].set(id, [...(named[kind].get(id) ?? []), path]);
    return Object.hasOwn(known[kind], id);
  };
  const value = (name: string, wanted: Value, path: Path) => {
    const variable = structure.variables[name];
    if (!variable) return;
    const fits =
      'boolean' in variable
        ? typeof wanted === 'boolean'
        : 'enum' in variable
          ? variable.enum.includes(String(wanted))
          : typeof wanted === 'number' && wanted >= variable.integer[0] && wanted <= variable.integer[1];
    if (fits) return;
    const can = 'boolean' in variable ? 'true, false' : 'enum' in variable ? variable.enum.join(', ') : variable.integer.join(' – ');
    const meant = 'enum' in variable ? null : bare(wanted);
    const guess =
      meant !== null
        ? { nl: `Typ ${meant}, zonder aanhalingstekens.`, en: `Type ${meant}, without quotation marks.` }
        : 'enum' in variable
          ? didYouMean(String(wanted), variable.enum)
          : null;
    note('unknown-value', path, {
      nl: `“${name}” kan niet “${wanted}” zijn. ${guess ? `${guess.nl} ` : ''}Het kan zijn: ${can}.`,
      en: `“${name}” cannot be “${wanted}”. ${guess ? `${guess.en} ` : ''}It can be: ${can}.`,
    });
  };
  const when = (condition: When | undefined, path: Path) => {
    for (const [name, wanted] of Object.entries(condition ?? {})) {
      used.read.add(name);
      if (exists('variable', name, [...path, name])) for (const one of [wanted].flat()) value(name, one, [...path, name]);
    }
  };

  const sets = (effect: Record<string, Value> | undefined, path: Path) => {
    for (const [name, wanted] of Object.entries(effect ?? {})) {
      used.set.add(name);
      if (exists('variable', name, [...path, 'set', name])) value(name, wanted, [...path, 'set', name]);
    }
  };

  exists('node', structure.start, ['start']);
  for (const [id, { owner }] of Object.entries(structure.chats)) if (owner) exists('cast', owner, ['chats', id, 'owner']);
  for (const [id, variable] of Object.entries(structure.variables)) {
    if (!('boolean' in variable)) value(id, variable.initial, ['variables', id, 'initial']);
  }

  for (const [id, node] of Object.entries(structure.nodes)) {
    const at = (...path: (string | number)[]) => ['nodes', id, ...path];
    if ('next' in node) exists('node', node.next, at('next'));
    if ('scene' in node) {
      const { scene } = node;
      scene.standing.forEach(({ who }, index) => {
        exists('cast', who, at('scene', 'standing', index, 'who'));
      });
      twice(
        scene.standing.map(({ who }) => who),
        (index) => at('scene', 'standing', index),
        note,
        false,
      );
      if (scene.chat) exists('chat', scene.chat, at('scene', 'chat'));
      scene.beats.forEach((beat, index) => {
        const person = personOf(beat);
        if (person) exists('cast', person.id, at('scene', 'beats', index, person.key));
        if ('by' in beat && beat.by !== undefined) exists('cast', beat.by, at('scene', 'beats', index, 'by'));
        for (const { key, id: chat } of chatsOf(beat)) exists('chat', chat, at('scene', 'beats', index, key));
        when(beat.when, at('scene', 'beats', index, 'when'));
      });
      for (const line of checkBeats(structure, scene.chat, scene.beats, (index) => at('scene', 'beats', index), note)) lines.add(line);
    } else if ('vote' in node) {
      if (node.vote.as) exists('cast', node.vote.as, at('vote', 'as'));
      node.vote.choices.forEach((choice, index) => {
        const path = at('vote', 'choices', index);
        exists('node', choice.to, [...path, 'to']);
        sets(choice.set, path);
      });
      twice(
        node.vote.choices.map((choice) => choice.id),
        (index) => at('vote', 'choices', index, 'id'),
        note,
      );
    } else if ('live' in node) {
      exists('chat', node.live.chat, at('live', 'chat'));
      node.live.script.forEach((beat, index) => {
        const person = livePerson(beat);
        if (person) exists('cast', person.id, at('live', 'script', index, person.key));
      });
    } else if ('bySize' in node) {
      node.bySize.forEach((way, index) => {
        exists('node', targetOf(way), at('bySize', index, 'else' in way ? 'else' : 'to'));
        sets(way.set, at('bySize', index));
      });
    } else if ('junction' in node) {
      node.junction.forEach((way, index) => {
        const last = index === node.junction.length - 1;
        if ('else' in way) exists('node', way.else, at('junction', index, 'else'));
        else {
          exists('node', way.to, at('junction', index, 'to'));
          when(way.when, at('junction', index, 'when'));
        }
        if ('else' in way !== last) {
          note('junction-else', at('junction', index), {
            nl: 'Een splitsing eindigt met precies één else, als laatste. Zet die daar, zodat er altijd een weg is.',
            en: 'A junction ends with exactly one else, the last. Put it there, so that there is always a way.',
          });
        }
      });
    }
  }

  const { absent, meant } = sayUnknown(named, known, note);
  unusedNames(structure, used, meant, note);
  sameLooks(structure, note);
  return new Set([...absent, ...lines]);
}

/** On the board and in the chat nobody could tell the two apart. */
function sameLooks({ cast }: Structure, note: Note) {
  const people = Object.entries(cast);
  people.forEach(([id, { look }], index) => {
    const before = people.slice(0, index).find(([, other]) => other.look === look)?.[0];
    if (before === undefined) return;
    note(
      'same-look',
      ['cast', id, 'look'],
      (lineOf) => ({
        nl: `“${id}” ziet er net zo uit als “${before}” (regel ${lineOf(['cast', before])}). Geef een van de twee een andere look.`,
        en: `“${id}” looks the same as “${before}” (line ${lineOf(['cast', before])}). Give one of the two another look.`,
      }),
      'warning',
    );
  });
}

/** Each name that does not exist once. `meant`: the declared names that were probably meant, about which nothing else is sure. */
function sayUnknown(named: Record<Declared, Map<string, Path[]>>, known: Record<Declared, object>, note: Note) {
  const absent = new Set<string>();
  const meant = new Set<string>();
  for (const kind of ['node', 'cast', 'chat', 'variable'] as const) {
    const declared = Object.keys(known[kind]);
    for (const [id, [first, ...more]] of named[kind]) {
      if (!first || Object.hasOwn(known[kind], id)) continue;
      absent.add(id);
      const near = nearest(id, declared);
      if (near !== null) meant.add(near);
      if (near !== null && more.length > 0 && !named[kind].has(near))
        declaredOtherwise(kind, near, id, more.length + 1, [DECLARED[kind], near], note);
      else unknown(kind, id, declared, first, note, more.length);
    }
  }
  return { absent, meant };
}

type Used = Record<'cast' | 'chat' | 'read' | 'set', ReadonlySet<string>>;

function unusedNames(structure: Structure, used: Used, meant: ReadonlySet<string>, note: Note) {
  for (const id of Object.keys(structure.variables)) {
    if (meant.has(id)) continue;
    if (!used.set.has(id) && !(id === 'version' && structure.versions))
      note('never-set', ['variables', id], {
        nl: `Geen keuze verandert “${id}”. Gebruik set: bij een keuze, of haal de variabele weg.`,
        en: `No choice changes “${id}”. Use set: with a choice, or remove the variable.`,
      });
    if (!used.read.has(id))
      note(
        'never-read',
        ['variables', id],
        {
          nl: `Niets kijkt naar “${id}”. Gebruik when:, of haal de variabele weg.`,
          en: `Nothing looks at “${id}”. Use when:, or remove the variable.`,
        },
        'warning',
      );
  }
  for (const id of Object.keys(structure.cast)) {
    if (!used.cast.has(id) && !meant.has(id))
      note(
        'unused-cast',
        ['cast', id],
        {
          nl: `“${id}” komt nergens voor. Haal deze persoon weg, of geef hem een rol.`,
          en: `“${id}” appears nowhere. Remove this person, or give them a part.`,
        },
        'warning',
      );
  }
  for (const id of Object.keys(structure.chats)) {
    if (!used.chat.has(id) && !meant.has(id))
      note(
        'unused-chat',
        ['chats', id],
        { nl: `De chat “${id}” gaat nergens open. Haal hem weg, of gebruik hem.`, en: `The chat “${id}” opens nowhere. Remove it, or use it.` },
        'warning',
      );
  }
}
