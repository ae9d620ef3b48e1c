import { fdatasync, fdatasyncSync } from 'node:fs';

/** Work that writes, and yields the files that must be on the disk before it goes on. It is told what the disk refused of that, or null. */
export type DiskWork = Generator<readonly number[], void, Error | null>;

/** Does one piece of such work after the other. While the disk takes its time this process does everything else. */
export class DiskWorker {
  readonly #done: () => void;
  #work: DiskWork | null = null;
  #waitsFor: readonly number[] = [];
  /** Counts what is waited for: an answer that nobody waits for any more is not heard. */
  #waits = 0;

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

  /** Ends what is under way, and waits for the disk here. */
  finish(): void {
    if (this.#work) finishNow(this.#work, syncNow(this.#waitsFor));
    this.#waits += 1;
    this.#work = null;
  }

  #goOn(work: DiskWork, refused: Error | null): void {
    const step = work.next(refused);
    if (step.done) {
      this.#work = null;
      return this.#done();
    }
    this.#waitsFor = step.value;
    this.#waits += 1;
    const wait = this.#waits;
    let left = step.value.length;
    let failure: Error | null = null;
    for (const file of step.value)
      fdatasync(file, (error) => {
        failure ??= error;
        left -= 1;
        if (left === 0 && wait === this.#waits) this.#goOn(work, failure);
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
