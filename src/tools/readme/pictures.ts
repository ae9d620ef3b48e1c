import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { drawn, openLesson } from '../bench/bench-board.ts';
import { newLesson, start, stop } from '../bench/measure.ts';
import { bot } from '../crowd/bot.ts';
import { pressAt } from '../rehearse/rehearsal.ts';

/** Takes the pictures of the README from a lesson that is played on the real server, in a real browser. */
const STORY = 'groepsapp';
const SEATS = 23;
const FOLDER = 'assets/readme';

const data = mkdtempSync(join(tmpdir(), 'readme-pictures-'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
const server = await start('src/server/main.ts', '/healthz', {
  DATA_DIR: data,
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://watdoejij.test',
  TEACHER_CODE: '',
});
mkdirSync(FOLDER, { recursive: true });

async function page(
  width: number,
  height: number,
  path: string,
  { scale = 1, kept = {} }: { scale?: number; kept?: Record<string, string> } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'nl-NL', reducedMotion: 'reduce' });
  // As a browser that started this lesson keeps the keys of its desk and its board.
  await context.addInitScript((keys) => {
    for (const [name, key] of Object.entries(keys)) sessionStorage.setItem(name, key);
  }, kept);
  const opened = await context.newPage();
  await opened.goto(server.origin + path);
  return opened;
}
async function picture(from: Page, name: string): Promise<void> {
  await from.evaluate(() => document.fonts.ready);
  await wait(1500);
  await from.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72 });
  await from.context().close();
}

try {
  const keys = await newLesson(server.origin, STORY);
  const keyOf = (token: string) => JSON.stringify({ lesson: keys.lesson, token });
  const desk = await openLesson(server.origin, keys);
  const code = desk.view?.code ?? '';
  const votes: (() => Promise<unknown>)[] = [];
  const bots = Array.from({ length: SEATS }, () => bot(server.origin, code, { opened: (_, vote) => void votes.push(vote) }));
  const board = await page(1280, 720, '/bord', { kept: { 'stage-admission': keyOf(keys.stage) } });
  const phone = await page(360, 640, `/#${code}`, { scale: 2 });
  while ((desk.view?.seats ?? 0) < SEATS + 1) await wait(50);
  await desk.ask({ type: 'headcount.confirm', count: SEATS + 1 });

  let shown = -1;
  let since = performance.now();
  let taken = false;
  while (desk.view && desk.view.screen.kind !== 'end') {
    const { view } = desk;
    if (view.screenRevision !== shown) {
      shown = view.screenRevision;
      since = performance.now();
    }
    const open = view.screen.kind === 'vote' && desk.now() > view.screen.opensAt;
    if (open && !taken) {
      taken = true;
      await Promise.all(votes.splice(0, 16).map((vote) => vote()));
      await drawn(board, 'vote');
      await phone.locator('[role=radio], fieldset').first().waitFor();
      const teacher = await page(1280, 720, '/docent', { kept: { 'wdj.desk': keyOf(keys.desk) } });
      await teacher.getByRole('button', { name: 'Pauze' }).first().waitFor();
      await picture(teacher, 'desk');
      await picture(phone, 'phone');
      await picture(board, 'board');
    }
    if (open && view.screen.kind === 'vote') {
      await Promise.all(votes.splice(0).map((vote) => vote()));
      // The phone of the picture has no pupil: nobody waits for its vote.
      await desk.ask({ type: 'vote.close', round: view.screen.vote.round });
    }
    const press = pressAt(view, desk.now(), performance.now() - since, true);
    if (press) await desk.ask(press);
    await wait(20);
  }
  await desk.ask({ type: 'lesson.end' });
  const debrief = await page(1280, 720, '/nabespreking', { kept: { 'wdj.debrief': keyOf(keys.debrief) } });
  await debrief.getByRole('heading').first().waitFor();
  await picture(debrief, 'debrief');
  for (const one of bots) one.leave();
  desk.close();
} finally {
  await browser.close();
  await stop(server.child);
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
