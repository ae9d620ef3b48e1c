/** Mallets, plucks, paper and a small room, from nothing but sines and noise. All lengths are seconds, all pitches MIDI notes. */
export const RATE = 48_000;
export type Sound = Float32Array;

const TURN = 2 * Math.PI;
export const silence = (seconds: number): Sound => new Float32Array(Math.ceil(seconds * RATE));
export const hertz = (note: number): number => 440 * 2 ** ((note - 69) / 12);

function made(seconds: number, at: (t: number, share: number) => number): Sound {
  const sound = silence(seconds);
  for (let i = 0; i < sound.length; i += 1) sound[i] = at(i / RATE, i / sound.length);
  return sound;
}

/** The same noise on every computer. */
export type Noise = () => number;
export function noiseFrom(seed: number): Noise {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Rises along half a cosine, so that nothing clicks, then dies away. */
function strike(t: number, attack: number, length: number, steepness = 4): number {
  return t < attack ? (1 - Math.cos((Math.PI * t) / attack)) / 2 : Math.exp((-(t - attack) * steepness) / length);
}

/** Between a marimba and a felt piano: a sine, a fourth partial that dies fast, a soft knock. */
export function mallet(noise: Noise, note: number, length = 0.9, bright = 0.3): Sound {
  const f = hertz(note);
  return fadedOut(
    made(
      length,
      (t) =>
        0.6 *
        (Math.sin(TURN * f * t) * strike(t, 0.007, length) +
          bright * Math.sin(TURN * f * 3.93 * t) * strike(t, 0.006, length * 0.2) +
          0.18 * Math.sin(TURN * f * 2 * t) * strike(t, 0.007, length * 0.5) +
          0.05 * noise() * strike(t, 0.003, 0.02)),
    ),
    0.03,
  );
}

/** A string that is plucked with the thumb. */
export function pluck(noise: Noise, note: number, length = 1.6, damping = 0.996): Sound {
  const period = Math.round(RATE / hertz(note));
  const string = Float32Array.from({ length: period }, noise);
  for (let round = 0; round < 6; round += 1) for (let i = 0; i < period; i += 1) string[i] = ((string[i] ?? 0) + (string[(i + 1) % period] ?? 0)) / 2;
  let at = 0;
  const sound = made(length, (t) => {
    const value = string[at] ?? 0;
    const after = (at + 1) % period;
    string[at] = (damping * (value + (string[after] ?? 0))) / 2;
    at = after;
    return value * Math.min(1, t / 0.006);
  });
  return fadedOut(sound, 0.05);
}

/** A chord that breathes in and out. */
export function pad(notes: number[], length: number, attack = 0.8, release = 1.2): Sound {
  const voices = notes.flatMap((note) => [hertz(note - 0.04), hertz(note + 0.05)]);
  return made(length, (t) => {
    const swell = Math.sin((Math.PI / 2) * Math.min(1, t / attack, (length - t) / release)) ** 2;
    let sum = 0;
    for (const f of voices) sum += Math.sin(TURN * f * t) + 0.22 * Math.sin(TURN * f * 2 * t + 1) + 0.06 * Math.sin(TURN * f * 3 * t);
    return (swell * sum) / (2 * notes.length);
  });
}

/** A sheet that moves: noise whose darkness glides from one pitch to another. */
export function paper(noise: Noise, length: number, from: number, to: number): Sound {
  let [first, second] = [0, 0];
  return made(length, (_, share) => {
    const softness = 1 - Math.exp((-TURN * (from + (to - from) * share)) / RATE);
    first += softness * (noise() - first);
    second += softness * (first - second);
    return (first - second * 0.6) * Math.sin(Math.PI * share) ** 1.5;
  });
}

/** A knuckle on wood. */
export function knock(noise: Noise, f = 190, length = 0.16, loud = 1): Sound {
  let dull = 0;
  return fadedOut(
    made(length, (t) => {
      dull += 0.3 * (noise() - dull);
      return loud * (Math.sin(TURN * f * (1 + 0.5 * Math.exp(-t * 60)) * t) * strike(t, 0.007, length, 5) + 0.3 * dull * strike(t, 0.006, 0.03));
    }),
    length / 3,
  );
}

/** A small voice that goes up or down. */
export function blip(from: number, to: number, length: number): Sound {
  let phase = 0;
  return made(length, (_, share) => {
    phase += (TURN * (from + (to - from) * share)) / RATE;
    return Math.sin(phase) * Math.sin(Math.PI * share) * 0.6;
  });
}

// ---------- putting together ----------

export type Note = [sound: Sound, at: number, loud?: number];

export function add(into: Sound, [sound, at, loud = 1]: Note): void {
  const offset = Math.round(at * RATE);
  for (let i = 0; i < sound.length && offset + i < into.length; i += 1) into[offset + i] = (into[offset + i] ?? 0) + (sound[i] ?? 0) * loud;
}

export function score(seconds: number, ...notes: Note[]): Sound {
  const whole = silence(seconds);
  for (const note of notes) add(whole, note);
  return whole;
}

export function fadedOut(sound: Sound, seconds: number): Sound {
  const count = Math.min(sound.length, Math.round(seconds * RATE));
  for (let i = 0; i < count; i += 1) sound[sound.length - 1 - i] = ((sound[sound.length - 1 - i] ?? 0) * (1 - Math.cos((Math.PI * i) / count))) / 2;
  return sound;
}

/** One small room for everything, so that all of it sounds like the same place. */
export function room(sound: Sound, wet = 0.16, tail = 0.5): Sound {
  const whole = silence(sound.length / RATE + tail);
  whole.set(sound);
  const echoes = new Float32Array(whole.length);
  for (const [delay, strength] of [
    [0.0297, 0.74],
    [0.0371, 0.71],
    [0.0411, 0.69],
    [0.0437, 0.67],
  ] as const) {
    const back = Math.round(delay * RATE);
    const comb = new Float32Array(whole.length);
    for (let i = 0; i < whole.length; i += 1) {
      comb[i] = (whole[i] ?? 0) + strength * (comb[i - back] ?? 0);
      echoes[i] = (echoes[i] ?? 0) + (comb[i] ?? 0) / 4;
    }
  }
  const dull = lowPassed(echoes, 4200);
  for (let i = 0; i < whole.length; i += 1) whole[i] = (whole[i] ?? 0) + (dull[i] ?? 0) * wet;
  return fadedOut(whole, tail * 0.6);
}

// ---------- filters ----------

export function lowPassed(sound: Sound, f: number): Sound {
  const softness = 1 - Math.exp((-TURN * f) / RATE);
  let level = 0;
  return sound.map((value) => {
    level += softness * (value - level);
    return level;
  });
}

/** A second-order filter after the "Audio EQ Cookbook" of Robert Bristow-Johnson. */
function biquad(sound: Sound, kind: 'low' | 'high', f: number): Sound {
  const w = (TURN * f) / RATE;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const middle = kind === 'low' ? 1 - cos : -(1 + cos);
  const side = kind === 'low' ? (1 - cos) / 2 : (1 + cos) / 2;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return sound.map((x) => {
    const y = (side * x + middle * x1 + side * x2 + 2 * cos * y1 - (1 - alpha) * y2) / (1 + alpha);
    [x1, x2, y1, y2] = [x, x1, y, y1];
    return y;
  });
}

/** Nothing under 120 Hz, which a board's speakers only rattle at, and nothing above 10 kHz, which they hiss at. */
export function forTheBoard(sound: Sound): Sound {
  return biquad(biquad(biquad(biquad(sound, 'high', 130), 'high', 130), 'low', 8500), 'low', 8500);
}
