import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { median, processorEach, quantile } from './figures.ts';
import type { Plan, Played, Samples } from './play.ts';
import { processorSeconds, residentMegabytes } from './processor.ts';
import { classLines, hallLines, type Line, schoolLines, startLines, tellSummary } from './summary.ts';

/**
 * The server beside a bare Socket.IO server with the same clients, in the same run. Every number is the median of the runs.
 * Processor time is what the kernel counted for the server's process, so other work on the machine does not make it longer.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    /** Another checkout of this project, to compare with. */
    root: { type: 'string', default: fileURLToPath(new URL('../../..', import.meta.url)) },
    story: { type: 'string', default: 'groepsapp' },
    /** How many classes at once, and within how many ms they come in: a machine that does much else loses the phones of a hundred. */
    classes: { type: 'string', default: '100' },
    joining: { type: 'string', default: '20000' },
    only: { type: 'string', default: 'starts,school,hall,class' },
  },
});
const root = resolve(options.root);
const runs = options.quick ? 1 : Number(options.runs);
const only = options.only.split(',');

type Server = 'real' | 'bare, at most every 100 ms' | 'bare, at once';
const ALL: Server[] = ['real', 'bare, at most every 100 ms', 'bare, at once'];
type Shape = Pick<Plan, 'classes' | 'seats' | 'joinWithin' | 'voteWithin'> & { times: number; beside: Server[] };
/** `times`: so many after each other on one server, so that there is enough to measure. */
const SHAPES: Record<'school' | 'hall' | 'class', Shape> = {
  school: {
    classes: options.quick ? 10 : Number(options.classes),
    seats: 30,
    joinWithin: options.quick ? 2000 : Number(options.joining),
    voteWithin: 3000,
    times: 1,
    beside: ['real', 'bare, at most every 100 ms'],
  },
  hall: {
    classes: 1,
    seats: options.quick ? 100 : 300,
    joinWithin: 4000,
    voteWithin: 3000,
    times: options.quick ? 1 : 2,
    beside: ['real', 'bare, at most every 100 ms'],
  },
  class: { classes: 1, seats: 30, joinWithin: 1500, voteWithin: 3000, times: 2, beside: ALL },
};
const WARM: Shape = { classes: 1, seats: 30, joinWithin: 500, voteWithin: 500, times: 1, beside: [] };
const IDLE_MS = 1500;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const samplesFile = join(folder, 'samples.json');

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

interface Running {
  child: ChildProcess;
  pid: number;
  origin: string;
  ms: number;
}

async function start(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await fetch(`${origin}/healthz`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended with ${child.exitCode}`);
    await wait(5);
  }
  return { child, pid: child.pid as number, origin, ms: performance.now() - began };
}

async function stop({ child }: Running): Promise<void> {
  child.kill();
  if (child.exitCode === null) await once(child, 'exit');
}

/** As `npm start` of that checkout does it. */
const command = join(root, 'src/tools/server-command.mjs');
const { serverCommand } = existsSync(command)
  ? ((await import(pathToFileURL(command).href)) as { serverCommand: { args: string[]; env: Record<string, string> } })
  : { serverCommand: { args: ['--disable-warning=ExperimentalWarning', 'src/server/main.ts'], env: {} } };
const { PROTOCOL_VERSION } = (await import(pathToFileURL(join(root, 'src/protocol/identity.ts')).href)) as { PROTOCOL_VERSION: number };
const common = { story: options.story, protocol: PROTOCOL_VERSION };
function startReal(): Promise<Running> {
  const data = mkdtempSync(join(folder, 'data-'));
  return start(serverCommand.args, root, {
    ...serverCommand.env,
    DATA_DIR: data,
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    TEACHER_CODE: '',
  });
}
const startBare = (every: number) =>
  start([fileURLToPath(new URL('./bare.ts', import.meta.url))], root, { SAMPLES: samplesFile, BOARD_EVERY_MS: String(every) });

async function asClients<T>(what: 'play' | 'sample', plan: Plan): Promise<T> {
  const clients = fork(fileURLToPath(new URL('./clients.ts', import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  clients.send({ what, plan });
  const [answer] = (await Promise.race([once(clients, 'message'), once(clients, 'exit')])) as [{ found: T; error?: string }];
  clients.kill();
  if (typeof answer !== 'object' || !answer || answer.error) throw new Error(`the clients stopped: ${answer?.error ?? answer}`);
  return answer.found;
}

async function playOn(server: Running, shape: Shape): Promise<Played> {
  const all: Played[] = [];
  for (let time = 0; time < shape.times; time++)
    all.push(await asClients<Played>('play', { origin: server.origin, pid: server.pid, ...common, ...shape }));
  const sum = (part: 'joins' | 'votes') => {
    const of = (name: keyof Played['joins']) => all.reduce((total, played) => total + played[part][name], 0);
    return { count: of('count'), processor: of('processor'), frames: of('frames'), bytes: of('bytes') };
  };
  return {
    joins: sum('joins'),
    votes: sum('votes'),
    joined: all.flatMap(({ joined }) => joined),
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    onBoard: all.flatMap(({ onBoard }) => onBoard),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}

/** Every server has played one class before it is measured, as it has after the first lesson of a day. */
async function playFresh(open: () => Promise<Running>, shape: Shape): Promise<Played> {
  const server = await open();
  try {
    await playOn(server, WARM);
    return await playOn(server, shape);
  } finally {
    await stop(server);
  }
}

const row = (label: string, cells: string[]) => console.log(label.padEnd(46) + cells.map((cell) => cell.padStart(11)).join(''));

const SERVERS: Record<Server, () => Promise<Running>> = {
  real: startReal,
  'bare, at most every 100 ms': () => startBare(100),
  'bare, at once': () => startBare(0),
};

function tellProcessor(part: 'joins' | 'votes', runsOf: Map<Server, Played[]>): void {
  row(`  processor time, ${part}`, ['s', 'µs each', 'a second', 'x bare', 'frames', 'bytes']);
  const each = (played: Played) => processorEach(part, played);
  const bare = median((runsOf.get('bare, at most every 100 ms') ?? []).map(each));
  for (const [name, all] of runsOf) {
    const cost = median(all.map(each));
    const of = (value: (played: Played) => number) => median(all.map(value));
    row(`    ${name}`, [
      of((played) => played[part].processor).toFixed(2),
      cost.toFixed(0),
      (1e6 / cost).toFixed(0),
      part === 'votes' ? `${(bare / cost).toFixed(2)} of` : `${(cost / bare).toFixed(2)} x`,
      of((played) => played[part].frames / played[part].count).toFixed(2),
      of((played) => played[part].bytes / played[part].count).toFixed(0),
    ]);
  }
}

function tellTimes(what: string, runsOf: Map<Server, Played[]>, of: (played: Played) => number[]): void {
  row(`  ${what}, ms`, ['p50', 'p95', 'p99']);
  for (const [name, all] of runsOf)
    row(
      `    ${name}`,
      [0.5, 0.95, 0.99].map((q) => median(all.map((played) => quantile(of(played), q))).toFixed(1)),
    );
}

async function measureShape(name: keyof typeof SHAPES): Promise<Line[]> {
  const shape = SHAPES[name];
  const runsOf = new Map<Server, Played[]>();
  for (let run = 0; run < runs; run++)
    for (const server of shape.beside) runsOf.set(server, [...(runsOf.get(server) ?? []), await playFresh(SERVERS[server], shape)]);
  const often = shape.times > 1 ? `, ${shape.times} times after each other` : '';
  console.log(`\n${shape.classes === 1 ? 'one class' : `${shape.classes} classes at once`} of ${shape.seats}${often}`);
  tellProcessor('joins', runsOf);
  tellProcessor('votes', runsOf);
  tellTimes('from the first packet to the first view', runsOf, ({ joined }) => joined);
  tellTimes('from a vote to its acknowledgement', runsOf, ({ acknowledged }) => acknowledged);
  tellTimes('from a vote to the board', runsOf, ({ onBoard }) => onBoard);
  row('  memory with everybody connected, MB', []);
  for (const [server, all] of runsOf) row(`    ${server}`, [median(all.map(({ memory }) => memory)).toFixed(0)]);
  const where = shape.classes === 1 ? `one room of ${shape.seats}` : `${shape.classes} classes of ${shape.seats}`;
  const [real, bare] = [runsOf.get('real') ?? [], runsOf.get('bare, at most every 100 ms') ?? []];
  return LINES[name](where, { real, bare });
}

const LINES = { school: schoolLines, hall: hallLines, class: classLines };

async function measureStarts(): Promise<Line[]> {
  const starts: { ms: number; processor: number; memory: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const server = await startReal();
    const processor = processorSeconds(server.pid);
    await wait(IDLE_MS);
    starts.push({ ms: server.ms, processor, memory: residentMegabytes(server.pid) });
    await stop(server);
  }
  row('start', ['s', 'processor s', 'idle MB']);
  const of = (value: (start: (typeof starts)[number]) => number) => median(starts.map(value));
  row('  until the server answers', [
    (of(({ ms }) => ms) / 1000).toFixed(2),
    of(({ processor }) => processor).toFixed(2),
    of(({ memory }) => memory).toFixed(0),
  ]);
  return startLines(
    of(({ ms }) => ms) / 1000,
    of(({ memory }) => memory),
  );
}

try {
  console.log(`medians of ${runs}; ${process.version}; ${new Date().toISOString()}`);
  const server = await startReal();
  const plan: Plan = { origin: server.origin, pid: server.pid, ...common, classes: 1, seats: 30, joinWithin: 0, voteWithin: 0 };
  writeFileSync(samplesFile, JSON.stringify(await asClients<Samples>('sample', plan)));
  await stop(server);
  const lines = only.includes('starts') ? await measureStarts() : [];
  for (const name of ['school', 'hall', 'class'] as const) if (only.includes(name)) lines.push(...(await measureShape(name)));
  tellSummary(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
