import { writeSync } from 'node:fs';

/** Throws as a full disk does where the disk took a part only: that is no error to the system, and whoever took it for written would lose the rest. */
export function writeWhole(file: number, bytes: Buffer, from: number, length: number, position: number): void {
  if (writeSync(file, bytes, from, length, position) < length) throw Object.assign(new Error('only a part was written'), { code: 'ENOSPC' });
}
