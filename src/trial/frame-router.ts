import { type FromPage, type ToPage, TRIAL_FRAME } from '../client/trial-connection.ts';
import { aftercareCard } from '../lesson/views/help.ts';
import type { Hello } from '../protocol/intents.ts';
import { openShelf } from './catalogue.ts';
import type { Call, TrialHost } from './trial-session.ts';

interface Line {
  source: MessageEventSource | null;
  port: MessagePort;
  hello: Hello | null;
  call: Call | null;
}

/** Connects the frames of this page with the lesson in it; when another lesson begins, they stay open and see that one. */
export class Switchboard {
  readonly #lines = new Set<Line>();
  #host: TrialHost | null = null;
  readonly #hear = ({ origin, source, data, ports }: MessageEvent) => {
    if (origin !== location.origin || !isHere(source) || data !== TRIAL_FRAME || !ports[0]) return;
    const line: Line = { source, port: ports[0], hello: null, call: null };
    this.#lines.add(line);
    line.port.onmessage = (message: MessageEvent<FromPage>) => void this.#answer(line, message.data);
  };

  listen(): void {
    addEventListener('message', this.#hear);
  }

  /** Gives the phone among the frames its seat in this lesson; the others still show what they showed. */
  async seat(host: TrialHost): Promise<void> {
    this.#host = host;
    await this.#greetAll((hello) => hello.role === 'phone');
  }

  /** Shows this lesson in every other frame. */
  async show(): Promise<void> {
    await this.#greetAll((hello) => hello.role !== 'phone');
  }

  async #greetAll(which: (hello: Hello) => boolean): Promise<void> {
    for (const line of this.#lines) if (!isHere(line.source)) this.#drop(line);
    await Promise.all([...this.#lines].map((line) => line.hello && which(line.hello) && this.#greet(line, line.hello)));
  }

  async #answer(line: Line, message: FromPage): Promise<void> {
    if (message.type === 'aftercare') return this.#say(line, { type: 'aftercare', card: aftercareCard(await openShelf(), message.lang) });
    if (message.type === 'hello') {
      // A page that was loaded again in its frame speaks through a new line, from the seat that it had.
      const before = [...this.#lines].filter((other) => other !== line && other.hello && other.source === line.source);
      const token = before.map(({ hello }) => (hello?.role === 'phone' ? hello.token : null))[0];
      for (const other of before) this.#drop(other);
      return this.#greet(line, message.hello.role === 'phone' && token ? { ...message.hello, token } : message.hello);
    }
    const answer = (await line.call?.ask(message.intent)) ?? { ok: false as const, refusal: 'lesson-unknown' as const };
    this.#say(line, { type: 'answered', id: message.id, answer });
  }

  async #greet(line: Line, hello: Hello): Promise<void> {
    line.hello = hello;
    line.call?.leave();
    line.call = null;
    const host = this.#host;
    if (!host) return;
    const { answer, call } = await host.greet(hello, {
      show: (view) => this.#say(line, { type: 'view', view }),
      dismiss: (refusal) => this.#say(line, { type: 'refused', refusal }),
    });
    if (host !== this.#host) return call?.leave();
    line.call = call;
    this.#say(line, { type: 'greeted', answer });
  }

  #drop(line: Line): void {
    line.call?.leave();
    line.port.close();
    this.#lines.delete(line);
  }

  #say({ port }: Line, message: ToPage): void {
    port.postMessage(message);
  }
}

const isHere = (source: MessageEventSource | null) => [...document.querySelectorAll('iframe')].some((frame) => frame.contentWindow === source);
