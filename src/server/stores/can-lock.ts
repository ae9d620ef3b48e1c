import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Whether a file that nobody else knows can be written and locked in this folder. */
export function canLock(folder: string): boolean {
  const file = join(folder, `lock-${process.pid}`);
  try {
    const db = new DatabaseSync(file);
    try {
      db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (by_us INTEGER); COMMIT');
    } finally {
      db.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    rmSync(file, { force: true });
    rmSync(`${file}-journal`, { force: true });
  }
}
