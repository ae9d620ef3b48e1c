import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { dataProblem, listenProblem, type StartProblem } from '../../src/server/start-problem.ts';
import { canLock } from '../../src/server/stores/can-lock.ts';
import { SqliteJournal } from '../../src/server/stores/sqlite.ts';
import { JournalInUseError } from '../../src/session/journal.ts';

const here = () => mkdtempSync(join(tmpdir(), 'wat-doe-jij-start-'));
const code = (error: Error & { code?: string; errcode?: number }, locks = true) => dataProblem(error, '/data', () => locks).code;
const ofSystem = (name: string) => Object.assign(new Error(name), { code: name });
const ofSqlite = (errcode: number) => Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR', errcode });

describe('a data folder that cannot be used', () => {
  test.each<[StartProblem['code'], Error, boolean]>([
    ['data-in-use', new JournalInUseError('held'), true],
    // A network drive answers "busy" to every lock, whoever asks.
    ['data-cannot-lock', new JournalInUseError('held'), false],
    // SQLITE_IOERR_LOCK, and SQLITE_IOERR_FSYNC on a drive that went away.
    ['data-cannot-lock', ofSqlite(3850), false],
    ['data-drive', ofSqlite(1034), true],
    ['data-drive', ofSystem('ENETUNREACH'), true],
    ['data-full', ofSqlite(13), true],
    ['data-full', ofSystem('ENOSPC'), true],
    ['data-forbidden', ofSqlite(14), true],
    ['data-forbidden', ofSqlite(8), true],
    ['data-forbidden', ofSystem('EACCES'), true],
    ['data-forbidden', ofSystem('EROFS'), true],
    ['data-damaged', ofSqlite(11), true],
    ['data-damaged', ofSqlite(26), true],
    ['data-unusable', ofSystem('ENOTDIR'), true],
  ])('is %s for %s', (expected, error, locks) => {
    expect(code(error, locks)).toBe(expected);
  });

  test('is damaged where its file is something else', () => {
    const folder = here();
    writeFileSync(join(folder, 'lessons.sqlite'), 'a holiday picture'.repeat(100));
    expect(() => new SqliteJournal(join(folder, 'lessons.sqlite'))).toThrow(expect.toSatisfy((error: Error) => code(error) === 'data-damaged'));
  });

  test('is in use, and can lock, where somebody holds its file; and nothing is left of the look', () => {
    const folder = here();
    const other = new DatabaseSync(join(folder, 'lessons.sqlite'));
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (by_them INTEGER); COMMIT');
    expect(() => new SqliteJournal(join(folder, 'lessons.sqlite'))).toThrow(JournalInUseError);
    expect(canLock(folder)).toBe(true);
    other.close();
    expect(readdirSync(folder)).toEqual(['lessons.sqlite']);
  });

  test('cannot lock where nothing can be written', () => {
    expect(canLock('/proc/self')).toBe(false);
  });
});

describe('an address that cannot be listened on', () => {
  const fails = (host: string, port: number) =>
    new Promise<NodeJS.ErrnoException>((failed) => createServer().once('error', failed).listen({ host, port }));

  test.each([
    ['host-elsewhere', '192.0.2.77'],
    ['host-unknown', 'nowhere.invalid'],
  ])('is %s for %s', async (expected, host) => {
    const problem = listenProblem(await fails(host, 0), host, 4500);
    expect(problem.code).toBe(expected);
    expect(problem.sentence).toContain(host);
  });

  test('is reserved where the system refuses the port, and taken where another program has it', () => {
    expect(listenProblem(ofSystem('EACCES'), '0.0.0.0', 80)).toMatchObject({ code: 'port-reserved', sentence: expect.stringContaining('port 80') });
    expect(listenProblem(ofSystem('EADDRINUSE'), '0.0.0.0', 4500).code).toBe('port-in-use');
    expect(listenProblem(ofSystem('EMFILE'), '0.0.0.0', 4500).code).toBe('listen-failed');
  });
});
