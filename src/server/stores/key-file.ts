import { randomFillSync } from 'node:crypto';
import { closeSync, constants, fchmodSync, fdatasyncSync, fsyncSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from './whole-write.ts';

const KEY_BYTES = 32;
/** A lesson that runs has one for the round that is open, one for who answered, and one for each result until it is archived: some dozen at most. */
export const SLOTS = 4096;

/**
 * The keys of the rounds that are open, and nothing else. The file always has the same size and is only ever overwritten in place, so that a key that
 * is replaced stands nowhere any more where the file system and the disk write a block where it stood. A slot that is not in use holds noise.
 */
export class KeyFile {
  readonly #file: number;
  /** Outside the heap, whose objects are moved and leave copies behind. */
  readonly #keys = Buffer.from(new ArrayBuffer(SLOTS * KEY_BYTES));
  /** Slots whose key is not in the file yet. */
  readonly #changed = new Set<number>();

  /** Replaces every key that is not in use: a crash may have come before that. Only one process may hold the file. */
  constructor(path: string, inUse: ReadonlySet<number>) {
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    // The file may have been copied here by somebody whose copies others can read.
    fchmodSync(this.#file, 0o600);
    const found = readSync(this.#file, this.#keys, 0, this.#keys.length, 0);
    for (let slot = 0; slot < SLOTS; slot++) if (!inUse.has(slot) || (slot + 1) * KEY_BYTES > found) this.replace(slot);
    try {
      this.sync();
      if (found === 0) syncFolder(dirname(path));
    } catch (error) {
      if (found === 0) throw error;
      // A disk that takes nothing now: what is there can be read, and nothing else is written before these are.
    }
  }

  /** The bytes themselves: they change when the key is replaced. */
  key(slot: number): Buffer {
    return this.#keys.subarray(slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
  }

  /** For syncing. */
  get file(): number {
    return this.#file;
  }

  /** Whether there is a key that is not in the file yet, or not for sure. */
  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** The old key is gone from memory at once, and from the file by the next `write`. */
  replace(slot: number): void {
    randomFillSync(this.key(slot));
    this.#changed.add(slot);
  }

  /** What a disk refuses is written by the next call, and so is what it was not heard to have synced. */
  write(): void {
    const few = this.#changed.size < SLOTS / 16;
    if (few) for (const slot of this.#changed) writeWhole(this.#file, this.#keys, slot * KEY_BYTES, KEY_BYTES, slot * KEY_BYTES);
    else writeWhole(this.#file, this.#keys, 0, this.#keys.length, 0);
  }

  /** The file was synced after the last `write`, and no key was replaced since. */
  synced(): void {
    this.#changed.clear();
  }

  /** Waits for the disk. */
  sync(): void {
    if (!this.isChanged) return;
    this.write();
    fdatasyncSync(this.#file);
    this.synced();
  }

  close(): void {
    closeSync(this.#file);
    this.#keys.fill(0);
  }
}

/** So that the name of a new file outlives a power cut. Windows does that by itself and opens no folder. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
