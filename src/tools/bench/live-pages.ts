import type { Browser, Page } from 'playwright';
import { slowLine } from './slow-line.ts';

/** Pupils' pages in a browser, each on a line of its own that is slow and uneven. */
export async function openLivePages(browser: Browser, origin: string, code: string, count: number): Promise<Page[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, locale: 'nl-NL' });
      const page = await context.newPage();
      await slowLine(page, Math.random);
      await page.goto(`${origin}/#${code}`);
      return page;
    }),
  );
}

/** When each beat of the chat was drawn on a page, in ms since 1970. */
export async function drawnBeats(page: Page): Promise<Map<string, number>> {
  return new Map(
    await page.evaluate(() =>
      performance
        .getEntriesByType('mark')
        .filter(({ name }) => name.startsWith('live-beat:'))
        .map(({ name, startTime }): [string, number] => [name.slice(10), performance.timeOrigin + startTime]),
    ),
  );
}
