import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Instant } from '../protocol/identity.ts';

/** Clocks of this machine, in ms. */
export interface Clocks {
  /** The date as the machine has it. It may be wrong, and may be set at any moment. */
  wall(): number;
  /** Never set. On some systems it stands still while the machine sleeps. */
  steady(): number;
  /** How long the machine has been on: never set, and it runs on while the machine sleeps. Some systems count whole seconds. */
  machine(): number;
  /** Which start of the machine this is; null where the system does not tell. */
  boot(): string | null;
  /** The processor time of this process. */
  work(): number;
}
export const CLOCKS: Clocks = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  machine: () => uptime() * 1000,
  boot() {
    try {
      return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    } catch {
      // Only Linux has it.
      return null;
    }
  },
  work: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** What the lessons of a server need of its clocks. */
export interface ServerTime {
  /** The one time of journal, lessons, deadlines and views. It never goes back. */
  now(): Instant;
  /** The machine's date, for what people read as one and for what is kept for months. No lesson runs by it. */
  date(): Instant;
  /** Ms since the last call in which this process did not run, such as on a laptop that was shut. Must be called every second. */
  missed(): number;
  /** Ms between the last sign of life of the server before this one and its start. */
  readonly down: number;
}

/** When a server last ran by the time of its lessons, the machine's date then, and how long the machine had been on. */
export interface SignOfLife {
  at: Instant;
  date: Instant;
  machine: number | null;
  boot: string | null;
}

const NOTICED_FROM_MS = 5000;
/** The system is asked at most this often: between two looks at one clock alone, nothing that long can have been missed. */
const CHECK_EVERY_MS = 500;

/**
 * The time of the lessons of this server. On new data it starts at the machine's date, later where the server before this one was left, and not
 * before the newest stamp. From then on it only counts what passes: a date that is wrong, or that is set, moves nothing in a lesson.
 */
export class LessonClock implements ServerTime {
  readonly down: number;
  readonly #clocks: Clocks;
  /** How far this clock is ahead of the steady one. */
  #ahead: number;
  /** The steady clock at the last call of `missed`, which asks it every time: reading it costs next to nothing. */
  #seen: number;
  #looked: { steady: number; machine: number; work: number };

  /** `newest`: the newest stamp of the journal. `last`: null where no server has run on this data. */
  constructor(clocks: Clocks, newest: Instant, last: SignOfLife | null) {
    this.#clocks = clocks;
    this.#looked = this.#look();
    this.#seen = this.#looked.steady;
    const alive = Math.max(newest, last?.at ?? Number.NEGATIVE_INFINITY);
    const start = Math.max(alive, last === null ? clocks.wall() : last.at + away(clocks, last));
    this.down = last === null ? 0 : Math.round(start - alive);
    this.#ahead = start - this.#seen;
  }

  readonly now = (): Instant => Math.floor(this.#ahead + this.#clocks.steady());
  readonly date = (): Instant => this.#clocks.wall();

  /** 0 for a busy server. */
  missed(): number {
    const steady = this.#clocks.steady();
    const ran = steady - this.#seen;
    this.#seen = steady;
    const before = this.#looked;
    if (steady - before.steady < CHECK_EVERY_MS) return 0;
    this.#looked = this.#look();
    const passed = this.#looked.machine - before.machine;
    const slept = passed - (this.#looked.steady - before.steady);
    // Phones were awake meanwhile: where the steady clock stood still, this one catches up with theirs.
    const caughtUp = slept >= NOTICED_FROM_MS ? slept : 0;
    this.#ahead += caughtUp;
    const missed = ran + caughtUp;
    const idle = passed - (this.#looked.work - before.work);
    return Math.min(missed, idle) >= NOTICED_FROM_MS ? Math.round(missed) : 0;
  }

  #look(): { steady: number; machine: number; work: number } {
    return { steady: this.#clocks.steady(), machine: this.#clocks.machine(), work: this.#clocks.work() };
  }
}

/**
 * Ms since the last sign of life. Where the machine has been on all the time it has counted them itself, whatever its date says. After a start of
 * the machine there is only the date.
 */
function away({ wall, machine, boot }: Clocks, last: SignOfLife): number {
  const byDate = wall() - last.date;
  const counted = last.machine === null ? -1 : machine() - last.machine;
  const stayedOn = last.boot === null ? machine() > byDate : boot() === last.boot;
  return Math.max(0, counted >= 0 && stayedOn ? counted : byDate);
}
