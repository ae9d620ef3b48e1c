import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Heartbeat } from './heartbeat.ts';
import { buildApp } from './http.ts';
import { openLibrary } from './kept-library.ts';
import { CLOCKS, LessonClock } from './lesson-clock.ts';
import { Lessons } from './lessons.ts';
import { Network } from './network.ts';
import { readSettings } from './settings.ts';
import { openSocketServer } from './socket-server.ts';
import { dataProblem, listenProblem, type StartProblem } from './start-problem.ts';
import { canLock } from './stores/can-lock.ts';
import { SqliteJournal } from './stores/sqlite.ts';
import { overwriteYoungMemory } from './young-memory.ts';

/** While a hundred classes vote or come in, a transaction holds some five to twenty entries instead of one; nobody sees so little a delay. */
const GATHER_MS = 25;
const SWEEP_EVERY_MS = 10 * 60_000;
/** How long a board may show an address of a network that the computer has left. */
const LOOK_AT_NETWORK_EVERY_MS = 3000;
const root = fileURLToPath(new URL('../..', import.meta.url));

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

const refuse = ({ sentence, code }: StartProblem): never => stop(`${sentence} (${code})`);

const settings = readSettings(process.env);
if ('problem' in settings) stop(settings.problem);
const { host, dataDir, publicUrl, teacherCode } = settings;

/** A writer's server plays what no class may see yet. It is asked for by who starts it, never by a setting of a school. */
const rehearsal = process.argv.includes('--rehearsal');
const library = await openLibrary(root, rehearsal).catch((error: Error) => stop(`The shared files in scenarios/ cannot be read:\n${error.message}`));
for (const { id, diagnoses } of library.broken) {
  console.error(`The story "${id}" is left out:`);
  for (const { file, line, column, message } of diagnoses.filter((one) => one.severity !== 'warning'))
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
    return refuse(dataProblem(error as Error, dataDir, () => canLock(dataDir)));
  }
}
const journal = openJournal();
if (!journal.writable) noticeStorage(false);
const heartbeat = new Heartbeat(join(dataDir, 'heartbeat'));
const clock = new LessonClock(CLOCKS, journal.newest, heartbeat.last());

const network = new Network(publicUrl);
const opened = await Lessons.open(journal, library, network, clock, (what) => console.error(what));
lessons = opened;
opened.setStoring(journal.writable);
const app = await buildApp({ dist: join(root, 'dist'), library, lessons: opened, publicUrl, teacherCode });
const io = openSocketServer(app.server, opened, publicUrl);
try {
  await app.listen({ port: settings.port, host });
} catch (error) {
  refuse(listenProblem(error as NodeJS.ErrnoException, host, settings.port));
}
network.listensOn(app.server.address() as AddressInfo);
heartbeat.start(opened);
const sweeping = setInterval(() => void opened.sweep(), SWEEP_EVERY_MS);

const teacherLine = () => `  Teacher (docent):    ${publicUrl ?? network.local()}/docent`;
const pupilsLine = () => `  Pupils (leerlingen): ${network.forPupils}`;
console.log(`\n  Wat doe jij?\n\n${teacherLine()}\n${pupilsLine()}\n\n  Stop with Ctrl+C.\n`);
const following = setInterval(() => {
  const before = network.forPupils;
  const left = network.look();
  if (!left) return;
  opened.networkChanged(left);
  if (network.forPupils !== before) console.log(pupilsLine());
}, LOOK_AT_NETWORK_EVERY_MS);

let stopping = false;
async function shutDown(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(sweeping);
  clearInterval(following);
  heartbeat.stop();
  await io.close();
  await app.close();
  opened.close();
  await journal.close();
  process.exit(0);
}
process.on('SIGINT', () => void shutDown());
process.on('SIGTERM', () => void shutDown());
