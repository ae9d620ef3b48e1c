import type { Frame, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { LessonKeys } from '../../../src/protocol/new-lesson.ts';
import { PATIENCE_MS } from '../patience.ts';
import { becomes, picture, type Rack, showing } from './browser.ts';

/** The teacher opens the start page and begins; the board comes in a second window. */
export async function begin(rack: Rack, origin: string): Promise<{ desk: Page; stage: Page; code: string }> {
  const context = await rack.context({ viewport: { width: 1366, height: 768 } });
  const desk = await context.newPage();
  await desk.goto(`${origin}/docent`);
  await showing(desk, 'home');
  const opened = context.waitForEvent('page');
  await desk.getByRole('article', { name: 'Buitengesloten' }).getByRole('button', { name: 'Start de les' }).click();
  const stage = await opened;
  await stage.setViewportSize({ width: 1920, height: 1080 });
  await showing(stage, 'lobby');
  const code = await codeOf(stage);
  return { desk, stage, code };
}

/** A board that the tab has the key of, as after a reload. A board never takes it from an address. */
export async function openBoard(
  page: Page,
  origin: string,
  { lesson, stage: token }: Pick<LessonKeys, 'lesson' | 'stage'>,
  options: Parameters<Page['goto']>[1] = {},
): Promise<void> {
  await page.addInitScript((key) => sessionStorage.setItem('stage-admission', key), JSON.stringify({ lesson, token }));
  await page.goto(`${origin}/bord`, options);
}

export async function codeOf(stage: Page): Promise<string> {
  const said = await mirrorOf(stage);
  const spelled = /(?:[2-9A-Y][ ,-]*){6}/.exec(said.replace(/.*code/i, ''))?.[0] ?? '';
  return spelled.replace(/[^2-9A-Z]/g, '');
}

const mirrorOf = (stage: Page) => stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? '');
export const screenOf = (stage: Page) => stage.evaluate(() => document.documentElement.dataset.screen ?? '');
const momentOf = (stage: Page) => stage.evaluate(() => document.documentElement.dataset.screenRevision ?? '');

/** Forward, by somebody who has looked: another key shows that, and what has only just come takes the press. */
export async function forward(stage: Page, key = 'PageDown'): Promise<void> {
  await stage.keyboard.press('Shift');
  await stage.keyboard.press(key);
}

/** Presses until this is there, and not once more: what closes a dialog may be pressed before the screen behind it takes presses. */
export async function pressUntil(seen: Locator, press: () => Promise<unknown>): Promise<void> {
  const pressed = async () => {
    if (!(await seen.isVisible())) await press();
    return seen.isVisible();
  };
  await expect.poll(pressed, { interval: 700 }).toBe(true);
}

/** Presses only if the board still shows this: looked at and pressed in one go, because a board that is drawing changes in between. */
function pressOn(stage: Page, screen: string): Promise<boolean> {
  return stage.evaluate((expected) => {
    if (document.documentElement.dataset.screen !== expected) return false;
    for (const key of ['Shift', 'PageDown']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return true;
  }, screen);
}

/** The button that has the focus, as a clicker finds it. */
const focused = (stage: Page) =>
  stage.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

/** With the clicker alone: back until this button has the focus, then forward. */
export async function clickThrough(stage: Page, name: RegExp): Promise<void> {
  for (let moves = 0; !name.test(await focused(stage)); moves++) {
    if (moves > 40) throw new Error(`no button ${name} can be reached; the last was ${await focused(stage)}`);
    await stage.keyboard.press('PageUp');
  }
  await forward(stage);
}

/** The big button of a desk, as soon as it takes a press for this screen and not for the one before. */
export async function next(desk: Page | Frame): Promise<void> {
  const moment = () => desk.locator('[data-screen-revision]').getAttribute('data-screen-revision');
  const before = await moment();
  const pressed = async () => {
    // Not a click that waits: a button that waits too would be pressed for the next screen.
    if ((await moment()) === before) await desk.getByTestId('next').evaluate((button: HTMLElement) => button.click());
    return moment();
  };
  await expect.poll(pressed, { interval: 200 }).not.toBe(before);
}

/** "Next" until the board shows one of these, with a picture of each new screen on the way. */
export async function click(stage: Page, wanted: string[], prefix?: string): Promise<string> {
  const seen = new Set<string>();
  let stuck = 0;
  for (let presses = 0; presses < 1000; presses++) {
    const screen = await screenOf(stage);
    const key = `${screen}-${await stage.evaluate(() => document.documentElement.dataset.node ?? '')}`;
    if (!seen.has(key)) {
      seen.add(key);
      if (prefix) await picture(stage, `${prefix}-${key}`);
    }
    if (wanted.includes(screen)) return screen;
    const before = await momentOf(stage);
    const said = await mirrorOf(stage);
    if (!(await pressOn(stage, screen))) continue;
    if (screen === 'scene') {
      // A beat is said, a scene goes; or it was one in which nothing is said.
      await becomes(
        stage,
        (known) => document.documentElement.dataset.screenRevision !== known.before || document.querySelector('#mirror')?.textContent !== known.said,
        { before, said },
        500,
      ).catch(() => {});
      continue;
    }
    // A press during a result ends its staging first, and one that comes while the board draws is none: the next one goes on.
    const moved = await becomes(stage, (moment) => document.documentElement.dataset.screenRevision !== moment, before, 1000).then(
      () => true,
      () => false,
    );
    stuck = moved ? 0 : stuck + 1;
    if (stuck * 1000 > PATIENCE_MS)
      throw new Error(
        `the board stays on ${screen}, on its way to ${wanted.join(' or ')}: ${await stage.evaluate(() => document.querySelector('#mirror')?.textContent)}`,
      );
  }
  throw new Error(`the board never came to ${wanted.join(' or ')}`);
}
