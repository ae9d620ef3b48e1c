/**
 * Loaded before a server, so that two of them live the same lesson: what is drawn by lot is the same in both, and time passes
 * ten times as fast. `LEAKS` plants mistakes in its sources, to see that they are found.
 */
import crypto, { createHash } from 'node:crypto';
import { registerHooks, syncBuiltinESMExports } from 'node:module';

const SPEED = 10;
/** These watch over connections, which live in the time of the test: first Socket.IO's own wait for a hello. */
const ofConnections = [45_000];

const draw = (kind: string) => {
  let drawn = 0;
  return () => createHash('sha256').update(`${kind} ${drawn++}`).digest();
};
const lots = draw('lot');
const tokens = draw('token');
crypto.randomInt = ((below: number) => lots().readUInt32BE() % below) as typeof crypto.randomInt;
const { randomBytes } = crypto;
// Connections draw in the order they happen to come; a token of a lesson has another length than theirs.
crypto.randomBytes = ((size: number, ...rest: []) =>
  size === 18 ? tokens().subarray(0, size) : randomBytes(size, ...rest)) as typeof crypto.randomBytes;
syncBuiltinESMExports();

const began = Date.now();
const now = Date.now.bind(Date);
Date.now = () => began + (now() - began) * SPEED;
const later = globalThis.setTimeout;
globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: []) =>
  later(work, ofConnections.includes(ms) ? ms : ms / SPEED, ...rest)) as typeof setTimeout;

const leaks = JSON.parse(process.env.LEAKS ?? '[]') as { file: string; from: string; to: string }[];
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const planted = leaks.filter(({ file }) => url.endsWith(file));
    if (planted.length === 0 || !loaded.source) return loaded;
    let source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    for (const { from, to } of planted) {
      if (!source.includes(from)) throw new Error(`nowhere to plant ${to}`);
      source = source.replace(from, to);
    }
    return { ...loaded, source };
  },
});

// Not before: what it is made of is planted in too.
const { PING_EVERY_MS, PING_PATIENCE_MS } = await import('../../../src/server/socket-server.ts');
ofConnections.push(PING_EVERY_MS, PING_PATIENCE_MS);

// A busy machine that leaves a server without processor time for seconds looks like one that slept, and the server would write that down.
const { CLOCKS } = await import('../../../src/server/lesson-clock.ts');
CLOCKS.machine = () => 0;
CLOCKS.steady = Date.now;
