import type { Page } from 'playwright';
import { expect } from 'vitest';
import { begin, next } from '../support/browser/board.ts';
import { nothingCut, picture, type Rack, showing } from '../support/browser/browser.ts';
import { look, onTo, press } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

/** A second desk on a teacher's phone, coupled as a teacher does it. */
async function coupled(rack: Rack, desk: Page): Promise<Page> {
  await press(desk, 'Bedien met een ander toestel');
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
  await press(phone, 'Sla over');

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

  // One tap opens it from every screen, and the class sees nothing of it.
  await press(phone, 'Er speelt iets echts');
  await phone.getByText('Dit is niet jouw schuld.').waitFor();
  await look(phone, 'phone-real');
  await showing(stage, 'reveal');
  await press(phone, 'Zet het bord op rust');
  await phone.getByText('Het bord staat op rust.').waitFor();
  await press(phone, 'Sluiten');
  await press(phone, 'Einde rust');

  // Agreements, from the bank and one of the class's own: the class chooses together, and the teacher edits the text.
  await onTo(desk, 'end');
  const boxes = desk.getByRole('group', { name: 'Passen bij dit verhaal' }).getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await desk.getByLabel('Eigen afspraak').fill('We groeten elkaar elke ochtend.');
  await press(desk, 'Zet erbij');
  await look(desk, 'desk-agreements');
  await press(desk, 'Laat de klas stemmen over 3');
  await showing(desk, 'question');
  await press(desk, 'Sla over');
  await press(desk, 'Ja, sla over');
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
  await press(phone, 'Ja, beëindig');
  await showing(stage, 'over');
});
