import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { type Journal, StorageFullError } from '../../../src/session/journal.ts';

/** The files of a folder in which these bytes can be read. */
export function filesWith(folder: string, needle: string): string[] {
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(needle));
}

/** A limit of the system on how large a file may grow, as a full disk gives: writing fails, nothing is killed. */
export const diskOf = (kibibytes: number): string[] => ['bash', '-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`, 'bash'];

/** A disk that may be full: then nothing is written and everything is refused. */
export class Disk implements Journal {
  full = false;
  /** Refuses single operations, where the disk is not full. */
  refuses: (operation: 'append' | 'closeRound' | 'destroyBallots' | 'destroyLesson') => boolean = () => false;
  readonly #journal: SqliteJournal;
  constructor(file: string) {
    this.#journal = new SqliteJournal(file);
  }
  #unless<T>(refused: boolean, write: () => Promise<T>): Promise<T> {
    return this.full || refused ? new Promise((_, failed) => setImmediate(() => failed(new StorageFullError('full')))) : write();
  }
  append: Journal['append'] = (...to) => this.#unless(this.refuses('append'), () => this.#journal.append(...to));
  closeRound: Journal['closeRound'] = (...of) => this.#unless(this.refuses('closeRound'), () => this.#journal.closeRound(...of));
  destroyBallots: Journal['destroyBallots'] = (...of) => this.#unless(this.refuses('destroyBallots'), () => this.#journal.destroyBallots(...of));
  destroyLesson: Journal['destroyLesson'] = (lesson) => this.#unless(this.refuses('destroyLesson'), () => this.#journal.destroyLesson(lesson));
  follow: Journal['follow'] = (...what) => this.#journal.follow(...what);
  close: Journal['close'] = () => this.#journal.close();
}
