import { join } from 'node:path';
import { archive } from '../../../src/lesson/archive.ts';
import { liveOf } from '../../../src/lesson/live.ts';
import { inPhase, type Phase } from '../../../src/lesson/state.ts';
import type { LessonKeys } from '../../../src/protocol/new-lesson.ts';
import { Directory } from '../../../src/server/directory.ts';
import { hashToken, newToken, nodeRuntime } from '../../../src/server/secrets.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { drawCode } from '../../../src/session/creation.ts';
import { draftOf } from '../../../src/session/entries.ts';
import { Class } from '../lesson/class.ts';
import { onward, untilLive } from '../lesson/evening.ts';
import { stories } from '../lesson/library.ts';

/** How many of the class choose each option of a vote, by its place. */
type Split = (vote: number, options: number) => number[];
export interface Played {
  scenario: string;
  seats: number;
  split: Split;
  /** What the teacher chooses where the story depends on the class. */
  ways?: Record<string, string>;
  /** Numbers in the bank. */
  agreements?: string[];
}

/** In a chat that is measured everybody reads, and of every four three help. */
function helps(room: Class): void {
  untilLive(room);
  const { round } = room;
  const live = liveOf(room.story, room.lesson.point.node);
  const act = live?.acts.find(({ kind }) => kind === 'private')?.id;
  if (!live?.measured || act === undefined) return;
  for (const { id } of room.lesson.seats) {
    room.does({ type: 'live.seen', seat: id, round });
    if (id % 4 !== 3) room.does({ type: 'live.act', seat: id, round, act });
  }
}

/** Plays to the end through the rules alone, and lays the lessons down as a server does at the end of a day. */
export async function finished(dataDir: string, played: Played[]): Promise<LessonKeys[]> {
  const journal = new SqliteJournal(join(dataDir, 'lessons.sqlite'));
  const done = new AbortController();
  const directory = await Directory.open(journal, done.signal);
  const all: LessonKeys[] = [];
  for (const { scenario, seats, split, ways = {}, agreements = [] } of played) {
    const story = stories.get(scenario);
    if (!story) throw new Error(`no story ${scenario}`);
    const room = new Class(story).joins(seats).does({ type: 'headcount.confirm', count: seats });
    for (const [node, way] of Object.entries(ways)) room.does({ type: 'way.set', node, way });
    let vote = 0;
    const phase = (): Phase => room.lesson.phase;
    while (phase() !== 'end') {
      if (phase() === 'live') helps(room);
      if (phase() !== 'question') {
        onward(room);
        continue;
      }
      const options = room.lesson.orders[room.lesson.point.node] ?? [];
      room.opens();
      split(vote, options.length).forEach((count, place) => {
        if (count > 0) room.votes(options[place] ?? null, count);
      });
      room.closes();
      if (phase() === 'tooFew') room.picks(options[0] ?? '');
      vote += 1;
    }
    const keys = { lesson: newToken(), desk: newToken(), stage: newToken(), debrief: newToken() };
    const salt = newToken();
    const hash = (token: string) => hashToken(salt, token);
    const now = Date.now();
    const lesson = {
      ...archive(story, inPhase(room.lesson, { phase: 'over', current: null }), now),
      id: keys.lesson,
      code: drawCode(nodeRuntime.random),
      salt,
      createdAt: now - 3_600_000,
      now,
      spokenAt: now,
      keys: { desk: [hash(keys.desk)], locked: [], stage: hash(keys.stage), debrief: hash(keys.debrief) },
      agreements: agreements.map((id) => ({ id, text: null })),
    };
    await directory.write({ type: 'opened', lesson: keys.lesson, code: lesson.code });
    await journal.append(keys.lesson, draftOf({ type: 'lesson.archived', lesson }, newToken()));
    all.push(keys);
  }
  done.abort();
  await journal.close();
  return all;
}
