import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import { accessible, nothingCut, picture, type Rack, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { School } from '../support/server/classroom.ts';
import { finished } from '../support/server/finished.ts';

const PARTS = [
  ['Nabespreking', 'blad'],
  ['Dia’s', 'dias'],
  ['Poster', 'poster'],
  ['Kaart voor thuis', 'kaart'],
  ['Twee lessen naast elkaar', 'vergelijken'],
  ['Bewaren en wissen', 'bewaren'],
] as const;
/** What most of the class guessed before, and what it chose in the story: bands, and a path in a class of ten. */
const lively = (vote: number, options: number) => (options === 2 ? [14, 8] : vote % 2 === 0 ? [8, 8, 8] : [3, 20, 1]);
const turned = (vote: number, options: number) => (options === 2 ? [2, 22] : vote % 2 === 0 ? [8, 8, 8] : [20, 3, 1]);

let school: School;
let rack: Rack;
let first: LessonKeys;
let second: LessonKeys;
let small: LessonKeys;
const linkOf = (keys: LessonKeys, token = keys.debrief) => `${school.origin}/nabespreking#lesson=${keys.lesson}&token=${token}`;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wat-doe-jij-debrief-'));
  [first, second, small] = (await finished(dataDir, [
    { scenario: 'omstander', seats: 24, split: lively, ways: { proef: 'kloof' }, agreements: ['1', '17', '27'] },
    { scenario: 'omstander', seats: 24, split: turned, ways: { proef: 'kloof' } },
    { scenario: 'sticker', seats: 10, split: (_, options) => (options === 2 ? [6, 4] : [6, 3, 1]) },
  ])) as [LessonKeys, LessonKeys, LessonKeys];
  school = await new School({ DATA_DIR: dataDir }).open();
});
afterAll(() => school?.close());
test.beforeEach(({ rack: ofTest }) => {
  rack = ofTest;
});

async function opened(page: Page, keys: LessonKeys): Promise<Page> {
  await page.goto(linkOf(keys));
  await showing(page, 'debrief');
  return page;
}
async function go(page: Page, part: string): Promise<void> {
  const links = page.getByRole('navigation', { name: 'Onderdelen van de nabespreking' });
  await links.getByRole('link', { name: part }).click();
  await links.locator('[aria-current="page"]', { hasText: part }).waitFor();
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first();

const cutOnPaper = async (page: Page, what: string) => {
  await page.emulateMedia({ media: 'print' });
  const over = await page
    .locator(what)
    .first()
    .evaluate((one) => one.scrollHeight - one.clientHeight);
  await page.emulateMedia({ media: null });
  return over > 1;
};
/** The sizes of the pages of a PDF, in whole millimetres. */
async function printed(page: Page, name: string): Promise<string[]> {
  const path = new URL(`../pictures/${name}.pdf`, import.meta.url).pathname;
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  const text = readFileSync(path, 'latin1');
  const count = [...text.matchAll(/\/Type\s*\/Page\b/g)].length;
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)).join('x'),
  );
  expect(boxes).toHaveLength(count);
  return boxes;
}

test.each([
  ['a laptop', 1366, 768],
  ['a phone', 360, 640],
])('every part of a finished lesson stands on %s, uncut and open to everybody', async (_, width, height) => {
  const page = await opened(await rack.screen(width, height), first);
  expect(page.url()).not.toMatch(/token|lesson/);
  for (const [name, file] of PARTS) {
    await go(page, name);
    await page.locator('main').first().waitFor();
    await nothingCut(page);
    await accessible(page);
    await picture(page, `debrief-${width}-${file}`);
  }
  for (const name of [
    'Het verhaal op één blad',
    'Zo koos de klas',
    'Gedacht en gedaan',
    'Onze afspraken',
    'Vragen voor het gesprek',
    'De komende weken',
    'Maak jij dit zelf mee?',
    'Bronnen',
  ]) {
    await go(page, 'Nabespreking');
    await heading(page, name).waitFor();
  }
  expect(await page.locator('[data-part="chart"] svg').count()).toBeGreaterThan(6);
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'The story on one page').waitFor();
  await nothingCut(page);
  await page.getByRole('button', { name: 'Nederlands' }).click();
  await heading(page, 'Het verhaal op één blad').waitFor();
});

test('the drawing and its table say the same: what was taken, and what was not', async () => {
  const page = await opened(await rack.screen(1366, 768), small);
  const table = page.getByRole('table', { name: 'Dezelfde routes in een tabel' });
  const taken = await table.locator('tr[data-way="taken"]').count();
  expect(taken).toBe(await page.locator('[data-testid="choice-card"][data-way="taken"]').count());
  expect(taken).toBeGreaterThan(3);
  expect(await table.locator('tr[data-way="open"]').count()).toBe(await page.locator('[data-testid="choice-card"][data-way="open"]').count());
  expect(await page.locator('[data-kind="end"][data-way="taken"]').count()).toBe(1);
  // In a class of ten there is a path for three options, and never a bar.
  await page.getByText('We laten alleen zien wat gekozen is.').first().waitFor();
  expect(await page.locator('[data-part="step"] [data-part="chart"]').count()).toBe(0);
});

describe('on paper', () => {
  const A4 = '210x297';
  test('the sheet is A4, slides lie on their side, the poster is A4 or A3, and two cards share a sheet', async () => {
    const page = await opened(await rack.screen(1366, 768), first);
    // The questions come first. Sources are named without their lines, which are in the JSON for who looks them up.
    expect((await page.locator('main h2').allTextContents())[0]).toBe('Vragen voor het gesprek');
    expect((await page.getByText(/^Bron: /).allTextContents()).join(' ')).toMatch(/^Bron: (?!.*\d-\d).*\(\d{4}\)/);
    // On paper no table says what a drawing has said.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table', { name: 'Dezelfde routes in een tabel' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.locator('details summary').first().click();
    const sheet = await printed(page, 'debrief-sheet');
    expect(new Set(sheet)).toEqual(new Set([A4]));
    expect(sheet.length).toBeGreaterThan(4);
    expect(sheet.length).toBeLessThan(10);
    // A part that was unfolded stays unfolded.
    expect(await page.evaluate(() => [...document.querySelectorAll('details')].filter((one) => one.open).length)).toBe(1);
    await go(page, 'Dia’s');
    const slides = await page.getByTestId('slide').count();
    expect(await printed(page, 'debrief-slides')).toEqual(Array(slides).fill('297x210'));
    await go(page, 'Poster');
    expect(await printed(page, 'debrief-poster-a4')).toEqual([A4]);
    await page.getByLabel('A3').check();
    expect(await printed(page, 'debrief-poster-a3')).toEqual(['297x420']);
    expect(await cutOnPaper(page, '[data-testid="poster"]')).toBe(false);
    await go(page, 'Kaart voor thuis');
    expect(await printed(page, 'debrief-card')).toEqual(['297x210']);
    expect(await cutOnPaper(page, '[data-testid="home-sheet"]')).toBe(false);
    const card = (await page.getByTestId('home-card').first().textContent()) ?? '';
    expect(card).not.toMatch(/stemmen|meer dan de helft|gekozen/i);
  });

  test('a class without agreements gets suggestions, and they are called that', async () => {
    const page = await opened(await rack.screen(1366, 768), second);
    await heading(page, 'Voorstellen voor afspraken').waitFor();
    await go(page, 'Poster');
    await heading(page, 'Wat spreken wij af?').waitFor();
    await page.getByText('Dit zijn voorstellen.', { exact: false }).first().waitFor();
    const box = await page.getByTestId('poster').boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 1366 / 2)).toBeLessThan(2);
    expect(await printed(page, 'debrief-poster-ideas')).toEqual([A4]);
    expect(await cutOnPaper(page, '[data-testid="poster"]')).toBe(false);
  });
});

test('slides turn with the arrow keys, and the whole debrief can be walked through by keyboard', async () => {
  const page = await opened(await rack.screen(1366, 768), first);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let presses = 0; presses < 20 && (await focused()) !== 'Dia’s'; presses++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  const at = () => page.locator('[data-testid="slide"]:not([hidden])').getAttribute('data-slide');
  const begin = await at();
  expect(begin).toContain('p-zelf');
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).not.toBe(begin);
  await page.getByText('Dia 2 van').waitFor({ state: 'attached' });
  await page.keyboard.press('End');
  await expect.poll(at).toBe('ask');
  await accessible(page);
  await page.keyboard.press('PageDown');
  expect(await at()).toBe('ask');
  await page.keyboard.press('Home');
  await expect.poll(at).toBe(begin);
});

test('files hold what was released and no more', async () => {
  const page = await opened(await rack.screen(1366, 768), first);
  await go(page, 'Bewaren en wissen');
  const taken = async (button: string) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await coming;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const table = await taken('Tabel voor Excel (csv)');
  expect(table.name).toMatch(/^wat-doe-jij-omstander-\d{4}-\d\d-\d\d\.csv$/);
  expect(table.text.startsWith('\uFEFF"Verhaal";"Gespeeld op";"Soort"')).toBe(true);
  expect(table.text).toContain('"meer dan de helft"');
  const data = await taken('Gegevens (json)');
  const record = JSON.parse(data.text);
  expect(record).toMatchObject({ format: 'wat-doe-jij/debrief', version: 1, story: { id: 'omstander' }, agreements: { length: 3 } });
  expect(record.sources[0].lines).toMatch(/\d/);
  for (const { text } of [table, data]) for (const secret of [first.lesson, first.debrief, first.desk]) expect(text).not.toContain(secret);
});

test('the secret link opens the debrief elsewhere, another token does not, and where the browser forbids copying it is shown', async () => {
  const page = await opened(await rack.screen(1366, 768), first);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await go(page, 'Bewaren en wissen');
  expect(await page.locator('body').textContent()).not.toContain(first.debrief);
  await page.getByRole('button', { name: 'Kopieer de geheime link' }).click();
  await page.getByText('De link is gekopieerd.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(linkOf(first));
  const colleague = await rack.screen(1366, 768);
  await colleague.goto(link);
  await showing(colleague, 'debrief');
  await go(colleague, 'Bewaren en wissen');
  await colleague.getByText('Eerder wissen kan alleen op een toestel').waitFor();
  await colleague.goto(linkOf(first, second.debrief));
  await showing(colleague, 'refused');
  await accessible(colleague);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    document.execCommand = () => false;
  });
  await page.getByRole('button', { name: 'Kopieer de geheime link' }).click();
  expect(await page.getByLabel(/Kopieer de link met de hand/).inputValue()).toBe(link);
});

test('two lessons stand side by side without a number; the same class twice shows large changes only', async () => {
  const page = await opened(await rack.screen(1366, 768), first);
  await go(page, 'Twee lessen naast elkaar');
  const field = page.getByLabel(/Of plak de geheime link/);
  await field.fill('iets anders');
  await page.keyboard.press('Enter');
  await page.getByText('Dat is geen link naar een andere nabespreking.').waitFor();
  await field.fill(linkOf(second));
  await page.keyboard.press('Enter');
  await heading(page, 'De hele kantine lacht. Wat doe je?').waitFor();
  const shown = async () => (await page.locator('[data-testid="compared"] td').allTextContents()).join(' ');
  expect(await shown()).toMatch(/in les 2 veel (meer|minder)/);
  expect(await shown()).not.toMatch(/meer dan de helft|een deel|niemand of een paar|\d+ stem/);
  await accessible(page);
  await page.getByLabel('Nee, twee klassen').check();
  expect(await shown()).toMatch(/meer dan de helft/);
  expect(await shown()).not.toMatch(/veel meer|veel minder|\d+ stem/);
  await nothingCut(page);
  await accessible(page);
  await picture(page, 'debrief-compare');
  await page.getByRole('button', { name: 'Kies een andere les' }).click();
  await page.getByLabel(/Of plak de geheime link/).fill(linkOf(small));
  await page.keyboard.press('Enter');
  await page.getByText('In deze twee lessen zijn verschillende verhalen gespeeld.').waitFor();

  // A lesson that this browser gave itself needs no link.
  const kept = { lesson: second.lesson, title: 'Acht seconden', date: Date.now(), desk: second.desk, debrief: second.debrief };
  await page.evaluate((lesson) => localStorage.setItem('wdj.lessen', JSON.stringify([lesson])), kept);
  await page.reload();
  await page.getByRole('button', { name: /^Acht seconden ·/ }).click();
  await heading(page, 'De hele kantine lacht. Wat doe je?').waitFor();
  expect((await printed(page, 'debrief-compare')).every((size) => size === '210x297')).toBe(true);
});

test('the device that gave the lesson deletes it, after one question that Escape answers with no', async () => {
  const context = await rack.context({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${school.origin}/nabespreking`);
  await showing(page, 'no-key');
  await accessible(page);
  const kept = { lesson: second.lesson, title: 'Acht seconden', date: 0, desk: second.desk, debrief: second.debrief };
  await page.evaluate((lesson) => localStorage.setItem('wdj.lessen', JSON.stringify([lesson])), kept);
  await page.close();
  const again = await opened(await context.newPage(), second);
  await go(again, 'Bewaren en wissen');
  const ask = again.getByRole('button', { name: 'Wis de les nu' });
  await ask.click();
  await accessible(again);
  await again.keyboard.press('Escape');
  await again.getByRole('dialog').waitFor({ state: 'detached' });
  await ask.click();
  await again.getByRole('button', { name: 'Ja, wis alles' }).click();
  await showing(again, 'deleted');
  expect(await again.evaluate(() => localStorage.getItem('wdj.lessons'))).toBe('[]');
  const late = await context.newPage();
  await late.goto(linkOf(second));
  await showing(late, 'refused');
});
