import { plays } from '../compile/length.ts';
import { aboutOf, lineOf, textIds } from '../schema/beat.ts';
import { twice } from '../schema/names.ts';
import type { Beat, Structure } from '../schema/schema.ts';
import { freeSide, type Side, spread } from '../schema/standing.ts';
import { MOST_STANDING, SIDES } from '../schema/vocabulary.ts';
import type { Code } from './codes.ts';
import { checkConversation } from './conversation.ts';
import type { MessageOfLines, Note, Path } from './diagnosis.ts';
import { differing } from './entries.ts';
import type { Walk } from './walk.ts';

/** What only the order of the beats shows. Returns the lines that do not exist, and whether a chat was missing. */
export function checkBeats(
  structure: Structure,
  first: string | undefined,
  beats: readonly Beat[],
  at: (index: number) => Path,
  note: Note,
): ReturnType<typeof checkConversation> {
  const ids = beats.flatMap((beat, index) => textIds(beat).map((id) => ({ id, index })));
  twice(
    ids.map(({ id }) => id),
    (which) => at(ids[which]!.index),
    note,
  );
  const found = checkConversation(structure, first, beats, at, note);
  beats.forEach((beat, index) => {
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
  return found;
}

const stands = (who: string) => ({
  nl: `Er is een weg waarop ${who} hier al staat. Haal enter weg, of laat ${who} eerst gaan met leave.`,
  en: `There is a way on which ${who} already stands here. Take enter away, or first let ${who} go with leave.`,
});
const absent = (who: string) => ({
  nl: `Er is een weg waarop ${who} hier niet staat. Zet ${who} bij standing, of laat ${who} eerst komen met enter.`,
  en: `There is a way on which ${who} does not stand here. Put ${who} in standing, or first let ${who} come with enter.`,
});
const crowded = {
  nl: `Op het bord passen er ${MOST_STANDING} naast elkaar. Laat eerst iemand gaan met leave.`,
  en: `${MOST_STANDING} fit beside each other on the board. First let somebody go with leave.`,
};

/** Two people on one side of the board: the one hides the other. */
const together = (side: Side, [one, other]: [string, string], [first, second]: [Path, Path]): MessageOfLines => {
  const left = SIDES.filter((free) => free !== side).join(', ');
  return (lineOf) => ({
    nl: `“${one}” (regel ${lineOf(first)}) en “${other}” (regel ${lineOf(second)}) staan allebei op at: ${side}, dus in elkaar. Geef een van de twee een andere plek (${left}), of laat at: weg: dan kiest het bord zelf.`,
    en: `“${one}” (line ${lineOf(first)}) and “${other}” (line ${lineOf(second)}) both stand at: ${side}, in each other. Give one of them another place (${left}), or leave at: out: then the board chooses.`,
  });
};

/** The same, exactly: plays every scene with each set of variables that comes there. */
export function checkPlayed(structure: Structure, walked: Walk, note: Note) {
  const said = new Set<string>();
  const once = (code: Code, path: Path, message: Parameters<Note>[2]) => {
    const key = JSON.stringify([code, path]);
    if (said.has(key)) return;
    said.add(key);
    note(code, path, message);
  };
  for (const { node: id, variables } of differing(
    structure,
    walked.states.map(({ point }) => point),
  )) {
    const node = structure.nodes[id]!;
    if (!('scene' in node)) continue;
    const come = new Set<string>();
    const standing = new Map<string, { side: Side; path: Path }>();
    const stand = (who: string, side: Side, path: Path) => {
      for (const [other, there] of standing)
        if (other !== who && there.side === side) once('same-place', [...path, 'at'], together(side, [other, who], [there.path, path]));
      standing.set(who, { side, path });
    };
    const sides = spread(node.scene.standing);
    node.scene.standing.forEach(({ who }, index) => void stand(who, sides[index] ?? 'centre', ['nodes', id, 'scene', 'standing', index]));
    node.scene.beats.forEach((beat, index) => {
      if (!plays(beat, variables)) return;
      const at = (key: string) => ['nodes', id, 'scene', 'beats', index, key];
      const line = lineOf(beat);
      if (line !== null) come.add(line);
      if ('enter' in beat) {
        if (standing.has(beat.enter)) once('already-there', at('enter'), stands(beat.enter));
        const path = ['nodes', id, 'scene', 'beats', index];
        const side = beat.at ?? freeSide([...standing.values()].map((other) => other.side));
        if (standing.size < MOST_STANDING || standing.has(beat.enter)) stand(beat.enter, side, path);
        else {
          standing.set(beat.enter, { side, path });
          once('crowded', at('enter'), crowded);
        }
      }
      if ('act' in beat && !standing.has(beat.act)) once('not-there', at('act'), absent(beat.act));
      if ('leave' in beat && !standing.delete(beat.leave)) once('not-there', at('leave'), absent(beat.leave));
      const about = aboutOf(beat)?.id;
      if (about !== undefined && !come.has(about)) {
        once('hidden-message', at('when'), {
          nl: `Er is een weg waarop “${about}” hier nog niet te zien is. Geef deze regel dezelfde when als “${about}”.`,
          en: `There is a way on which “${about}” is not seen yet here. Give this beat the same when as “${about}”.`,
        });
      }
    });
  }
}
