import { Manager } from 'socket.io-client';
import type { Hello, HelloAnswer } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import { padAsk } from '../protocol/padding.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { View } from '../protocol/views/view.ts';
import type { Link } from './connection.ts';
import { openFeed } from './lesson-feed.ts';
import { randomId } from './random-id.ts';

const ANSWER_WITHIN_MS = 4000;
/** The server's clock is asked this often in a row at first and after a pause, and then at intervals. */
const FIRST_ASKS = 6;
const ASK_EVERY_MS = 20_000;

/** A connection to this page's own server: websocket first, polling where a school blocks it. */
export function connectToServer<V extends View>(first: Hello, origin?: string): Link<V> {
  let hello = first;
  const feed = openFeed<V>();
  const unanswered = new Map<string, { intent: Intent; answer: (answer: Answer) => void }>();
  const manager = new Manager(origin, {
    transports: ['websocket'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2500,
    timeout: 6000,
  });
  const socket = manager.socket('/');

  // Few networks block websockets: only where one fails the code for polling is fetched.
  manager.on('error', ({ message }) => {
    import('./polling.ts').then(
      ({ POLLING, WEBSOCKET }) => {
        // Where a websocket is refused, polling is tried at once; where nothing answers, it must not be waited for again.
        manager.opts.transports = message === 'timeout' ? [POLLING, WEBSOCKET] : [WEBSOCKET, POLLING];
      },
      // The next failure asks for it again.
      () => {},
    );
  });

  function send(id: string): void {
    const waiting = unanswered.get(id);
    if (!waiting || feed.state.kind !== 'connected') return;
    socket.timeout(ANSWER_WITHIN_MS).emit('ask', padAsk({ ...waiting.intent, id }), (late: Error | null, answer: Answer) => {
      if (late) return send(id);
      unanswered.delete(id);
      feed.answered(waiting.intent, answer);
      waiting.answer(answer);
    });
  }

  function askClock(times: number, within = ANSWER_WITHIN_MS, onLate?: () => void): void {
    if (!socket.connected) return;
    const asked = performance.now();
    socket.timeout(within).emit('alive', (late: Error | null, server: unknown) => {
      if (late) return onLate?.();
      if (typeof server === 'number') feed.clock.hear(server, asked);
      if (times > 1) askClock(times - 1);
    });
  }
  const asking = setInterval(() => askClock(1), ASK_EVERY_MS);

  function sayHello(): void {
    socket.timeout(ANSWER_WITHIN_MS).emit('hello', hello, (late: Error | null, answer: HelloAnswer) => {
      if (late) return void reconnect();
      if (!answer.ok) return feed.become({ kind: 'refused', refusal: answer.refusal });
      if (answer.waiting) return feed.become({ kind: 'waiting', sign: answer.waiting });
      hello = withoutBack(hello);
      feed.become({ kind: 'connected' });
      askClock(FIRST_ASKS);
      for (const id of unanswered.keys()) send(id);
    });
  }

  /** Drops a half-open connection at once instead of after the ping's timeout. One that has ended is being retried already. */
  function reconnect(): void {
    if (feed.state.kind === 'refused' || !socket.connected) return;
    feed.become({ kind: 'reconnecting' });
    socket.disconnect().connect();
  }

  socket.on('connect', () => {
    // A lesson that could not be opened may be open after a restart of the server.
    if (feed.state.kind !== 'refused' || feed.state.refusal === 'lesson-unopened') sayHello();
  });
  socket.on('disconnect', (reason) => {
    if (feed.state.kind === 'refused') return;
    feed.become({ kind: 'reconnecting' });
    // The library reconnects by itself after every other reason.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('view', feed.show);
  socket.on('count', feed.count);
  socket.on('attendance', feed.attendance);
  /** The server ends this connection for good: another tab took the seat, the lesson is gone. */
  socket.on('refused', (refusal: RefusalCode) => feed.become({ kind: 'refused', refusal }));

  const onVisible = () => {
    if (document.visibilityState !== 'visible' || feed.state.kind === 'refused') return;
    // Reconnects at once, without the growing delay of the library.
    if (!socket.connected) return void socket.disconnect().connect();
    askClock(FIRST_ASKS, 1500, reconnect);
  };
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', onVisible);
    addEventListener('online', onVisible);
  }

  return feed.link({
    ask(intent) {
      const id = randomId();
      return new Promise((answer) => {
        unanswered.set(id, { intent, answer });
        send(id);
      });
    },
    greet(next) {
      hello = next;
      feed.become({ kind: 'connecting' });
      if (socket.connected) sayHello();
      else socket.connect();
    },
    close() {
      if (typeof document !== 'undefined') {
        document.removeEventListener('visibilitychange', onVisible);
        removeEventListener('online', onVisible);
      }
      clearInterval(asking);
      socket.disconnect();
    },
  });
}

/** "Join again" is said once: a seat that is removed later, while this phone is away, stays removed. */
function withoutBack(hello: Hello): Hello {
  if (hello.role !== 'phone') return hello;
  const { back: _said, ...rest } = hello;
  return rest;
}
