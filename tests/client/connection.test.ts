import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect, type Link } from '../../src/client/connection.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import { hangingLine } from '../support/server/hanging-line.ts';

/** The page's own connection, against a server that hangs up when a test says so. */
let greeted: Socket[];
let onHello: (socket: Socket, answer: (answer: unknown) => void) => void;
let onAsk: (socket: Socket, answer: (answer: unknown) => void) => void;
let close: () => Promise<void>;
let link: Link<PhoneView>;
beforeEach(async () => {
  greeted = [];
  onHello = (_, answer) => answer({ ok: true });
  onAsk = (_, answer) => answer({ ok: true });
});
/** `through`: a line between the page and the server. */
async function opens(http: HttpServer, options: Partial<ServerOptions>, through = (origin: string) => Promise.resolve(origin)): Promise<void> {
  const io = new Server(http, options);
  io.on('connection', (socket) => {
    socket.on('hello', (_, answer) => {
      greeted.push(socket);
      onHello(socket, answer);
    });
    socket.on('ask', (_, answer) => onAsk(socket, answer));
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  close = () => io.close();
  link = connect({ v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: 'ACDEFG', token: 'x'.repeat(22) }, await through(origin));
}
afterEach(async () => {
  vi.unstubAllGlobals();
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

/** A server whose every answer is on its way for so long. */
function farServer(ms: number): HttpServer {
  return createServer().on('connection', (socket) => {
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = (...args: unknown[]) => {
      setTimeout(() => socket.destroyed || write(...args), ms);
      return true;
    };
  });
}

test('a page that remembers polling connects once, also over a slow line', async () => {
  vi.stubGlobal('sessionStorage', { getItem: () => 'polling', setItem: () => {} });
  // It opens before, and is let in after, the time that a page waits for the code of polling.
  await opens(farServer(700), { pingInterval: 1000 });
  const states: string[] = [];
  link.subscribe(() => states.push(link.state.kind));
  await connected(1);
  await new Promise((answered) => greeted[0]?.conn.once('heartbeat', answered));
  expect(states).toEqual(['connected']);
  expect(greeted).toHaveLength(1);
});

test.each(['unanswered', 'deaf'] as const)('where websockets are %s a page is in by polling, and by websocket as soon as one works', async (kind) => {
  const lines: Awaited<ReturnType<typeof hangingLine>>[] = [];
  const tab = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (name: string) => tab.get(name) ?? null, setItem: (name: string, text: string) => tab.set(name, text) });
  const begun = performance.now();
  await opens(createServer(), {}, async (origin) => {
    lines.push(await hangingLine(origin, kind));
    return lines[0]!.origin;
  });
  const [line] = lines as [(typeof lines)[number]];
  await connected(1);
  console.log(`websockets ${kind}: in after ${Math.round(performance.now() - begun)} ms`);
  expect(greeted[0]?.conn.transport.name).toBe('polling');
  expect(line.tried.slice(0, 2)).toEqual(['websocket', 'polling']);
  expect([...tab.values()]).toEqual(['polling']);
  // In by polling, it tries to upgrade by itself.
  await expect.poll(() => line.tried.slice(2)).toContain('websocket');
  line.websockets = 'work';
  line.tried = [];
  hangUp();
  await connected(2);
  await expect.poll(() => greeted[1]?.conn.transport.name).toBe('websocket');
  // Polling had worked, so it came first; now a websocket does.
  expect(line.tried.slice(0, 2)).toEqual(['polling', 'websocket']);
  line.tried = [];
  hangUp();
  await connected(3);
  expect(line.tried).toEqual(['websocket']);
  expect([...tab.values()]).toEqual(['websocket']);
  await line.close();
});

test('a question that a connection does not answer is asked on another one, and not again on the same', async () => {
  await opens(createServer(), { pingInterval: 100 });
  await connected(1);
  const asked: Socket[] = [];
  onAsk = (socket, answer) => {
    asked.push(socket);
    if (asked.length > 1) answer({ ok: true });
  };
  expect(await link.ask({ type: 'seat.hop' })).toEqual({ ok: true });
  expect(asked).toEqual([greeted[0], greeted[1]]);
  expect(link.state.kind).toBe('connected');
});

test('a server that is slow to answer is given longer on the next connection, and keeps that one', async () => {
  await opens(createServer(), { pingInterval: 100 });
  const slowly = (_: Socket, answer: (answer: unknown) => void) => void setTimeout(answer, 4300, { ok: true });
  onHello = slowly;
  onAsk = slowly;
  await expect.poll(() => [greeted.length, link.state.kind], { timeout: 12_000 }).toEqual([2, 'connected']);
  expect(await link.ask({ type: 'seat.hop' })).toEqual({ ok: true });
  expect(greeted).toHaveLength(2);
});

test('whether a vote was counted is called unknown only where it was asked before and the answer was lost', async () => {
  await opens(createServer(), { pingInterval: 100 });
  await connected(1);
  const vote = { type: 'vote.cast', round: 'd1-1', choice: 'a', counter: 1 } as const;
  onAsk = (_, answer) => answer({ ok: false, refusal: 'vote-unsure' });
  expect(await link.ask(vote)).toEqual({ ok: false, refusal: 'vote-closed' });
  let lost = 0;
  onAsk = (socket, answer) => {
    if (++lost === 1) socket.conn.close();
    else answer({ ok: false, refusal: 'vote-unsure' });
  };
  expect(await link.ask(vote)).toEqual({ ok: false, refusal: 'vote-unsure' });
});
