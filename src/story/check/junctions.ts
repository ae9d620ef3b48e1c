import type { Structure } from '../schema/schema.ts';
import type { Note } from './diagnosis.ts';
import { ROUTES, STATES, type Walk } from './walk.ts';

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
      nl: `Er zijn te veel wegen om na te lopen (meer dan ${STATES} toestanden of ${ROUTES} wegen). Laat wegen eerder samenkomen${names && `, of gebruik minder van deze variabelen: ${names}`}.`,
      en: `There are too many ways to walk (more than ${STATES} states or ${ROUTES} ways). Let ways meet again sooner${names && `, or use fewer of these variables: ${names}`}.`,
    });
    return;
  }
  for (const [id, node] of Object.entries(structure.nodes)) {
    if (!walked.nodes.has(id)) {
      note('unreachable', ['nodes', id], {
        nl: `Geen enkele weg komt bij “${id}”. Laat een keuze of een next erheen wijzen, of haal hem weg.`,
        en: `No way leads to “${id}”. Let a choice or a next point to it, or remove it.`,
      });
      continue;
    }
    if (walked.stuck.has(id))
      note('no-end', ['nodes', id], {
        nl: `Vanaf “${id}” komt de klas nooit bij een einde. Laat een weg verder gaan.`,
        en: `From “${id}” the class never gets to an end. Let a way lead on.`,
      });
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
        if ('else' in way)
          note(
            'else-unused',
            ['nodes', id, 'junction', index],
            {
              nl: 'Deze else wordt nooit genomen: een van de wegen erboven klopt altijd.',
              en: 'This else is never taken: one of the ways above it always holds.',
            },
            'warning',
          );
        else
          note('never-true', ['nodes', id, 'junction', index, 'when'], {
            nl: 'Deze when is hier nooit waar, dus deze weg wordt nooit genomen. Verander de when of haal de weg weg.',
            en: 'This when is never true here, so this way is never taken. Change the when or remove the way.',
          });
      });
    }
  }
  if (walked.cycle && walked.stuck.size === 0) {
    const cycle = walked.cycle.join(' → ');
    note('endless', ['nodes', walked.cycle[0]!], {
      nl: `Hier kan de klas eindeloos rondgaan: ${cycle}. Laat een variabele onthouden dat ze er al was, en laat een splitsing dan verder gaan.`,
      en: `Here the class can go round for ever: ${cycle}. Let a variable remember that it was here, and let a junction then lead on.`,
    });
  }
}
