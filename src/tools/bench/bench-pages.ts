import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { quantile, start, stop } from './measure.ts';
import { DESKTOP, KINDS, type Loaded, loadPage, type Preset, SLOW_LAPTOP, SLOW_PHONE } from './page-load.ts';

/** How long each page takes, from the server that a school has, in a browser that has never seen it. Names of pages measure these alone; a folder measures the server there. */
const TIMES = 5;

const screen = (name: string) => (page: Page) => page.locator(`[data-screen="${name}"]`).waitFor({ timeout: 90_000 });
const PAGES: Record<string, { what: string; path: string; preset: Preset; ready(page: Page): Promise<unknown> }> = {
  phone: { what: 'pupil’s page, until a code can be entered', path: '/', preset: SLOW_PHONE, ready: screen('code') },
  desk: {
    what: 'teacher’s page, until the stories are there',
    path: '/docent',
    preset: SLOW_LAPTOP,
    ready: (page) => page.locator('article h3').first().waitFor({ timeout: 90_000 }),
  },
  trial: { what: 'trial lesson, until it can be played', path: '/proefles', preset: DESKTOP, ready: screen('trial') },
};

const given = process.argv.slice(2);
const names = given.filter((name) => Object.hasOwn(PAGES, name));
const root = resolve(given.find((name) => !Object.hasOwn(PAGES, name)) ?? '.');

const row = (label: string, cells: string[]) => console.log(label.padEnd(46) + cells.map((cell) => cell.padStart(9)).join(''));
const median = (runs: Loaded[], of: (run: Loaded) => number) => quantile(runs.map(of), 0.5);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

row('medians of five', ['paint', 'ready', 'blocking', 'processor', ...KINDS]);
for (const [name, { what, path, preset, ready }] of Object.entries(PAGES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const runs: Loaded[] = [];
  const data = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const env = { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' };
  const server = await start(join(root, 'src/server/main.ts'), '/healthz', env);
  try {
    for (let run = 0; run < TIMES; run++) runs.push(await loadPage(server.origin + path, preset, ready));
  } finally {
    await stop(server.child);
    rmSync(data, { recursive: true, force: true });
  }
  row(what, [
    `${Math.round(median(runs, (run) => run.firstPaintMs))} ms`,
    `${Math.round(median(runs, (run) => run.readyMs))} ms`,
    `${Math.round(median(runs, (run) => run.blockingMs))} ms`,
    `${median(runs, (run) => run.processorSeconds).toFixed(1)} s`,
    ...KINDS.map((kind) => kB(median(runs, (run) => run.bytes[kind]))),
  ]);
}
