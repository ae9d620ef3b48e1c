import { BASE_LANG } from '../../locales/languages.ts';
import type { Route } from '../check/walk.ts';
import { holds } from '../compile/machine.ts';
import { beatLengths } from '../compile/pace.ts';
import type { Story } from '../compile/story.ts';
import { textId } from '../schema/beat.ts';
import type { Beat } from '../schema/schema.ts';

/** Estimates, in seconds: reading a vote aloud and opening it; a vote without a timer; the reveal; a question to talk about; a kept result; a line to read together; what stands around a chat on the phones. */
const ASK = 25;
const UNTIMED = 60;
const REVEAL = 40;
const REFLECT = 75;
const RESULT = 25;
const TELL = 12;
const AROUND = 40;

/** About how long a class takes for one path through a story, in minutes. */
export function routeMinutes({ structure, texts }: Pick<Story, 'structure' | 'texts'>, route: Route): number {
  let ms = 0;
  for (const { node: id, variables } of route.points) {
    const node = structure.nodes[id]!;
    if ('scene' in node) {
      const beats = node.scene.beats.filter((beat) => holds(beat.when, variables));
      const textOf = (beat: Beat) => {
        const text = texts[BASE_LANG].nodes[id]?.[textId(beat) ?? ''];
        return typeof text === 'string' ? text : '';
      };
      for (const length of beatLengths(beats, textOf)) ms += length;
    } else if ('vote' in node) {
      const { seconds, talk = 0, held } = node.vote;
      ms += 1000 * (ASK + (seconds === 'off' ? UNTIMED : seconds) + talk + (held ? 0 : REVEAL));
    } else if ('reflect' in node) ms += 1000 * REFLECT;
    else if ('tell' in node) ms += 1000 * TELL * (texts[BASE_LANG].nodes[id]?.lines?.length ?? 1);
    else if ('live' in node) ms += 1000 * (AROUND + node.live.seconds);
    else if ('results' in node) ms += 1000 * RESULT * node.results.length;
  }
  return ms / 60_000;
}
