import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { drawn, next, openBoard, openLesson, row } from './bench-board.ts';
import { newLesson, until } from './measure.ts';

const LESSONS = 10;

/** Remembers every canvas of the page as long as something else does. */
const watchPictures = (page: Page) =>
  page.addInitScript(() => {
    const made: WeakRef<HTMLCanvasElement>[] = [];
    Object.assign(window, { made });
    const make = document.createElement.bind(document);
    document.createElement = (name: string) => {
      const element = make(name);
      if (element instanceof HTMLCanvasElement) made.push(new WeakRef(element));
      return element;
    };
  });

async function heap(page: Page, devtools: CDPSession): Promise<string[]> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  const pictures = await page.evaluate(() =>
    (window as unknown as { made: WeakRef<HTMLCanvasElement>[] }).made.flatMap((one) => {
      const canvas = one.deref();
      return canvas ? [canvas.width * canvas.height * 4] : [];
    }),
  );
  const weight = pictures.reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${(metric('JSHeapUsedSize') / 1e6).toFixed(1)} MB`,
    String(metric('Nodes')),
    String(metric('JSEventListeners')),
    String(pictures.length),
    `${(weight / 1e6).toFixed(0)} MB`,
  ];
}

/** Through the whole story and back to its first decision, again and again, on one page that is never loaded anew. */
export async function measureMemory(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await watchPictures(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  await openBoard(page, origin, keys);
  await drawn(page, 'lobby');
  row('memory after', ['heap', 'DOM nodes', 'listeners', 'pictures', 'in them']);
  row('  the lobby', await heap(page, devtools));
  await desk.ask({ type: 'headcount.confirm', count: 4 });
  for (let lesson = 1; lesson <= LESSONS; lesson += 1) {
    for (;;) {
      const screen = desk.view?.screen;
      if (!screen || screen.kind === 'end') break;
      const rev = desk.view?.rev;
      if (screen.kind === 'together') await desk.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
      else await next(desk);
      for (let tries = 0; desk.view?.rev === rev && tries < 100; tries += 1) await wait(10);
    }
    await drawn(page, 'end');
    await wait(1000);
    row(`  lesson ${lesson}`, await heap(page, devtools));
    const first = desk.view?.decisions[0];
    if (first) await desk.ask({ type: 'story.back', node: first.node, choice: null });
    await until(desk, (view) => view.screen.kind !== 'end');
  }
  desk.close();
  await page.close();
}
