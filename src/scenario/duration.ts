import { textId } from './beat.ts';
import { holds } from './machine.ts';
import { beatLength } from './pace.ts';
import type { Story } from './story.ts';
import type { Route } from './walk.ts';

/** Estimates, in seconds: reading a vote aloud and opening it; a vote without a timer; the reveal; a question to talk about. */
const ASK = 25;
const UNTIMED = 60;
const REVEAL = 40;
const REFLECT = 75;

/** How long a class is about to take over one way through a story, in minutes. */
export function routeMinutes({ structure, texts }: Pick<Story, 'structure' | 'texts'>, route: Route): number {
  let ms = 0;
  for (const { node: id, variables } of route.points) {
    const node = structure.nodes[id]!;
    if ('scene' in node) {
      for (const beat of node.scene.beats) {
        if (!holds(beat.when, variables)) continue;
        const text = texts.nl.nodes[id]?.[textId(beat) ?? ''];
        ms += beatLength(beat, typeof text === 'string' ? text : '');
      }
    } else if ('vote' in node) {
      ms += 1000 * (ASK + (node.vote.seconds === 'off' ? UNTIMED : node.vote.seconds) + (node.vote.talk ?? 0) + REVEAL);
    } else if ('reflect' in node) ms += 1000 * REFLECT;
  }
  return ms / 60_000;
}
