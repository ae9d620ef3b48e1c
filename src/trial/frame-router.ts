import type { FromPage, ToPage } from '../client/trial-connection.ts';
import { TRIAL_FRAME } from '../client/trial-frame.ts';
import { aftercareCard } from '../lesson/views/help.ts';
import type { Hello } from '../protocol/hello.ts';
import { openSharedContent } from './catalogue.ts';
import type { Client, TrialSession } from './trial-session.ts';

interface Port {
  source: MessageEventSource | null;
  port: MessagePort;
  hello: Hello | null;
  client: Client | null;
}

/** Connects the frames of this page with the lesson in it; when another lesson begins, they stay open and see that one. */
export class FrameRouter {
  readonly #ports = new Set<Port>();
  #session: TrialSession | null = null;
  readonly #hear = ({ origin, source, data, ports }: MessageEvent) => {
    if (origin !== location.origin || !isHere(source) || data !== TRIAL_FRAME || !ports[0]) return;
    const port: Port = { source, port: ports[0], hello: null, client: null };
    this.#ports.add(port);
    port.port.onmessage = (message: MessageEvent<FromPage>) => void this.#answer(port, message.data);
  };

  listen(): void {
    addEventListener('message', this.#hear);
  }

  /** Gives the phone among the frames its seat in this lesson; the other frames do not change yet. */
  async seat(session: TrialSession): Promise<void> {
    this.#session = session;
    await this.#greetAll((hello) => hello.role === 'phone');
  }

  /** Shows this lesson in every other frame. */
  async show(): Promise<void> {
    await this.#greetAll((hello) => hello.role !== 'phone');
  }

  async #greetAll(which: (hello: Hello) => boolean): Promise<void> {
    for (const port of this.#ports) if (!isHere(port.source)) this.#drop(port);
    await Promise.all([...this.#ports].map((port) => port.hello && which(port.hello) && this.#greet(port, port.hello)));
  }

  async #answer(port: Port, message: FromPage): Promise<void> {
    if (message.type === 'aftercare') return this.#say(port, { type: 'aftercare', card: aftercareCard(await openSharedContent(), message.lang) });
    if (message.type === 'hello') {
      // A page that was reloaded in its frame speaks through a new port, from the seat that it had.
      const before = [...this.#ports].filter((other) => other !== port && other.hello && other.source === port.source);
      const token = before.map(({ hello }) => (hello?.role === 'phone' ? hello.token : null))[0];
      for (const other of before) this.#drop(other);
      return this.#greet(port, message.hello.role === 'phone' && token ? { ...message.hello, token } : message.hello);
    }
    const answer = (await port.client?.ask(message.intent)) ?? { ok: false as const, refusal: 'lesson-unknown' as const };
    this.#say(port, { type: 'answered', id: message.id, answer });
  }

  async #greet(port: Port, hello: Hello): Promise<void> {
    port.hello = hello;
    port.client?.leave();
    port.client = null;
    const session = this.#session;
    if (!session) return;
    const { answer, client } = await session.greet(hello, {
      show: (view) => this.#say(port, { type: 'view', view }),
      count: (count) => this.#say(port, { type: 'count', count }),
      attendance: (attendance) => this.#say(port, { type: 'attendance', attendance }),
      dismiss: (refusal) => this.#say(port, { type: 'refused', refusal }),
    });
    if (session !== this.#session) return client?.leave();
    port.client = client;
    this.#say(port, { type: 'greeted', answer });
  }

  #drop(port: Port): void {
    port.client?.leave();
    port.port.close();
    this.#ports.delete(port);
  }

  #say({ port }: Port, message: ToPage): void {
    port.postMessage(message);
  }
}

const isHere = (source: MessageEventSource | null) => [...document.querySelectorAll('iframe')].some((frame) => frame.contentWindow === source);
