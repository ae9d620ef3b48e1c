import { expect } from 'vitest';
import { begin, click, clickThrough, forward as forwardOn, next, pressUntil } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, showing } from '../support/browser/browser.ts';
import { joined, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';
import { Phone } from '../support/server/classroom.ts';

test('with seven seats no vote opens: the class talks, the teacher enters it with the two keys of a clicker or on the desk, and with the clicker alone come the agreements, the end and the debrief', async ({
  school,
  rack,
}) => {
  const { desk, stage, code } = await begin(rack, school.origin);
  const bots = await joined(school, code, 6);
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${code}`);
  await showing(phone, 'lobby');
  await becomes(stage, () => /7 doen mee/.test(document.querySelector('#mirror')?.textContent ?? ''));
  await stage.bringToFront();
  const forward = () => forwardOn(stage);
  const choose = async (letter: string) => {
    await clickThrough(stage, new RegExp(`^${letter}\\.`));
    await stage.getByRole('dialog', { name: 'Dit kiezen?' }).waitFor();
    await forward();
  };
  // A dialog that is open takes the keys of the clicker: a code that somebody asked for stands in the way of nothing.
  await stage.keyboard.press('p');
  await stage.getByRole('dialog', { name: 'Koppel een toestel' }).waitFor();
  await forward();
  await pressUntil(stage.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' }), forward);
  await stage.keyboard.press('PageUp');
  for (let pupils = 0; pupils < 7; pupils++) await forward();
  await clickThrough(stage, /^Klopt/);
  await showing(stage, 'scene');
  // Who comes in now is named on the desk too, and the number of before cannot be sent again.
  const late = new Phone(school.origin);
  await late.join(code);
  await desk.getByText('8 telefoons, 7 leerlingen geteld.').first().waitFor();
  await press(desk, 'Tel de leerlingen');
  const counting = desk.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' });
  await counting.getByText('8 telefoons, 7 leerlingen geteld.').waitFor();
  expect(await counting.getByRole('button', { name: 'Klopt' }).isDisabled()).toBe(true);
  await picture(desk, 'seven-desk-count');
  await counting.getByRole('button', { name: 'Toch niet' }).click();
  late.close();
  await press(desk, 'Verwijder telefoons zonder verbinding');
  await press(desk, 'Ja, haal ze weg');
  await desk.getByText('7 telefoons doen mee').first().waitFor();
  // The last line once more, from the desk: the board draws the scene as it was.
  await press(desk, 'Nog een keer');
  for (let decision = 1; ; decision++) {
    if ((await click(stage, ['together', 'end'])) === 'end') break;
    await showing(phone, 'together');
    expect(bots.every((bot) => bot.view?.screen.kind === 'together')).toBe(true);
    if (decision === 1) {
      await picture(stage, 'seven-stage-together');
      await picture(phone, 'seven-phone-together');
      await picture(desk, 'seven-desk-together');
      // No letter is a choice, and the letter B is a rest: also from the frame and from the question.
      // However often a clicker sends its key for one press: it ends at the framed choice with its question open.
      await stage.evaluate(() => {
        for (const key of ['Shift', ...Array(6).fill('PageDown')]) dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      });
      expect(await stage.getByRole('dialog', { name: 'Dit kiezen?' }).isVisible()).toBe(true);
      await stage.keyboard.press('Escape');
      await stage.keyboard.press('PageUp');
      await picture(stage, 'seven-stage-frame');
      for (const asked of [false, true]) {
        if (asked) await clickThrough(stage, /^B\./);
        await stage.keyboard.press('b');
        await stage.getByTestId('paused').waitFor();
        expect(await stage.getByRole('dialog').isVisible()).toBe(false);
        await forward();
        await stage.getByTestId('paused').waitFor({ state: 'hidden' });
        await showing(phone, 'together');
      }
      await clickThrough(stage, /^B\./);
      await stage.getByRole('dialog', { name: 'Dit kiezen?' }).waitFor();
      await picture(stage, 'seven-stage-pick');
      await forward();
    } else if (decision === 2) {
      await desk.getByRole('group', { name: 'Welke route neemt het verhaal?' }).getByRole('radio').first().check({ force: true });
      await desk
        .getByRole('button', { name: /^Kies A/ })
        .first()
        .waitFor();
      await next(desk);
    } else if (decision === 3) {
      // With a finger: the letter on the board, and once more.
      await stage.getByTestId('chooser').getByRole('button', { name: /^A\./ }).click();
      await stage.getByRole('dialog', { name: 'Dit kiezen?' }).getByRole('button', { name: 'Ja, kies A' }).click();
    } else await choose('A');
    await showing(stage, 'reveal');
    if (decision === 1) await picture(stage, 'seven-stage-reveal');
    await forward();
  }
  // At the end the big button of the desk is the agreements, until the class has some or does without.
  expect(await desk.getByTestId('next').textContent()).toMatch(/^Kies de afspraken/);
  await press(desk, 'Zonder afspraken');
  expect(await desk.getByTestId('next').textContent()).toMatch(/^Sluit de les af/);
  // What the desk asks once more a clicker can answer there too; the way out comes first.
  const finish = desk.getByRole('dialog', { name: 'De les afsluiten?' });
  await pressUntil(finish, () => desk.keyboard.press('PageDown'));
  await desk.keyboard.press('PageDown');
  await finish.waitFor({ state: 'hidden' });
  await pressUntil(stage.getByRole('dialog', { name: 'Dit was het verhaal. En nu?' }), forward);
  await picture(stage, 'stage-end-closing');
  await clickThrough(stage, /^Kies een afspraak/);
  await stage.getByRole('dialog', { name: 'Kies een afspraak' }).waitFor();
  await forward();
  await stage.keyboard.press('PageUp');
  await forward();
  await picture(stage, 'stage-end-agreements');
  await nothingCut(stage);
  await clickThrough(stage, /^Laat de klas kiezen/);
  await showing(stage, 'together');
  await choose('B');
  await showing(stage, 'reveal');
  await click(stage, ['end']);
  await becomes(stage, () => /Dit spreken wij af/.test(document.querySelector('#mirror')?.textContent ?? ''));
  await forward();
  await clickThrough(stage, /^Sluit de les af/);
  await stage.getByRole('dialog', { name: 'De les afsluiten?' }).waitFor();
  await clickThrough(stage, /^Ja/);
  await showing(stage, 'over');
  await picture(stage, 'stage-over');
  await showing(phone, 'over');
  await picture(phone, 'phone-over');
  expect(await phone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(code);

  await forward();
  await stage.getByRole('dialog', { name: 'De les is klaar' }).waitFor();
  await picture(stage, 'stage-over-afterwards');
  const opened = desk.context().waitForEvent('page');
  await clickThrough(stage, /^Open de nabespreking/);
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
  // A lesson that has ended offers no going on.
  await press(desk, 'Naar je lessen');
  await showing(desk, 'home');
  await desk.getByRole('region', { name: 'Lessen op dit toestel' }).getByRole('button', { name: 'Open de nabespreking' }).waitFor();
  expect(await desk.getByRole('button', { name: 'Ga verder' }).count()).toBe(0);

  // The next day, on a restarted server.
  await school.close();
  await school.open();
  await debrief.reload();
  await debrief.getByRole('heading', { name: 'Buitengesloten' }).waitFor();
});
