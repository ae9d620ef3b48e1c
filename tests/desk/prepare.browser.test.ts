import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { click, codeOf } from '../support/browser/board.ts';
import { accessible, nothingCut, picture, showing } from '../support/browser/browser.ts';
import { counts } from '../support/browser/desk.ts';
import { test } from '../support/browser/site.ts';

const titles = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
/** Tab until the focus is there. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const named = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
    );
    if (named(focused)) return;
  }
  throw new Error(`the keyboard never came to ${name}`);
}

/** The pages of A4 that it takes. */
async function printed(page: Page, name: string): Promise<number> {
  const path = new URL(`../pictures/${name}.pdf`, import.meta.url).pathname;
  await page.pdf({ path, format: 'A4', printBackground: true, preferCSSPageSize: true });
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a teacher finds a story, reads and prints its sheet, fills in who helps, renames somebody, and the lesson is so', async ({ school, rack }) => {
  const context = await rack.context({ viewport: { width: 1366, height: 768 } });
  const desk = await context.newPage();
  await desk.goto(`${school.origin}/docent`);
  await desk.getByRole('article').first().waitFor();
  await picture(desk, 'prepare-home');
  await accessible(desk);
  // A teacher who scrolls nothing sees two stories, and can start one.
  const fold = desk.getByRole('article').getByRole('button', { name: 'Start de les' });
  for (const at of [0, 1]) expect(await fold.nth(at).evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThan(768);
  expect(await desk.title()).toBe('De verhalen · Docent · Wat doe jij?');
  await nothingCut(desk);

  // By age and by theme; the version follows the age.
  expect((await titles(desk)).length).toBeGreaterThanOrEqual(5);
  await desk.getByRole('group', { name: 'Thema' }).getByRole('button', { name: 'Buitensluiten' }).click();
  expect(await titles(desk)).toEqual(['Buitengesloten']);
  await desk.getByText('1 verhaal', { exact: true }).waitFor();
  await desk.getByRole('group', { name: 'Leeftijd' }).getByRole('button', { name: '14-16' }).click();
  await desk.getByText('Geen verhaal past bij deze keuze.').waitFor();
  await desk.getByRole('button', { name: 'Laat alle verhalen zien' }).click();
  await desk.getByRole('group', { name: 'Leeftijd' }).getByRole('button', { name: '10-12' }).click();
  expect((await titles(desk)).sort()).toEqual(['Buitengesloten', 'De sticker']);
  const card = desk.getByRole('article', { name: 'Buitengesloten' });
  await card.getByText('Groep 7: de lijst').waitFor();
  await picture(desk, 'prepare-filtered');
  await accessible(desk);

  // A look at the sheet and back: the focus is where it was.
  await card.getByRole('link', { name: 'Lesblad' }).click();
  await showing(desk, 'sheet');
  await desk.getByRole('link', { name: 'Alle verhalen' }).click();
  await card.waitFor();
  expect(await desk.evaluate(() => document.activeElement?.textContent)).toBe('Buitengesloten');

  // With the keyboard alone: to the page that prepares, a new name, and who helps.
  await card.getByRole('heading').focus();
  await tabTo(desk, 'Klaarzetten');
  await desk.keyboard.press('Enter');
  await showing(desk, 'prepare');
  expect(await desk.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Buitengesloten');
  await tabTo(desk, 'Namen in het verhaal');
  await desk.keyboard.press('Space');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('yara');
  await desk.keyboard.press('Tab');
  await desk.getByText('Die naam komt al voor in dit verhaal. Kies een andere.').waitFor();
  await accessible(desk);
  await desk.keyboard.press('Shift+Tab');
  await desk.keyboard.press('ControlOrMeta+A');
  await desk.keyboard.type('R2D2');
  await desk.keyboard.press('Tab');
  await desk.getByText('Een naam heeft 1 tot 14 letters').first().waitFor();
  await desk.getByRole('button', { name: 'Start de les' }).click();
  await desk.getByText('Kijk nog even naar de velden met een uitroepteken.').waitFor();
  expect(await desk.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('R2D2');
  await picture(desk, 'prepare-refused');
  await desk.keyboard.press('ControlOrMeta+A');
  await desk.keyboard.type('mika');
  await desk.keyboard.press('Tab');
  await desk.getByText('Daan heet Mika').waitFor();
  await desk.getByRole('button', { name: 'Een idee voor Robin' }).click();
  await desk.getByText(/Robin heet \p{Lu}/u).waitFor();
  const robin = await desk.getByLabel(/Andere naam voor Robin/).inputValue();
  await tabTo(desk, 'Hulp op onze school');
  await desk.keyboard.press('Enter');
  const mentor = desk.getByRole('group', { name: 'Mentor, juf of meester' });
  await mentor.getByLabel('Naam').fill('Anouk Jansen');
  await desk.keyboard.press('Tab');
  expect(await mentor.locator('[id$="-problem"]').count()).toBe(0);
  await desk.keyboard.press('Tab');
  await desk.getByText('Vul bij de contactpersoon een naam in').first().waitFor();
  await accessible(desk);
  await mentor.getByLabel('Hoe kun je die bereiken?').fill('lokaal 12');
  await desk.keyboard.press('Tab');
  await desk.getByText('Bewaard in deze browser.').waitFor();
  await picture(desk, 'prepare-ready');
  await accessible(desk);
  await nothingCut(desk);

  // Its sheet, on paper.
  await desk.getByRole('link', { name: 'Lesblad' }).click();
  await showing(desk, 'sheet');
  const sheet = desk.getByRole('main');
  await sheet.getByText('Anouk Jansen, je juf of meester').waitFor();
  expect(await sheet.innerText()).not.toMatch(/\b(Daan|Robin)/);
  await picture(desk, 'prepare-sheet');
  await accessible(desk);
  await nothingCut(desk);
  await sheet.getByRole('heading', { name: 'Drie vragen vooraf' }).waitFor();
  expect(await printed(desk, 'sheet')).toBe(3);

  // Back, and begin.
  await desk.goBack();
  await showing(desk, 'prepare');
  await desk.getByText('Daan heet Mika').waitFor();
  const opened = context.waitForEvent('page');
  await desk.getByRole('button', { name: 'Start de les' }).click();
  const stage = await opened;
  await stage.setViewportSize({ width: 1920, height: 1080 });
  await showing(stage, 'lobby');
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${await codeOf(stage)}`);
  await showing(phone, 'lobby');
  await phone.getByRole('button', { name: 'Hulp' }).click();
  await phone.getByText('Anouk Jansen, je juf of meester').waitFor();
  await phone.getByText('lokaal 12').waitFor();
  await picture(phone, 'prepare-phone-help');
  await accessible(phone);
  await counts(desk, 1);
  await desk.getByRole('button', { name: 'Begin het verhaal' }).click();
  await stage.bringToFront();
  await click(stage, ['together']);
  await stage.getByText(`Jij bent ${robin}`).first().waitFor({ state: 'attached' });
  await picture(stage, 'prepare-board');
  expect(await stage.evaluate(() => document.querySelector('#mirror')?.textContent)).not.toMatch(/\b(Daan|Robin)/);
});

test('the four papers for before and after a lesson print on one page each, in Dutch and in English', async ({ school, rack }) => {
  const desk = await rack.screen(1366, 625);
  for (const [language, titles] of [
    ['Nederlands', ['Een les zonder verhaal', 'De norm, zonder het incident', 'Brief aan ouders', 'Terugkijken na een incident']],
    ['English', ['A lesson without a story', 'The norm, without the incident', 'Letter to parents', 'Looking back on an incident']],
  ] as const) {
    await desk.goto(`${school.origin}/docent`);
    await desk.getByRole('button', { name: language }).click();
    for (const title of titles) {
      await desk.getByRole('link', { name: title }).click();
      await showing(desk, 'paper');
      await desk.getByRole('heading', { level: 1, name: title }).waitFor();
      await picture(desk, `paper-${title}`);
      await accessible(desk);
      await nothingCut(desk);
      expect([title, await printed(desk, `paper-${title}`)]).toEqual([title, 1]);
    }
  }
});

test('on a phone and at four times the size all of it is there, in English too; and the privacy page needs no script', async ({ school, rack }) => {
  const small = await rack.screen(320, 640);
  await small.goto(`${school.origin}/docent`);
  await small.getByRole('article').first().waitFor();
  await nothingCut(small);
  await small.getByRole('button', { name: 'English' }).click();
  await small.getByRole('heading', { name: 'Which story will you play?' }).waitFor();
  await small.getByRole('article', { name: 'Left out' }).getByText('Please note · When rather not?').click();
  await small.getByRole('article', { name: 'Left out' }).getByText('When rather not?', { exact: true }).waitFor();
  await picture(small, 'prepare-small-home');
  await nothingCut(small);
  await small.getByRole('article', { name: 'Left out' }).getByRole('link', { name: 'Prepare' }).click();
  await showing(small, 'prepare');
  for (const title of ['Names in the story', 'Help at our school']) await small.getByText(title, { exact: true }).click();
  await picture(small, 'prepare-small');
  await nothingCut(small);
  await accessible(small);
  await small.getByRole('link', { name: 'Lesson sheet' }).click();
  await showing(small, 'sheet');
  await nothingCut(small);

  const officer = await rack.screen(320, 640, { javaScriptEnabled: false });
  await officer.goto(`${school.origin}/privacy`);
  await officer.getByRole('heading', { name: 'DPIA, om af te maken' }).waitFor();
  await officer.getByRole('link', { name: 'English' }).click();
  await officer.getByRole('heading', { name: 'DPIA, to complete' }).waitFor();
  for (const address of ['/privacy', '/privacy/en']) {
    await small.goto(`${school.origin}${address}`);
    await accessible(small);
    await nothingCut(small);
  }
});
