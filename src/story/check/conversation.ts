import { aboutOf, lineOf } from '../schema/beat.ts';
import { unknown } from '../schema/names.ts';
import type { Beat, Structure } from '../schema/schema.ts';
import type { Note, Path } from './diagnosis.ts';

/** What a chat must be for the beats about it: which is open, which lines it has, who may still write. Returns the lines that do not exist, and whether a chat was missing. */
export function checkConversation(
  structure: Structure,
  first: string | undefined,
  beats: readonly Beat[],
  at: (index: number) => Path,
  note: Note,
): { unknowns: Set<string>; lacksChat: boolean } {
  const lines = new Map<string, { chats: string[]; system: boolean; tile: boolean }>();
  let chat = first;
  let second: string | undefined;
  const exists = (id: string | undefined) => id === undefined || Object.hasOwn(structure.chats, id);
  const unknowns = new Set<string>();
  let lacksChat = false;
  const deleted = new Set<string>();
  const owner = (id: string | undefined) => (id === undefined ? undefined : structure.chats[id]?.owner);

  beats.forEach((beat, index) => {
    const inChat = (key: string) => [...at(index), key];
    if ('chat' in beat) [chat, second] = [beat.chat, undefined];
    // Of a chat that does not exist only that is said.
    if (
      'only' in beat &&
      beat.only !== undefined &&
      exists(beat.only) &&
      exists(second) &&
      (second === undefined || ![chat, second].includes(beat.only))
    ) {
      note('only-split', inChat('only'), {
        nl: 'only kiest tussen twee telefoons naast elkaar. Zet eerst split, en noem een van die twee chats.',
        en: 'only chooses between two phones beside each other. Put split first, and name one of those two chats.',
      });
    }
    const line = lineOf(beat);
    if (line !== null) {
      const only = 'only' in beat ? beat.only : undefined;
      const chats = only === undefined ? [chat, second] : [only];
      lines.set(line, { chats: chats.filter((id) => id !== undefined), system: 'system' in beat, tile: 'tile' in beat });
    }
    const about = aboutOf(beat);
    if (about) {
      const tile = about.key === 'of';
      const fits = [...lines].filter(([, known]) => (tile ? known.tile : !(about.key === 'delete' && known.system))).map(([id]) => id);
      const known = lines.get(about.id);
      if (!fits.includes(about.id)) {
        if (!unknowns.has(about.id)) unknown(tile ? 'tile' : 'message', about.id, fits, inChat(about.key), note);
        unknowns.add(about.id);
      } else if (deleted.has(about.id)) {
        note('unknown-message', inChat(about.key), {
          nl: `Het bericht “${about.id}” is hier al verwijderd. Zet dit vóór delete, of haal het weg.`,
          en: `The message “${about.id}” has been deleted here already. Put this before delete, or remove it.`,
        });
      } else if ('scroll' in beat && chat !== undefined && !known?.chats.includes(chat)) {
        note('scroll-chat', inChat('scroll'), {
          nl: `“${about.id}” staat in een andere chat dan die nu open is. Open die chat eerst.`,
          en: `“${about.id}” stands in another chat than the one that is open now. Open that chat first.`,
        });
      }
      // Where only some see it go, the others still have it.
      if ('delete' in beat && beat.when === undefined) deleted.add(about.id);
    }
    const needsChat =
      line !== null || about !== null || ['typing', 'seen', 'left', 'removed', 'added', 'behind', 'split'].some((key) => Object.hasOwn(beat, key));
    // What comes after it in the scene waits for the same chat.
    if (needsChat && chat === undefined && !lacksChat) {
      lacksChat = true;
      note('no-chat', at(index), {
        nl: 'Hier is nog geen chat open. Zet chat: bij de scène, of open er eerst een.',
        en: 'No chat is open here yet. Add chat: to the scene, or open one first.',
      });
    }
    if ('silence' in beat && beat.mirror && exists(chat) && !owner(chat)) {
      note('mirror-owner', at(index), {
        nl: 'mirror maakt elke telefoon die van iemand uit het verhaal. Open eerst een chat met een owner.',
        en: 'mirror makes every phone that of somebody in the story. First open a chat that has an owner.',
      });
    }
    if ('split' in beat) {
      if (chat !== undefined && exists(chat) && exists(beat.split) && (!owner(chat) || !owner(beat.split) || owner(chat) === owner(beat.split))) {
        note('split-owner', inChat('split'), {
          nl: 'split zet de telefoons van twee mensen naast elkaar. Geef beide chats een eigen owner.',
          en: 'split puts the phones of two people beside each other. Give both chats an owner of their own.',
        });
      }
      second = beat.split;
    }
    if ('behind' in beat) {
      if (beat.behind === chat) {
        note('behind-open', inChat('behind'), {
          nl: `“${beat.behind}” is nu open en kan niet achter zichzelf staan. Noem een andere chat.`,
          en: `“${beat.behind}” is open now and cannot wait behind itself. Name another chat.`,
        });
      }
    }
  });
  return { unknowns, lacksChat };
}
