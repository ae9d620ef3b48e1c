import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type Link } from '../link/connection.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { LiveChat } from '../protocol/live-chat.ts';
import type { DeskView } from '../protocol/views.ts';
import { bot } from './bot.ts';
import { newLesson, quantile, start, stop, until } from './measure.ts';

/** How far apart the phones of a class are when a line of a live chat comes, with twenty classes of thirty-five at once. */
const ROOMS = 20;
const SEATS = 35;
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
async function enter(origin: string, room: number): Promise<{ desk: Link<DeskView>; leave(): void }> {
  const keys = await newLesson(origin, STORY);
  const desk = connect<DeskView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
  const { code } = await until(desk, () => desk.state.kind === 'live');
  const phones = Array.from({ length: SEATS }, () => {
    const phone = bot(origin, code, { opened: () => {}, chats: (chat) => listen(room, chat, () => phone.now()) });
    return phone;
  });
  await until(desk, (view) => view.seats === SEATS);
  await desk.ask({ type: 'headcount.confirm', count: SEATS });
  for (;;) {
    const { screen, moment } = await until(desk, () => true);
    if (screen.kind === 'tell') break;
    if (screen.kind === 'scene' || screen.kind === 'question') await desk.ask({ type: 'story.skip', moment });
    if (screen.kind === 'together') await desk.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
    else if (screen.kind !== 'question') await desk.ask({ type: 'lesson.next', moment });
    await until(desk, (view) => view.moment !== moment);
  }
  return {
    desk,
    leave() {
      for (const phone of phones) phone.leave();
      desk.close();
    },
  };
}

function spreads(of: 'at' | 'reference'): number[] {
  const lines = new Map<string, number[]>();
  for (const one of heard) lines.set(`${one.room} ${one.beat}`, [...(lines.get(`${one.room} ${one.beat}`) ?? []), one[of]]);
  return [...lines.values()].map((times) => Math.max(...times) - Math.min(...times));
}
const QUANTILES = [0.5, 0.95, 0.99];

const data = mkdtempSync(join(tmpdir(), 'bench-live-'));
const server = await start('src/server/main.ts', '/healthz', { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' });
try {
  const rooms: Awaited<ReturnType<typeof enter>>[] = [];
  for (let room = 0; room < ROOMS; room++) rooms.push(await enter(server.origin, room));
  await Promise.all(rooms.map(({ desk }) => desk.ask({ type: 'lesson.next', moment: desk.view?.moment ?? 0 })));
  await Promise.all(rooms.map(({ desk }) => until(desk, (view) => view.screen.kind === 'live')));
  await wait(WATCHED_MS + 10_000);
  const [phones, reference] = [spreads('at'), spreads('reference')];
  const row = (label: string, cells: string[]) => console.log(label.padEnd(70) + cells.map((cell) => cell.padStart(10)).join(''));
  row(`${ROOMS} classes of ${SEATS}: first to last phone of a class, ${phones.length} lines`, ['p50', 'p95', 'p99']);
  row(
    '  by the phones’ idea of the server’s clock',
    QUANTILES.map((q) => `${quantile(phones, q)} ms`),
  );
  row(
    '  the same timers by the clock of this machine',
    QUANTILES.map((q) => `${quantile(reference, q)} ms`),
  );
  row(
    '  ratio',
    QUANTILES.map((q) => `${(quantile(phones, q) / quantile(reference, q)).toFixed(1)} x`),
  );
  for (const room of rooms) room.leave();
} finally {
  await stop(server.child);
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
