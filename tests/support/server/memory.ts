import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Why the memory of another process cannot be read here, or null. */
export function memoryRefusal(): string | null {
  if (process.platform !== 'linux') return 'only Linux shows the memory of a process as a file';
  return process.getuid?.() === 0 ? null : 'only root may read the memory of another process on every Linux';
}

const CHUNK = 8 * 2 ** 20;
/** How much is given of what stands before. */
const BEFORE = 64;

/** Every place in the writable memory of a process where these bytes stand: what stands before them. */
export function findInMemory(pid: number, needles: readonly (string | Buffer)[]): Buffer[][] {
  const wanted = needles.map((needle) => (typeof needle === 'string' ? Buffer.from(needle) : needle));
  const found = wanted.map((): Buffer[] => []);
  const overlap = Math.max(...wanted.map(({ length }) => length));
  const chunk = Buffer.alloc(BEFORE + CHUNK + overlap);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const range = /^([\da-f]+)-([\da-f]+) rw/.exec(line);
    if (!range) continue;
    const [start, end] = [Number(`0x${range[1]}`), Number(`0x${range[2]}`)];
    for (let at = start; at < end; at += CHUNK) {
      const from = Math.max(start, at - BEFORE);
      let read = 0;
      try {
        read = readSync(memory, chunk, 0, Math.min(end, at + CHUNK + overlap) - from, from);
      } catch {
        // A region that was given back meanwhile, or that the system keeps to itself.
        continue;
      }
      const bytes = chunk.subarray(0, read);
      for (const [index, needle] of wanted.entries())
        for (let hit = bytes.indexOf(needle, at - from); hit >= 0 && hit < at - from + CHUNK; hit = bytes.indexOf(needle, hit + 1))
          found[index]?.push(Buffer.from(bytes.subarray(Math.max(0, hit - BEFORE), hit)));
    }
  }
  closeSync(memory);
  return found;
}
