import type { Hello } from '../protocol/hello.ts';
import type { Intent } from '../protocol/intents.ts';
import type { Answer, RefusalCode } from '../protocol/refusals.ts';
import type { Sign } from '../protocol/views/pairing.ts';
import type { View } from '../protocol/views/view.ts';
import type { Fault } from './fault.ts';
// Of the pages that use this, none is so light that polling should come apart.
import './polling.ts';
import { watchForGaps } from './gaps.ts';
import { connectToServer } from './server-connection.ts';
import { connectToTrial } from './trial-connection.ts';
import { inTrial } from './trial-frame.ts';

/** `refused` is final until `greet` is called again; `waiting` is a new desk that the teacher has not accepted yet. */
export type LinkState =
  | { kind: 'connecting' }
  | { kind: 'connected' }
  | { kind: 'reconnecting'; fault: Fault | null }
  | { kind: 'waiting'; sign: Sign }
  | { kind: 'refused'; refusal: RefusalCode };

/** A page's connection to its lesson: the newest view, and a way to ask. */
export interface Link<V extends View> {
  readonly state: LinkState;
  readonly view: V | null;
  /** The server's clock now, in ms. */
  now(): number;
  /** Called after every change of state or view; returns its undo. */
  subscribe(listener: () => void): () => void;
  /** Resolves with the server's answer, repeating across lost connections until there is one. */
  ask(intent: Intent): Promise<Answer>;
  /** Says hello again, with another language or after a refusal. */
  greet(hello: Hello): void;
  close(): void;
}

let watching = false;

/** Connects to this page's own server, or in a trial lesson to the page around this frame. */
export function connect<V extends View>(first: Hello, origin?: string): Link<V> {
  if (inTrial()) return connectToTrial<V>(first);
  // The line is looked at as where the browser says that there is one again.
  if (!watching && typeof document !== 'undefined') {
    watchForGaps(() => dispatchEvent(new Event('online')));
    watching = true;
  }
  return connectToServer<V>(first, origin);
}
