import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';

/** A line and a processor as Lighthouse applies them in DevTools: its constants, where one request waits 3.75 round trips and 90% of the rate is left. */
export interface Preset {
  requestLatencyMs: number;
  downloadKbps: number;
  uploadKbps: number;
  cpuSlowdown: number;
  viewport: { width: number; height: number };
  mobile: boolean;
}
/** `mobileSlow4G`: 150 ms and 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = { requestLatencyMs: 150 * 3.75, downloadKbps: 1.6 * 1024 * 0.9, uploadKbps: 750 * 0.9, cpuSlowdown: 4 };
export const SLOW_PHONE: Preset = { ...SLOW_4G, viewport: { width: 360, height: 640 }, mobile: true };
export const SLOW_LAPTOP: Preset = { ...SLOW_4G, viewport: { width: 1350, height: 940 }, mobile: false };
/** `desktopDense4G`: 40 ms and 10 Mbit/s, which Lighthouse simulates; no slower processor. */
export const DESKTOP: Preset = {
  requestLatencyMs: 40,
  downloadKbps: 10 * 1024,
  uploadKbps: 10 * 1024,
  cpuSlowdown: 1,
  viewport: { width: 1350, height: 940 },
  mobile: false,
};

export interface Loaded {
  /** From the navigation until what is waited for is there. */
  readyMs: number;
  firstPaintMs: number;
  /** Bytes as they travelled until then, by kind. */
  bytes: Record<Kind, number>;
  /** Between the first paint and the page's quiet, of each longer task what is over 50 ms: Lighthouse's total blocking time. */
  blockingMs: number;
  /** Spent by all processes of the browser from the navigation until the quiet. */
  processorSeconds: number;
}
export const KINDS = ['html', 'js', 'css', 'font', 'data', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** A page is quiet when no long task began for so long, which Lighthouse calls interactive; one that goes on moving is watched no longer than the second. */
const QUIET_MS = 5000;
const LONGEST_MS = 30_000;

const kindOf = (url: string, mime: string): Kind => {
  const { pathname } = new URL(url);
  if (/javascript/.test(mime)) return 'js';
  if (/html/.test(mime)) return 'html';
  if (/css/.test(mime)) return 'css';
  if (/\.woff2$/.test(pathname)) return 'font';
  return pathname.startsWith('/api/') ? 'data' : 'other';
};

async function slowDown(devtools: CDPSession, preset: Preset): Promise<void> {
  await devtools.send('Network.enable');
  // Without a secure context, as on a school's own network, browsers accept no Brotli.
  await devtools.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: preset.requestLatencyMs,
    downloadThroughput: (preset.downloadKbps * 1024) / 8,
    uploadThroughput: (preset.uploadKbps * 1024) / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: preset.cpuSlowdown });
}

function countBytes(devtools: CDPSession): Record<Kind, number> {
  const bytes = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const kinds = new Map<string, Kind>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (/^https?:/.test(response.url)) kinds.set(requestId, kindOf(response.url, response.mimeType));
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] += encodedDataLength;
  });
  return bytes;
}

interface Watch {
  tasks: { start: number; duration: number }[];
  firstPaint: number;
}
declare global {
  interface Window {
    benchWatch?: Watch;
  }
}

/** Frames of the same site run in the page's own thread, and its observer is told of their tasks too. */
const watchTasks = () => {
  if (window.parent !== window) return;
  const watch: Watch = { tasks: [], firstPaint: Number.NaN };
  window.benchWatch = watch;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') watch.firstPaint = startTime;
  }).observe({ type: 'paint', buffered: true });
};

async function quiet(page: Page): Promise<Watch> {
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    const { watch, now } = await page.evaluate(() => ({ watch: window.benchWatch, now: performance.now() }));
    if (!watch) throw new Error('the page is not watched');
    const last = Math.max(watch.firstPaint || 0, ...watch.tasks.map(({ start, duration }) => start + duration));
    if (now - last >= QUIET_MS || Date.now() > until) return watch;
    await wait(500);
  }
}

async function processorSeconds(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Opens an address in a browser of its own that has never seen it. */
export async function loadPage(address: string, preset: Preset, ready: (page: Page) => Promise<unknown>): Promise<Loaded> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const { viewport, mobile } = preset;
    const context = await browser.newContext({ viewport, isMobile: mobile, hasTouch: mobile, locale: 'nl-NL' });
    const page = await context.newPage();
    await page.addInitScript(watchTasks);
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools, preset);
    const counted = countBytes(devtools);
    const before = await processorSeconds(browser);
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await ready(page);
    const readyMs = performance.now() - began;
    const bytes = { ...counted };
    const { tasks, firstPaint } = await quiet(page);
    const blockingMs = tasks.filter(({ start }) => start >= firstPaint).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { readyMs, firstPaintMs: firstPaint, bytes, blockingMs, processorSeconds: (await processorSeconds(browser)) - before };
  } finally {
    await browser.close();
  }
}
