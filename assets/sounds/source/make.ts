/** `npm run sounds` makes every sound again and measures it; `npm run sounds -- --measure` only measures what is there. Needs FFmpeg. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode, loudness } from './ffmpeg.ts';
import { type Figures, figures, type Seam, seam } from './figures.ts';
import { fadedOut, forTheBoard, type Sound } from './instruments.ts';
import { LEVELS, looped, type Recipe, recipes } from './recipes.ts';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));
const ENDINGS = ['ogg', 'm4a'] as const;

/** Filtered for a classroom's speakers, without silence after it, and as loud as its kind. */
function finished({ kind, sound, loop, whole }: Recipe): Sound {
  const clean = forTheBoard(sound);
  const cut = loop ? looped(clean, loop) : whole ? clean : fadedOut(trimmed(clean), 0.04);
  const gain = 10 ** ((LEVELS[kind] - loudness(loudEnough(cut)).momentary) / 20) * peakOf(loudEnough(cut), cut);
  return cut.map((value) => value * gain);
}

/** The meter does not hear what is very soft. */
const loudEnough = (sound: Sound) => {
  const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return sound.map((value) => (value * 0.5) / peak);
};
const peakOf = (of: Sound, beside: Sound) => (of.find((value) => value !== 0) ?? 1) / (beside.find((value) => value !== 0) ?? 1);

function trimmed(sound: Sound): Sound {
  const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return sound.slice(0, sound.findLastIndex((value) => Math.abs(value) > peak / 700) + 1);
}

const all = recipes();
if (!process.argv.includes('--measure'))
  for (const [name, recipe] of Object.entries(all)) {
    const sound = finished(recipe);
    for (const ending of ENDINGS) encode[ending](sound, `${FOLDER}${name}.${ending}`);
  }

const n = (value: number, digits = 1) => value.toFixed(digits).replace('-', '−');
function row(name: string, kind: string, f: Figures, m4a: Figures): string {
  const cells = [
    name,
    kind,
    n(f.seconds, 2),
    n(f.momentary),
    f.seconds < 1 ? '' : n(f.integrated),
    n(f.peak),
    n(f.crest),
    n(f.attack, 0),
    n(f.head, 0),
    n(f.tail, 0),
    f.rumble < -60 ? '< −60' : n(f.rumble, 0),
    f.hiss < -60 ? '< −60' : n(f.hiss, 0),
    `${n(f.kilobytes, 0)} / ${n(m4a.kilobytes, 0)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const measured = Object.entries(all).map(([name, { kind, loop }]) => {
  const [ogg, m4a] = ENDINGS.map((ending) => figures(`${FOLDER}${name}.${ending}`)) as [Figures, Figures];
  return { name, kind, loop, ogg, m4a };
});
const seams = measured.flatMap(({ name, loop }) =>
  loop ? ENDINGS.map((ending): [string, Seam] => [`${name}.${ending}`, seam(`${FOLDER}${name}.${ending}`, loop)]) : [],
);
const weight = (ending: 'ogg' | 'm4a') =>
  n(
    measured.reduce((sum, one) => sum + one[ending].kilobytes, 0),
    0,
  );

const table = `# Sounds

Synthesised without samples by [\`source/\`](source): \`npm run sounds\` makes every file here and this page again, \`npm run sounds -- --measure\` only measures. Both need [FFmpeg](https://ffmpeg.org) on the PATH; the game itself does not. CC0-1.0.

Each kind has one level, at the loudest 400 ms of a sound (momentary LUFS, EBU R128): ${Object.entries(LEVELS)
  .map(([kind, level]) => `${kind} ${n(level, 0)}`)
  .join(
    ', ',
  )}. The board plays them at 70 % until its teacher says otherwise. Nothing under 120 Hz or above 10 kHz, which a digiboard's speakers rattle and hiss at. A browser loads the \`.ogg\`, or the \`.m4a\` where it cannot play that: ${weight('ogg')} kB or ${weight('m4a')} kB for all.

| sound | kind | s | M LUFS | I LUFS | peak dBTP | crest dB | attack ms | silence before, ms | and after | < 120 Hz, dB | > 10 kHz, dB | kB ogg / m4a |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
${measured.map(({ name, kind, ogg, m4a }) => row(name, kind, ogg, m4a)).join('\n')}

## The loop

The music file has half a second of its own end before its beginning, and of its beginning after its end; the board plays from ${all['music-calm']?.loop?.margin ?? 0} s for ${n(all['music-calm']?.loop?.length ?? 0, 5)} s and round again. So what an encoder adds at the edges is never heard.

| file | step at the join | largest step around it | what differs from one round to the next |
|---|---|---|---|
${seams.map(([name, found]) => `| ${name} | ${n(found.step, 5)} | ${n(found.usual, 5)} | ${n(found.difference, 0)} dB |`).join('\n')}
`;
writeFileSync(`${FOLDER}README.md`, table);
console.log(table);
