import type { Page } from 'playwright';
import { expect } from 'vitest';
import { begin, next } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, type Rack, showing } from '../support/browser/browser.ts';
import { look, onTo, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

/** A second desk on a teacher's phone, coupled as a teacher does it. */
async function coupled(rack: Rack, desk: Page): Promise<Page> {
  await press(desk, 'Koppel een toestel');
  const label = await desk.locator('[aria-label^="Koppelcode"]').first().getAttribute('aria-label');
  const phone = await rack.phone();
  await phone.goto(new URL('/docent', desk.url()).href);
  await phone.getByLabel('Koppelcode').fill((label ?? '').replace('Koppelcode: ', ''));
  await press(phone, /^Koppel/);
  await press(desk, /^Ja, dat ben ik/);
  await showing(phone, 'lobby');
  return phone;
}

test('a teacher with a phone in one hand leads a class without phones: hands, the card for something real, agreements, and takes over', async ({
  school,
  rack,
}) => {
  const { desk, stage } = await begin(rack, school.origin);
  const phone = await coupled(rack, desk);
  await press(phone, 'Handen');
  await phone.getByText('Ogen dicht, hand omhoog, jij telt.').waitFor();
  await look(phone, 'phone-lobby');
  await picture(stage, 'during-stage-lobby');
  // Whoever has only a finger counts with buttons; nothing is filled in before.
  await press(phone, 'Tel de leerlingen');
  const counting = phone.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' });
  expect(await counting.getByRole('button', { name: 'Klopt' }).isDisabled()).toBe(true);
  for (const step of ['+ 10', '+ 10', '+ 10', '− 1', '− 1', '− 1', '− 1', '− 1', '− 1', '− 1', '+ 1'])
    await counting.getByRole('button', { name: step, exact: true }).click();
  await look(phone, 'phone-count');
  await press(phone, 'Klopt');
  await desk.getByText('24 leerlingen geteld').waitFor();
  await press(phone, 'Begin het verhaal');
  await showing(phone, 'scene');
  await press(phone, 'Naar het eind');

  // The promise is read aloud, the eyes are closed, and each choice has its turn on every screen.
  await onTo(desk, 'question');
  await desk.getByText('Lees dit voor').waitFor();
  await look(desk, 'desk-question');
  await next(desk);
  await showing(phone, 'hands');
  await picture(stage, 'during-stage-eyes');
  await next(desk);
  await desk.keyboard.type('12');
  await desk.keyboard.press('Backspace');
  await desk.keyboard.type('6');
  await expect.poll(() => desk.getByLabel('Handen voor A', { exact: true }).inputValue()).toBe('16');
  await look(phone, 'phone-raise');
  await picture(stage, 'during-stage-raise');
  await next(desk);
  await desk.getByRole('button', { name: '+5 voor B' }).click();
  await desk.getByRole('button', { name: 'Eén minder voor B' }).click();
  await press(desk, 'Maak ongedaan');
  expect(await desk.getByLabel('Handen voor B', { exact: true }).inputValue()).toBe('5');
  await desk.getByLabel('Handen voor C', { exact: true }).fill('0');
  await next(desk);
  await next(desk);
  await desk.getByText('21 handen, 24 leerlingen').waitFor();
  await look(desk, 'desk-counted');
  // A window at 400% zoom scrolls down only.
  await desk.setViewportSize({ width: 320, height: 256 });
  await nothingCut(desk);
  await desk.setViewportSize({ width: 1366, height: 768 });
  await next(desk);
  await showing(phone, 'reveal');
  await phone.getByRole('button', { name: 'Praat en stem opnieuw' }).waitFor();
  await look(phone, 'phone-reveal');

  // One tap opens it from every screen: the board goes to rest, and nothing is on this screen before it is known who sees it.
  const guilt = 'Dit is niet jouw schuld.';
  await press(phone, 'Er is echt iets aan de hand');
  const where = phone.getByRole('dialog', { name: 'Ziet de klas dit scherm?' });
  await where.getByText('Het bord staat op pauze.').waitFor();
  await expect.poll(() => stage.getByTestId('paused').isVisible()).toBe(true);
  expect(await phone.getByText(guilt).count()).toBe(0);
  await look(phone, 'phone-where');
  // A phone that was paired is likely the teacher's own.
  await becomes(phone, () => document.activeElement?.textContent === 'Nee, alleen ik');
  await phone.keyboard.press('Enter');
  await phone.getByText(guilt).waitFor();
  await look(phone, 'phone-real');
  await press(phone, 'Sluiten');
  await press(phone, 'Er is echt iets aan de hand');
  await phone.getByText(guilt).waitFor();
  await press(phone, 'Sluiten');
  // A computer with one screen is likely mirrored: the class's board has to be dark before the card comes.
  await press(desk, 'Er is echt iets aan de hand');
  await becomes(desk, () => document.activeElement?.textContent === 'Ja, de klas ook');
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog', { name: 'De klas kijkt mee' }).waitFor();
  expect(await desk.getByText(guilt).count()).toBe(0);
  await look(desk, 'desk-hide');
  await press(desk, 'Het digibord is uit, ga verder');
  await desk.getByText(guilt).waitFor();
  await press(desk, 'Sluiten');
  await press(phone, 'Einde pauze');

  // Agreements, from the bank and one of the class's own: the class chooses together, and the teacher edits the text.
  await onTo(desk, 'end');
  await press(desk, 'Kies de afspraken');
  await becomes(desk, () => document.activeElement?.matches('[data-part="agreements"] input'));
  const boxes = desk.getByRole('group', { name: 'Passen bij dit verhaal' }).getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await desk.getByLabel('Eigen afspraak').fill('We groeten elkaar elke ochtend.');
  await press(desk, 'Zet erbij');
  await look(desk, 'desk-agreements');
  await press(desk, 'Laat de klas stemmen over 3');
  await showing(desk, 'question');
  await press(desk, 'Zonder stemming');
  await press(desk, 'Ja, zonder stemming');
  await showing(desk, 'together');
  await desk.getByRole('radio').first().check({ force: true });
  await next(desk);
  await next(desk);
  await showing(phone, 'end');
  await phone.getByLabel('Afspraak 1').fill('Wij groeten elkaar.');
  await press(phone, 'Bewaar');
  await expect.poll(() => stage.evaluate(() => document.querySelector('#mirror')?.textContent)).toContain('Wij groeten elkaar.');
  await look(phone, 'phone-agreed');
  await picture(stage, 'during-stage-agreed');

  // Only this phone from now on.
  await press(phone, 'Bedien alleen met dit toestel');
  await press(phone, 'Ja, alleen dit toestel');
  await desk.getByRole('heading', { name: 'Dit toestel zit op slot' }).waitFor();
  await look(desk, 'desk-locked');
  await press(phone, 'Sluit de les af');
  await press(phone, 'Ja, sluit af');
  await showing(stage, 'over');
});
