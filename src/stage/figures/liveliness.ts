/** How people breathe, blink and sway while nothing happens. It follows from their name and the time alone, so two boards show the same. */
export interface Life {
  /** -1 breathed out, 1 breathed in. */
  breath: number;
  /** -1 to 1: the head is never quite still. */
  sway: number;
  shut: boolean;
  /** Now and then the eyes look away for a moment: to the left, nowhere, or to the right. */
  glance: -1 | 0 | 1;
}

/** A number that belongs to a name, from 0 up to 1. */
export function seedOf(name: string): number {
  let hash = 2166136261;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return scattered(hash);
}

/** Neighbouring numbers give values far apart. */
function scattered(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 2246822507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489909);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
const drawn = (seed: number, turn: number) => scattered(Math.floor(seed * 2 ** 32) ^ Math.imul(turn + 1, 2654435761));

const BLINK_MS = 130;
const AGAIN_MS = 300;
/** One blink in each of these, so that two are 1.5 to 9 s apart, mostly 4 to 7. */
const SPELL_MS = 5300;

export function life(seed: number, ms: number): Life {
  const spell = Math.floor(ms / SPELL_MS);
  const at = ms - spell * SPELL_MS - drawn(seed, spell) * (SPELL_MS - 1500);
  // Now and then twice, as people do.
  const twice = drawn(seed, spell + 7919) < 0.2;
  const shut = (at >= 0 && at < BLINK_MS) || (twice && at >= AGAIN_MS && at < AGAIN_MS + BLINK_MS);
  const turn = Math.PI * 2;
  const rate = 3600 + seed * 900;
  return { breath: Math.sin(turn * (ms / rate + seed)), sway: Math.sin(turn * (ms / (rate * 1.7) + seed * 3)), shut, glance: glanced(seed, ms) };
}

const GLANCE_MS = 1100;
const GLANCES_MS = 9700;

function glanced(seed: number, ms: number): Life['glance'] {
  const spell = Math.floor(ms / GLANCES_MS);
  const at = ms - spell * GLANCES_MS - drawn(seed, spell + 104_729) * (GLANCES_MS - GLANCE_MS);
  if (at < 0 || at >= GLANCE_MS) return 0;
  return drawn(seed, spell + 1_299_709) < 0.5 ? -1 : 1;
}

const CHUCKLE_MS = 1500;
const LAUGH_MS = 3700;
const HA_MS = 260;

/** How far somebody who laughs shakes with it, from 0 to 1: a fit of "ha ha ha", and a breath. */
export function laughter(seed: number, ms: number): number {
  const at = (ms + seed * LAUGH_MS) % LAUGH_MS;
  return at < CHUCKLE_MS ? Math.abs(Math.sin((Math.PI * at) / HA_MS)) * Math.sin((Math.PI * at) / CHUCKLE_MS) : 0;
}

export type Sound = 'mouth' | 'said' | 'saying';
const SYLLABLE_MS = 135;

/** The mouth of somebody who speaks, `ms` into the line: syllables, with a breath now and then. */
export function speech(seed: number, ms: number): Sound {
  const syllable = Math.floor(ms / SYLLABLE_MS);
  if (drawn(seed, Math.floor(syllable / 9)) * 9 + 1 > 9 - (syllable % 9)) return 'mouth';
  const shape = drawn(seed, syllable);
  return shape < 0.24 ? 'mouth' : shape < 0.66 ? 'said' : 'saying';
}

/** How long a mouth moves for a line: at a speaking pace, and never longer than the line is new. */
export const speechLength = (text: string, ms: number) => Math.min(ms, 350 + text.length * 52);
