import { isLine, personOf } from '../schema/beat.ts';
import type { Beat } from '../schema/schema.ts';

/** The reading pace of a twelve-year-old who reads from the board with the class. */
const LEAD_IN = 900;
const A_CHARACTER = 65;
const reading = (text: string, least: number) => Math.max(least, LEAD_IN + A_CHARACTER * text.length);

/** A line that follows another at once takes less time, because the eyes are already in the chat. */
const CLUSTER_IN = 450;
const SHORTEST_LINE = 900;

/** Typing takes as long as what is typed, within what a class likes to wait. */
const A_KEY = 55;
const TYPED = { least: 1000, most: 3400, nothing: 2400 };

const OTHER = { act: 700, enter: 1300, sound: 600, react: 900, chat: 1400, bars: 6000 };

/** Beats that happen while the chat goes on. */
const beside = (beat: Beat) =>
  'act' in beat || 'enter' in beat || 'leave' in beat || 'sound' in beat || 'seen' in beat || 'react' in beat || 'copies' in beat;

/** Ms that each beat stays the newest. From the Dutch texts for every language, so that all screens agree. */
export function beatLengths(beats: readonly Beat[], textInNl: (beat: Beat) => string): number[] {
  const lengths: number[] = [];
  let next: Beat | undefined;
  for (const beat of beats.toReversed()) {
    lengths.push(beatLength(beat, textInNl(beat), next, next ? textInNl(next) : ''));
    if (!beside(beat)) next = beat;
  }
  return lengths.reverse();
}

function beatLength(beat: Beat, text: string, next: Beat | undefined, nextText: string): number {
  if ('silence' in beat) return beat.silence * 1000;
  if (beat.ms !== undefined) return beat.ms;
  if ('say' in beat || 'speak' in beat) return reading(text, 2500);
  if ('voice' in beat) return Math.max(beat.seconds * 1000 + 800, reading(text, 1600));
  if (isLine(beat)) {
    const goesOn = next !== undefined && (isLine(next) || 'typing' in next);
    return goesOn ? Math.max(SHORTEST_LINE, CLUSTER_IN + A_CHARACTER * text.length) : reading(text, 1600);
  }
  if ('typing' in beat) {
    const comes = next !== undefined && isLine(next) && personOf(next)?.id === beat.typing;
    return comes ? Math.min(TYPED.most, Math.max(TYPED.least, A_KEY * nextText.length)) : TYPED.nothing;
  }
  if ('left' in beat || 'removed' in beat || 'added' in beat || 'scroll' in beat) return 2600;
  if ('delete' in beat) return 1800;
  if ('split' in beat || 'behind' in beat || 'chat' in beat) return OTHER.chat;
  if ('enter' in beat || 'leave' in beat) return OTHER.enter;
  if ('bars' in beat) return OTHER.bars;
  if ('sound' in beat) return OTHER.sound;
  if ('seen' in beat || 'act' in beat) return OTHER.act;
  if ('react' in beat || 'copies' in beat) return OTHER.react;
  return beat satisfies never;
}
