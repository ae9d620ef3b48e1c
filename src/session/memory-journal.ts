import { ConflictError, type Draft, type Entry, type EventDraft, type Journal, type Position, RoundClosedError } from './journal.ts';

interface Follower {
  apply(entry: Entry): void;
  end(): void;
}
interface Stream {
  entries: Entry[];
  closedRounds: Set<string>;
  followers: Set<Follower>;
}

const positionOf = (stream: Stream, id: string) => stream.entries.find((entry) => entry.id === id)?.position;

function checkNewest(stream: Stream, after: Position): void {
  const newest = stream.entries.findLast(({ kind }) => kind === 'event')?.position ?? 0;
  if (newest !== after) throw new ConflictError(`the newest event is at ${newest}, not at ${after}`);
}

function destroy(stream: Stream, round: string): void {
  stream.closedRounds.add(round);
  const isDestroyed = (entry: Entry) => entry.kind === 'ballot' && entry.round === round;
  for (const entry of stream.entries) if (isDestroyed(entry)) entry.body.fill(0);
  stream.entries = stream.entries.filter((entry) => !isDestroyed(entry));
}

/** A journal that is kept in memory only: for a lesson that nobody needs to find again. */
export class MemoryJournal implements Journal {
  readonly #streams = new Map<string, Stream>();
  #position = 0;
  /** The newest stamp. */
  #at = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async append(lesson: string, draft: Draft, after?: Position): Promise<Position> {
    const stream = this.#stream(lesson);
    const known = positionOf(stream, draft.id);
    if (known !== undefined) return known;
    if (draft.kind === 'ballot' && stream.closedRounds.has(draft.round)) throw new RoundClosedError(`round ${draft.round} is closed`);
    if (after !== undefined) checkNewest(stream, after);
    return this.#write(stream, draft);
  }

  follow(lesson: string, from: Position, on: { apply(entry: Entry): void; caughtUp(): void }, signal: AbortSignal): Promise<void> {
    const stream = this.#stream(lesson);
    for (const entry of stream.entries) if (entry.position > from) on.apply(entry);
    return new Promise((ended) => {
      const follower: Follower = {
        apply: on.apply,
        end: () => {
          stream.followers.delete(follower);
          ended();
        },
      };
      stream.followers.add(follower);
      on.caughtUp();
      if (signal.aborted) follower.end();
      else signal.addEventListener('abort', follower.end, { once: true });
    });
  }

  async closeRound(lesson: string, round: string, draft: EventDraft, after: Position): Promise<Position> {
    const stream = this.#stream(lesson);
    const known = positionOf(stream, draft.id);
    if (known === undefined) checkNewest(stream, after);
    destroy(stream, round);
    return known ?? this.#write(stream, draft);
  }

  async destroyBallots(lesson: string, round: string): Promise<void> {
    destroy(this.#stream(lesson), round);
  }

  async destroyLesson(lesson: string): Promise<void> {
    const stream = this.#stream(lesson);
    stream.entries = [];
    stream.closedRounds.clear();
    if (stream.followers.size === 0) this.#streams.delete(lesson);
  }

  async close(): Promise<void> {
    for (const { followers } of this.#streams.values()) for (const follower of [...followers]) follower.end();
  }

  #write(stream: Stream, draft: Draft): Position {
    this.#position += 1;
    this.#at = Math.max(this.#at, this.#now());
    const entry: Entry = { ...draft, position: this.#position, at: this.#at };
    stream.entries.push(entry);
    for (const follower of [...stream.followers]) follower.apply(entry);
    return entry.position;
  }

  #stream(lesson: string): Stream {
    const known = this.#streams.get(lesson);
    if (known) return known;
    const made: Stream = { entries: [], closedRounds: new Set(), followers: new Set() };
    this.#streams.set(lesson, made);
    return made;
  }
}
