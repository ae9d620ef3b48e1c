import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { connect, type Link } from '../../client/connection.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LiveChat } from '../../protocol/live-chat.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { bot } from '../crowd/bot.ts';
import { drawnBeats, openLivePages } from './live-pages.ts';
import { newLesson, quantile, start, stop, until } from './measure.ts';
import { LONGEST_MS, SHORTEST_MS } from './slow-line.ts';

/** How far apart the phones of a class are when a line of a live chat comes, with twenty classes of thirty-five at once. */
const ROOMS = 20;
const SEATS = 35;
/** So many of the first class are pages in a browser, on slow lines. */
const PAGES = 5;
/** Of the chat's three minutes. */
const WATCHED_MS = 60_000;
const STORY = 'omstander';

interface Heard {
  room: number;
  beat: string;
  /** When its time had come by this phone's idea of the server's clock, and by the clock of this machine. */
  at: number;
  reference: number;
}
const heard: Heard[] = [];

function listen(room: number, chat: LiveChat, now: () => number): void {
  for (const { id, at } of chat.beats) {
    if (at > WATCHED_MS) continue;
    const due = chat.startsAt + at;
    const entry: Heard = { room, beat: id, at: Number.NaN, reference: Number.NaN };
    heard.push(entry);
    const later = (clock: () => number, write: () => void) => {
      const left = due - clock();
      if (left > 0) setTimeout(later, Math.max(1, left), clock, write);
      else write();
    };
    later(now, () => {
      entry.at = Date.now();
    });
    later(Date.now, () => {
      entry.reference = Date.now();
    });
  }
}

/** A class in the chat: everything before it is skipped. */
async function enter(origin: string, room: number, browser: Browser): Promise<{ desk: Link<DeskView>; pages: Page[]; leave(): void }> {
  const keys = await newLesson(origin, STORY);
  const desk = connect<DeskView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
  const { code } = await until(desk, () => desk.state.kind === 'connected');
  const pages = await openLivePages(browser, origin, code, room === 0 ? PAGES : 0);
  const phones = Array.from({ length: SEATS - pages.length }, () => {
    const phone = bot(origin, code, { opened: () => {}, chats: (chat) => listen(room, chat, () => phone.now()) });
    return phone;
  });
  await until(desk, (view) => view.seats === SEATS);
  await desk.ask({ type: 'headcount.confirm', count: SEATS });
  await desk.ask({ type: 'way.set', node: 'proef', way: 'kloof' });
  for (;;) {
    const { screen, screenRevision } = await until(desk, () => true);
    if (screen.kind === 'tell') break;
    if (screen.kind === 'scene' || screen.kind === 'question') await desk.ask({ type: 'story.skip', screenRevision });
    if (screen.kind === 'together') await desk.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
    else if (screen.kind !== 'question') await desk.ask({ type: 'lesson.next', screenRevision });
    await until(desk, (view) => view.screenRevision !== screenRevision);
  }
  return {
    desk,
    pages,
    leave() {
      for (const phone of phones) phone.leave();
      desk.close();
    },
  };
}

/** From the first to the last of a class, for each line; `also` gives further moments of a beat. */
function spreads(of: 'at' | 'reference', heard: Heard[], also: (beat: string) => number[] = () => []): number[] {
  const lines = new Map<string, number[]>();
  for (const one of heard) {
    const line = `${one.room} ${one.beat}`;
    lines.set(line, [...(lines.get(line) ?? also(one.beat)), one[of]]);
  }
  return [...lines.values()].map((times) => Math.max(...times) - Math.min(...times));
}
const QUANTILES = [0.5, 0.95, 0.99];

const row = (label: string, cells: string[]) => console.log(label.padEnd(70) + cells.map((cell) => cell.padStart(10)).join(''));
const ms = (values: number[]) => QUANTILES.map((q) => `${Math.round(quantile(values, q))} ms`);

const data = mkdtempSync(join(tmpdir(), 'bench-live-'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
const server = await start('src/server/main.ts', '/healthz', { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' });
try {
  const rooms: Awaited<ReturnType<typeof enter>>[] = [];
  for (let room = 0; room < ROOMS; room++) rooms.push(await enter(server.origin, room, browser));
  await Promise.all(rooms.map(({ desk }) => desk.ask({ type: 'lesson.next', screenRevision: desk.view?.screenRevision ?? 0 })));
  await Promise.all(rooms.map(({ desk }) => until(desk, (view) => view.screen.kind === 'live')));
  await wait(WATCHED_MS + 10_000);
  const onPages = await Promise.all(rooms.flatMap(({ pages }) => pages.map(drawnBeats)));
  const phones = spreads('at', heard);
  const reference = spreads('reference', heard);
  row(`${ROOMS} classes of ${SEATS}: first to last phone of a class, ${phones.length} lines`, ['p50', 'p95', 'p99']);
  row('  by the phones’ idea of the server’s clock', ms(phones));
  row('  the same timers by the clock of this machine', ms(reference));
  row(
    '  ratio',
    QUANTILES.map((q) => `${(quantile(phones, q) / quantile(reference, q)).toFixed(1)} x`),
  );
  const first = heard.filter(({ room }) => room === 0);
  const drawn = spreads('at', first, (beat) => onPages.map((beats) => beats.get(beat) ?? Number.NaN));
  row(`the class with ${onPages.length} pages, their frames ${SHORTEST_MS} to ${LONGEST_MS} ms late, ${drawn.length} lines`, ms(drawn));
  for (const room of rooms) room.leave();
} finally {
  await browser.close();
  await stop(server.child);
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
