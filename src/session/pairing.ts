import { CREATURE_LOOKS, type Instant, PAIRING_CODE_LENGTH } from '../protocol/identity.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { PairingView, Sign } from '../protocol/views/pairing.ts';
import { drawCode, drawFrom } from './creation.ts';
import type { Runtime } from './runtime.ts';

const OPEN_MS = 60_000;

/** A new device that asks to become a desk. It has shown the code, and waits until the teacher accepts or refuses it. */
export interface Candidate {
  token: string;
  accept(): void;
  refuse(refusal: RefusalCode): void;
}
interface Offer {
  code: string | null;
  expires: Instant;
  onStage: boolean;
  sign: Sign | null;
  candidate: Candidate | null;
  cancelExpiry(): void;
}

/** How another device becomes a desk: it shows a code that works once, the teacher recognises its sign and accepts it. */
export class Pairing {
  #offer: Offer | null = null;
  readonly #runtime: Runtime;
  readonly #changed: () => void;

  constructor(runtime: Runtime, changed: () => void) {
    this.#runtime = runtime;
    this.#changed = changed;
  }

  get code(): string | null {
    return this.#offer?.code ?? null;
  }

  /** `onStage`: it was asked for there, so the code is shown there. */
  get view(): (PairingView & { onStage: boolean }) | null {
    if (!this.#offer) return null;
    const { code, expires, sign, onStage } = this.#offer;
    return { code, expires, sign, onStage };
  }

  offer(onStage: boolean): void {
    this.end();
    this.#offer = {
      code: drawCode(this.#runtime.random, PAIRING_CODE_LENGTH),
      expires: this.#runtime.now() + OPEN_MS,
      onStage,
      sign: null,
      candidate: null,
      cancelExpiry: this.#runtime.after(OPEN_MS, () => this.end()),
    };
    this.#changed();
  }

  /** The code works once; what the new device shows appears on the board. */
  present(candidate: Candidate): Sign | null {
    if (!this.#offer?.code) return null;
    const { random } = this.#runtime;
    const sign = { look: drawFrom(random, CREATURE_LOOKS), name: String(10 + drawFrom(random, 90)) };
    this.#offer = { ...this.#offer, code: null, candidate, sign };
    this.#changed();
    return sign;
  }

  withdraw(token: string): void {
    if (this.#offer?.candidate?.token === token) this.end();
  }

  /** The device that waits for the teacher's answer. The offer ends with this call. */
  takeCandidate(): Candidate | null {
    const candidate = this.#offer?.candidate ?? null;
    if (!this.#offer || !candidate) return null;
    this.#offer.candidate = null;
    this.end();
    return candidate;
  }

  end(): void {
    if (!this.#offer) return;
    this.#offer.cancelExpiry();
    this.#offer.candidate?.refuse('pairing-unknown');
    this.#offer = null;
    this.#changed();
  }
}
