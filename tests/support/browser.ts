import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright';
import { expect } from 'vitest';

/**
 * A school's network in one browser: `SCHOOL_PC` is an address as phones use it (so not a secure context), and leads to this machine.
 * Every page fails the test on an error in its console, a request to another host, or a text that is cut off.
 */
export const SCHOOL_PC = '192.168.178.20';
const PICTURES = fileURLToPath(new URL('../pictures/', import.meta.url));
const PHONE = { width: 360, height: 640 };

export class Rack {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly complaints: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Rack> {
    const executablePath = process.env.CHROMIUM;
    if (!executablePath) throw new Error('Set CHROMIUM to the path of a browser, or run `npm test`, which finds one.');
    mkdirSync(PICTURES, { recursive: true });
    const args = [
      '--no-sandbox',
      `--host-resolver-rules=MAP ${SCHOOL_PC} 127.0.0.1`,
      '--disable-background-networking',
      '--disable-component-update',
    ];
    return new Rack(await chromium.launch({ executablePath, args }));
  }

  async context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ locale: 'nl-NL', ...options });
    this.#contexts.push(context);
    context.on('page', (page) => this.#watch(page));
    return context;
  }

  async phone(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    return (await this.context({ viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true, ...options })).newPage();
  }

  async screen(width = 1920, height = 1080, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    return (await this.context({ viewport: { width, height }, ...options })).newPage();
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      const expected = /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource|GPU stall|GroupMarkerNotSet|swiftshader/i.test(
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

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

/** What the pupil or the teacher looks at now. */
export async function showing(page: Page | Frame, screen: string, within = 40_000): Promise<void> {
  await page
    .waitForFunction(
      (wanted) => [...document.querySelectorAll('[data-screen]')].some((one) => (one as HTMLElement).dataset.screen === wanted),
      screen,
      { timeout: within },
    )
    .catch(async () => {
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll('[data-screen]')].map((one) => (one as HTMLElement).dataset.screen).join(', '),
      );
      throw new Error(`never showed ${screen}, but ${seen} at ${page.url()}`);
    });
}

/** Every text and button lies within the width of the window, and nothing that holds text is cut. */
export async function nothingCut(page: Page | Frame): Promise<void> {
  const cut = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? ['the page is wider than the window'] : [];
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

/** Nothing on the page, as it stands, is closed to somebody by what axe can find. */
export async function accessible(page: Page | Frame): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    // A colour on its way to another is neither: while axe looks, each is at once what it will be.
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
