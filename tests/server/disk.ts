import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder in which these bytes can be read. */
export function filesWith(folder: string, needle: string): string[] {
  return readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(needle));
}

/** A limit of the system on how large a file may grow, as a full disk gives: writing fails, nothing is killed. */
export const diskOf = (kibibytes: number): string[] => ['bash', '-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`, 'bash'];
