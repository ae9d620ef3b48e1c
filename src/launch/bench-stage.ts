import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { connect, type Link } from '../link/connection.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { LessonKeys } from '../protocol/intents.ts';
import type { DeskView } from '../protocol/views.ts';
import { bot } from './bot.ts';
import { type Card, type Frames, framesDuring, watchFrames } from './frames.ts';
import { newLesson, quantile, start, stop, until } from './measure.ts';

/** How fast the board draws, what it keeps in memory, and what it loads, in a real browser with a real lesson. */
const SEATS = 30;
const LESSONS = 10;
const STRETCH_MS = 6000;
const SETTLE_MS = 8000;
const only = process.argv.slice(2);
const wanted = (part: string) => only.length === 0 || only.includes(part);

interface Setup {
  name: string;
  card: Card;
  /** So many times slower than this computer. */
  slower: number;
}
const SETUPS: Setup[] = [
  { name: 'canvas', card: 'none', slower: 1 },
  { name: 'WebGL', card: 'software', slower: 1 },
  { name: 'WebGL, a card that fills no pixels', card: 'ideal', slower: 1 },
  { name: 'canvas, 4x slower', card: 'none', slower: 4 },
  { name: 'WebGL, 4x slower', card: 'software', slower: 4 },
];

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const row = (label: string, cells: string[]) => console.log(label.padEnd(34) + cells.map((cell) => cell.padStart(11)).join(''));

function openLesson(origin: string, keys: LessonKeys): Promise<Link<DeskView>> {
  const desk = connect<DeskView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
  return until(desk, () => true).then(() => desk);
}

const next = (desk: Link<DeskView>) => desk.ask({ type: 'lesson.next', moment: desk.view?.moment ?? 0 });
const boardOf = (origin: string, keys: LessonKeys) => `${origin}/bord#${new URLSearchParams({ lesson: keys.lesson, token: keys.stage })}`;
const drawn = (page: Page, screen: string) =>
  page.waitForFunction((kind) => document.documentElement.dataset.screen === kind, screen, { timeout: 60_000 });

// ---------- frames ----------

/** A class of thirty from the lobby to the first reveal: each screen with everything on it moving. */
async function playOnce(page: Page, origin: string): Promise<Record<string, Frames>> {
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  const votes: (() => Promise<unknown>)[] = [];
  let joined = 0;
  const { code } = await until(desk, () => true);
  await page.goto(boardOf(origin, keys));
  await drawn(page, 'lobby');
  const found: Record<string, Frames> = {};
  const bots = Array.from({ length: SEATS }, () =>
    bot(origin, code, {
      joined: () => {
        joined += 1;
      },
      opened: (_, vote) => votes.push(vote),
    }),
  );
  while (joined < SEATS) await wait(20);
  // The board finds its level of effects.
  await wait(SETTLE_MS);
  found.lobby = await framesDuring(page, async () => {
    for (let hop = 0; hop < SEATS; hop += 1) {
      void bots[hop]?.hop();
      await wait(STRETCH_MS / SEATS);
    }
  });
  await desk.ask({ type: 'headcount.confirm', count: SEATS });
  await next(desk);
  await drawn(page, 'scene');
  found.scene = await framesDuring(page, async () => {
    for (let beat = 0; beat < 8; beat += 1) {
      await wait(STRETCH_MS / 8);
      await next(desk);
    }
  });
  const screen = () => desk.view?.screen;
  while (screen()?.kind !== 'vote') {
    await next(desk);
    await wait(20);
  }
  await drawn(page, 'vote');
  while (votes.length < SEATS) await wait(20);
  found.vote = await framesDuring(page, async () => {
    for (const vote of votes) {
      void vote();
      await wait(STRETCH_MS / SEATS);
    }
  });
  const open = screen();
  if (open?.kind === 'vote') await desk.ask({ type: 'vote.close', round: open.vote.round });
  while (screen()?.kind === 'vote') await wait(20);
  found[screen()?.kind ?? ''] = await framesDuring(page, () => wait(STRETCH_MS));
  for (const one of bots) one.leave();
  desk.close();
  return found;
}

async function oneSprite(page: Page, card: Card): Promise<Frames> {
  const html = readFileSync(file('./reference.html'));
  const script = readFileSync(file('../../node_modules/phaser/dist/phaser.min.js'));
  const server = createServer((request, response) => void response.end(request.url === '/phaser.js' ? script : html));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${card === 'none' ? '' : '?card'}`);
  await page.waitForSelector('canvas');
  await wait(1000);
  const frames = await framesDuring(page, () => wait(STRETCH_MS));
  server.close();
  return frames;
}

const spread = (values: number[]) => [0.5, 0.95, 0.99].map((q) => quantile(values, q).toFixed(1));
function tell(label: string, { between, own }: Frames, bare?: Frames): void {
  const mean = between.reduce((sum, ms) => sum + ms, 0) / between.length;
  const ratio = bare ? `${(quantile(own, 0.95) / quantile(bare.own, 0.95)).toFixed(1)} x` : '';
  row(`  ${label}`, [...spread(own), ...spread(between), (1000 / mean).toFixed(0), ratio]);
}

async function measureFrames(browser: Browser, origin: string): Promise<void> {
  row('ms; 1920x1080', ['own p50', 'p95', 'p99', 'frame p50', 'p95', 'p99', 'per second', 'own p95']);
  for (const { name, card, slower } of SETUPS) {
    if (only.length > 1 && !only.includes(name)) continue;
    console.log(name);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    page.on('pageerror', (error) => console.log(`  ${error.message}`));
    await watchFrames(page, card);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const bare = await oneSprite(page, card);
    tell('one moving sprite', bare);
    for (const [screen, frames] of Object.entries(await playOnce(page, origin))) tell(screen, frames, bare);
    const level = await page.evaluate(() => document.documentElement.dataset.effects ?? 'as it began');
    console.log(`  effects at the end: ${level}`);
    await page.close();
  }
}

// ---------- memory ----------

/** Remembers every canvas of the page as long as something else does. */
const watchPictures = (page: Page) =>
  page.addInitScript(() => {
    const made: WeakRef<HTMLCanvasElement>[] = [];
    Object.assign(window, { made });
    const make = document.createElement.bind(document);
    document.createElement = (name: string) => {
      const element = make(name);
      if (element instanceof HTMLCanvasElement) made.push(new WeakRef(element));
      return element;
    };
  });

async function heap(page: Page, devtools: CDPSession): Promise<string[]> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  const pictures = await page.evaluate(() =>
    (window as unknown as { made: WeakRef<HTMLCanvasElement>[] }).made.flatMap((one) => {
      const canvas = one.deref();
      return canvas ? [canvas.width * canvas.height * 4] : [];
    }),
  );
  const weight = pictures.reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${(metric('JSHeapUsedSize') / 1e6).toFixed(1)} MB`,
    String(metric('Nodes')),
    String(metric('JSEventListeners')),
    String(pictures.length),
    `${(weight / 1e6).toFixed(0)} MB`,
  ];
}

/** Through the whole story and back to its first decision, again and again, on one page that is never loaded anew. */
async function measureMemory(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await watchPictures(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  await page.goto(boardOf(origin, keys));
  await drawn(page, 'lobby');
  row('memory after', ['heap', 'DOM nodes', 'listeners', 'pictures', 'in them']);
  row('  the lobby', await heap(page, devtools));
  await desk.ask({ type: 'headcount.confirm', count: 4 });
  for (let lesson = 1; lesson <= LESSONS; lesson += 1) {
    for (;;) {
      const screen = desk.view?.screen;
      if (!screen || screen.kind === 'end') break;
      const rev = desk.view?.rev;
      if (screen.kind === 'together') await desk.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
      else await next(desk);
      for (let tries = 0; desk.view?.rev === rev && tries < 100; tries += 1) await wait(10);
    }
    await drawn(page, 'end');
    await wait(1000);
    row(`  lesson ${lesson}`, await heap(page, devtools));
    const first = desk.view?.decisions[0];
    if (first) await desk.ask({ type: 'story.back', node: first.node, choice: null });
    await until(desk, (view) => view.screen.kind !== 'end');
  }
  desk.close();
  await page.close();
}

// ---------- what is loaded ----------

async function measureTransfer(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const loaded = new Map<string, { path: string; bytes: number }>();
  devtools.on(
    'Network.responseReceived',
    ({ requestId, response }) => void loaded.set(requestId, { path: new URL(response.url).pathname, bytes: 0 }),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  await page.goto(boardOf(origin, keys));
  await drawn(page, 'lobby');
  await desk.ask({ type: 'headcount.confirm', count: 4 });
  await next(desk);
  await drawn(page, 'scene');
  await wait(8000);
  const kinds = new Map<string, number>();
  for (const { path, bytes } of loaded.values()) {
    const kind = /\.(js|css|woff2|ogg|m4a)$/.exec(path)?.[1] ?? (path.includes('socket.io') ? 'messages' : 'html');
    kinds.set(kind, (kinds.get(kind) ?? 0) + bytes);
  }
  const total = [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0);
  console.log(`loaded for lobby and first scene: ${(total / 1000).toFixed(0)} kB`);
  for (const [kind, bytes] of kinds) console.log(`  ${kind.padEnd(9)}${(bytes / 1000).toFixed(0).padStart(5)} kB`);
  desk.close();
  await page.close();
}

const data = mkdtempSync(join(tmpdir(), 'bench-stage-'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
const server = await start('src/server/main.ts', '/healthz', { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' });
try {
  if (wanted('transfer')) await measureTransfer(browser, server.origin);
  if (wanted('memory')) await measureMemory(browser, server.origin);
  if (wanted('frames')) await measureFrames(browser, server.origin);
} finally {
  await browser.close();
  await stop(server.child);
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
