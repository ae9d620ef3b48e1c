import type { TokenHash } from '../lesson/events.ts';
import type { Lesson } from '../lesson/state.ts';
import type { Instant } from '../protocol/identity.ts';

/** An address at which phones can reach a lesson. */
export interface Address {
  origin: string;
  label: string;
}
/** The likeliest first. */
export type Addresses = readonly [Address, ...Address[]];

interface Host {
  /** A client's token, as the lesson's seats and keys hold it. */
  hash(salt: string, token: string): TokenHash;
  /** `full`: what the QR of this lesson carries; `shown`: what the board shows, and a pupil types. */
  codes(lesson: Pick<Lesson, 'code' | 'salt'>): { full: string; shown: string };
  /** `stage`: the origin at which the board was opened, null before it was. */
  addresses(stage: string | null): Addresses;
  /** When a lesson that began at `createdAt` is destroyed. */
  deletesAt(createdAt: Instant): Instant;
  /** Whether what happens now can be stored. */
  storing(): boolean;
  /** The lesson has ended. */
  over(): void;
}

/** A server: it keeps lessons, and other devices reach them. */
export interface ServerHost extends Host {
  kind: 'server';
  /** Resolves when the chosen address is written, or when the disk has refused it. */
  keepAddress(origin: string): Promise<void>;
  /** Resolves when nothing of the lesson is left on disk. */
  destroy(): Promise<void>;
}

/** A page with a trial lesson: nobody else can reach the lesson, and it ends with the page. */
export interface TrialHost extends Host {
  kind: 'trial';
}

/** What a lesson session needs of whoever hosts it. */
export type LessonHost = ServerHost | TrialHost;
