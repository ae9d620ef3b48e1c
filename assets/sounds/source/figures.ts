import { statSync } from 'node:fs';
import { decoded, type Loudness, loudness, strength } from './ffmpeg.ts';
import { RATE, type Sound } from './instruments.ts';

/** What a meter tells about one file, as it is shipped. */
export interface Figures extends Loudness {
  seconds: number;
  /** dB between the peak and the mean power. */
  crest: number;
  /** Ms before the first sample within 60 dB of the peak, and after the last. */
  head: number;
  tail: number;
  /** Ms from a tenth to nine tenths of the envelope's first crest. */
  attack: number;
  /** The first and the last sample, in dB: a jump there is a click. */
  ends: number;
  /** dB under the whole sound: what is below 120 Hz and above 10 kHz. */
  rumble: number;
  hiss: number;
  kilobytes: number;
}

const steep = (filter: string) => Array(5).fill(filter).join(',');
const dB = (value: number) => 20 * Math.log10(Math.max(1e-6, value));
const ms = (samples: number) => (samples / RATE) * 1000;

export function figures(file: string): Figures {
  const sound = decoded(file);
  const whole = strength(sound, 'anull');
  const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const first = sound.findIndex((value) => Math.abs(value) > peak / 1000);
  const last = sound.findLastIndex((value) => Math.abs(value) > peak / 1000);
  return {
    ...loudness(sound),
    seconds: sound.length / RATE,
    crest: dB(peak) - whole,
    head: ms(first),
    tail: ms(sound.length - 1 - last),
    attack: attackOf(sound),
    ends: dB(Math.max(Math.abs(sound[0] ?? 0), Math.abs(sound.at(-1) ?? 0))),
    rumble: strength(sound, steep('lowpass=f=120')) - whole,
    hiss: strength(sound, steep('highpass=f=10000')) - whole,
    kilobytes: statSync(file).size / 1024,
  };
}

/** The envelope: the loudest within 2 ms. */
function envelope(sound: Sound, window = Math.round(RATE * 0.002)): number[] {
  const found: number[] = [];
  for (let at = 0; at < sound.length; at += window)
    found.push(sound.subarray(at, at + window).reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  return found;
}

function attackOf(sound: Sound): number {
  const shape = envelope(sound, Math.round(RATE * 0.0005));
  const most = Math.max(...shape);
  const crest = shape.findIndex((value, index) => value > most / 4 && value >= Math.max(...shape.slice(index, index + 40)));
  const high = shape[crest] ?? most;
  return (shape.findIndex((value) => value >= high * 0.9) - shape.findIndex((value) => value >= high * 0.1)) * 0.5;
}

/** How the end of a loop meets its beginning, in the file as a browser decodes it. */
export interface Seam {
  /** The step from the last sample to the first, beside the largest step anywhere in the same half second. */
  step: number;
  usual: number;
  /** dB: what differs between the half second after the beginning and the half second after the end, under the sound itself. */
  difference: number;
}

export function seam(file: string, { length, margin }: { length: number; margin: number }): Seam {
  const sound = decoded(file);
  const start = Math.round(margin * RATE);
  const end = Math.round((margin + length) * RATE);
  const at = (index: number) => sound[index] ?? 0;
  let [power, off, usual] = [0, 0, 0];
  const half = Math.round(margin * 0.9 * RATE);
  for (let i = -half; i < half; i += 1) {
    power += at(start + i) ** 2;
    off += (at(start + i) - at(end + i)) ** 2;
    usual = Math.max(usual, Math.abs(at(end + i) - at(end + i - 1)));
  }
  return { step: Math.abs(at(start) - at(end - 1)), usual, difference: 10 * Math.log10(off / power) };
}
