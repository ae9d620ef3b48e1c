import type { Page } from 'playwright';
import { expect } from 'vitest';
import { audit, classesBehind, classesWith } from '../../src/lesson/release/audit.ts';
import { outputsOf } from '../../src/lesson/release/outputs.ts';
import { LETTERS } from '../../src/protocol/identity.ts';
import type { Band } from '../../src/protocol/released.ts';
import { accessible, nothingCut, picture } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';

interface Case {
  voters: number;
  options: number;
  kind: 'open' | 'guarded';
  /** None where the class is too small for words, and then no path either where it is smaller than eight. */
  words: Band[];
  path: 'A' | 'B' | null;
}
const KINDS = { open: 'over iemand in het verhaal', guarded: 'over jezelf of de groep' };

async function set(page: Page, { voters, options, kind, words, path }: Case): Promise<void> {
  await page.getByRole('slider').fill(String(voters));
  await page.getByRole('radio', { name: String(options), exact: true }).check();
  await page.getByRole('radio', { name: KINDS[kind] }).check();
  for (const [index, word] of words.entries()) await page.getByRole('combobox', { name: LETTERS[index] }).selectOption(word);
  const ways = page.getByRole('radio', { name: path ?? '', exact: true });
  if (path && (await ways.count()) > 0) await ways.check();
}

/** What the audit of the rule says of the same result. */
function expected({ voters, options, kind, words, path }: Case) {
  const bands = Object.fromEntries(words.map((word, index) => [LETTERS[index], word]));
  const released = words.length > 0 ? { shown: 'bands', bands, path } : path ? { shown: 'path', path } : { shown: 'nothing' };
  const classes = classesBehind(outputsOf(kind), voters, options).get(JSON.stringify(released)) ?? [];
  expect(classes, 'the result can come').not.toEqual([]);
  expect(audit(outputsOf(kind), voters, options, kind === 'open' ? 1 : 2)).toEqual([]);
  return { count: classes.length, of: (known: number[]) => classesWith(classes, known).length };
}

test.for<Case>([
  { voters: 24, options: 2, kind: 'open', words: ['most', 'some'], path: 'A' },
  { voters: 24, options: 2, kind: 'open', words: ['about-half', 'about-half'], path: 'B' },
  { voters: 27, options: 3, kind: 'guarded', words: ['some', 'some', 'few'], path: 'B' },
  { voters: 21, options: 4, kind: 'open', words: ['few', 'almost-all', 'few', 'few'], path: 'B' },
  { voters: 12, options: 2, kind: 'guarded', words: [], path: 'A' },
  { voters: 7, options: 3, kind: 'open', words: [], path: null },
])(
  'of $voters votes on $options $kind choices with the words $words, the page counts the classes that the audit counts',
  async (one, { school, rack }) => {
    const page = await rack.screen(1366, 768);
    await page.goto(`${school.origin}/privacy/bewijs`);
    await page.locator('[data-part="count"]').waitFor();
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await set(page, one);
    const { count, of } = expected(one);
    expect(await page.locator('[data-part="count"]').getAttribute('data-count')).toBe(String(count));
    expect(await page.locator('[data-part="classes"]').getAttribute('data-bars')).toBe(String(Math.min(60, count)));
    const rows = await page
      .locator('tr[data-known]')
      .evaluateAll((all) => all.map((row) => [row.getAttribute('data-known'), row.getAttribute('data-count')]));
    expect(rows.length).toBeGreaterThan(one.options);
    for (const [known = '', fits] of rows) expect([known, fits]).toEqual([known, String(of((known ?? '').split(',').map(Number)))]);
    expect(await page.locator('[data-part="verdict"]').getAttribute('data-pinned')).toBe('false');
    // The class that is set stays in the browser.
    expect(asked).toBe(0);
  },
);

test('on a phone, with the keyboard, in English, from plain files and without a script', async ({ school, files, rack }) => {
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/privacy/bewijs`);
  await phone.locator('[data-part="count"]').waitFor();
  await nothingCut(phone);
  await accessible(phone);
  await picture(phone, 'proof-phone');
  const slider = phone.getByRole('slider');
  await slider.focus();
  await phone.keyboard.press('ArrowRight');
  await phone.getByText('25 stemmen').first().waitFor();
  await phone.getByRole('radio', { name: '4', exact: true }).focus();
  await phone.keyboard.press('Space');
  await nothingCut(phone);
  await accessible(phone);

  await phone.getByRole('link', { name: 'English' }).click();
  await phone.getByRole('heading', { name: 'Can anybody be pinned down?' }).waitFor();
  await nothingCut(phone);
  await phone.getByRole('link', { name: 'All about privacy' }).click();
  await phone.getByRole('link', { name: 'Work it out yourself' }).first().click();
  expect(phone.url()).toBe(`${school.origin}/privacy/en/bewijs`);

  const plain = await rack.screen(1366, 768);
  await plain.goto(files.addressOf('src/locales/nl/proof.html'));
  await plain.locator('[data-part="count"]').waitFor();
  await picture(plain, 'proof');
  expect(files.missing).toEqual([]);

  const still = await rack.screen(320, 640, { javaScriptEnabled: false });
  await still.goto(`${school.origin}/privacy/bewijs`);
  await still.locator('noscript p', { hasText: 'JavaScript' }).waitFor();
});
