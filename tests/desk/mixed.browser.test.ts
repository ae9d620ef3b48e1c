import type { Page } from 'playwright';
import { expect } from 'vitest';
import { begin, next, screenOf } from '../support/browser/board.ts';
import { picture, showing } from '../support/browser/browser.ts';
import { joined, look, onTo, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

const kind = (desk: Page) => desk.locator('[data-screen-revision]').getAttribute('data-screen');

test('in a mixed class a desk beside the board asks before and after, and picks from phones and hands', async ({ school, rack }) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await joined(school, code, 13);
  await desk.getByText('Vragen voor en na het verhaal').click();
  await desk.getByRole('checkbox').first().check();
  await press(desk, 'Allebei');
  await look(desk, 'desk-lobby');
  // Whoever has only a clicker counts with its two keys: forward presses, back goes to the next button.
  const dialog = desk.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' });
  const opened = async () => {
    if (!(await dialog.isVisible())) await desk.keyboard.press('PageDown');
    return dialog.isVisible();
  };
  // A press right after another one counts as the second half of a double one.
  await expect.poll(opened, { interval: 500 }).toBe(true);
  for (const key of ['PageDown', 'PageUp', 'PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageDown']) await desk.keyboard.press(key);
  await desk.getByText('13 leerlingen geteld').first().waitFor();
  await press(desk, 'Begin het verhaal');
  const vote = async (pick: number) => {
    await showing(desk, 'question');
    await next(desk);
    for (const bot of bots) expect(await bot.votes(pick)).toEqual({ ok: true });
    await press(desk, 'Sluit de stemming');
  };
  await vote(0);
  await showing(desk, 'scene');
  await onTo(desk, 'question');
  await vote(0);
  await showing(desk, 'hands');
  await look(desk, 'desk-mixed-hands');
  while ((await kind(desk)) === 'hands') await next(desk);
  await showing(stage, 'teacherDecides');
  await picture(stage, 'during-stage-teacherDecides');
  await look(desk, 'desk-weigh');
  await desk.getByRole('radio').nth(1).check({ force: true });
  await next(desk);
  await showing(stage, 'reveal');
  await onTo(desk, 'end');
  await press(desk, 'Stel de vragen nog eens');
  await vote(1);
  await showing(stage, 'results');
  await desk.getByText('Op zichzelf bewijst het niets', { exact: false }).waitFor();
  await look(desk, 'desk-pair');
  await picture(stage, 'during-stage-pair');
  expect(await screenOf(stage)).toBe('results');
});
