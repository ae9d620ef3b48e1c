import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { drawn, next, openBoard, openLesson } from './bench-board.ts';
import { newLesson } from './measure.ts';

export async function measureTransfer(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const loaded = new Map<string, { path: string; bytes: number }>();
  devtools.on(
    'Network.responseReceived',
    ({ requestId, response }) => void loaded.set(requestId, { path: new URL(response.url).pathname, bytes: 0 }),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  const keys = await newLesson(origin, 'groepsapp');
  const desk = await openLesson(origin, keys);
  await openBoard(page, origin, keys);
  await drawn(page, 'lobby');
  await desk.ask({ type: 'headcount.confirm', count: 4 });
  await next(desk);
  await drawn(page, 'scene');
  await wait(8000);
  const kinds = new Map<string, number>();
  for (const { path, bytes } of loaded.values()) {
    const kind = /\.(js|css|woff2|ogg|m4a)$/.exec(path)?.[1] ?? (path.includes('socket.io') ? 'messages' : 'html');
    kinds.set(kind, (kinds.get(kind) ?? 0) + bytes);
  }
  const total = [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0);
  console.log(`loaded for lobby and first scene: ${(total / 1000).toFixed(0)} kB`);
  for (const [kind, bytes] of kinds) console.log(`  ${kind.padEnd(9)}${(bytes / 1000).toFixed(0).padStart(5)} kB`);
  desk.close();
  await page.close();
}
