import type { Instant, RoundId } from './identity.ts';
import type { Tile } from './scene.ts';

/** One step of a live chat; `at` ms after its start, by the server's clock. */
export type LiveBeat = { id: string; at: number } & (
  | { kind: 'say'; text: string }
  /** For `ms` somebody is typing. */
  | { kind: 'typing'; name: string; ms: number }
  /** `toYou`: it asks this phone's owner something. */
  | { kind: 'message'; name: string; text: string; toYou: boolean }
  | { kind: 'tile'; tile: Tile; name: string; text: string }
  | { kind: 'react'; to: string; emoji: string; count: number; text: string }
  /** How many have read it, on this phone. */
  | { kind: 'readers'; count: number; text: string }
);
/** `public`: there, for all · `private`: to whom it happens · `sender`: to who sent it · `close`: shut the chat. */
export type ActKind = 'public' | 'private' | 'sender' | 'adult' | 'laugh' | 'forward' | 'close';
interface LiveAct {
  id: string;
  kind: ActKind;
  text: string;
}
export interface LiveChat {
  round: RoundId;
  title: string;
  badge: string;
  members: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Until then a pupil may still say that it should not count. */
  closesAt: Instant;
  beats: LiveBeat[];
  /** The beat that it is about: the phone tells when it has been on its screen. Null: nothing to tell. */
  incident: string | null;
  /** Empty where there is only reading. */
  acts: LiveAct[];
  /** False: practice, nothing is counted, and the phone reports nothing. */
  measured: boolean;
}

/** How long after a chat the teacher has to wait: meanwhile every phone asks whether its part may be counted. */
export const CONSENT_LEAST_MS = 5000;
