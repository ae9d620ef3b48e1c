import { onceForAlike } from '../check/entries.ts';
import type { Walk } from '../check/walk.ts';
import { plays } from '../compile/length.ts';
import type { StoryPoint } from '../compile/machine.ts';
import { beatLengths } from '../compile/pace.ts';
import { textId } from '../schema/beat.ts';
import type { Beat, Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Estimates, in seconds: reading a vote aloud and opening it; a vote without a timer; the reveal; a question to talk about; a kept result; a line to read together; what stands around a chat on the phones. */
const ASK = 25;
const UNTIMED = 60;
const REVEAL = 40;
const REFLECT = 75;
const RESULT = 25;
const TELL = 12;
const AROUND = 40;

/** About how long a class takes for one node, in milliseconds: a scene lasts as long as the beats that it shows with these variables. */
export function msOf(structure: Structure, dutch: Texts, { node: id, variables }: StoryPoint): number {
  const node = structure.nodes[id]!;
  const own = dutch.nodes[id];
  if ('scene' in node) {
    const textOf = (beat: Beat) => {
      const text = own?.[textId(beat) ?? ''];
      return typeof text === 'string' ? text : '';
    };
    const beats = node.scene.beats.filter((beat) => plays(beat, variables));
    return beatLengths(beats, textOf).reduce((sum, length) => sum + length, 0);
  }
  if ('vote' in node) {
    const { seconds, talk = 0, held } = node.vote;
    return 1000 * (ASK + (seconds === 'off' ? UNTIMED : seconds) + talk + (held ? 0 : REVEAL));
  }
  if ('reflect' in node) return 1000 * REFLECT;
  if ('foreseen' in node) return 1000 * RESULT;
  if ('tell' in node) return 1000 * TELL * (own?.lines?.length ?? 1);
  if ('live' in node) return 1000 * (AROUND + node.live.seconds);
  return 'results' in node ? 1000 * RESULT * node.results.length : 0;
}

/** About how long a class takes for the whole story, in minutes, over every route. */
export function minutesOf(structure: Structure, dutch: Texts, walked: Walk): Spread {
  const ms = onceForAlike(structure, (point) => msOf(structure, dutch, point));
  const { least, median, most } = spreadOf(walked, ({ point }) => ms(point));
  return { least: least / 60_000, median: median / 60_000, most: most / 60_000 };
}
