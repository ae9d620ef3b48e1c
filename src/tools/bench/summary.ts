import { median, processorEach, quantile } from './figures.ts';
import type { Played } from './play.ts';

/** The runs of the server, and of the bare one that tells its board as often as a class can see. */
interface Runs {
  real: Played[];
  bare: Played[];
}

/** What was measured, and what it has to be. */
export interface Line {
  what: string;
  measured: string;
  wanted: string;
}

const lastOnBoard = (played: Played) => quantile(played.onBoard, 0.99);
const of = (runs: Played[], value: (played: Played) => number) => median(runs.map(value));
const times = ({ real, bare }: Runs, value: (played: Played) => number) => of(real, value) / of(bare, value);

function join(where: string, runs: Runs, most: string): Line[] {
  const processor = times(runs, (played) => processorEach('joins', played));
  const frames = of(runs.real, ({ joins }) => joins.frames / joins.count);
  return [
    { what: `processor time a join, ${where}`, measured: `${processor.toFixed(2)} x bare`, wanted: `<= ${most} x` },
    { what: `frames a join, ${where}`, measured: frames.toFixed(2), wanted: '<= 4' },
  ];
}

export function schoolLines(where: string, runs: Runs): Line[] {
  const votes = 1 / times(runs, (played) => processorEach('votes', played));
  const later = of(runs.real, lastOnBoard) - of(runs.bare, lastOnBoard);
  return [
    { what: `votes a processor second, ${where}`, measured: `${votes.toFixed(2)} of bare`, wanted: '>= 0.75' },
    ...join(where, runs, '1.3'),
    { what: `vote to board, p99, ${where}`, measured: `bare ${later < 0 ? '-' : '+'} ${Math.abs(later).toFixed(0)} ms`, wanted: '<= bare + 20 ms' },
    { what: `memory, ${where}`, measured: `${of(runs.real, ({ memory }) => memory).toFixed(0)} MB`, wanted: '<= 260 MB' },
  ];
}

export const hallLines = (where: string, runs: Runs): Line[] => join(where, runs, '1.5');

export const classLines = (where: string, { real }: Runs): Line[] => [
  { what: `vote to board, p99, ${where}`, measured: `${of(real, lastOnBoard).toFixed(0)} ms`, wanted: '<= 40 ms' },
];

export const startLines = (seconds: number, megabytes: number): Line[] => [
  { what: 'until the server answers', measured: `${seconds.toFixed(2)} s`, wanted: '<= 0.7 s' },
  { what: 'memory, idle', measured: `${megabytes.toFixed(0)} MB`, wanted: '<= 130 MB' },
];

export function tellSummary(lines: Line[]): void {
  console.log(`\n${'in short'.padEnd(58)}${'measured'.padStart(20)}${'to reach'.padStart(20)}`);
  for (const { what, measured, wanted } of lines) console.log(`  ${what.padEnd(56)}${measured.padStart(20)}${wanted.padStart(20)}`);
}
