import type { Beat } from './schema.ts';

/** Somebody of twelve who reads from the board with the class. */
const LEAD_IN = 900;
const A_CHARACTER = 65;

const reading = (text: string, least: number) => Math.max(least, LEAD_IN + A_CHARACTER * text.length);

/** Ms that a beat stays the newest. From the Dutch text for every language, so that all screens agree. */
export function beatLength(beat: Beat, textInNl: string): number {
  if ('silence' in beat) return beat.silence * 1000;
  if (beat.ms !== undefined) return beat.ms;
  if ('say' in beat || 'speak' in beat) return reading(textInNl, 2500);
  if ('message' in beat || 'system' in beat || 'tile' in beat) return reading(textInNl, 1600);
  if ('typing' in beat) return 1400;
  if ('seen' in beat || 'act' in beat) return 700;
  if ('bars' in beat) return 6000;
  if ('sound' in beat) return 600;
  return 900;
}
