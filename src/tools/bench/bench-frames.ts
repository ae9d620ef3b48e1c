import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { bot } from '../crowd/bot.ts';
import { drawn, next, openBoard, openLesson, row } from './bench-board.ts';
import { type Card, type Frames, framesDuring, watchFrames } from './frames.ts';
import { newLesson, quantile, until } from './measure.ts';

const SEATS = 30;
const STRETCH_MS = 6000;
const SETTLE_MS = 8000;

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

/** A class of thirty from the lobby to the first reveal: each screen with everything on it moving. */
async function playOnce(page: Page, origin: string): Promise<Record<string, Frames>> {
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  const votes: (() => Promise<unknown>)[] = [];
  let joined = 0;
  const { code } = await until(desk, () => true);
  await openBoard(page, origin, keys);
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
  const script = readFileSync(file('../../../node_modules/phaser/dist/phaser.min.js'));
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

/** Of the setups of this name, or of all. */
export async function measureFrames(browser: Browser, origin: string, names: string[]): Promise<void> {
  row('ms; 1920x1080', ['own p50', 'p95', 'p99', 'frame p50', 'p95', 'p99', 'per second', 'own p95']);
  for (const { name, card, slower } of SETUPS) {
    if (names.length > 0 && !names.includes(name)) continue;
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
