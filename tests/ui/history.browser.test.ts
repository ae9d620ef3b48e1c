import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterEach, expect } from 'vitest';
import { codeOf } from '../support/browser/board.ts';
import { showing } from '../support/browser/browser.ts';
import { press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';
import { Phone } from '../support/server/classroom.ts';

/** A browser as a school has it: with a profile on disk, and a history that whoever sits there the next day can open. */
const profile = mkdtempSync(join(tmpdir(), 'wat-doe-jij-profile-'));
const historyFile = join(profile, 'Default', 'History');
let browser: BrowserContext | null = null;
const opensBrowser = async () => {
  browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM, args: ['--no-sandbox'], locale: 'nl-NL' });
  return browser;
};
afterEach(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

function addresses(): string[] {
  const history = new DatabaseSync(historyFile, { readOnly: true });
  const rows = history.prepare('SELECT url FROM urls').all();
  history.close();
  return rows.map(({ url }) => String(url));
}
const opensWindow = async (context: BrowserContext, act: () => Promise<void>): Promise<Page> => {
  const opened = context.waitForEvent('page');
  await act();
  return opened;
};

test('the history of a browser keeps no key of a lesson, and the code in it opens nothing after the lesson', async ({ school, skip }) => {
  const context = await opensBrowser();
  if (!existsSync(historyFile)) return skip('this browser, a Chromium without windows, keeps no history');
  const desk = await context.newPage();
  await desk.goto(`${school.origin}/docent`);
  await showing(desk, 'home');
  const stage = await opensWindow(context, () =>
    desk.getByRole('article', { name: 'Buitengesloten' }).getByRole('button', { name: 'Start de les' }).click(),
  );
  await showing(stage, 'lobby');
  const code = await codeOf(stage);
  const pupil = await context.newPage();
  await pupil.goto(`${school.origin}/#${code}`);
  await showing(pupil, 'lobby');
  const debrief = await opensWindow(context, () => press(desk, 'Open de nabespreking'));
  await showing(debrief, 'debrief');

  // A reload finds its lesson, also where the desk that opened the window is gone; a window that nobody opened asks kindly.
  const stored = (page: Page, which: 'local' | 'session') =>
    page.evaluate((name) => JSON.stringify(Object.entries(name === 'local' ? localStorage : sessionStorage)), which);
  const [kept] = await desk.evaluate(() => JSON.parse(localStorage.getItem('wdj.lessons') ?? '[]'));
  const seat = await pupil.evaluate((joined) => localStorage.getItem(`wdj.seat.${joined}`), code);
  const secrets: string[] = [kept.desk, kept.stage, kept.debrief, seat];
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{22,}$/);
  for (const [page, screen] of [
    [stage, 'lobby'],
    [debrief, 'debrief'],
  ] as const) {
    await page.reload();
    await showing(page, screen);
  }
  // The same window again, as a teacher does who has lost it behind others.
  await press(desk, 'Open het bord');
  await showing(stage, 'lobby');
  await desk.close();
  await stage.reload();
  await showing(stage, 'lobby');
  expect(await stored(stage, 'session')).toContain(kept.stage);
  const stray = await context.newPage();
  await stray.goto(`${school.origin}/bord`);
  await showing(stray, 'signpost');
  await stray.goto(`${school.origin}/bord#lesson=${kept.lesson}&token=${'x'.repeat(24)}`);
  await showing(stray, 'signpost');

  const again = await context.newPage();
  await again.goto(`${school.origin}/docent`);
  await press(again, 'Ga verder');
  await press(again, 'Sluit de les af');
  await press(again, 'Ja, sluit af');
  await showing(pupil, 'over');
  await context.close();

  const known = addresses();
  expect(known).toContain(`${school.origin}/#${code}`);
  expect(known).toEqual(expect.arrayContaining([`${school.origin}/bord`, `${school.origin}/nabespreking`]));
  for (const secret of secrets) expect(known.filter((address) => address.includes(secret))).toEqual([]);
  for (const secret of secrets) expect(readFileSync(historyFile).includes(secret)).toBe(false);
  // What the history does keep leads nowhere any more.
  const stranger = new Phone(school.origin);
  expect(await stranger.join(code)).toEqual({ ok: false, refusal: 'lesson-ended' });
  stranger.close();
});
