import { execFileSync, spawnSync } from 'node:child_process';
import { RATE, type Sound } from './instruments.ts';

/** Runs FFmpeg and gives back what it says. */
function ffmpeg(args: string[], input?: Buffer): string {
  const { status, stderr, error } = spawnSync('ffmpeg', ['-hide_banner', '-y', ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error('FFmpeg is needed to encode and measure the sounds. Install it and run this again.', { cause: error });
  if (status !== 0) throw new Error(`ffmpeg ${args.join(' ')}\n${stderr}`);
  return stderr;
}

const EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
const RAW = ['-f', 'f32le', '-ar', String(RATE), '-ac', '1'];
const bytes = (sound: Sound) => Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);

export const encode = {
  ogg: (sound: Sound, to: string) => ffmpeg([...RAW, '-i', '-', '-c:a', 'libvorbis', '-q:a', '2', ...EXACT, to], bytes(sound)),
  m4a: (sound: Sound, to: string) => ffmpeg([...RAW, '-i', '-', '-c:a', 'aac', '-b:a', '64k', ...EXACT, to], bytes(sound)),
};

export function decoded(file: string): Sound {
  const raw = execFileSync('ffmpeg', ['-loglevel', 'error', '-i', file, ...RAW, '-'], { maxBuffer: 1 << 28 });
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
}

export interface Loudness {
  /** LUFS: the loudest 400 ms. */
  momentary: number;
  /** LUFS over all of it. */
  integrated: number;
  /** dBTP. */
  peak: number;
}

/** By EBU R128. A short sound gets silence after it, because the meter hears 400 ms at a time. */
export function loudness(sound: Sound): Loudness {
  const said = ffmpeg([...RAW, '-i', '-', '-af', 'apad=pad_dur=0.6,ebur128=peak=true', '-f', 'null', '-'], bytes(sound));
  const momentary = [...said.matchAll(/ M:\s*(-?[\d.]+) /g)].map(([, value]) => Number(value));
  return {
    momentary: Math.max(...momentary),
    integrated: Number(/I:\s+(-?[\d.]+) LUFS\s+Threshold/.exec(said)?.[1]),
    peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(said)?.[1]),
  };
}

/** dB of a part of the spectrum. */
export function strength(sound: Sound, filter: string): number {
  const said = ffmpeg(
    [...RAW, '-i', '-', '-af', `${filter},astats=measure_perchannel=none:measure_overall=RMS_level`, '-f', 'null', '-'],
    bytes(sound),
  );
  return Number(/RMS level dB: (-?[\d.]+|-inf)/.exec(said)?.[1]?.replace('-inf', '-120'));
}
