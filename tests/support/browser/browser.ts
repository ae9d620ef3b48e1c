import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright';
import { expect } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { closed, opened } from './opened.ts';

/**
 * A school's network in one browser: `SCHOOL_PC` is an address as phones use it (so not a secure context), and leads to this machine.
 * Every page fails the test on an error in its console, a request to another host, or a text that is cut off.
 */
export const SCHOOL_PC = '192.168.178.20';
const PICTURES = fileURLToPath(new URL('../../pictures/', import.meta.url));
const PHONE = { width: 360, height: 640 };

type Options = Parameters<Browser['newContext']>[0] & { everyFrame?: boolean };

/** Thirty frames a second are most of what a board costs. Everything on it goes by the clock, so five show the same. */
const SELDOM_MS = 200;
function drawSeldom(every: number): void {
  const [request, cancel] = [window.requestAnimationFrame, window.cancelAnimationFrame];
  // Asked at each frame: a window that a page opened keeps what was set before its address was known.
  const isBoard = () => /bord|stage/i.test(location.pathname);
  window.requestAnimationFrame = (draw) => (isBoard() ? window.setTimeout(() => draw(performance.now()), every) : request.call(window, draw));
  window.cancelAnimationFrame = (id) => (isBoard() ? window.clearTimeout(id) : cancel.call(window, id));
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error('Set CHROMIUM to the path of a browser, or run `npm test`, which finds one.');
  mkdirSync(PICTURES, { recursive: true });
  const args = ['--no-sandbox', `--host-resolver-rules=MAP ${SCHOOL_PC} 127.0.0.1`, '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args });
}

/** The screens of one test: each page costs a part of a core for as long as it is open, so all are closed with the test. */
export class Rack {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly complaints: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
    opened(this, 'the screens of a test');
  }

  /** `everyFrame`: where how the board moves is what is tested. Elsewhere people and pages keep still, which halves what a lesson costs. */
  async context({ everyFrame = false, ...options }: Options = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ locale: 'nl-NL', reducedMotion: everyFrame ? 'no-preference' : 'reduce', ...options });
    if (!everyFrame) await context.addInitScript(drawSeldom, SELDOM_MS);
    context.setDefaultTimeout(PATIENCE_MS);
    this.#contexts.push(context);
    context.on('page', (page) => this.#watch(page));
    return context;
  }

  async phone(options: Options = {}): Promise<Page> {
    return (await this.context({ viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true, ...options })).newPage();
  }

  async screen(width = 1920, height = 1080, options: Options = {}): Promise<Page> {
    return (await this.context({ viewport: { width, height }, ...options })).newPage();
  }

  async close(): Promise<void> {
    closed(this);
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      const expected =
        /ERR_CONNECTION_REFUSED|WebSocket (connection|is already in CLOSING)|Failed to load resource|GPU stall|GroupMarkerNotSet|swiftshader/i.test(
          message.text(),
        );
      if (message.type() === 'error' && !expected) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && !['127.0.0.1', 'localhost', SCHOOL_PC].includes(url.hostname))
        this.complaints.push(`a request left for ${url.host}`);
    });
  }
}

/** How long a board may take to settle before a picture, because a board on which people breathe never stands still. */
const COMES_IN_MS = 700;

/** Fonts are there, what comes in has arrived, and the board, where there is one, stands still. */
async function arrived(page: Page): Promise<void> {
  await page.evaluate(async (atMost) => {
    const end = performance.now() + atMost;
    await document.fonts.ready;
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => {})));
    const board = document.querySelector<HTMLCanvasElement>('#board canvas');
    const small = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!board || !small) return;
    const look = () => {
      small.drawImage(board, 0, 0, 96, 54);
      return small.getImageData(0, 0, 96, 54).data.join();
    };
    for (let before = '', now = look(); before !== now && performance.now() < end; before = now, now = look())
      await new Promise((later) => setTimeout(later, 100));
  }, COMES_IN_MS);
}

/** A picture for people to look at, where somebody wants to: `PICTURES=1 npm test`, and then in `tests/pictures/`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await arrived(page);
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

/** A browser that is asked at every frame draws every frame, and that costs more than all that the page does. */
const ASKED_EVERY_MS = 50;

/** Resolves once it holds on the page. */
export async function becomes<T>(page: Page | Frame, holds: (given: T) => unknown, given?: T, within = PATIENCE_MS): Promise<void> {
  await page.waitForFunction(holds as (given: unknown) => unknown, given, { polling: ASKED_EVERY_MS, timeout: within });
}

/** What the pupil or the teacher looks at now. */
export async function showing(page: Page | Frame, screen: string, within = PATIENCE_MS): Promise<void> {
  await becomes(
    page,
    (wanted: string) => [...document.querySelectorAll('[data-screen]')].some((one) => (one as HTMLElement).dataset.screen === wanted),
    screen,
    within,
  ).catch(async () => {
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('[data-screen]')].map((one) => (one as HTMLElement).dataset.screen).join(', '),
    );
    throw new Error(`never showed ${screen}, but ${seen} at ${page.url()}`);
  });
}

/** Every text and button lies within the width of the window, and nothing that holds text is cut. */
export async function nothingCut(page: Page | Frame): Promise<void> {
  const cut = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 ? ['the page is wider than the window'] : [];
    const texts = [...document.querySelectorAll<HTMLElement>('h1, h2, p, button, label, li, dt, dd')].filter(
      (one) => one.offsetParent !== null && getComputedStyle(one).clipPath === 'none',
    );
    const clipped = texts.filter(
      (one) => one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 2,
    );
    return [...wide, ...clipped.map((one) => one.textContent ?? '')];
  });
  expect(cut).toEqual([]);
}

/** No two things on the page have the same id: what refers to one would find another, also the clip or gradient of a drawing. */
async function ownIds(page: Page | Frame): Promise<void> {
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
}

/** What a pupil can press and is less than 44 CSS pixels high or wide, where a finger counts: a card by its label. */
export async function smallTargets(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (one: HTMLElement) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
    return [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role="button"]')]
      .filter(shown)
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ one, box }) => `${one.textContent?.trim() || one.outerHTML.slice(0, 60)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
  });
}

/** Texts of a phone that run out of the card, button or part of the page that they stand in. */
export async function spilt(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('#page') ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.textContent?.trim() || parent.closest('.quiet')) continue;
      const { left, right } = (parent.closest('label, button, section, header, footer') ?? document.documentElement).getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(text);
      if ([...range.getClientRects()].some((line) => line.left < left - 1 || line.right > Math.min(right, document.documentElement.clientWidth) + 1))
        found.push(text.textContent);
    }
    return found;
  });
}

/** Nothing on the page, as it stands, is closed to somebody by what axe can find. */
export async function accessible(page: Page | Frame): Promise<void> {
  await ownIds(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    // Transitions are off while axe looks, because a colour in between is neither the old nor the new one.
    const abrupt = new CSSStyleSheet();
    abrupt.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, abrupt];
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => {})));
    const found = await (window as unknown as { axe: typeof axe }).axe.run();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== abrupt);
    return found;
  });
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any.map(({ message }) => message)}`).join(' ')}`,
  );
  expect(told).toEqual([]);
}
