import {
  add,
  blip,
  fadedOut,
  hertz,
  knock,
  lowPassed,
  mallet,
  type Noise,
  type Note,
  noiseFrom,
  pad,
  paper,
  pluck,
  RATE,
  room,
  type Sound,
  score,
  silence,
} from './instruments.ts';

/** How loud it is for the ear at its loudest (momentary LUFS), by what it is for. */
export const LEVELS = {
  /** Small things that happen often. */
  tick: -29,
  /** What happens in a chat: under the teacher's voice. */
  chat: -24,
  /** The moments of a vote: a bit above. */
  moment: -20,
  /** Rest and music: well below. */
  ambience: -33,
} as const;

export interface Recipe {
  kind: keyof typeof LEVELS;
  sound: Sound;
  /** Its silence at the end belongs to it. */
  whole?: true;
  /** Seconds after which it begins again; the file has a margin of its own beginning and end on both sides. */
  loop?: { length: number; margin: number };
}

// Everything is in D pentatonic (D E F# A B: 62 64 66 69 71), so that nothing clashes with the music.

const join = (noise: Noise, note: number) =>
  room(score(0.5, [blip(hertz(note), hertz(note + 5), 0.12), 0, 0.7], [mallet(noise, note + 12, 0.4, 0.15), 0.06]), 0.16, 0.4);

function breath(noise: Noise): Sound {
  const air = score(8, [paper(noise, 3.7, 320, 900), 0, 0.6], [paper(noise, 4.2, 900, 300), 3.75, 0.5]);
  return fadedOut(lowPassed(air, 1400), 0.2);
}

const CHORDS = [
  { bass: 50, notes: [57, 62, 64, 66] },
  { bass: 47, notes: [57, 59, 62, 66] },
  { bass: 43, notes: [55, 59, 62, 66] },
  { bass: 45, notes: [57, 59, 62, 64] },
];
const MELODY: [beat: number, note: number][] = [
  [0, 74],
  [2.5, 69],
  [4, 71],
  [6.5, 66],
  [8, 71],
  [10.5, 74],
  [12, 69],
  [16, 74],
  [18, 78],
  [20, 73],
  [22.5, 71],
  [24, 71],
  [27, 66],
  [28, 64],
  [30, 69],
];
const BEAT = 60 / 66;
const BAR = BEAT * 4;
/** A whole number of samples, so that each round is the same. */
const LOOP = Math.round(BAR * 8 * RATE) / RATE;
const MARGIN = 0.5;

/** Eight bars at 66 beats a minute, played three times; what is kept lies in the middle, so that every tail is there from the start. */
function music(noise: Noise): Sound {
  const whole = silence(LOOP * 3);
  const eight: Note[] = [];
  for (let bar = 0; bar < 8; bar += 1) {
    const { bass, notes } = CHORDS[bar % 4] ?? { bass: 50, notes: [] };
    const at = bar * BAR;
    eight.push([pad(notes, BAR + 1.2, 1, 1.3), at, 0.34]);
    eight.push([lowPassed(pluck(noise, bass, 3, 0.998), 800), at, 0.3], [lowPassed(pluck(noise, bass + 7, 2, 0.997), 1000), at + BEAT * 2.5, 0.16]);
    for (const [step, which] of [0, 1, 2, 3, 2, 1, 3, 2].entries())
      if ((bar * 8 + step) % 5 !== 3)
        eight.push([
          mallet(noise, (notes[which] ?? 62) + 12, 0.8, 0.1),
          at + (step * BEAT) / 2 + 0.012 * (1 + Math.sin(bar * 3 + step)),
          step % 2 ? 0.075 : 0.095,
        ]);
  }
  for (const [beat, note] of MELODY) eight.push([mallet(noise, note, 1.9, 0.16), beat * BEAT, 0.22]);
  // The same notes each time round: the third is the second again, to the sample.
  for (let time = 0; time < 3; time += 1) for (const [sound, at, loud] of eight) add(whole, [sound, time * LOOP + at, loud ?? 1]);
  return lowPassed(room(whole, 0.3, 0.1), 5200);
}

/** The loop with a margin on both sides, after the filters have settled. */
export function looped(sound: Sound, { length, margin }: { length: number; margin: number }): Sound {
  const from = Math.round((length - margin) * RATE);
  return sound.slice(from, from + Math.round((length + 2 * margin) * RATE));
}

export function recipes(): Record<string, Recipe> {
  let seed = 0;
  const noise = () => noiseFrom((seed += 7919));
  const of = (kind: Recipe['kind'], play: (noise: Noise) => Sound): Recipe => ({ kind, sound: play(noise()) });
  return {
    'join-1': of('tick', (n) => join(n, 62)),
    'join-2': of('tick', (n) => join(n, 64)),
    'join-3': of('tick', (n) => join(n, 66)),
    'join-4': of('tick', (n) => join(n, 69)),
    'join-5': of('tick', (n) => join(n, 71)),
    'message-in': of('chat', (n) => room(score(0.8, [mallet(n, 74, 0.5, 0.2), 0], [mallet(n, 78, 0.6, 0.2), 0.11]))),
    'message-out': of('chat', (n) => room(score(0.6, [paper(n, 0.26, 400, 2800), 0, 0.6], [mallet(n, 78, 0.35, 0.15), 0.17, 0.5]))),
    typing: of('tick', (n) =>
      score(0.64, ...[0, 0.13, 0.22, 0.37, 0.47].map((at, index): Note => [knock(n, 700 + (index % 2) * 140, 0.05, index % 2 ? 0.8 : 1), at])),
    ),
    'seen-tick': of('tick', (n) => score(0.16, [knock(n, 620, 0.09), 0])),
    forwarded: of('chat', (n) =>
      room(
        score(
          0.9,
          [paper(n, 0.5, 2400, 350), 0, 0.8],
          [mallet(n, 74, 0.5, 0.12), 0.1, 0.5],
          [mallet(n, 69, 0.5, 0.12), 0.22, 0.5],
          [mallet(n, 62, 0.7, 0.1), 0.34, 0.6],
        ),
      ),
    ),
    'screen-on': of('tick', (n) => room(score(0.4, [blip(880, 1175, 0.1), 0, 0.5], [mallet(n, 81, 0.3, 0.1), 0.05, 0.4]))),
    'removed-from-group': of('chat', (n) =>
      room(score(1.2, [mallet(n, 69, 0.5, 0.1), 0], [mallet(n, 62, 0.9, 0.08), 0.2], [knock(n, 150, 0.4), 0.42, 0.9])),
    ),
    'question-open': of('moment', (n) =>
      room(
        score(
          2.4,
          [pad([50, 57, 62, 66], 2.3, 0.25, 1.6), 0, 0.8],
          [mallet(n, 74, 1.4, 0.2), 0.05, 0.5],
          [mallet(n, 78, 1.4, 0.2), 0.17, 0.5],
          [mallet(n, 81, 1.4, 0.2), 0.29, 0.5],
        ),
        0.22,
        0.8,
      ),
    ),
    'last-seconds': of('tick', (n) => room(score(0.2, [knock(n, 330, 0.14), 0]), 0.1, 0.2)),
    'time-up': of('moment', (n) => room(score(2.2, [mallet(n, 69, 1.8, 0.35), 0], [mallet(n, 62, 2, 0.35), 0.28]), 0.24, 0.8)),
    'vote-in-box': of('tick', (n) =>
      room(score(0.7, [paper(n, 0.22, 2200, 900), 0, 0.35], [knock(n, 190, 0.2), 0.2], [knock(n, 165, 0.16), 0.29, 0.45]), 0.12, 0.3),
    ),
    shuffle: of('chat', (n) =>
      room(
        score(1.4, ...Array.from({ length: 12 }, (_, index): Note => [paper(n, 0.14, 2200, 1000), index * 0.1, 0.35 + 0.2 * ((index * 7) % 3)])),
        0.1,
        0.3,
      ),
    ),
    'pile-lands': of('chat', (n) => room(score(0.4, [knock(n, 165, 0.24), 0], [paper(n, 0.12, 1600, 500), 0.01, 0.35]), 0.12, 0.3)),
    'outcome-light': of('moment', (n) =>
      room(
        score(
          3.4,
          [pad([50, 57, 62, 66, 69], 3.3, 0.5, 2), 0],
          [mallet(n, 74, 1.6), 0.3, 0.4],
          [mallet(n, 78, 1.6), 0.5, 0.4],
          [mallet(n, 81, 1.8), 0.7, 0.4],
          [mallet(n, 83, 2), 0.95, 0.3],
        ),
        0.25,
        1,
      ),
    ),
    'outcome-heavy': of('moment', (n) =>
      room(score(3.4, [pad([47, 54, 62, 64], 3.3, 0.7, 2.2), 0], [pluck(n, 59, 2, 0.995), 0.2, 0.3], [pluck(n, 54, 2.2, 0.995), 0.9, 0.3]), 0.25, 1),
    ),
    breath: { ...of('ambience', breath), whole: true },
    'music-calm': { ...of('ambience', music), loop: { length: LOOP, margin: MARGIN } },
  };
}
