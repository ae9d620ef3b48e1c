import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ANSWERED } from '../../../src/lesson/state.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { type Journal, StorageFullError } from '../../../src/session/journal.ts';

/** The files of a folder in which these bytes can be read. */
export function filesWith(folder: string, needle: string | Buffer): string[] {
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(needle));
}

/**
 * Reads a copy of a folder's database: a server may have it open, and whoever opens it finishes what a kill has interrupted. Read and written rather
 * than copied: Node's `copyFileSync` never ends where the server cuts its log meanwhile.
 */
function readCopy<T>(folder: string, read: (database: DatabaseSync) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'wat-doe-jij-copy-'));
  for (const name of readdirSync(folder)) if (name.startsWith('lessons.sqlite')) writeFileSync(join(copy, name), readFileSync(join(folder, name)));
  const database = new DatabaseSync(join(copy, 'lessons.sqlite'));
  const found = read(database);
  database.close();
  rmSync(copy, { recursive: true });
  return found;
}

/** How many ballots a folder holds, of one lesson or of all, without who answered and what came of it, which are kept until the lesson ends. They are sealed, so that there is no text to look for. */
export function ballotsIn(folder: string, lesson: string | null = null): number {
  const counted = `SELECT count(*) AS ballots FROM sealed JOIN rounds USING (slot) WHERE round <> '${ANSWERED}' AND round NOT LIKE '%.result' AND (?1 IS NULL OR lesson = ?1)`;
  return readCopy(folder, (database) => Number(database.prepare(counted).get(lesson)?.ballots));
}

/** The ballots as they are written. */
export function recordsIn(folder: string): Buffer[] {
  return readCopy(folder, (database) => database.prepare('SELECT record FROM sealed').all()).map(({ record }) => Buffer.from(record as Uint8Array));
}

const KEY_BYTES = 32;
/** The keys of the rounds that are open in a folder, without those of who answered and of results. */
export function keysIn(folder: string): Buffer[] {
  const slots = readCopy(folder, (database) =>
    database.prepare('SELECT slot FROM rounds WHERE round <> ? AND round NOT LIKE ?').all(ANSWERED, '%.result'),
  );
  const keys = readFileSync(join(folder, 'lessons.sqlite-keys'));
  return slots.map(({ slot }) => keys.subarray(Number(slot) * KEY_BYTES, (Number(slot) + 1) * KEY_BYTES));
}

/** A limit of the system on how large a file may grow, as a full disk gives: writing fails, nothing is killed. */
export const diskOf = (kibibytes: number): string[] => ['bash', '-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`, 'bash'];

/**
 * Fails one call that makes a file durable, after its bytes were written, and takes the trigger away. Or holds them all while a file is there,
 * and leaves another one as a sign that one is held.
 */
const SYNC = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
static int fails(void) {
  const char *held = getenv("HELD_SYNC"), *sign = getenv("HELD_SYNC_SIGN");
  while (held && sign && access(held, F_OK) == 0) {
    close(open(sign, O_CREAT | O_WRONLY, 0600));
    usleep(2000);
  }
  const char *trigger = getenv("FAILING_SYNC");
  if (!trigger || unlink(trigger) != 0) return 0;
  errno = EIO;
  return 1;
}
int fsync(int file) { return fails() ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file); }
int fdatasync(int file) { return fails() ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file); }
`;

/** The environment of a server whose disk fails once as soon as the trigger is there, and is at work while `held` is. Null where that cannot be built. */
export function failingSync(folder: string): { trigger: string; held: string; sign: string; env: Record<string, string> } | null {
  if (process.platform !== 'linux') return null;
  const [library, trigger, held, sign] = ['sync.so', 'trigger', 'held', 'sign'].map((name) => join(folder, name)) as [string, string, string, string];
  const built = spawnSync('cc', ['-shared', '-fPIC', '-x', 'c', '-o', library, '-'], { input: SYNC });
  return built.status === 0
    ? { trigger, held, sign, env: { LD_PRELOAD: library, FAILING_SYNC: trigger, HELD_SYNC: held, HELD_SYNC_SIGN: sign } }
    : null;
}

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

/** A named pipe, which whoever reads it waits for. */
export function pipeAt(path: string): void {
  spawnSync('bash', ['-c', 'mkfifo "$0"', path]);
}
