import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../client/connection.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LessonKeys } from '../../protocol/new-lesson.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { bot, type Voted } from '../crowd/bot.ts';
import { newLesson, quantile, start, stop, until } from './measure.ts';

/** How fast a vote is acknowledged and on the stage, when a class votes within three seconds. */
const VOTE_WITHIN_MS = 3000;
const CLASSES = [
  { seats: 30, lessons: 10 },
  { seats: 300, lessons: 3 },
];

interface Times {
  acknowledged: number[];
  staged: number[];
}

/** One class, from the lobby until everybody has voted once. */
async function play(origin: string, keys: LessonKeys, seats: number, times: Times) {
  const as = (role: 'desk' | 'stage') => ({ v: PROTOCOL_VERSION, lang: 'nl' as const, role, lesson: keys.lesson, token: keys[role] });
  const desk = connect<DeskView>(as('desk'), origin);
  const stage = connect<StageView>(as('stage'), origin);
  const { code } = await until(desk, () => desk.state.kind === 'live');

  let joined = 0;
  const taps: number[] = [];
  const acknowledgements: number[] = [];
  const votes: Promise<Voted>[] = [];
  const bots = Array.from({ length: seats }, () =>
    bot(origin, code, {
      joined: () => {
        joined += 1;
      },
      opened(_, vote) {
        votes.push(
          wait(Math.random() * VOTE_WITHIN_MS).then(async () => {
            const tapped = performance.now();
            const voted = await vote();
            if (!voted.ok) throw new Error('a vote was refused');
            taps.push(tapped);
            acknowledgements.push(voted.ms);
            return voted;
          }),
        );
      },
    }),
  );
  while (joined < seats) await wait(20);

  // The nth acknowledged vote is on the stage when the stage first counts n.
  const counted: number[] = [];
  stage.subscribe(() => {
    const screen = stage.view?.screen;
    if (screen?.kind === 'vote') while (counted.length < screen.answered) counted.push(performance.now());
  });

  await desk.ask({ type: 'headcount.confirm', count: seats });
  while (desk.view?.screen.kind !== 'vote') {
    await desk.ask({ type: 'lesson.next', screenRevision: desk.view?.screenRevision ?? 0 });
    await wait(5);
  }
  while (votes.length < seats) await wait(20);
  await Promise.all(votes);
  while (counted.length < seats) await wait(10);

  times.acknowledged.push(...acknowledgements);
  times.staged.push(...taps.map((tapped, index) => (counted[index] ?? Number.NaN) - tapped));
  for (const one of [...bots]) one.leave();
  desk.close();
  stage.close();
}

const QUANTILES = [0.5, 0.95, 0.99];
const row = (label: string, cells: string[]) => console.log(label.padEnd(38) + cells.map((cell) => cell.padStart(10)).join(''));
const line = (label: string, values: number[]) =>
  row(
    label,
    QUANTILES.map((q) => `${quantile(values, q).toFixed(1)} ms`),
  );
const ratio = (label: string, real: number[], bare: number[]) =>
  row(
    label,
    QUANTILES.map((q) => `${(quantile(real, q) / quantile(bare, q)).toFixed(1)} x`),
  );

function memory(child: ChildProcess): string {
  if (process.platform !== 'linux') return 'memory is measured on Linux only';
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return `${megabytes('VmRSS')} MB, at most ${megabytes('VmHWM')} MB`;
}

const data = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  row('', ['p50', 'p95', 'p99']);
  for (const { seats, lessons } of CLASSES) {
    const bare: Times = { acknowledged: [], staged: [] };
    const real: Times = { acknowledged: [], staged: [] };
    for (let lesson = 0; lesson < lessons; lesson += 1) {
      const echo = await start('src/tools/bench/echo.ts', '/socket.io/?EIO=4&transport=polling', {});
      await play(echo.origin, { lesson: 'echo', desk: '', stage: '', debrief: '' }, seats, bare);
      await stop(echo.child);
    }
    const server = await start('src/server/main.ts', '/healthz', { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' });
    const empty = memory(server.child);
    for (let lesson = 0; lesson < lessons; lesson += 1) await play(server.origin, await newLesson(server.origin), seats, real);
    line(`${seats} phones: vote to acknowledgement`, real.acknowledged);
    line('  bare socket.io, same clients', bare.acknowledged);
    ratio('  ratio', real.acknowledged, bare.acknowledged);
    line(`${seats} phones: vote to stage`, real.staged);
    line('  bare socket.io, same clients', bare.staged);
    ratio('  ratio', real.staged, bare.staged);
    console.log(
      `  ${real.acknowledged.length} votes in ${lessons} lessons; start ${Math.round(server.ms)} ms; memory ${empty} idle, ${memory(server.child)} after`,
    );
    await stop(server.child);
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
