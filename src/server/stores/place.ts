import { statSync } from 'node:fs';

/** The database, its keys and its log, by the ends of their names. */
const ENDS = ['', '-keys', '-wal'];

/** The files that hold the lessons, as they were when they were opened: a folder may be deleted, moved or replaced while a server runs. */
export class Place {
  readonly #file: string;
  readonly #inodes = new Map<string, bigint>();

  constructor(file: string) {
    this.#file = file;
    this.isKept();
  }

  /** Whether the files that were opened still stand where others, and the next start, look for them. Windows deletes no file that is open. */
  isKept(): boolean {
    if (process.platform === 'win32') return true;
    try {
      for (const end of ENDS) {
        const inode = statSync(this.#file + end, { bigint: true, throwIfNoEntry: false })?.ino;
        const opened = this.#inodes.get(end);
        if (opened !== undefined && opened !== inode) return false;
        if (inode !== undefined) this.#inodes.set(end, inode);
      }
      return true;
    } catch {
      // A disk that fails, or a folder that is closed to this process, says nothing of what stands there.
      return false;
    }
  }
}
