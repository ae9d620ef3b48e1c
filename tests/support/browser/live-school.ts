import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Heartbeat } from '../../../src/server/heartbeat.ts';
import { buildApp } from '../../../src/server/http.ts';
import { Lessons } from '../../../src/server/lessons.ts';
import { readLibrary } from '../../../src/server/library.ts';
import { openSocketServer } from '../../../src/server/socket-server.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { dutch, english, mutate, sharedFiles, structure } from '../lesson/small-story.ts';
import { ClassClock } from '../server/class-clock.ts';
import { School } from '../server/classroom.ts';
import { closed, opened } from './opened.ts';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

/** The small story with something to read together, and a chat of 24 seconds on every phone. */
const live = `  vooraf:
    tell: { sources: ['S1:1-3', D] }
    next: kring
  kring:
    live:
      chat: klas
      seconds: 24
      measured: true
      incident: m3
      script:
        - { say: b1, at: 0 }
        - { readers: { few: 2, many: 19 }, at: 0 }
        - { typing: yara, seconds: 1.5, at: 1 }
        - { message: m1, who: yara, at: 2.5 }
        - { message: m2, who: daan, at: 4 }
        - { react: m2, emoji: face-with-tears-of-joy, count: 4, at: 5 }
        - { tile: photo, who: daan, text: m3, at: 6 }
        - { message: m4, who: yara, toYou: true, at: 8 }
        - { typing: daan, seconds: 3, at: 9 }
        - { message: m5, who: daan, at: 12 }
        - { message: m6, who: yara, at: 14 }
        - { message: m7, who: daan, at: 16 }
      acts:
        - { id: zeg, kind: public, source: [D] }
        - { id: app, kind: private, source: [D] }
        - { id: af, kind: sender, source: [D] }
        - { id: hulp, kind: adult, source: [D] }
        - { id: lach, kind: laugh, source: [D] }
        - { id: door, kind: forward, source: [D] }
        - { id: dicht, kind: close, source: [D] }
    next: samen-gezien
  samen-gezien:
    results: [kring]
    next: kies
`;
const words = `  vooraf:
    title: Zo gaat het
    lines: [Straks wordt je telefoon een chat., Alles in die chat is verzonnen., Je hoeft niets te doen.]
    note: Lees dit voor.
  kring:
    title: De chat
    note: Blijf rustig staan.
    question: Wat deden we in de chat?
    b1: Donderdagavond, half acht
    m1: Wie neemt morgen de eend mee?
    m2: Die ligt nog bij mij thuis, onder het bed of zo
    m3: Foto van Mees. Die laten we niet zien.
    m4: Kan iemand zeggen dat dit weg moet?
    m5: doe niet zo flauw
    m6: ik vind het niet leuk
    m7: tot morgen
    acts:
      zeg: Zeg er iets van in de groep
      app: Stuur Mees een bericht
      af: Stuur Daan een bericht
      hulp: Vraag een volwassene
      lach: Lach mee
      door: Stuur het door
      dicht: Sluit de chat
    choices:
      helped: { text: Iets gedaan om te helpen, short: geholpen, now: Het telt., later: Het telt. }
      not: { text: Niets gedaan om te helpen, short: niet geholpen, now: Het telt., later: Het telt. }
  samen-gezien:
    title: Wat we deden
    note: Eerst kijken, dan praten.
`;
const ENGLISH = { b1: 'Thursday evening, half past seven', m1: 'Who brings the duck tomorrow?', zeg: 'Say something in the group' };

function story(): { structure: string; nl: string; en: string } {
  const withLive = mutate(structure, '    next: kies\n  kies:', `    next: vooraf\n${live}  kies:`);
  let foreign = words;
  for (const [id, text] of Object.entries(ENGLISH)) foreign = foreign.replace(new RegExp(`^( +${id}: ).*$`, 'm'), (_, key) => key + text);
  return {
    structure: withLive,
    nl: mutate(dutch, 'nodes:\n', `nodes:\n${words}`),
    en: mutate(english, 'nodes:\n', `nodes:\n${foreign}`),
  };
}

export interface LiveSchool {
  school: School;
  clock: ClassClock;
  close(): Promise<void>;
}

/** The real server with that story alone, in this process, by a clock that a test drives. */
export async function openLiveSchool(): Promise<LiveSchool> {
  const folder = mkdtempSync(join(tmpdir(), 'live-school-'));
  const scenarios = join(folder, 'scenarios');
  mkdirSync(join(scenarios, 'klein'), { recursive: true });
  for (const [name, text] of Object.entries(sharedFiles)) writeFileSync(join(scenarios, `${name}.yaml`), text);
  const files = story();
  writeFileSync(join(scenarios, 'klein/story.yaml'), files.structure);
  writeFileSync(join(scenarios, 'klein/nl.yaml'), files.nl);
  writeFileSync(join(scenarios, 'klein/en.yaml'), files.en);
  const library = await readLibrary(scenarios);
  if (library.broken.length > 0) throw new Error(JSON.stringify(library.broken));

  const clock = new ClassClock();
  const journal = new SqliteJournal(join(folder, 'lessons.sqlite'), { clock: clock.now });
  const place = { publicUrl: null, local: () => school.origin, lan: () => [] };
  const school = new School();
  const lessons = await Lessons.open(journal, library, place, clock, (what) => console.error(what), clock.runtime);
  const app = await buildApp({ dist: DIST, library, lessons, publicUrl: null, teacherCode: null });
  const io = openSocketServer(app.server, lessons, null);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const heartbeat = new Heartbeat(join(folder, 'heartbeat'));
  heartbeat.start(lessons);
  school.origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const live: LiveSchool = {
    school,
    clock,
    close: async () => {
      closed(live);
      heartbeat.stop();
      await io.close();
      await app.close();
      lessons.close();
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  opened(live, 'a school with a live chat');
  return live;
}
