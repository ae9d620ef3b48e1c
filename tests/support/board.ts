import type { Frame, Page } from 'playwright';
import { expect } from 'vitest';
import { picture, type Rack, showing } from './browser.ts';

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

export async function codeOf(stage: Page): Promise<string> {
  const said = await stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? '');
  const spelled = /(?:[2-9A-Y][ ,-]*){6}/.exec(said.replace(/.*code/i, ''))?.[0] ?? '';
  return spelled.replace(/[^2-9A-Z]/g, '');
}

export const screenOf = (stage: Page) => stage.evaluate(() => document.documentElement.dataset.screen ?? '');
const momentOf = (stage: Page) => stage.evaluate(() => document.documentElement.dataset.screenRevision ?? '');

/** Presses only if the board still shows this: looked at and pressed in one go, because a board that is drawing changes in between. */
function pressOn(stage: Page, screen: string): Promise<boolean> {
  return stage.evaluate((expected) => {
    if (document.documentElement.dataset.screen !== expected) return false;
    dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
    return true;
  }, screen);
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

/** The clicker: "next" until the board shows one of these, with a picture of each new screen on the way. */
export async function click(stage: Page, wanted: string[], prefix?: string): Promise<string> {
  const seen = new Set<string>();
  let stuck = 0;
  for (let presses = 0; presses < 400; presses++) {
    const screen = await screenOf(stage);
    const key = `${screen}-${await stage.evaluate(() => document.documentElement.dataset.node ?? '')}`;
    if (!seen.has(key)) {
      seen.add(key);
      if (prefix) {
        await stage.waitForTimeout(700);
        await picture(stage, `${prefix}-${key}`);
      }
    }
    if (wanted.includes(screen)) return screen;
    const before = await momentOf(stage);
    if (!(await pressOn(stage, screen))) continue;
    await stage.waitForTimeout(screen === 'scene' ? 120 : 350);
    if (screen === 'scene') continue;
    // A press during a result ends its staging first; the next one goes on.
    const patience = screen === 'reveal' ? { timeout: 1000, tries: 16 } : { timeout: 20_000, tries: 2 };
    const moved = await stage
      .waitForFunction((moment) => document.documentElement.dataset.screenRevision !== moment, before, { timeout: patience.timeout })
      .then(
        () => true,
        () => false,
      );
    stuck = moved ? 0 : stuck + 1;
    if (stuck > patience.tries)
      throw new Error(
        `the board stays on ${screen}, on its way to ${wanted.join(' or ')}: ${await stage.evaluate(() => document.querySelector('#mirror')?.textContent)}`,
      );
  }
  throw new Error(`the board never came to ${wanted.join(' or ')}`);
}
