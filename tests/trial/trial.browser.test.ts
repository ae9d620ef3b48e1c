import { expect } from 'vitest';
import { accessible, nothingCut, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { TrialRoom } from '../support/browser/trial-pages.ts';

test('a teacher plays alone, from plain files: lobby, vote, own phone, chat, end and debrief, and nothing stays', async ({ files, rack }) => {
  const page = await rack.screen(1366, 768);
  const room = await new TrialRoom(page).open(files.trialOf('groepsapp'));
  const { desk, phone } = room;
  const seen = () => room.frame('stage').evaluate(() => document.documentElement.dataset.screen);

  // The class joins by itself, and the phone in the frame is one of it.
  await desk.getByText('25 van 25').waitFor();
  await showing(phone, 'lobby');
  expect(await seen()).toBe('lobby');
  await picture(page, 'trial-lobby');
  // Only a server has a start page.
  expect(await page.getByRole('link', { name: 'Naar de startpagina' }).count()).toBe(0);
  // A frame that is loaded again by hand finds its lesson and its seat again.
  for (const name of ['phone', 'stage'] as const) {
    await room.frame(name).evaluate(() => void setTimeout(() => location.reload()));
    await expect.poll(() => room.frame(name).evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().type)).toBe('reload');
  }
  await showing(phone, 'lobby');
  await expect.poll(seen).toBe('lobby');
  await desk.getByText('25 van 25').waitFor();
  await accessible(page);
  await nothingCut(page);

  await room.jumps('d1');
  await expect.poll(seen).toBe('question');
  await room.next();
  await showing(phone, 'vote');
  await phone.locator('label[data-card]').first().click();
  await phone.getByRole('status').filter({ hasText: 'Verstuurd' }).waitFor();
  await desk.getByText('25 van 25 hebben gekozen').waitFor();
  await picture(page, 'trial-vote');
  await room.next();
  await showing(phone, 'reveal');
  await expect.poll(seen).toBe('reveal');

  // A jump past the votes leaves what the class chose on the way.
  await room.chooses('Verhaal', 'omstander');
  await desk.getByText('25 van 25').waitFor();
  await room.jumps('k-chat');
  await showing(phone, 'live');
  await phone.getByText('2C', { exact: true }).first().waitFor();
  await picture(page, 'trial-chat');
  await room.jumps('k-uitslag');
  await showing(phone, 'results');
  await expect
    .poll(() => phone.getByText(/^(niemand of een paar|een deel|ongeveer de helft|meer dan de helft|\(bijna\) iedereen)$/).count())
    .toBeGreaterThan(0);

  await room.jumps('einde-toen');
  await showing(phone, 'end');
  await page.getByRole('button', { name: 'Nabespreking' }).click();
  const debrief = await (await page.waitForSelector('iframe[name^="trial-debrief"]')).contentFrame();
  await showing(debrief!, 'debrief');
  await debrief!.getByRole('heading', { name: 'Acht seconden' }).first().waitFor();
  await picture(page, 'trial-debrief');
  await accessible(page);

  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])).toEqual([[], [], '']);
  expect(files.missing).toEqual([]);
});

test('on a phone one thing at a time, by keyboard too; in English every frame is English', async ({ files, rack }) => {
  const page = await rack.phone();
  await new TrialRoom(page).open(files.trialOf('groepsapp'));
  for (const tab of ['Notities', 'Telefoon', 'Instellen', 'Bord']) {
    const button = page.getByRole('navigation').getByRole('button', { name: tab });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('main > :visible').count()).toBe(1);
    await nothingCut(page);
  }
  await accessible(page);
  await picture(page, 'trial-phone');

  await page.locator('[data-tab] > header').getByText('English').click();
  await page.getByRole('heading', { level: 1, name: 'Trial lesson' }).waitFor();
  const room = new TrialRoom(page);
  for (const name of ['desk', 'phone', 'stage'] as const)
    await expect.poll(() => room.frame(name).evaluate(() => document.documentElement.lang)).toBe('en');
  await nothingCut(page);
  expect(files.missing).toEqual([]);
});

test('a story that is not there is not replaced by another, and the page leads on', async ({ files, school, rack }) => {
  const page = await rack.screen(1366, 768);
  for (const wrong of ['bestaat-niet', '%']) {
    await page.goto('about:blank');
    await page.goto(`${school.origin}/proefles#${wrong}`);
    await page.getByRole('heading', { name: 'Dit verhaal is er niet' }).waitFor();
    await accessible(page);
  }
  await page.getByRole('link', { name: 'Naar de startpagina' }).click();
  await showing(page, 'home');
  // Plain files have no start page, but the other stories.
  await page.goto(files.trialOf('bestaat-niet'));
  await page.getByRole('link', { name: 'Speel een ander verhaal' }).click();
  await page.locator('[data-screen="trial"]').waitFor();
});
