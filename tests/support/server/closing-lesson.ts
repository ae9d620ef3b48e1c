import type { UnstampedEvent } from '../../../src/lesson/events.ts';
import { newToken } from '../../../src/server/secrets.ts';
import { SqliteJournal } from '../../../src/server/stores/sqlite.ts';
import { draftOf } from '../../../src/session/entries.ts';
import { RunningLesson } from '../../../src/session/running-lesson.ts';
import { creationOf } from '../lesson/class.ts';
import { petje, shared } from '../lesson/petje.ts';
import type { randomFrom } from '../random.ts';

const MONDAY = Date.UTC(2026, 10, 2, 9);

/** Lessons on one journal in a file. Their clock stands still, so that nothing closes by itself. */
export class ClosingSchool {
  readonly journal: SqliteJournal;
  readonly #time = { now: MONDAY };

  constructor(file: string) {
    this.journal = new SqliteJournal(file, { clock: () => this.#time.now });
  }

  /** As after a restart. */
  async open(stream: string): Promise<RunningLesson> {
    const runtime = {
      token: newToken,
      random: () => 0,
      now: () => this.#time.now,
      soon: setImmediate,
      after: (ms: number, work: () => void) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      noticeSuspend: () => false,
    };
    const lesson = await RunningLesson.open(stream, this.journal, { stories: new Map([[petje.structure.id, petje]]), shared }, runtime, 0);
    this.#time.now = Math.max(this.#time.now, lesson.lesson.round?.opensAt ?? 0);
    return lesson;
  }

  /** A new lesson whose first vote is open. */
  async openVote(stream: string, seats: number): Promise<RunningLesson> {
    await this.journal.append(stream, draftOf(creationOf(petje), newToken()));
    const lesson = await this.open(stream);
    await Promise.all(Array.from({ length: seats }, (_, seat) => does(lesson, { type: 'seat.joined', token: `${stream} ${seat}`, look: seat })));
    await does(lesson, { type: 'headcount.confirm', count: seats });
    while (lesson.lesson.phase !== 'voting') await does(lesson, { type: 'lesson.next', screenRevision: lesson.lesson.screenRevision });
    this.#time.now = Math.max(this.#time.now, lesson.lesson.round?.opensAt ?? 0);
    return lesson;
  }
}

export async function does(lesson: RunningLesson, event: UnstampedEvent): Promise<void> {
  const answer = await lesson.propose(event);
  if (!answer.ok) throw new Error(`${event.type} was refused: ${answer.refusal}`);
}

export const roundOf = (lesson: RunningLesson): string => {
  if (!lesson.lesson.round) throw new Error(`no round in phase ${lesson.lesson.phase}`);
  return lesson.lesson.round.id;
};

/** How many votes for each choice were acknowledged. */
export interface Acknowledged {
  a: number;
  b: number;
}
/** So many seats vote for `a` while their vote closes: their answer may not come any more. */
export const IN_FLIGHT = 2;

/** So that one vote more or less for either choice gives other words; some change their mind first. Resolves when all are acknowledged. */
export async function vote(lesson: RunningLesson, random: ReturnType<typeof randomFrom>): Promise<Acknowledged> {
  const [a, b] = [7, 4];
  const round = roundOf(lesson);
  const cast = (seat: number, choice: string, counter: number) => does(lesson, { type: 'vote.cast', seat, round, choice, counter });
  const seats = Array.from({ length: a + b }, (_, seat) => seat);
  await Promise.all(seats.map((seat) => cast(seat, random.pick(['a', 'b']), 1)));
  await Promise.all(seats.map((seat) => cast(seat, seat < a ? 'a' : 'b', 2)));
  return { a, b };
}
/** Enough for every class that votes, with those whose vote is in flight at the close. */
export const SEATS = 7 + 4 + IN_FLIGHT;

/** The close, with the votes that are in flight beside it, before and after it. */
export function close(lesson: RunningLesson): Promise<unknown> {
  const round = roundOf(lesson);
  const late = (seat: number) => lesson.propose({ type: 'vote.cast', seat: SEATS - 1 - seat, round, choice: 'a', counter: 1 });
  return Promise.all([
    ...Array.from({ length: IN_FLIGHT }, (_, seat) => late(seat)),
    lesson.propose({ type: 'vote.close', round }),
    lesson.propose({ type: 'vote.cast', seat: 0, round, choice: 'b', counter: 3 }),
  ]);
}
