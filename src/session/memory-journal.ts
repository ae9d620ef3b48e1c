import { ConflictError, type Draft, type Entry, type Journal, type Position, RoundClosedError } from './journal.ts';

interface Stream {
  entries: Entry[];
  ended: Set<string>;
  followers: Set<(entry: Entry) => void>;
}

/** A journal that is gone with the page: for a lesson that nobody needs to find again. */
export class MemoryJournal implements Journal {
  readonly #streams = new Map<string, Stream>();
  #position = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async append(lesson: string, draft: Draft, after?: Position): Promise<Position> {
    const stream = this.#stream(lesson);
    const known = stream.entries.find(({ id }) => id === draft.id);
    if (known) return known.position;
    if (draft.kind === 'ballot' && stream.ended.has(draft.round)) throw new RoundClosedError(draft.round);
    const newest = stream.entries.findLast(({ kind }) => kind === 'event')?.position ?? 0;
    if (after !== undefined && newest !== after) throw new ConflictError(lesson);
    this.#position += 1;
    const entry: Entry = { ...draft, position: this.#position, at: this.#now() };
    stream.entries.push(entry);
    for (const follow of [...stream.followers]) follow(entry);
    return entry.position;
  }

  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; live(): void }, signal: AbortSignal): Promise<void> {
    const stream = this.#stream(lesson);
    for (const entry of stream.entries) if (entry.position > from) on.apply(entry);
    stream.followers.add(on.apply);
    on.live();
    return new Promise((ended) => {
      signal.addEventListener('abort', () => {
        stream.followers.delete(on.apply);
        ended();
      });
    });
  }

  async destroyBallots(lesson: string, round: string): Promise<void> {
    const stream = this.#stream(lesson);
    stream.ended.add(round);
    stream.entries = stream.entries.filter((entry) => entry.kind === 'event' || entry.round !== round);
  }

  async destroyLesson(lesson: string): Promise<void> {
    this.#streams.delete(lesson);
  }

  #stream(lesson: string): Stream {
    const known = this.#streams.get(lesson);
    if (known) return known;
    const made: Stream = { entries: [], ended: new Set(), followers: new Set() };
    this.#streams.set(lesson, made);
    return made;
  }
}
