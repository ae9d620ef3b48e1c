import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';
import type { PhoneScreen, PhoneView } from '../../../src/protocol/views/phone.ts';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** A server of phones' pages that says whatever screen a test wants, and keeps what the phones asked. */
export class PhoneServer {
  readonly greeted: unknown[] = [];
  readonly asked: unknown[] = [];
  screen: PhoneScreen = { kind: 'lobby' };
  readonly #words: PhoneView['words'];
  readonly #http = createServer((request, response) => {
    const file = join(DIST, new URL(request.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html'));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    createReadStream(file).pipe(response);
  });
  readonly #io = new Server(this.#http);
  #rev = 0;

  constructor(words: PhoneView['words'] = []) {
    this.#words = words;
    this.#io.on('connection', (socket) => {
      socket.on('hello', (hello, answer) => {
        this.greeted.push(hello);
        answer({ ok: true });
        socket.emit('view', this.#view());
      });
      socket.on('alive', (answer) => answer(Date.now()));
      socket.on('ask', (intent, answer) => {
        this.asked.push(intent);
        // As a lesson does: who is out hears it before the answer.
        if (intent.type === 'seat.leave') socket.emit('refused', 'seat-removed');
        answer({ ok: true });
      });
    });
  }

  listen(): Promise<void> {
    return new Promise((listening) => this.#http.listen(0, '127.0.0.1', listening));
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }
  /** To every phone that is in. */
  show(screen: PhoneScreen): void {
    this.screen = screen;
    this.#io.emit('view', this.#view());
  }
  close(): Promise<void> {
    return this.#io.close();
  }

  #view(): PhoneView {
    this.#rev += 1;
    const { screen } = this;
    return { role: 'phone', rev: this.#rev, now: Date.now(), lang: 'nl', title: 'Proef', creature: 13, screen, words: this.#words, help: [] };
  }
}
