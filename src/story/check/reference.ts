import { targetOf } from '../compile/machine.ts';
import { chatsOf, personOf } from '../schema/beat.ts';
import { livePerson } from '../schema/live-chat.ts';
import { declaredOtherwise, type Kind, twice, unknown } from '../schema/names.ts';
import type { Value } from '../schema/scalars.ts';
import type { Structure, When } from '../schema/schema.ts';
import { isAlways } from './always.ts';
import type { Message, Note, Path } from './diagnosis.ts';
import { didYouMean, nearest } from './nearest.ts';
import { bare } from './phrase.ts';
import { checkBeats } from './sequence.ts';

type Declared = Extract<Kind, 'node' | 'cast' | 'chat' | 'variable'>;
const DECLARED: Record<Declared, keyof Structure> = { node: 'nodes', cast: 'cast', chat: 'chats', variable: 'variables' };

/** Every name that a story uses must exist, and every name that it declares must be used. Returns the names that do not exist. */
export function checkReferences(structure: Structure, note: Note): Set<string> {
  const used = { cast: new Set<string>(), chat: new Set<string>(), read: new Set<string>(), set: new Set<string>() };
  const named: Record<Declared, Map<string, Path[]>> = { node: new Map(), cast: new Map(), chat: new Map(), variable: new Map() };
  /** Each value once, however often it is named. */
  const wrongValues = new Map<string, { path: Path; more: number; message: Message }>();
  const lines = new Set<string>();
  /** A scene waits for a chat: perhaps one that nothing opens. */
  let needsChat = false;
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
    // A range that has nothing in it is said once, at the variable.
    if (!variable || ('integer' in variable && variable.integer[0] > variable.integer[1])) return;
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
    const known = wrongValues.get(`${name} ${wanted}`);
    if (known) known.more++;
    else
      wrongValues.set(`${name} ${wanted}`, {
        path,
        more: 0,
        message: {
          nl: `“${name}” kan niet “${wanted}” zijn. ${guess ? `${guess.nl} ` : ''}Het kan zijn: ${can}.`,
          en: `“${name}” cannot be “${wanted}”. ${guess ? `${guess.en} ` : ''}It can be: ${can}.`,
        },
      });
  };
  const when = (condition: When | undefined, path: Path) => {
    for (const [name, wanted] of Object.entries(condition ?? {})) {
      used.read.add(name);
      if (!exists('variable', name, [...path, name])) continue;
      for (const one of [wanted].flat()) value(name, one, [...path, name]);
      if (!isAlways(structure, name, wanted)) continue;
      const message = {
        nl: `Dit is altijd waar: “${name}” kan niets anders zijn dan ${[wanted].flat().join(', ')}. Haal deze voorwaarde weg, of noem minder.`,
        en: `This is always true: “${name}” can be nothing but ${[wanted].flat().join(', ')}. Remove this condition, or name fewer.`,
      };
      note('always-true', [...path, name], message);
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
    if ('integer' in variable && variable.integer[0] > variable.integer[1]) {
      const range = variable.integer.toReversed().join(', ');
      const message = { nl: `Het kleinste getal staat vooraan. Typ: [${range}]`, en: `The smallest number comes first. Type: [${range}]` };
      note('unknown-value', ['variables', id, 'integer'], message);
    }
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
      const { unknowns, lacksChat } = checkBeats(structure, scene.chat, scene.beats, (index) => at('scene', 'beats', index), note);
      for (const line of unknowns) lines.add(line);
      needsChat ||= lacksChat;
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

  for (const { path, more, message } of wrongValues.values()) {
    note('unknown-value', path, {
      nl: `${message.nl}${more > 0 ? ` (Ook op ${more} ${more === 1 ? 'andere plek' : 'andere plekken'}.)` : ''}`,
      en: `${message.en}${more > 0 ? ` (Also in ${more} other ${more === 1 ? 'place' : 'places'}.)` : ''}`,
    });
  }
  const { absent, meant } = sayUnknown(named, known, note);
  if (needsChat) for (const id of Object.keys(structure.chats)) used.chat.add(id);
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
