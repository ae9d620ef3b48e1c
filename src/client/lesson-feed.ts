import type { Intent } from '../protocol/intents.ts';
import type { Answer } from '../protocol/refusals.ts';
import { type Attendance, type VoteCount, withAnswer, withAttendance, withCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import { openClock } from './clock.ts';
import type { Link, LinkState } from './connection.ts';

/** What every kind of connection holds: its state, the newest view, the server's clock and the listeners. */
export function openFeed<V extends View>() {
  let state: LinkState = { kind: 'connecting' };
  let view: V | null = null;
  const clock = openClock(() => performance.now());
  const listeners = new Set<() => void>();

  const tell = () => {
    // A listener that another one has just removed is not called.
    for (const listener of [...listeners]) if (listeners.has(listener)) listener();
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

  return {
    get state() {
      return state;
    },
    clock,
    become,
    show(next: V): void {
      view = next;
      clock.hear(next.now, null);
      // A new desk waits until the teacher accepts it; its first view says that this has happened.
      if (state.kind === 'waiting') return become({ kind: 'connected' });
      tell();
    },
    count: (count: VoteCount) => update((shown) => withCount(shown, count)),
    attendance: (attendance: Attendance) => update((shown) => withAttendance(shown, attendance)),
    answered: (intent: Intent, answer: Answer) => update((shown) => withAnswer(shown, intent, answer)),
    /** The page's side of the connection. */
    link: ({ ask, greet, close }: Pick<Link<V>, 'ask' | 'greet' | 'close'>): Link<V> => ({
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
      ask,
      greet,
      close() {
        listeners.clear();
        close();
      },
    }),
  };
}
