import type { Instant } from '../identity.ts';

/** What a device shows that wants to become a desk: a creature and a number. */
export interface Sign {
  look: number;
  name: string;
}

export interface PairingView {
  /** To type on the new device; null once a device has shown it. */
  code: string | null;
  expires: Instant;
  /** What the new device shows, so that the teacher recognises it; null until one has asked. */
  sign: Sign | null;
}
