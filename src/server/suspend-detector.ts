import { uptime } from 'node:os';

/** Clocks in ms. `machine` runs on while the machine sleeps and is never set; `work` is the processor time of this process. */
export interface Clocks {
  wall(): number;
  machine(): number;
  work(): number;
}
export const CLOCKS: Clocks = {
  wall: () => Date.now(),
  machine: () => uptime() * 1000,
  work: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

const NOTICED_FROM_MS = 5000;
/** The system is asked at most this often: between two looks at the wall clock alone, nothing that long can have been missed. */
const CHECK_EVERY_MS = 500;

/** Notices that the machine slept or that this process was stopped, such as a laptop that was shut in the middle of a vote. `missed` must be called every second. */
export class SuspendDetector {
  readonly #clocks: Clocks;
  /** The wall clock at the last call, which is asked every time: reading it costs next to nothing. */
  #seen: number;
  #looked: Record<keyof Clocks, number>;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#looked = this.#look();
    this.#seen = this.#looked.wall;
  }

  /** Ms since the last call in which this process did not run; 0 for a busy server and for a clock that was set. */
  missed(): number {
    const wall = this.#clocks.wall();
    const passed = wall - this.#seen;
    this.#seen = wall;
    const before = this.#looked;
    const sinceCheck = wall - before.wall;
    if (sinceCheck >= 0 && sinceCheck < CHECK_EVERY_MS) return 0;
    const now = this.#look();
    this.#looked = now;
    const idle = now.machine - before.machine - (now.work - before.work);
    return Math.min(passed, idle) >= NOTICED_FROM_MS ? passed : 0;
  }

  #look(): Record<keyof Clocks, number> {
    return { wall: this.#clocks.wall(), machine: this.#clocks.machine(), work: this.#clocks.work() };
  }
}
