import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import type { Samples } from './play.ts';

/**
 * The least that a Socket.IO server can do with the same messages: no parsing, no rules, no disk. A phone gets views as long as
 * the real ones, and a count goes to the board and the desk of its class. BOARD_EVERY_MS: at most so often; 0 is at once.
 */
const samples = JSON.parse(readFileSync(process.env.SAMPLES ?? '', 'utf8')) as Samples;
const every = Number(process.env.BOARD_EVERY_MS);

interface Class {
  code: string;
  open: boolean;
  seats: number;
  answered: number;
  timer: NodeJS.Timeout | null;
  dirty: boolean;
}
const classes = new Map<string, Class>();

const http = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.method !== 'POST') return void response.end('{"ok":true}');
  request.resume().on('end', () => {
    const lesson = randomUUID();
    classes.set(lesson, { code: lesson, open: false, seats: 0, answered: 0, timer: null, dirty: false });
    response.end(JSON.stringify({ ok: true, lesson, desk: lesson, stage: lesson, debrief: lesson }));
  });
});
const io = new Server(http, {
  transports: ['websocket', 'polling'],
  serveClient: false,
  perMessageDeflate: false,
  // Asked whether it is there as often as a phone of the real server is.
  pingInterval: 10_000,
});

const boardOf = (lesson: string) => io.to(`board ${lesson}`);
function count(lesson: string, one: Class): void {
  if (one.timer) {
    one.dirty = true;
    return;
  }
  boardOf(lesson).emit('count', { seats: one.seats, answered: one.answered });
  one.dirty = false;
  if (every === 0) return;
  one.timer = setTimeout(() => {
    one.timer = null;
    if (one.dirty) count(lesson, one);
  }, every);
}

io.on('connection', (socket) => {
  let here: { lesson: string; one: Class } | null = null;
  socket.on('hello', ({ role, lesson, code }, acknowledge) => {
    const id = role === 'phone' ? code : lesson;
    const one = classes.get(id);
    if (!one) return acknowledge({ ok: false });
    here = { lesson: id, one };
    socket.join(role === 'phone' ? `phones ${id}` : `board ${id}`);
    acknowledge({ ok: true });
    const view = (one.open ? samples.vote : samples.lobby)[role as 'phone'];
    socket.emit('view', role === 'phone' ? view : { ...(view as object), code: one.code });
    if (role !== 'phone') return;
    one.seats += 1;
    count(id, one);
  });
  socket.on('ask', ({ type }, acknowledge) => {
    acknowledge({ ok: true });
    if (!here) return;
    const { lesson, one } = here;
    if (type === 'vote.cast') {
      one.answered += 1;
      count(lesson, one);
    }
    if (type === 'lesson.next' && !one.open) {
      one.open = true;
      boardOf(lesson).emit('view', samples.vote.desk);
      io.to(`phones ${lesson}`).emit('view', samples.vote.phone);
    }
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1');
