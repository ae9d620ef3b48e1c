import { expect } from 'vitest';
import { pairingAddress } from '../../src/ui/addresses.ts';
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

  // A phone becomes the second desk by its camera; the board has to say yes, and the code works once.
  await press(desk, 'Koppel een toestel');
  await desk.getByRole('img', { name: 'QR-code die het andere toestel koppelt' }).waitFor();
  const spelled = ((await desk.locator('[aria-label^="Koppelcode"]').first().getAttribute('aria-label')) ?? '')
    .replace('Koppelcode: ', '')
    .replaceAll(' ', '');
  await picture(desk, 'desk-pairing');
  const second = await rack.phone({ viewport: { width: 390, height: 844 } });
  await second.goto(`${school.origin}/docent`);
  await showing(second, 'home');
  // On a narrow screen pairing stands on top.
  expect(await second.getByLabel('Koppelcode').evaluate((field) => field.getBoundingClientRect().bottom)).toBeLessThan(844);
  await picture(second, 'desk-phone-home');
  await second.goto(pairingAddress(school.origin, spelled));
  await second.getByText('Bevestig op het bord').first().waitFor();
  expect(second.url()).toBe(`${school.origin}/docent`);
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

  // Without a mouse: the big button is the first stop of Tab, R is rest, and the space bar is the big button unless the keyboard chose another.
  await desk.reload();
  await showing(desk, 'scene');
  await desk.keyboard.press('Tab');
  await becomes(desk, () => document.activeElement?.getAttribute('data-testid') === 'next');
  await desk.keyboard.press('r');
  await showing(inside, 'paused');
  await expect.poll(() => stage.getByTestId('paused').textContent()).toMatch(/\d:\d\d/);
  // By then it is no second half of a double press.
  await desk.getByText(/Pauze: 0:0[1-9]/).waitFor();
  await picture(stage, 'stage-calm');
  await picture(inside, 'phone-calm');
  await picture(desk, 'desk-rest');
  await desk.keyboard.press('r');
  await showing(inside, 'look');
  await stage.keyboard.press('q');
  const large = stage.getByRole('dialog', { name: 'Pak je telefoon en scan' });
  await large.getByText(code).waitFor();
  await picture(stage, 'stage-qr');
  await stage.keyboard.press('q');
  await large.waitFor({ state: 'hidden' });

  await click(stage, ['question']);
  // What the mouse has pressed has the focus, and the space bar is the big button all the same.
  await desk.locator('fieldset, [role=group]').filter({ hasText: 'Taal van het bord' }).getByRole('button', { name: 'Nederlands' }).click();
  const opened = async () => {
    await desk.keyboard.press(' ');
    return screenOf(stage);
  };
  await expect.poll(opened, { interval: 500 }).toBe('vote');
  for (const bot of bots) expect(await bot.votes(0)).toEqual({ ok: true });
  await press(desk, 'Sluit de stemming');
  await showing(stage, 'reveal');
  // Everywhere the same words why there is a path and nothing more; and the note for this moment is in sight.
  const why = 'We laten alleen zien wat gekozen is. Zo blijft elke stem geheim.';
  await desk.getByText(why).waitFor();
  await inside.getByText(why).waitFor();
  await expect.poll(() => stage.evaluate(() => document.querySelector('#mirror')?.textContent), { timeout: 15_000 }).toContain(why);
  await picture(stage, 'stage-path-only');
  await desk.setViewportSize({ width: 1366, height: 625 });
  const [note, board, bar] = await Promise.all(
    ['Notitie voor jou', 'Nu op het bord', 'Les bedienen'].map((name) => desk.getByRole('region', { name }).boundingBox()),
  );
  expect(note && board && bar && note.y + note.height <= board.y && note.y + note.height < bar.y).toBe(true);
  await picture(desk, 'desk-reveal-625');
  expect(await desk.title()).toBe('uitslag · Buitengesloten · Docent · Wat doe jij?');
  expect(await inside.title()).toBe('De klas koos · Wat doe jij?');
  await click(stage, ['scene']);
  await press(desk, 'Terug naar een keuze');
  await desk.getByRole('dialog').waitFor();
  await picture(desk, 'desk-back');
  await desk.getByRole('dialog').getByRole('radio').nth(1).check({ force: true });
  await press(desk, 'Laat dit zien');
  await showing(stage, 'reveal');
  await picture(stage, 'stage-what-if');
  expect(await screenOf(stage)).toBe('reveal');

  // The state of the board is the button that opens it.
  await stage.close();
  const opening = desk.context().waitForEvent('page');
  await press(desk, /^Bord: niet open/);
  const again = await opening;
  await showing(again, 'reveal');

  // A lesson is deleted after its end; then nothing of the desk speaks of what is gone.
  expect(await desk.getByRole('button', { name: 'Wis de les nu' }).count()).toBe(0);
  await press(desk, 'Sluit de les af');
  await press(desk, 'Ja, sluit af');
  await showing(inside, 'over');
  await showing(desk, 'over');
  await picture(desk, 'desk-over');
  expect(await desk.getByRole('main').innerText()).not.toMatch(/Notitie|De klas|Koppel|Terug/);
  expect(await desk.getByRole('list', { name: 'Verbindingen' }).innerText()).toBe('Server: verbonden');
  await press(desk, 'Wis de les nu');
  await press(desk, 'Ja, wis alles');
  await picture(inside, 'phone-deleted');
  await showing(again, 'signpost');
});
