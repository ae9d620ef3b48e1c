import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { Server, type Socket } from 'socket.io';
import type { StageView } from '../../../src/protocol/views/stage.ts';
import { openBoard } from '../browser/board.ts';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const FONTS = fileURLToPath(new URL('fonts.conf', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** A Monday morning on the clock of every picture. */
const NOW = Date.UTC(2026, 10, 2, 9);

const HOUR = 3_600_000;
const DRAWN_WITHIN_MS = 40_000;
/** The board's clock runs faster than the server's, and neither may take the other for disconnected. */
const NEVER_MS = 1_000_000_000;
/** As long as the board's own frames take where it draws without a graphics card. */
const FRAME_MS = 34;
const FASTEST_WITHIN_MS = 120_000;
/** Only the last frames of what is shown are drawn. */
const SEEN_MS = 4 * FRAME_MS;

/** How the board is set up: see `stage/board/display-settings.ts`. */
export interface Look {
  scale?: 1 | 1.25 | 1.5;
  contrast?: boolean;
  still?: boolean;
}

/**
 * The built board, fed with views instead of by a lesson's server. Its clock stands still and moves only when it is told,
 * so that two pictures of one moment are the same picture.
 */
export class Theatre {
  readonly complaints: string[] = [];
  /** What the board told its console as an error. */
  readonly errors: string[] = [];
  readonly page: Page;
  readonly #browser: Browser;
  readonly #io: Server;
  readonly #origin: string;
  #socket: Socket | null = null;
  #view: StageView | null = null;
  #moment = 0;
  #opened = 0;

  private constructor(browser: Browser, page: Page, io: Server, origin: string) {
    this.#browser = browser;
    this.page = page;
    this.#io = io;
    this.#origin = origin;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && this.errors.push(line.text()));
    io.on('connection', (socket) => {
      this.#socket = socket;
      socket.on('hello', (_hello, answer) => {
        answer({ ok: true });
        if (this.#view) socket.emit('view', this.#view);
      });
      socket.on('ask', (_intent, answer) => answer({ ok: true }));
    });
  }

  static async open(width: number, height: number): Promise<Theatre> {
    const executablePath = process.env.CHROMIUM;
    if (!executablePath) throw new Error('Set CHROMIUM to the path of a browser, or run `npm run lookbook`, which finds one.');
    const http = createServer((request, response) => {
      const path = request.url?.split('?')[0] ?? '/';
      const file = join(DIST, path === '/bord' ? 'src/stage/index.html' : path);
      if (!file.startsWith(DIST) || !existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    const io = new Server(http, { serveClient: false, pingInterval: NEVER_MS, pingTimeout: NEVER_MS });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, FONTCONFIG_FILE: FONTS },
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--font-render-hinting=none', '--disable-lcd-text'],
    });
    const page = await browser.newPage({ viewport: { width, height }, locale: 'nl-NL' });
    await page.clock.install({ time: NOW });
    await page.addInitScript(unseen, FRAME_MS);
    return new Theatre(browser, page, io, `http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  }

  /** Opens the board anew, set up like this. */
  async enter(look: Look, view: StageView): Promise<void> {
    this.#view = await this.#staged(view);
    await this.page.goto('about:blank');
    await this.page.addInitScript(
      (kept) => {
        if (location.protocol === 'http:') localStorage.setItem('stage-comfort', kept);
      },
      JSON.stringify({ ...look, muted: true }),
    );
    await openBoard(this.page, this.#origin, { lesson: 'x', stage: 'a'.repeat(24) });
    this.#opened += 1;
    await this.page.clock.pauseAt(NOW + this.#opened * HOUR);
    await this.#drawn();
    await this.#everything();
  }

  /** The view on the board, `after` ms later. */
  async show(view: StageView, after: number): Promise<void> {
    this.#view = await this.#staged(view);
    this.#socket?.emit('view', this.#view);
    await this.#drawn();
    // Shown a second time, because its clock begins only now, however long the drawing took.
    this.#view = await this.#staged(view);
    this.#socket?.emit('view', this.#view);
    await this.#drawn();
    if (after > SEEN_MS) await this.page.clock.runFor(after - SEEN_MS);
    await this.#looks(true);
    await this.page.clock.runFor(Math.min(after, SEEN_MS));
    await this.#looks(false);
  }

  async close(): Promise<void> {
    await this.#io.close();
    await this.#browser.close();
  }

  /** Until the board has seen that this computer, by its clock, is fast enough for every effect. */
  async #everything(): Promise<void> {
    for (let waited = 0; waited < FASTEST_WITHIN_MS; waited += 1000) {
      if ((await this.page.evaluate(() => document.documentElement.dataset.effects)) === 'full') return;
      await this.page.clock.runFor(1000);
    }
    throw new Error('The board does not show all its effects.');
  }

  async #looks(on: boolean): Promise<void> {
    await this.page.evaluate((seen) => {
      document.documentElement.dataset.seen = seen;
    }, String(on));
  }

  /** As if the view were of this very moment on the board's clock, which only goes forward. */
  async #staged(view: StageView): Promise<StageView> {
    this.#moment += 1;
    const now = this.#opened === 0 ? NOW : await this.page.evaluate(() => Date.now());
    const later = (value: unknown): unknown => {
      if (typeof value === 'number') return value > NOW / 2 ? value + now - view.now : value;
      if (Array.isArray(value)) return value.map(later);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, later(part)]));
    };
    return { ...(later(view) as StageView), screenRevision: this.#moment, rev: this.#moment };
  }

  /** Pictures are decoded in real time, while the board's clock moves only as far as its frames need. */
  async #drawn(): Promise<void> {
    const wanted = String(this.#moment);
    const until = Date.now() + DRAWN_WITHIN_MS;
    while (Date.now() < until) {
      if ((await this.page.evaluate(() => document.documentElement.dataset.screenRevision)) === wanted) return;
      await this.page.clock.runFor(20);
    }
    throw new Error(`The board never drew ${this.#view?.screen.kind}: ${this.complaints.join('; ')}`);
  }
}

/** Everything goes on by the clock, but the board paints nothing until somebody looks: of seven hundred pictures most of the time went there. */
function unseen(frame: number): void {
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), frame);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
  const paints = ['drawImage', 'fillRect', 'clearRect', 'fill', 'stroke'] as const;
  for (const name of paints) {
    const paint = CanvasRenderingContext2D.prototype[name] as (...parts: unknown[]) => void;
    Object.assign(CanvasRenderingContext2D.prototype, {
      [name](this: CanvasRenderingContext2D, ...parts: unknown[]) {
        if (document.documentElement.dataset.seen === 'true' || this.canvas.parentElement?.id !== 'board') paint.apply(this, parts);
      },
    });
  }
}
