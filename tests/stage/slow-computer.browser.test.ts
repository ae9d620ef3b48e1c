import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import type { View } from '../../src/protocol/views/view.ts';
import { openBoard } from '../support/browser/board.ts';
import { becomes, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';

/** Head and shoulders of whoever stands on the left. */
const LEFT = { x: 60, y: 200, width: 430, height: 320 };

async function slowed(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** The people, once nothing moves any more. */
async function people(page: Page): Promise<Buffer> {
  let last = await page.screenshot({ clip: LEFT });
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.screenshot({ clip: LEFT });
        return before.equals(last);
      },
      { interval: 400 },
    )
    .toBe(true);
  return last;
}

function unlike(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.25 }) / (a.width * a.height);
}

test('on a slow computer the board shows how far the story is, and people are one picture each that still changes its mood', async ({
  school,
  rack,
}) => {
  const room = await Classroom.of(school, 8);
  // How much moves goes by the frames that a board draws, and this one draws few.
  const slow = await rack.screen(1366, 768, { reducedMotion: 'reduce' });
  const quick = await rack.screen(1366, 768, { reducedMotion: 'reduce', everyFrame: true });
  await slow.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    setInterval(() => {
      const bar = document.querySelector<HTMLElement>('[data-testid="loading"]');
      if (bar && !bar.hidden)
        said.push(`${bar.getAttribute('aria-label')} ${bar.getAttribute('aria-valuenow')} | ${document.querySelector('#mirror')?.textContent}`);
    }, 20);
  });
  await slowed(slow, 10);
  for (const page of [slow, quick]) await openBoard(page, school.origin, room.keys);
  await room.confirms(9);
  // The class begins before the pictures are drawn.
  await room.until('scene');
  const said = (words: RegExp) => becomes(slow, (wanted) => (window as unknown as { said: string[] }).said.some((line) => wanted.test(line)), words);
  await said(/^Het verhaal wordt klaargezet \d+ /);
  await said(/Het verhaal wordt klaargezet: \d+%/);
  await picture(slow, 'stage-loading');
  await slowed(slow, 1);
  for (const page of [slow, quick]) await showing(page, 'scene');
  expect(await slow.getByTestId('loading').isVisible()).toBe(false);

  // At the lowest level of effects: the next scene, held at its beginning.
  await becomes(slow, () => document.documentElement.dataset.effects === 'least');
  const scene = (view: View) => (view.role === 'stage' && view.screen.kind === 'scene' ? view.screen : null);
  while (scene(room.stage.view!)?.scene.node !== 'stem') {
    const before = JSON.stringify(scene(room.stage.view!)?.playhead);
    await room.next();
    await room.stage.until('the next beat', (view) => JSON.stringify(scene(view)?.playhead) !== before);
  }
  expect(await room.desk.ask({ type: 'scene.hold', on: true })).toEqual({ ok: true });
  const { screen } = await room.stage.until('a scene that is held', (view) => scene(view)?.playhead.since === null);
  const offset = (view: View) => scene(view)?.playhead.offset ?? 0;
  for (const page of [slow, quick]) await becomes(page, () => document.documentElement.dataset.node === 'stem');
  let before = await people(slow);
  const likeQuick = async () => {
    before = await people(slow);
    return unlike(before, await people(quick));
  };
  await expect.poll(likeQuick).toBeLessThan(0.03);
  const length = screen.kind === 'scene' ? screen.scene.length : 0;
  for (let at = offset(room.stage.view!); at < length; at = offset(await room.stage.until('the next beat', (view) => offset(view) > at)))
    await room.next();
  for (const page of [slow, quick]) await becomes(page, () => /verder: spatiebalk/.test(document.querySelector('#mirror')?.textContent ?? ''));
  // What is said is there at once, what is drawn when this computer comes to it.
  await expect.poll(async () => unlike(before, await people(slow))).toBeGreaterThan(0.005);
  await picture(slow, 'stage-least');
  await expect.poll(async () => unlike(await people(slow), await people(quick))).toBeLessThan(0.03);
});
