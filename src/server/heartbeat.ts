import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { Instant } from '../protocol/identity.ts';
import { CLOCKS, type SignOfLife } from './lesson-clock.ts';

const EVERY_MS = 1000;

const SET_MS = 1000;
/** Of the file, always: nobody can learn from its size when a lesson did what. */
const LENGTH = 256;

/** Which start of the machine it was, and how far the time of the lessons was ahead of the machine's own count and of its date. */
interface Written {
  boot: string | null;
  ahead: { machine: number; date: number };
}

/** A file whose modification time tells when this server last ran, so that lessons resume after a crash where they were. */
export class Heartbeat {
  readonly #file: string;
  #written: Written | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Of the server before this one; null where there was none. */
  last(): SignOfLife | null {
    const stat = statSync(this.#file, { throwIfNoEntry: false });
    if (!stat) return null;
    const at = Math.round(stat.mtimeMs);
    try {
      const { boot, ahead } = JSON.parse(readFileSync(this.#file, 'utf8')) as Written;
      return { at, date: at - ahead.date, machine: at - ahead.machine, boot };
    } catch {
      // An earlier edition wrote nothing into it, and a full disk may have refused that.
      return { at, date: at, machine: null, boot: null };
    }
  }

  start(lessons: { now(): Instant; noticeSuspend(): boolean; readonly awake: boolean }): void {
    this.#beat(lessons.now());
    this.#timer = setInterval(() => {
      lessons.noticeSuspend();
      if (lessons.awake) this.#beat(lessons.now());
    }, EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  #beat(now: Instant): void {
    quietly(() => this.#write(now));
    const at = new Date(now);
    quietly(() => utimesSync(this.#file, at, at));
  }

  /** Again only where the date was set. */
  #write(now: Instant): void {
    const date = now - CLOCKS.wall();
    if (this.#written && Math.abs(this.#written.ahead.date - date) <= SET_MS) return;
    const written = { boot: CLOCKS.boot(), ahead: { machine: now - CLOCKS.machine(), date } };
    writeFileSync(this.#file, JSON.stringify(written).padEnd(LENGTH));
    this.#written = written;
  }
}

/** A full disk may refuse this; the lesson does not depend on it. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The next beat tries again.
  }
}
