import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Address } from '../session/host.ts';
import { JournalInUseError } from '../session/journal.ts';
import { lanAddresses } from './addresses.ts';
import { Heartbeat } from './heartbeat.ts';
import { buildApp } from './http.ts';
import { openLibrary } from './kept-library.ts';
import { CLOCKS, LessonClock } from './lesson-clock.ts';
import { Lessons } from './lessons.ts';
import { readSettings } from './settings.ts';
import { openSocketServer } from './socket-server.ts';
import { SqliteJournal } from './stores/sqlite.ts';
import { isShort } from './teacher-code.ts';
import { overwriteYoungMemory } from './young-memory.ts';

/** While a hundred classes vote or come in, a transaction holds some five to twenty entries instead of one; nobody sees so little a delay. */
const GATHER_MS = 25;
const SWEEP_EVERY_MS = 10 * 60_000;
const LAN_KNOWN_FOR_MS = 10_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

const settings = readSettings(process.env);
if ('problem' in settings) stop(settings.problem);
const { host, dataDir, publicUrl, teacherCode } = settings;

const library = await openLibrary(root).catch((error: Error) => stop(`The shared files in scenarios/ cannot be read:\n${error.message}`));
for (const { id, diagnoses } of library.broken) {
  console.error(`The story "${id}" is left out:`);
  for (const { file, line, column, message } of diagnoses.filter((one) => one.severity === 'error'))
    console.error(`  ${file}:${line}:${column} ${message.en}`);
}

/** Only this server may read its files: another user of the machine could read an open vote in them. */
process.umask(0o077);
let lessons: Lessons | null = null;
function noticeStorage(writable: boolean): void {
  console.error(
    writable
      ? `${dataDir} (DATA_DIR) can be written again.`
      : `Nothing can be stored in ${dataDir} (DATA_DIR): the disk is full or refuses, or the folder was deleted. What is there can be read. Make room, or start again.`,
  );
  lessons?.setStoring(writable);
}
function openJournal(): SqliteJournal {
  try {
    mkdirSync(dataDir, { recursive: true });
    return new SqliteJournal(join(dataDir, 'lessons.sqlite'), {
      clock: () => clock.now(),
      gatherMs: GATHER_MS,
      onDestroyed: overwriteYoungMemory,
      onWritable: noticeStorage,
    });
  } catch (error) {
    return stop(
      error instanceof JournalInUseError
        ? `Another server is already using ${dataDir}. Stop it, or set DATA_DIR to another folder.`
        : `The folder ${dataDir} (DATA_DIR) cannot be used: ${(error as Error).message}`,
    );
  }
}
const journal = openJournal();
if (!journal.writable) noticeStorage(false);
const heartbeat = new Heartbeat(join(dataDir, 'heartbeat'));
const clock = new LessonClock(CLOCKS, journal.newest, heartbeat.last());

let port = settings.port;
let lan: { at: number; addresses: Address[] } = { at: Number.NEGATIVE_INFINITY, addresses: [] };
const loopbackOnly = /^(127\.|localhost$|::1$)/.test(host);
const addresses = {
  publicUrl,
  local: () => `http://localhost:${port}`,
  lan: () => {
    if (loopbackOnly) return [];
    if (clock.now() - lan.at > LAN_KNOWN_FOR_MS) lan = { at: clock.now(), addresses: lanAddresses(port) };
    return lan.addresses;
  },
};

const opened = await Lessons.open(journal, library, addresses, clock, (what) => console.error(what));
lessons = opened;
opened.setStoring(journal.writable);
const app = await buildApp({ dist: join(root, 'dist'), library, lessons: opened, publicUrl, teacherCode });
const io = openSocketServer(app.server, opened, publicUrl);
try {
  await app.listen({ port, host });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') stop(`Port ${port} is already in use. Set PORT to another number.`);
  stop(`The server cannot listen on ${host}:${port} (HOST, PORT): ${message}`);
}
port = (app.server.address() as AddressInfo).port;
heartbeat.start(opened);
const sweeping = setInterval(() => void opened.sweep(), SWEEP_EVERY_MS);

const forPupils = publicUrl ?? addresses.lan()[0]?.origin ?? addresses.local();
console.log(
  `\n  Wat doe jij?\n\n  Teacher (docent):    ${publicUrl ?? addresses.local()}/docent\n  Pupils (leerlingen): ${forPupils}\n\n  Stop with Ctrl+C.\n`,
);

if (teacherCode !== null && isShort(teacherCode))
  console.log(
    '  TEACHER_CODE is short: while somebody guesses it, a teacher who was never here before has to wait. From 16 characters on nobody waits.\n',
  );

let stopping = false;
async function shutDown(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(sweeping);
  heartbeat.stop();
  await io.close();
  await app.close();
  opened.close();
  await journal.close();
  process.exit(0);
}
process.on('SIGINT', () => void shutDown());
process.on('SIGTERM', () => void shutDown());
