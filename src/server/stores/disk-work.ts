import { fdatasync, fdatasyncSync } from 'node:fs';

/** Work that writes, and yields the files that must be on the disk before it goes on. It is told what the disk refused of that, or null. */
export type DiskWork = Generator<readonly number[], void, Error | null>;

/** Does one piece of such work after the other. While the disk takes its time this process does everything else. */
export class DiskWorker {
  readonly #done: () => void;
  #work: DiskWork | null = null;
  #idle: (() => void) | null = null;

  constructor(done: () => void) {
    this.#done = done;
  }

  get isBusy(): boolean {
    return this.#work !== null;
  }

  begin(work: DiskWork): void {
    this.#work = work;
    this.#goOn(work, null);
  }

  /**
   * Resolves when what is under way has ended. What the disk was asked is heard out: a system says only once that a sync failed, so who asked again
   * would hear that all is well.
   */
  idle(): Promise<void> {
    return new Promise((idle) => {
      this.#idle = idle;
    });
  }

  #goOn(work: DiskWork, refused: Error | null): void {
    const step = work.next(refused);
    if (step.done) {
      this.#work = null;
      this.#idle?.();
      return this.#done();
    }
    let left = step.value.length;
    let failure: Error | null = null;
    for (const file of step.value)
      fdatasync(file, (error) => {
        failure ??= error;
        left -= 1;
        if (left === 0) this.#goOn(work, failure);
      });
  }
}

/** Does such work to its end, and waits for the disk here. */
export function finishNow(work: DiskWork, refused: Error | null = null): void {
  for (let step = work.next(refused); !step.done; step = work.next(syncNow(step.value)));
}

function syncNow(files: readonly number[]): Error | null {
  try {
    for (const file of files) fdatasyncSync(file);
    return null;
  } catch (error) {
    return error as Error;
  }
}
