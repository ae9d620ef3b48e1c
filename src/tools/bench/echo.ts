import { createServer } from 'node:http';
import { Server } from 'socket.io';

/**
 * The least that a server can do with the same messages: no parsing, no rules, no disk.
 * What the real server takes longer than this is what its promises cost.
 */
const http = createServer();
const io = new Server(http, { transports: ['websocket', 'polling'], serveClient: false, perMessageDeflate: false });
const choices = [{ id: 'one' }, { id: 'two' }];
let open = false;
let answered = 0;

const view = (role: string) => {
  const screen = open ? { kind: 'vote', opensAt: 0, answered, vote: { round: 'echo', choices } } : { kind: 'lobby' };
  return { role, rev: answered, now: Date.now(), screenRevision: 0, code: 'ECHOES', screen };
};

io.on('connection', (socket) => {
  socket.on('hello', ({ role }, acknowledge) => {
    socket.join(role);
    acknowledge({ ok: true });
    socket.emit('view', view(role));
  });
  socket.on('ask', ({ type }, acknowledge) => {
    acknowledge({ ok: true });
    if (type === 'vote.cast') {
      answered += 1;
      io.to('stage').emit('view', view('stage'));
    }
    if (type === 'lesson.next' && !open) {
      open = true;
      for (const role of ['phone', 'stage', 'desk']) io.to(role).emit('view', view(role));
    }
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1');
