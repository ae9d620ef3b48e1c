import { closeSync, openSync, statSync, utimesSync } from 'node:fs';

const EVERY_MS = 1000;

/** A file whose modification time tells when this server last ran, so that lessons resume after a crash where they were. */
export class Heartbeat {
  readonly #file: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Ms between the last beat and now; 0 where there was none. */
  missed(now: number): number {
    const last = statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs;
    return last === undefined ? 0 : Math.max(0, Math.round(now - last));
  }

  start(lessons: { noticeSuspend(): boolean; readonly awake: boolean }): void {
    closeSync(openSync(this.#file, 'a'));
    const beat = () => {
      try {
        const now = new Date();
        utimesSync(this.#file, now, now);
      } catch {
        // A full disk may refuse this; the lesson does not depend on it.
      }
    };
    beat();
    this.#timer = setInterval(() => {
      lessons.noticeSuspend();
      if (lessons.awake) beat();
    }, EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
