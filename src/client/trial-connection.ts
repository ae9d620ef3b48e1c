import type { Lang } from '../locales/languages.ts';
import type { AftercareCard } from '../protocol/catalogue.ts';
import type { Hello } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { Attendance, VoteCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import type { Link } from './connection.ts';
import { openFeed } from './lesson-feed.ts';
import { TRIAL_FRAME } from './trial-frame.ts';

export type FromPage = { type: 'hello'; hello: Hello } | { type: 'ask'; id: number; intent: Intent } | { type: 'aftercare'; lang: Lang };
export type ToPage =
  | { type: 'greeted'; answer: Answer }
  | { type: 'answered'; id: number; answer: Answer }
  | { type: 'view'; view: View }
  | { type: 'count'; count: VoteCount }
  | { type: 'attendance'; attendance: Attendance }
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
  let asked = 0;
  const feed = openFeed<V>();
  const unanswered = new Map<number, { intent: Intent; answer: (answer: Answer) => void }>();
  const say = (message: FromPage) => port.postMessage(message);

  port.onmessage = ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'greeted') feed.become(data.answer.ok ? { kind: 'connected' } : { kind: 'refused', refusal: data.answer.refusal });
    if (data.type === 'refused') feed.become({ kind: 'refused', refusal: data.refusal });
    if (data.type === 'view') feed.show(data.view as V);
    if (data.type === 'count') feed.count(data.count);
    if (data.type === 'attendance') feed.attendance(data.attendance);
    if (data.type === 'answered') {
      const waiting = unanswered.get(data.id);
      unanswered.delete(data.id);
      if (waiting) feed.answered(waiting.intent, data.answer);
      waiting?.answer(data.answer);
    }
  };
  say({ type: 'hello', hello: first });

  return feed.link({
    ask(intent) {
      asked += 1;
      const id = asked;
      return new Promise((answer) => {
        unanswered.set(id, { intent, answer });
        say({ type: 'ask', id, intent });
      });
    },
    greet(hello) {
      feed.become({ kind: 'connecting' });
      say({ type: 'hello', hello });
    },
    close: () => port.close(),
  });
}
