import { expect } from 'vitest';
import { begin, click, next, pressUntil } from '../support/browser/board.ts';
import { nothingCut, picture, showing } from '../support/browser/browser.ts';
import { counts, joined, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

test('with seven seats no vote opens: the class talks, the teacher enters it on board or desk, and the debrief keeps only the route', async ({
  school,
  rack,
}) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await joined(school, code, 6);
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${code}`);
  await showing(phone, 'lobby');
  await counts(desk, 7);
  await press(desk, 'Begin het verhaal');
  await showing(stage, 'scene');
  await stage.bringToFront();
  for (let decision = 1; ; decision++) {
    if ((await click(stage, ['together', 'end'])) === 'end') break;
    await showing(phone, 'together');
    expect(bots.every((bot) => bot.view?.screen.kind === 'together')).toBe(true);
    if (decision === 1) {
      await picture(stage, 'seven-stage-together');
      await picture(phone, 'seven-phone-together');
      await picture(desk, 'seven-desk-together');
      await stage.keyboard.press('a');
      await stage.getByRole('dialog').waitFor();
      await picture(stage, 'seven-stage-pick');
      await stage.keyboard.press('Enter');
    } else {
      await desk.getByRole('group', { name: 'Welke weg neemt het verhaal?' }).getByRole('radio').first().check({ force: true });
      await desk
        .getByRole('button', { name: /^Neem A/ })
        .first()
        .waitFor();
      await next(desk);
    }
    await showing(stage, 'reveal');
    if (decision === 1) await picture(stage, 'seven-stage-reveal');
    await stage.keyboard.press('PageDown');
  }
  await pressUntil(desk.getByRole('button', { name: 'Sluit de les af' }).first(), desk.getByRole('button', { name: 'Ja, beëindig' }).first());
  await press(desk, 'Ja, beëindig');
  await showing(stage, 'over');
  await picture(stage, 'stage-over');
  await showing(phone, 'over');
  await picture(phone, 'phone-over');
  expect(await phone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(code);

  const opened = desk.context().waitForEvent('page');
  await press(desk, 'Open de nabespreking');
  const debrief = await opened;
  await debrief.getByRole('heading', { name: 'Buitengesloten' }).waitFor();
  expect(debrief.url()).not.toContain('token');
  await picture(debrief, 'debrief-screen');
  await debrief.emulateMedia({ media: 'print' });
  await debrief.pdf({
    path: new URL('../pictures/debrief.pdf', import.meta.url).pathname,
    format: 'A4',
    printBackground: true,
    preferCSSPageSize: true,
  });
  await debrief.emulateMedia({ media: 'screen' });
  await nothingCut(debrief);

  // The next day, on a restarted server.
  await school.close();
  await school.open();
  await debrief.reload();
  await debrief.getByRole('heading', { name: 'Buitengesloten' }).waitFor();
});
