import type { Creation, UnstampedEvent } from '../../../src/lesson/events.ts';
import { activeSeats, dueAt, type Lesson, type Phase } from '../../../src/lesson/state.ts';
import { closeOf, start, step } from '../../../src/lesson/step.ts';
import type { RefusalCode } from '../../../src/protocol/refusals.ts';
import type { Released } from '../../../src/protocol/released.ts';
import type { Story } from '../../../src/story/compile/story.ts';
import { petje } from './petje.ts';

/** A Monday morning on the simulated clock. */
const MONDAY = Date.UTC(2026, 10, 2, 9);

export const creationOf = (story: Story): Creation => ({
  type: 'lesson.created',
  id: 'lesson',
  code: 'ACDEFG',
  scenario: story.structure.id,
  lang: 'nl',
  version: null,
  names: {},
  contact: [],
  salt: 'salt',
  keys: { desk: 'desk', stage: 'stage', debrief: 'debrief' },
  orders: Object.fromEntries(
    Object.entries(story.structure.nodes).flatMap(([id, node]) =>
      'vote' in node ? [[id, node.vote.choices.map((choice) => choice.id).reverse()]] : [],
    ),
  ),
});

const frozen = new WeakSet<object>();
/** Whoever writes to it throws, except to the bytes of a ballot. What a lesson has from the one before it is frozen already. */
function neverChanged<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || frozen.has(value)) return value;
  frozen.add(value);
  Object.freeze(value);
  for (const part of Object.values(value)) neverChanged(part);
  return value;
}

/** A class in a lesson without a server: what it does becomes events, and the clock stands still unless told. */
export class Class {
  readonly story: Story;
  lesson: Lesson;
  now = MONDAY;

  constructor(story: Story) {
    this.story = story;
    this.lesson = start(story, creationOf(story), this.now);
  }

  /** The refusal, or null where it happened. */
  tries(event: UnstampedEvent): RefusalCode | null {
    const round = () => JSON.stringify(this.lesson.round);
    const before = round();
    const result = step(this.story, neverChanged(this.lesson), { ...event, at: this.now });
    if (round() !== before) throw new Error(`${event.type} changed the round that it started from`);
    if (!result.ok) return result.refusal;
    this.lesson = result.lesson;
    return null;
  }

  does(event: UnstampedEvent): this {
    const refusal = this.tries(event);
    if (refusal) throw new Error(`${event.type} in ${this.lesson.phase} was refused: ${refusal}`);
    return this;
  }

  waits(ms: number): this {
    this.now += ms;
    return this;
  }

  joins(seats: number): this {
    for (let joined = 0; joined < seats; joined++)
      this.does({ type: 'seat.joined', token: `token-${this.lesson.seats.length}`, look: this.lesson.seats.length });
    return this;
  }

  next(): this {
    return this.does({ type: 'lesson.next', screenRevision: this.lesson.screenRevision });
  }

  /** Presses on until the board shows this. */
  reaches(phase: Phase, node?: string): this {
    for (let presses = 0; presses < 100; presses++) {
      if (this.lesson.phase === phase && (node === undefined || this.lesson.point.node === node)) return this;
      this.next();
    }
    throw new Error(`never came to ${phase}`);
  }

  /** Opens the next vote and waits until the phones may. */
  opens(): this {
    this.reaches('question').next();
    this.now = this.lesson.round!.opensAt;
    return this;
  }

  get round(): string {
    return this.lesson.round?.id ?? `${this.lesson.point.node}-${this.lesson.rounds}`;
  }

  /** The next so many seats that have not voted; opens the vote where none is open. */
  votes(choice: string | null, seats: number): this {
    if (this.lesson.phase !== 'voting') this.opens();
    const silent = activeSeats(this.lesson).filter((seat) => !this.lesson.round?.ballots[seat.id]);
    if (silent.length < seats) throw new Error(`only ${silent.length} have not voted`);
    for (const seat of silent.slice(0, seats)) this.seatVotes(seat.id, choice);
    return this;
  }

  seatVotes(seat: number, choice: string | null, counter = 1): this {
    return this.does({ type: 'vote.cast', seat, round: this.round, choice, counter });
  }

  triesVote(seat: number, choice: string | null, counter = 1, round = this.round): RefusalCode | null {
    return this.tries({ type: 'vote.cast', seat, round, choice, counter });
  }

  /** The teacher closes the vote, and the result is released as the server would, unless it has to wait. */
  closes(lot = 0): this {
    this.does({ type: 'vote.close', round: this.round });
    return this.lesson.phase === 'closing' ? this.releases(lot) : this;
  }

  /** A live chat plays to its end, and what was done is released. */
  ends(lot = 0): this {
    this.now = dueAt(this.lesson) ?? this.now;
    this.does({ type: 'clock.due', screenRevision: this.lesson.screenRevision });
    return this.lesson.phase === 'closing' ? this.releases(lot) : this;
  }

  releases(lot = 0): this {
    const { answered, result } = closeOf(this.story, this.lesson, lot);
    if (answered) this.does(answered);
    return this.does(result);
  }

  picks(choice: string): this {
    return this.does({ type: 'vote.pick', round: this.round, choice });
  }

  get released(): Released | null {
    return this.lesson.decisions.at(-1)?.released ?? null;
  }

  /** The decisions of the lesson: who took which path. */
  get path(): string[] {
    return this.lesson.decisions.map(({ node, choice, by }) => `${node} ${choice} ${by}`);
  }
}

export function aClass({
  seats = 24,
  headCount = Math.max(1, seats),
  story = petje,
}: {
  seats?: number;
  headCount?: number | null;
  story?: Story;
} = {}): Class {
  const room = new Class(story).joins(seats);
  return headCount === null ? room : room.does({ type: 'headcount.confirm', count: headCount });
}
