import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Link } from '../../src/client/connection.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';

/** The page's own connection, against a server that hangs up when a test says so. */
let greeted: Socket[];
let onHello: (socket: Socket, answer: (answer: unknown) => void) => void;
let close: () => Promise<void>;
let link: Link<PhoneView>;
beforeEach(async () => {
  greeted = [];
  onHello = (_, answer) => answer({ ok: true });
});
async function opens(http: HttpServer, options: Partial<ServerOptions>): Promise<void> {
  const io = new Server(http, options);
  io.on('connection', (socket) => {
    socket.on('hello', (_, answer) => {
      greeted.push(socket);
      onHello(socket, answer);
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  close = () => io.close();
  link = connect({ v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: 'ACDEFG', token: 'x'.repeat(22) }, origin);
}
afterEach(async () => {
  link.close();
  await close();
});
const connected = (greetings: number) => expect.poll(() => [greeted.length, link.state.kind]).toEqual([greetings, 'connected']);
const hangUp = () => greeted.at(-1)?.conn.close();

test('a connection that ends before hello is answered is tried again, and so is the next one', async () => {
  await opens(createServer(), { pingInterval: 100 });
  onHello = (socket, answer) => {
    if (greeted.length === 1) socket.conn.close();
    else answer({ ok: true });
  };
  await connected(2);
  hangUp();
  await connected(3);
  hangUp();
  await connected(4);
});

test('a page that was refused does not ask again by itself when the connection drops, and does when somebody asks it to', async () => {
  await opens(createServer(), { pingInterval: 100 });
  onHello = (_, answer) => answer({ ok: false, refusal: 'seat-elsewhere' });
  await expect.poll(() => link.state).toEqual({ kind: 'refused', refusal: 'seat-elsewhere' });
  const again = new Promise<void>((connected) => {
    greeted[0]?.nsp.once('connection', () => connected());
  });
  hangUp();
  await again;
  // Anything that the page would send by itself comes before its answer to a ping.
  await expect.poll(() => greeted[0]?.nsp.sockets.size).toBe(1);
  const [socket] = [...(greeted[0]?.nsp.sockets.values() ?? [])];
  await new Promise((answered) => socket?.conn.once('heartbeat', answered));
  expect(greeted).toHaveLength(1);
  onHello = (_, answer) => answer({ ok: true });
  link.greet({ v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: 'ACDEFG', token: 'x'.repeat(22) });
  await connected(2);
});

test('a page whose lesson the server could not open asks again by itself when the server is there again', async () => {
  await opens(createServer(), { pingInterval: 100 });
  onHello = (_, answer) => answer({ ok: false, refusal: 'lesson-unopened' });
  await expect.poll(() => link.state).toEqual({ kind: 'refused', refusal: 'lesson-unopened' });
  onHello = (_, answer) => answer({ ok: true });
  hangUp();
  await connected(2);
});

test('a page whose websocket is never answered, neither yes nor no, comes in by polling', async () => {
  const held: Duplex[] = [];
  // A server of polling alone leaves the question for a websocket to whoever listens, and here nobody answers it.
  const http = createServer().on('upgrade', (_, line) => held.push(line));
  await opens(http, { transports: ['polling'] });
  await connected(1);
  expect(greeted[0]?.conn.transport.name).toBe('polling');
  expect(held.length).toBeGreaterThan(0);
  for (const line of held) line.destroy();
});
