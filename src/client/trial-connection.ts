import type { Lang } from '../locales/languages.ts';
import type { AftercareCard } from '../protocol/catalogue.ts';
import type { Hello } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import { type VoteCount, withAnswer, withCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import { openClock } from './clock.ts';
import type { Link, LinkState } from './connection.ts';
import { TRIAL_FRAME } from './trial-frame.ts';

export type FromPage = { type: 'hello'; hello: Hello } | { type: 'ask'; id: number; intent: Intent } | { type: 'aftercare'; lang: Lang };
export type ToPage =
  | { type: 'greeted'; answer: Answer }
  | { type: 'answered'; id: number; answer: Answer }
  | { type: 'view'; view: View }
  | { type: 'count'; count: VoteCount }
  | { type: 'refused'; refusal: RefusalCode }
  | { type: 'aftercare'; card: AftercareCard };

function call(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  window.parent.postMessage(TRIAL_FRAME, location.origin, [port2]);
  return port1;
}

/** Asks the page around this frame for what a server answers without a lesson. */
export function askTrialForAftercare(lang: Lang): Promise<AftercareCard> {
  const port = call();
  return new Promise((found) => {
    port.onmessage = ({ data }: MessageEvent<ToPage>) => {
      if (data.type === 'aftercare') found(data.card);
      port.close();
    };
    port.postMessage({ type: 'aftercare', lang } satisfies FromPage);
  });
}

/** A connection to the page around this frame instead of a server. It cannot be lost. */
export function connectToTrial<V extends View>(first: Hello): Link<V> {
  const port = call();
  let state: LinkState = { kind: 'connecting' };
  let view: V | null = null;
  let asked = 0;
  const clock = openClock(() => Date.now());
  const listeners = new Set<() => void>();
  const unanswered = new Map<number, { intent: Intent; answer: (answer: Answer) => void }>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
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
  const say = (message: FromPage) => port.postMessage(message);

  port.onmessage = ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'greeted') become(data.answer.ok ? { kind: 'live' } : { kind: 'refused', refusal: data.answer.refusal });
    if (data.type === 'refused') become({ kind: 'refused', refusal: data.refusal });
    if (data.type === 'view') {
      view = data.view as V;
      clock.hear(view.now, null);
      tell();
    }
    if (data.type === 'count') update((view) => withCount(view, data.count));
    if (data.type === 'answered') {
      const waiting = unanswered.get(data.id);
      unanswered.delete(data.id);
      if (waiting) update((view) => withAnswer(view, waiting.intent, data.answer));
      waiting?.answer(data.answer);
    }
  };
  say({ type: 'hello', hello: first });

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
      asked += 1;
      const id = asked;
      return new Promise((answer) => {
        unanswered.set(id, { intent, answer });
        say({ type: 'ask', id, intent });
      });
    },
    greet(hello) {
      become({ kind: 'connecting' });
      say({ type: 'hello', hello });
    },
    close() {
      listeners.clear();
      port.close();
    },
  };
}
