import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright';
import { expect } from 'vitest';
import { next } from './board.ts';
import { becomes } from './browser.ts';
import { closed, opened } from './opened.ts';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const FOLDER = '/school/spel/';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The build in a folder of a plain file server, which knows nothing of the game. */
export class FileServer {
  readonly missing: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(({ url = '', method }, response) => {
      const { pathname } = new URL(url, 'http://school');
      const file = join(DIST, normalize(decodeURIComponent(pathname.slice(FOLDER.length))));
      if (method !== 'GET' || !pathname.startsWith(FOLDER) || !existsSync(file) || !statSync(file).isFile()) {
        this.missing.push(`${method} ${url}`);
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    opened(this, 'a file server');
    return this;
  }

  addressOf(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${FOLDER}${path}`;
  }

  /** The trial lesson of a story. */
  trialOf(story: string): string {
    return this.addressOf(`src/trial/index.html#${story}`);
  }

  async close(): Promise<void> {
    closed(this);
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

type FrameName = 'stage' | 'desk' | 'phone' | 'debrief';

/** A trial lesson in one page, by its frames. */
export class TrialRoom {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string): Promise<this> {
    await this.page.goto(address);
    await this.#ready();
    return this;
  }

  /** A frame that is there now; one that is loaded again is another. */
  frame(name: FrameName): Frame {
    const found = this.page.frames().find((frame) => frame.name().startsWith(`trial-${name}`));
    if (!found) throw new Error(`no frame of the ${name}`);
    return found;
  }
  /** The same once it is there. It has its name once its page begins to come, and each frame waits for the one before it. */
  async comes(name: FrameName): Promise<Frame> {
    await expect.poll(() => this.page.frames().some((frame) => frame.name().startsWith(`trial-${name}`))).toBe(true);
    return this.frame(name);
  }
  get desk(): Frame {
    return this.frame('desk');
  }
  get phone(): Frame {
    return this.frame('phone');
  }

  async chooses(label: 'Verhaal' | 'Versie' | 'Sfeer' | 'Leerlingen' | 'Spring naar', value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).selectOption(value);
    await this.#ready();
  }

  /** To a place of the story; board, desk and phone have arrived. */
  async jumps(node: string): Promise<void> {
    await this.chooses('Spring naar', node);
    await this.page.getByRole('status').filter({ hasText: 'Je bent bij' }).waitFor();
  }

  next(): Promise<void> {
    return next(this.desk);
  }

  async #ready(): Promise<void> {
    await this.page.locator('[data-screen="trial"]').waitFor();
    for (const name of ['desk', 'phone'] as const) {
      await becomes(await this.comes(name), () => document.querySelector('[data-screen]'));
    }
  }
}
