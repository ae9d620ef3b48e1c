import { networkInterfaces } from 'node:os';
import type { Address } from '../session/host.ts';
import { type Interfaces, lanAddresses, localOrigin } from './addresses.ts';
import type { ServerAddresses } from './lessons.ts';

/** The addresses of this server, which follow the networks that its computer joins and leaves while it runs. */
export class Network implements ServerAddresses {
  readonly publicUrl: string | null;
  readonly #interfaces: () => Interfaces;
  #host = '127.0.0.1';
  #port = 0;
  #lan: Address[] = [];

  constructor(publicUrl: string | null, interfaces: () => Interfaces = networkInterfaces) {
    this.publicUrl = publicUrl;
    this.#interfaces = interfaces;
  }

  /** What the server listens on, as the system says it: HOST may be a name, and PORT any free one. */
  listensOn({ address, port }: { address: string; port: number }): void {
    this.#host = address;
    this.#port = port;
    this.look();
  }

  local(): string {
    return localOrigin(this.#host, this.#port);
  }

  lan(): Address[] {
    return this.#lan;
  }

  /** The address to give to pupils before a board is open. */
  get forPupils(): string {
    return this.publicUrl ?? this.#lan[0]?.origin ?? this.local();
  }

  /** Looks again. Null where nothing has changed, else the origins that lead here no more. */
  look(): ReadonlySet<string> | null {
    const before = this.#lan;
    this.#lan = lanAddresses(this.#host, this.#port, this.#interfaces());
    const origins = this.#lan.map(({ origin }) => origin);
    if (origins.join() === before.map(({ origin }) => origin).join()) return null;
    return new Set(before.map(({ origin }) => origin).filter((origin) => !origins.includes(origin)));
  }
}
