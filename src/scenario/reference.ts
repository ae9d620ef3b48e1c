import { personOf, textId } from './beat.ts';
import type { Note, Path } from './diagnosis.ts';
import type { Beat, Structure, Value, When } from './schema.ts';

type Kind = 'node' | 'cast' | 'chat' | 'variable' | 'message';
const KINDS: Record<Kind, { nl: string; en: string }> = {
  node: { nl: 'scène', en: 'scene' },
  cast: { nl: 'persoon', en: 'person' },
  chat: { nl: 'chat', en: 'chat' },
  variable: { nl: 'variabele', en: 'variable' },
  message: { nl: 'bericht', en: 'message' },
};

/** Every name that a story uses must exist, and every name that it declares must be used. */
export function checkReferences(structure: Structure, note: Note) {
  const used = { cast: new Set<string>(), chat: new Set<string>(), read: new Set<string>(), set: new Set<string>() };
  const known: Record<Exclude<Kind, 'message'>, object> = {
    node: structure.nodes,
    cast: structure.cast,
    chat: structure.chats,
    variable: structure.variables,
  };

  const exists = (kind: Exclude<Kind, 'message'>, id: string, path: Path) => {
    if (kind === 'cast' || kind === 'chat') used[kind].add(id);
    if (Object.hasOwn(known[kind], id)) return true;
    unknown(kind, id, Object.keys(known[kind]), path, note);
    return false;
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
    note('unknown-value', path, {
      nl: `“${name}” kan niet “${wanted}” zijn. Het kan zijn: ${can}.`,
      en: `“${name}” cannot be “${wanted}”. It can be: ${can}.`,
    });
  };
  const when = (condition: When | undefined, path: Path) => {
    for (const [name, wanted] of Object.entries(condition ?? {})) {
      used.read.add(name);
      if (exists('variable', name, [...path, name])) for (const one of [wanted].flat()) value(name, one, [...path, name]);
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
      );
      if (scene.chat) exists('chat', scene.chat, at('scene', 'chat'));
      scene.beats.forEach((beat, index) => {
        const person = personOf(beat);
        if (person) exists('cast', person.id, at('scene', 'beats', index, person.key));
        if ('chat' in beat) exists('chat', beat.chat, at('scene', 'beats', index, 'chat'));
        when(beat.when, at('scene', 'beats', index, 'when'));
      });
      checkBeats(structure, scene.chat, scene.beats, (index) => at('scene', 'beats', index), note);
    } else if ('vote' in node) {
      if (node.vote.as) exists('cast', node.vote.as, at('vote', 'as'));
      node.vote.choices.forEach((choice, index) => {
        const path = at('vote', 'choices', index);
        exists('node', choice.to, [...path, 'to']);
        for (const [name, wanted] of Object.entries(choice.set ?? {})) {
          used.set.add(name);
          if (exists('variable', name, [...path, 'set', name])) value(name, wanted, [...path, 'set', name]);
        }
      });
      twice(
        node.vote.choices.map((choice) => choice.id),
        (index) => at('vote', 'choices', index, 'id'),
        note,
      );
      if (node.vote.kind === 'guarded' && node.vote.choices.length > 2) {
        note('guarded-two', at('vote', 'kind'), {
          nl: 'Een stemming over jezelf of de groep (guarded) heeft twee keuzes, anders kan een klas de uitslag niet zien. Maak er twee, of maak de stemming open.',
          en: 'A vote about oneself or the group (guarded) has two choices, or else a class cannot see the result. Make it two, or make the vote open.',
        });
      }
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

  unusedNames(structure, used, note);
}

function unknown(kind: Kind, id: string, options: readonly string[], path: Path, note: Note) {
  const { nl, en } = KINDS[kind];
  const [known, others] = [options.slice(0, 12).join(', '), options.length > 12 ? ', …' : ''];
  note(`unknown-${kind}`, path, {
    nl: `De ${nl} “${id}” bestaat niet. Kies een naam die bestaat (${known}${others}) of maak hem.`,
    en: `The ${en} “${id}” does not exist. Choose a name that exists (${known}${others}) or add it.`,
  });
}

function twice(ids: readonly (string | null)[], at: (index: number) => Path, note: Note) {
  ids.forEach((id, index) => {
    if (id === null || ids.indexOf(id) === index) return;
    note('duplicate-id', at(index), {
      nl: `“${id}” staat hier twee keer. Geef een van de twee een andere naam.`,
      en: `“${id}” stands here twice. Give one of the two another name.`,
    });
  });
}

/** What only the order of the beats shows: which chat is open, and which messages have come. */
function checkBeats(structure: Structure, first: string | undefined, beats: readonly Beat[], at: (index: number) => Path, note: Note) {
  twice(beats.map(textId), at, note);
  let chat = first;
  const messages: string[] = [];
  beats.forEach((beat, index) => {
    if ('chat' in beat) chat = beat.chat;
    if ('message' in beat) messages.push(beat.message);
    if ('system' in beat) messages.push(beat.system);
    if ('react' in beat && !messages.includes(beat.react)) unknown('message', beat.react, messages, [...at(index), 'react'], note);
    const inChat = 'message' in beat || 'system' in beat || 'typing' in beat || 'seen' in beat || 'react' in beat;
    if (inChat && chat === undefined) {
      note('no-chat', at(index), {
        nl: 'Hier is nog geen chat open. Zet chat: bij de scène, of open er eerst een.',
        en: 'No chat is open here yet. Add chat: to the scene, or open one first.',
      });
    }
    if ('silence' in beat && beat.mirror && !(chat !== undefined && structure.chats[chat]?.owner)) {
      note('mirror-owner', at(index), {
        nl: 'mirror maakt elke telefoon die van iemand uit het verhaal. Open eerst een chat met een owner.',
        en: 'mirror makes every phone that of somebody in the story. First open a chat that has an owner.',
      });
    }
  });
}

function unusedNames(structure: Structure, used: { cast: Set<string>; chat: Set<string>; read: Set<string>; set: Set<string> }, note: Note) {
  for (const id of Object.keys(structure.variables)) {
    if (!used.set.has(id))
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
    if (!used.cast.has(id))
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
    if (!used.chat.has(id))
      note(
        'unused-chat',
        ['chats', id],
        { nl: `De chat “${id}” gaat nergens open. Haal hem weg, of gebruik hem.`, en: `The chat “${id}” opens nowhere. Remove it, or use it.` },
        'warning',
      );
  }
}
