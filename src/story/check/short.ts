import { hasShortWay } from '../compile/length.ts';
import type { Structure } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { didYouMean } from './nearest.ts';
import type { Walk } from './walk.ts';

/** What is marked `long`, before the story is walked. */
export function checkLong(structure: Structure, note: Note) {
  for (const [id, node] of Object.entries(structure.nodes)) {
    if ('vote' in node && node.vote.long !== undefined) {
      const { long, choices } = node.vote;
      const ids = choices.map((choice) => choice.id);
      if (ids.includes(long)) continue;
      const guess = didYouMean(long, ids);
      note('short-choice', ['nodes', id, 'vote', 'long'], {
        nl: `“${long}” is geen keuze van deze stemming. ${guess ? `${guess.nl} ` : ''}Schrijf hoe het verhaal verdergaat als de klas hier niet kiest: ${ids.join(', ')}.`,
        en: `“${long}” is no choice of this vote. ${guess ? `${guess.en} ` : ''}Write how the story goes on where the class does not choose here: ${ids.join(', ')}.`,
      });
    }
    if ('scene' in node && !node.scene.long && node.scene.beats.every((beat) => beat.long)) {
      note('short-empty', ['nodes', id, 'scene', 'beats'], {
        nl: 'In de korte versie blijft er van deze scène niets over. Zet long: true bij scene: zelf, of laat een regel staan.',
        en: 'In the short version nothing of this scene is left. Put long: true under scene: itself, or keep a beat.',
      });
    }
  }
  const isShort = hasShortWay(structure);
  if (isShort === (structure.shortMinutes !== undefined)) return;
  const wanted = isShort
    ? {
        nl: 'Dit verhaal heeft een korte versie: er staat iets met long:. Zet onder minutes: ook shortMinutes:, met wat die versie duurt.',
        en: 'This story has a short version: something is marked long:. Write shortMinutes: under minutes: too, with what that version takes.',
      }
    : {
        nl: 'Dit verhaal heeft geen korte versie: nergens staat long:. Haal shortMinutes: weg, of zet long: bij wat over mag.',
        en: 'This story has no short version: nothing is marked long:. Remove shortMinutes:, or put long: where something may be left out.',
      };
  note('short-minutes', [isShort ? 'minutes' : 'shortMinutes'], wanted);
}

/** An end that only the long version knows is a loss that its writer should know of. */
export function checkShortEnds(structure: Structure, long: Walk, short: Walk, note: Note) {
  for (const id of Object.keys(structure.nodes)) {
    if (!long.ends.has(id) || short.ends.has(id)) continue;
    note(
      'short-end',
      ['nodes', id],
      {
        nl: `In de korte versie komt geen klas bij “${id}”. Kies bij een long: van een stemming een andere keuze, of laat die stemming ook kort stellen.`,
        en: `In the short version no class comes to “${id}”. Choose another choice for the long: of a vote, or let that vote be asked there too.`,
      },
      'warning',
    );
  }
}
