import { expect } from 'vitest';
import { begin, click, screenOf } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, showing } from '../support/browser/browser.ts';
import { counts, joined, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

test('the teacher locks the lesson, pairs a phone as second desk, changes the language, pauses, looks at another path, and deletes all', async ({
  school,
  rack,
}) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await joined(school, code, 8);
  const inside = await rack.phone();
  await inside.goto(`${school.origin}/#${code}`);
  await showing(inside, 'lobby');

  // A phone is taken away by its creature; its pupil reads what happened, and one button brings the same creature back.
  const creature = (await inside.getByRole('heading').first().textContent()) ?? '';
  await press(desk, 'Haal een telefoon weg');
  await picture(desk, 'desk-removal');
  await desk.getByRole('dialog').getByRole('button', { name: creature }).last().click();
  await desk.getByRole('dialog', { name: `${creature} weghalen?` }).waitFor();
  await press(desk, 'Ja, haal weg');
  await inside.getByRole('heading', { name: 'Je doet nu niet mee' }).waitFor();
  await picture(inside, 'phone-removed');
  await nothingCut(inside);
  // A tab that is only reloaded stays out.
  await inside.reload();
  await inside.getByRole('heading', { name: 'Je doet nu niet mee' }).waitFor();
  await press(inside, 'Doe weer mee');
  await showing(inside, 'lobby');
  await inside.getByRole('heading', { name: creature }).waitFor();

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

  await counts(second, 9);
  await press(second, 'Begin het verhaal');
  await showing(stage, 'scene');
  await second.locator('fieldset, [role=group]').filter({ hasText: 'Taal van het bord' }).getByRole('button', { name: 'English' }).click();
  await becomes(stage, () => document.documentElement.lang === 'en');
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
