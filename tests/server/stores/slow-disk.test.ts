import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Log } from '../../../src/server/stores/log.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { StorageFullError } from '../../../src/session/journal.ts';
import { ballot, event } from '../../support/server/journal-contract.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wat-doe-jij-slow-'));
  file = join(folder, 'lessons.sqlite');
});
afterEach(() => void vi.restoreAllMocks());

test.skipIf(process.platform === 'win32')('a disk that is lost while two classes close answers both, and the journal closes', async () => {
  let other = Promise.resolve(0);
  let told = 'waits';
  const journal: SqliteJournal = new SqliteJournal(file, {
    // So that what the one left is removed while the close of the other is on its way.
    onDestroyed: () => {
      other = journal.closeRound('b', 'r', event(), fence);
      other.catch((error) => {
        told = error.constructor.name;
      });
    },
  });
  const fence = await journal.append('b', event());
  await Promise.all(['a', 'b'].map((lesson) => journal.append(lesson, ballot('r'))));
  vi.spyOn(Log.prototype, 'empty').mockImplementation(() => {
    renameSync(folder, `${folder}-away`);
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  await expect(journal.destroyBallots('a', 'r')).rejects.toBeInstanceOf(StorageFullError);
  for (let turns = 0; turns < 20; turns++) await turn();
  expect(told).toBe('StorageFullError');
  await journal.close();
  renameSync(`${folder}-away`, folder);
});
