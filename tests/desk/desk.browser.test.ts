import type { Page } from 'playwright';
import { expect } from 'vitest';
import { begin, click, next, pressUntil, screenOf } from '../support/browser/board.ts';
import { nothingCut, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Phone, type School } from '../support/server/classroom.ts';

async function sevenOrMore(school: School, code: string, count: number): Promise<Phone[]> {
  const bots = Array.from({ length: count }, () => new Phone(school.origin));
  for (const bot of bots) expect(await bot.join(code)).toEqual({ ok: true });
  return bots;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('with seven seats no vote opens: the class talks, the teacher enters it on board or desk, and the debrief keeps only the route', async ({
  school,
  rack,
}) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await sevenOrMore(school, code, 6);
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${code}`);
  await showing(phone, 'lobby');
  await press(desk, 'Klopt: 7 leerlingen');
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

test('the teacher locks the lesson, pairs a phone as second desk, changes the language, pauses, looks at another path, and deletes all', async ({
  school,
  rack,
}) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await sevenOrMore(school, code, 8);
  const inside = await rack.phone();
  await inside.goto(`${school.origin}/#${code}`);
  await showing(inside, 'lobby');

  await press(desk, 'Doe de deur dicht');
  await desk.getByText('De deur is dicht.').first().waitFor();
  const outside = await rack.phone();
  await outside.goto(`${school.origin}/#${code}`);
  await outside.getByText('De deur is dicht.').first().waitFor();
  await picture(outside, 'phone-locked');
  await inside.reload();
  await showing(inside, 'lobby');
  await picture(stage, 'stage-locked');

  // A phone becomes the second desk; the board has to say yes, and the code works once.
  await press(desk, 'Bedien met een ander toestel');
  const spelled = ((await desk.locator('[aria-label^="Koppelcode"]').first().getAttribute('aria-label')) ?? '')
    .replace('Koppelcode: ', '')
    .replaceAll(' ', '');
  await picture(desk, 'desk-pairing');
  const second = await rack.phone({ viewport: { width: 390, height: 844 } });
  await second.goto(`${school.origin}/docent`);
  await picture(second, 'desk-phone-home');
  await second.getByLabel('Koppelcode').fill(spelled);
  await press(second, /^Koppel/);
  await second.getByText('Bevestig op het bord').first().waitFor();
  await picture(second, 'desk-phone-waiting');
  await stage.bringToFront();
  await stage.getByRole('dialog').waitFor();
  await picture(stage, 'stage-pairing');
  await press(stage, /^Ja/);
  await second.getByText('De deur is dicht.').first().waitFor();
  await picture(second, 'desk-phone');
  await nothingCut(second);
  const third = await rack.phone();
  await third.goto(`${school.origin}/docent`);
  await third.getByLabel('Koppelcode').fill(spelled);
  await press(third, /^Koppel/);
  await third.getByText('Deze koppelcode werkt niet meer').first().waitFor();

  await press(second, 'Klopt: 9 leerlingen');
  await press(second, 'Begin het verhaal');
  await showing(stage, 'scene');
  await second.locator('fieldset, [role=group]').filter({ hasText: 'Taal van het bord' }).getByRole('button', { name: 'English' }).click();
  await stage.waitForFunction(() => document.documentElement.lang === 'en');
  await picture(stage, 'stage-english');
  await second.locator('fieldset, [role=group]').filter({ hasText: 'Taal van het bord' }).getByRole('button', { name: 'Nederlands' }).click();

  await stage.keyboard.press('.');
  await showing(inside, 'paused');
  await picture(stage, 'stage-calm');
  await picture(inside, 'phone-calm');
  await stage.keyboard.press('.');
  await showing(inside, 'look');

  await click(stage, ['question']);
  await stage.keyboard.press('PageDown');
  for (const bot of bots) expect(await bot.votes(0)).toEqual({ ok: true });
  await press(desk, 'Sluit de stemming');
  await showing(stage, 'reveal');
  await click(stage, ['scene']);
  await press(desk, 'Terug naar een keuze');
  await desk.getByRole('dialog').waitFor();
  await picture(desk, 'desk-back');
  await desk.getByRole('dialog').getByRole('radio').nth(1).check({ force: true });
  await press(desk, 'Laat dit zien');
  await showing(stage, 'reveal');
  await picture(stage, 'stage-what-if');
  expect(await screenOf(stage)).toBe('reveal');

  await press(desk, 'Wis de les nu');
  await press(desk, 'Ja, wis alles');
  await showing(inside, 'over');
  await picture(inside, 'phone-deleted');
  await showing(stage, 'signpost');
});
