import { Manager } from 'socket.io-client';
import type { Hello, HelloAnswer } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import { padAsk } from '../protocol/padding.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import { type VoteCount, withAnswer, withCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import { openClock } from './clock.ts';
import type { Link, LinkState } from './connection.ts';
import { randomId } from './random-id.ts';

const ANSWER_WITHIN_MS = 4000;
/** The server's clock is asked this often in a row at first and after a pause, and then at intervals. */
const FIRST_LOOKS = 6;
const LOOK_EVERY_MS = 20_000;

/** A connection to this page's own server: websocket first, polling where a school blocks it. */
export function connectToServer<V extends View>(first: Hello, origin?: string): Link<V> {
  let hello = first;
  let state: LinkState = { kind: 'connecting' };
  let view: V | null = null;
  const clock = openClock(() => Date.now());
  const listeners = new Set<() => void>();
  const unanswered = new Map<string, { intent: Intent; answer: (answer: Answer) => void }>();
  const manager = new Manager(origin, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2500,
    timeout: 6000,
  });
  const socket = manager.socket('/');

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: LinkState) => {
    state = next;
    tell();
  };
  const update = (change: (view: V) => V) => {
    const next = view && change(view);
    if (next === view) return;
    view = next;
    tell();
  };

  function send(id: string): void {
    const waiting = unanswered.get(id);
    if (!waiting || state.kind !== 'live') return;
    socket.timeout(ANSWER_WITHIN_MS).emit('ask', padAsk({ ...waiting.intent, id }), (late: Error | null, answer: Answer) => {
      if (late) return send(id);
      unanswered.delete(id);
      update((view) => withAnswer(view, waiting.intent, answer));
      waiting.answer(answer);
    });
  }

  function lookAtClock(times: number, within = ANSWER_WITHIN_MS, onLate?: () => void): void {
    if (!socket.connected) return;
    const asked = Date.now();
    socket.timeout(within).emit('alive', (late: Error | null, server: unknown) => {
      if (late) return onLate?.();
      if (typeof server === 'number') clock.hear(server, asked);
      if (times > 1) lookAtClock(times - 1);
    });
  }
  const looking = setInterval(() => lookAtClock(1), LOOK_EVERY_MS);

  function sayHello(): void {
    socket.timeout(ANSWER_WITHIN_MS).emit('hello', hello, (late: Error | null, answer: HelloAnswer) => {
      if (late) return void reconnect();
      if (!answer.ok) return become({ kind: 'refused', refusal: answer.refusal });
      if (answer.waiting) return become({ kind: 'waiting', sign: answer.waiting });
      become({ kind: 'live' });
      lookAtClock(FIRST_LOOKS);
      for (const id of unanswered.keys()) send(id);
    });
  }

  /** A half-open connection is dropped at once instead of after the ping's patience; one that ended is being tried again already. */
  function reconnect(): void {
    if (state.kind === 'refused' || !socket.connected) return;
    become({ kind: 'reconnecting' });
    socket.disconnect().connect();
  }

  socket.on('connect', () => {
    if (state.kind !== 'refused') sayHello();
  });
  socket.on('disconnect', (reason) => {
    if (state.kind === 'refused') return;
    become({ kind: 'reconnecting' });
    // After this reason alone the library does not reconnect by itself.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('view', (next: V) => {
    view = next;
    clock.hear(next.now, null);
    if (state.kind === 'waiting') return become({ kind: 'live' });
    tell();
  });
  socket.on('count', (count: VoteCount) => update((view) => withCount(view, count)));
  /** The server ends this connection for good: another tab took the seat, the lesson is gone. */
  socket.on('refused', (refusal: RefusalCode) => become({ kind: 'refused', refusal }));

  const onVisible = () => {
    if (document.visibilityState !== 'visible' || state.kind === 'refused') return;
    // Reconnects at once, without the growing delay of the library.
    if (!socket.connected) return void socket.disconnect().connect();
    lookAtClock(FIRST_LOOKS, 1500, reconnect);
  };
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', onVisible);
    addEventListener('online', onVisible);
  }

  return {
    get state() {
      return state;
    },
    get view() {
      return view;
    },
    now: clock.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask(intent) {
      const id = randomId();
      return new Promise((answer) => {
        unanswered.set(id, { intent, answer });
        send(id);
      });
    },
    greet(next) {
      hello = next;
      become({ kind: 'connecting' });
      if (socket.connected) sayHello();
      else socket.connect();
    },
    close() {
      if (typeof document !== 'undefined') {
        document.removeEventListener('visibilitychange', onVisible);
        removeEventListener('online', onVisible);
      }
      clearInterval(looking);
      listeners.clear();
      socket.disconnect();
    },
  };
}
