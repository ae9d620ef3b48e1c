import type { Structure } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { checkLoops, firstLost } from './loops.ts';
import { STATES, VALUES, type Walk } from './walk.ts';

/** Refuses junctions that only lead to each other, because the story would never stop there. */
export function checkJunctions(structure: Structure, note: Note) {
  for (const start of Object.keys(structure.nodes)) {
    const seen = new Set<string>();
    const follow = (id: string): boolean => {
      const node = structure.nodes[id];
      if (!node || !('junction' in node) || seen.has(id)) return false;
      seen.add(id);
      return node.junction.some((way) => {
        const to = 'else' in way ? way.else : way.to;
        return to === start || follow(to);
      });
    };
    if (follow(start))
      note('junction-round', ['nodes', start, 'junction'], {
        nl: 'Deze splitsing komt bij zichzelf terug zonder scène ertussen. Laat een van de wegen naar een scène gaan.',
        en: 'This junction comes back to itself without a scene in between. Let one of the ways lead to a scene.',
      });
  }
}

/** Finds what only a walk through the story shows. Needs a story whose names all exist. */
export function checkWalk(structure: Structure, walked: Walk, note: Note) {
  if (walked.over) {
    const names = walked.over.join(', ');
    note('too-many', [names ? 'variables' : 'nodes'], {
      nl: `Er zijn te veel toestanden om na te lopen: meer dan ${STATES}, of samen meer dan ${VALUES} onthouden waarden. Een toestand is een scène met alles wat het verhaal daar nog onthoudt. Vergeet eerder wat er gekozen is${names && `, of gebruik minder van deze variabelen: ${names}`}.`,
      en: `There are too many states to walk: more than ${STATES}, or more than ${VALUES} remembered values in all. A state is a scene with all that the story still remembers there. Forget sooner what was chosen${names && `, or use fewer of these variables: ${names}`}.`,
    });
    return;
  }
  if (!Object.values(structure.nodes).some((node) => 'end' in node)) {
    note('without-end', ['nodes'], {
      nl: 'Dit verhaal heeft geen einde. Zet er een bij, zoals slot: { end: { debrief: true, help: true } }, en laat de laatste scène daarheen gaan.',
      en: 'This story has no end. Add one, such as finish: { end: { debrief: true, help: true } }, and let the last scene lead to it.',
    });
    return;
  }
  const loops = checkLoops(structure, walked, note);
  const lost = new Set(Object.keys(structure.nodes).filter((id) => !walked.nodes.has(id)));
  const shut: string[] = [];
  for (const [id, node] of Object.entries(structure.nodes)) {
    if (!walked.nodes.has(id)) continue;
    if ('scene' in node) {
      node.scene.beats.forEach((beat, index) => {
        if (beat.when && !walked.held.has(beat))
          note('never-true', ['nodes', id, 'scene', 'beats', index, 'when'], {
            nl: 'Deze when is hier nooit waar, dus deze regel is nooit te zien. Verander de when of haal de regel weg.',
            en: 'This when is never true here, so this beat is never seen. Change the when or remove the beat.',
          });
      });
    }
    if ('junction' in node) {
      node.junction.forEach((way, index) => {
        if (walked.held.has(way)) return;
        // Of a loop that nobody gets out of, its junction is named already.
        if (loops.junctions.has(id)) return;
        if ('else' in way) {
          // Where nothing else leads to the node, that is what must be mended.
          if (lost.has(way.else)) return;
          note(
            'else-unused',
            ['nodes', id, 'junction', index],
            {
              nl: 'Deze else wordt nooit genomen: een van de wegen erboven klopt altijd.',
              en: 'This else is never taken: one of the ways above it always holds.',
            },
            'warning',
          );
        } else {
          shut.push(way.to);
          note('never-true', ['nodes', id, 'junction', index, 'when'], {
            nl: 'Deze when is hier nooit waar, dus deze weg wordt nooit genomen. Verander de when of haal de weg weg.',
            en: 'This when is never true here, so this way is never taken. Change the when or remove the way.',
          });
        }
      });
    }
  }
  // What comes after a loop that nobody gets out of is looked at once that is mended.
  if (loops.closed) return;
  for (const id of firstLost(structure, lost, shut)) {
    note('unreachable', ['nodes', id], {
      nl: `Geen enkele weg komt bij “${id}”. Laat een keuze of een next erheen wijzen, of haal hem weg.`,
      en: `No way leads to “${id}”. Let a choice or a next point to it, or remove it.`,
    });
  }
}
