import { textId, textIds } from './beat.ts';
import type { Note, Path } from './diagnosis.ts';
import { holds } from './machine.ts';
import { twice, unknown } from './name.ts';
import type { Beat, Structure } from './schema.ts';
import type { Walk } from './walk.ts';

const shown = (beat: Beat): string | null => ('message' in beat || 'system' in beat || 'tile' in beat ? textId(beat) : null);

/** What only the order of the beats shows: which chat is open, and which messages have come. */
export function checkBeats(structure: Structure, first: string | undefined, beats: readonly Beat[], at: (index: number) => Path, note: Note) {
  const ids = beats.flatMap((beat, index) => textIds(beat).map((id) => ({ id, index })));
  twice(
    ids.map(({ id }) => id),
    (which) => at(ids[which]!.index),
    note,
  );
  let chat = first;
  const messages: string[] = [];
  const tiles: string[] = [];
  beats.forEach((beat, index) => {
    if ('chat' in beat) chat = beat.chat;
    const line = shown(beat);
    if (line !== null) messages.push(line);
    if ('tile' in beat) tiles.push(beat.text);
    if ('react' in beat && !messages.includes(beat.react)) unknown('message', beat.react, messages, [...at(index), 'react'], note);
    if ('of' in beat && !tiles.includes(beat.of)) unknown('tile', beat.of, tiles, [...at(index), 'of'], note);
    const inChat = line !== null || 'typing' in beat || 'seen' in beat || 'react' in beat || 'copies' in beat;
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
    if ('bars' in beat) {
      beat.bars.forEach(({ value, of }, which) => {
        if (value <= of) return;
        note('bar-over', [...at(index), 'bars', which, 'value'], {
          nl: `Deze balk is ${value} van ${of}. Maak value hoogstens ${of}.`,
          en: `This bar is ${value} of ${of}. Make value ${of} at most.`,
        });
      });
    }
  });
}

/** The same, exactly: plays every scene with each set of variables that comes there. */
export function checkPlayed(structure: Structure, walked: Walk, note: Note) {
  for (const [id, node] of Object.entries(structure.nodes)) {
    if (!('scene' in node)) continue;
    const said = new Set<string>();
    const once = (code: string, path: Path, message: Parameters<Note>[2]) => {
      const key = JSON.stringify([code, path]);
      if (said.has(key)) return;
      said.add(key);
      note(code, path, message);
    };
    for (const variables of walked.entered.get(id) ?? []) {
      const come = new Set<string>();
      const counts = new Map<string, number>();
      node.scene.beats.forEach((beat, index) => {
        if (!holds(beat.when, variables)) return;
        const at = (key: string) => ['nodes', id, 'scene', 'beats', index, key];
        const line = shown(beat);
        if (line !== null) come.add(line);
        if ('tile' in beat) counts.set(beat.text, beat.copies ?? 0);
        const about = 'react' in beat ? beat.react : 'of' in beat ? beat.of : null;
        if (about !== null && !come.has(about)) {
          once('hidden-message', at('when'), {
            nl: `Er is een weg waarop “${about}” hier nog niet te zien is. Geef deze regel dezelfde when als “${about}”.`,
            en: `There is a way on which “${about}” is not seen yet here. Give this beat the same when as “${about}”.`,
          });
        }
        if ('of' in beat) {
          const before = counts.get(beat.of) ?? 0;
          if (beat.copies < before) {
            once('copies-fall', at('copies'), {
              nl: `De teller van “${beat.of}” staat hier al op ${before} en kan niet terug naar ${beat.copies}. Maak dit getal ten minste ${before}.`,
              en: `The counter of “${beat.of}” already stands at ${before} here and cannot go back to ${beat.copies}. Make this number ${before} at least.`,
            });
          }
          counts.set(beat.of, beat.copies);
        }
      });
    }
  }
}
