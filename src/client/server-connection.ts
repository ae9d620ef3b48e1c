import { Manager } from 'socket.io-client';
import type { Hello, HelloAnswer } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import { padAsk } from '../protocol/padding.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { View } from '../protocol/views/view.ts';
import type { Link } from './connection.ts';
import { findFault } from './fault.ts';
import { chooseFirstTransport, WEBSOCKET_FIRST } from './first-transport.ts';
import { openFeed } from './lesson-feed.ts';
import { randomId } from './random-id.ts';
import { retryWithin } from './retry-pace.ts';

const ANSWER_WITHIN_MS = 4000;
const ANSWER_AT_LAST_MS = 16_000;
/** The server's clock is asked this often in a row at first and after a pause, and then at intervals. */
const FIRST_ASKS = 6;
const ASK_EVERY_MS = 20_000;

interface Asked {
  intent: Intent;
  /** On so many connections; more than once only where one was lost before the answer. */
  sent: number;
  answer(answer: Answer): void;
}

/** A connection to this page's own server: websocket first, polling where a school blocks it. */
export function connectToServer<V extends View>(first: Hello, origin?: string): Link<V> {
  let hello = first;
  const feed = openFeed<V>();
  const unanswered = new Map<string, Asked>();
  const manager = new Manager(origin, { ...WEBSOCKET_FIRST, reconnectionDelay: 250, reconnectionDelayMax: 700, autoConnect: false });
  const transport = chooseFirstTransport(manager);
  const socket = manager.socket('/');
  manager.on('reconnect_attempt', (attempt) => manager.reconnectionDelayMax(retryWithin(attempt, Math.random())));
  manager.on('error', () => void lookForFault());

  /** Grows where answers are late: a server that is slow would be slower still with a new connection of every page every few seconds. */
  let patience = ANSWER_WITHIN_MS;

  function send(id: string): void {
    const waiting = unanswered.get(id);
    if (!waiting || feed.state.kind !== 'connected') return;
    waiting.sent += 1;
    const within = patience;
    socket.timeout(within).emit('ask', padAsk({ ...waiting.intent, id }), (late: Error | null, answer: Answer) => {
      // A half-open connection never answers, so what it was asked is asked on another one.
      if (late) return reconnect(within * 2);
      unanswered.delete(id);
      const told = waiting.sent === 1 ? certain(answer) : answer;
      feed.answered(waiting.intent, told);
      waiting.answer(told);
    });
  }

  function askClock(times: number, within = ANSWER_WITHIN_MS, onLate?: () => void): void {
    if (!socket.connected) return;
    const asked = performance.now();
    socket.timeout(within).emit('alive', (late: Error | null, server: unknown) => {
      if (late) return onLate?.();
      patience = ANSWER_WITHIN_MS;
      if (typeof server === 'number') feed.clock.hear(server, asked);
      if (times > 1) askClock(times - 1);
    });
  }
  const asking = setInterval(() => askClock(1), ASK_EVERY_MS);

  function sayHello(): void {
    const within = patience;
    socket.timeout(within).emit('hello', hello, (late: Error | null, answer: HelloAnswer) => {
      if (late) {
        // It opened, and passes nothing on.
        if (socket.connected) transport.swap();
        return reconnect(within * 2);
      }
      if (!answer.ok) return feed.become({ kind: 'refused', refusal: answer.refusal });
      if (answer.waiting) return feed.become({ kind: 'waiting', sign: answer.waiting });
      hello = withoutBack(hello);
      feed.become({ kind: 'connected' });
      askClock(FIRST_ASKS);
      for (const id of unanswered.keys()) send(id);
    });
  }

  /** Drops a half-open connection at once instead of after the ping's timeout. One that has ended is being retried already. */
  function reconnect(longer = patience): void {
    if (feed.state.kind === 'refused' || !socket.connected) return;
    patience = Math.min(longer, ANSWER_AT_LAST_MS);
    lose();
    socket.disconnect().connect();
  }

  const lose = () => feed.become({ kind: 'reconnecting', fault: null });
  let looking = false;
  async function lookForFault(): Promise<void> {
    const loss = feed.state;
    if (looking || loss.kind !== 'reconnecting') return;
    looking = true;
    const fault = await findFault(origin);
    looking = false;
    // What was found of one loss says nothing of the next.
    if (feed.state === loss && loss.fault !== fault) feed.become({ kind: 'reconnecting', fault });
  }

  socket.on('connect', () => {
    transport.opened();
    // A lesson that could not be opened may be open after a restart of the server.
    if (feed.state.kind !== 'refused' || feed.state.refusal === 'lesson-unopened') sayHello();
  });
  socket.on('disconnect', (reason) => {
    if (feed.state.kind === 'refused') return;
    lose();
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
    addEventListener('offline', lookForFault);
  }
  transport.begin(() => socket.connect());

  return feed.link({
    ask(intent) {
      const id = randomId();
      return new Promise((answer) => {
        unanswered.set(id, { intent, sent: 0, answer });
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
        removeEventListener('offline', lookForFault);
      }
      clearInterval(asking);
      transport.stop();
      socket.disconnect();
    },
  });
}

/** A server that crashed does not know whether it counted what it was asked before. What it is asked for the first time it surely did not. */
function certain(answer: Answer): Answer {
  return !answer.ok && answer.refusal === 'vote-unsure' ? { ok: false, refusal: 'vote-closed' } : answer;
}

/** "Join again" is said once: a seat that is removed later, while this phone is away, stays removed. */
function withoutBack(hello: Hello): Hello {
  if (hello.role !== 'phone') return hello;
  const { back: _said, ...rest } = hello;
  return rest;
}
