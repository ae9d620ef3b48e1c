import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, type Link } from '../../client/connection.ts';
import { randomId } from '../../client/random-id.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { PhoneView } from '../../protocol/views/phone.ts';
import { newLesson, quantile, start, stop, until } from './measure.ts';
import { processorSeconds } from './processor.ts';

/** What a class waits for its answers while somebody floods the server, beside the same class in peace, in one run: `node src/tools/bench/bench-flood.ts`. */
const { values } = parseArgs({ options: { root: { type: 'string', default: '.' }, seconds: { type: 'string', default: '6' } } });
const ASK_EVERY_MS = 150;
const PHONES = 30;

const NAMES = { daan: 'Mika', yara: 'Bo' };
/** As many as the largest body holds. */
const PACKETS = Array(1000).fill('42["ask",{"type":"seat.hop"}]').join('\x1e');

type Flood = 'story' | 'file' | 'packets';
const AT_A_TIME: Record<Flood, number> = { story: 200, file: 100, packets: 20 };

/** In a process of its own, until it is killed. */
async function flood(kind: Flood, origin: string, file: string): Promise<void> {
  const answers = new Map<number, number>();
  const note = (status: number) => answers.set(status, (answers.get(status) ?? 0) + 1);
  const posts = (path: string, body: string, type = 'text/plain') =>
    fetch(origin + path, { method: 'POST', headers: { 'content-type': type }, body });
  const once: Record<Flood, () => Promise<void>> = {
    story: async () => {
      const answer = await posts('/api/story', JSON.stringify({ scenario: 'groepsapp', lang: 'nl', names: NAMES }), 'application/json');
      note(answer.status);
      await answer.arrayBuffer();
    },
    file: async () => {
      const answer = await fetch(origin + file, { headers: { 'accept-encoding': 'identity' } });
      note(answer.status);
      await answer.arrayBuffer();
    },
    packets: async () => {
      const poll = '/socket.io/?EIO=4&transport=polling';
      const { sid } = JSON.parse((await (await fetch(origin + poll)).text()).slice(1)) as { sid: string };
      await (await posts(`${poll}&sid=${sid}`, '40')).text();
      const answer = await posts(`${poll}&sid=${sid}`, PACKETS);
      note(answer.status);
      await answer.arrayBuffer();
    },
  };
  process.on('message', () => process.send?.([...answers], () => process.exit()));
  await Promise.all(
    Array.from({ length: AT_A_TIME[kind] }, async () => {
      for (;;) await once[kind]().catch(() => wait(5));
    }),
  );
}

/** How long each phone waits for its answers, asking again and again for this time. */
async function asked(phones: readonly Link<PhoneView>[]): Promise<number[]> {
  const end = performance.now() + Number(values.seconds) * 1000;
  const took: number[] = [];
  await Promise.all(
    phones.map(async (phone) => {
      while (performance.now() < end) {
        await wait(ASK_EVERY_MS * (0.5 + Math.random()));
        const began = performance.now();
        await phone.ask({ type: 'seat.hop' });
        took.push(performance.now() - began);
      }
    }),
  );
  return took;
}

function largestFile(root: string): string {
  const folder = join(root, 'dist', 'assets');
  const sized = readdirSync(folder)
    .filter((name) => !/\.(br|gz)$/.test(name))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }));
  return `/assets/${sized.sort((a, b) => b.size - a.size)[0]?.name}`;
}

async function measure(): Promise<void> {
  const root = resolve(values.root);
  process.chdir(root);
  // Of the checkout that is measured.
  const { PROTOCOL_VERSION: v } = (await import(join(root, 'src/protocol/identity.ts'))) as typeof import('../../protocol/identity.ts');
  const { child, origin } = await start(join(root, 'src/server/main.ts'), '/readyz', {
    HOST: '127.0.0.1',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'wat-doe-jij-flood-')),
  });
  const keys = await newLesson(origin, 'groepsapp');
  const desk = connect<DeskView>({ v, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
  const { code } = await until(desk, () => true);
  const phones = Array.from({ length: PHONES }, () => connect<PhoneView>({ v, lang: 'nl', role: 'phone', code, token: randomId() }, origin));
  await Promise.all(phones.map((phone) => until(phone, () => true)));
  const pid = child.pid ?? 0;
  const row = async (name: string, kind: Flood | null) => {
    const flooder =
      kind && fork(import.meta.filename, [], { env: { ...process.env, FLOOD: kind, FLOOD_ORIGIN: origin, FLOOD_FILE: largestFile(root) } });
    await wait(1500);
    const before = processorSeconds(pid);
    const took = await asked(phones);
    const busy = (processorSeconds(pid) - before) * (1000 / Number(values.seconds));
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => `${quantile(took, q).toFixed(1)} ms`);
    let answers = '';
    if (flooder) {
      flooder.send('stop');
      const [counted] = (await once(flooder, 'message')) as [[number, number][]];
      answers = counted.map(([status, count]) => `${count} x ${status}`).join(', ');
    }
    console.log(`| ${name} | ${p50} | ${p95} | ${p99} | ${busy.toFixed(0)} ms | ${answers} |`);
  };
  console.log('| | p50 | p95 | p99 | processor time a second | answers to the flood |\n|---|---|---|---|---|---|');
  await row('quiet', null);
  await row('other names for a story, 200 at a time', 'story');
  await row('the largest file, 100 at a time', 'file');
  await row('1,000 packets in a polling body, 20 at a time', 'packets');
  await row('quiet again', null);
  for (const link of [desk, ...phones]) link.close();
  await stop(child);
}

if (process.env.FLOOD) await flood(process.env.FLOOD as Flood, process.env.FLOOD_ORIGIN ?? '', process.env.FLOOD_FILE ?? '');
else await measure();
