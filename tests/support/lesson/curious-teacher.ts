import { markOfChoice } from '../../../src/lesson/marks.ts';
import { isTie } from '../../../src/lesson/release/audit.ts';
import { pairResults } from '../../../src/lesson/release/pair.ts';
import { type Certainty, certaintyOf, type ImaginedClass, imaginedClasses } from '../../../src/lesson/release/sequence.ts';
import { isAgreement, isItem, nodeOf } from '../../../src/lesson/side-activity.ts';
import { activeSeats, dueAt, type Lesson, mayVote, type Round } from '../../../src/lesson/state.ts';
import { type Close, closeOf } from '../../../src/lesson/step.ts';
import type { Released } from '../../../src/protocol/released.ts';
import type { randomFrom } from '../random.ts';
import { Class } from './class.ts';
import { petje } from './petje.ts';

type Random = ReturnType<typeof randomFrom>;
/** What the pupils of this play choose by themselves; at all other questions everybody takes the first choice. */
export type Topic = 'eerste' | 'tweede' | 'agree' | 'item';
const OPTIONS: Record<Topic, number> = { eerste: 2, tweede: 3, agree: 2, item: 2 };
const COALITION: Record<Topic, number> = { eerste: 1, tweede: 2, agree: 1, item: 2 };
const topicOf = (node: string): Topic | null =>
  isItem(node) ? 'item' : isAgreement(node) ? 'agree' : node === 'eerste' || node === 'tweede' ? node : null;

/** The rule of release, or a wrong one that a test plants. */
export interface Rule {
  close(lesson: Lesson, lot: number): Close;
  /** What the board tells of both halves of a question before and after. */
  pair(lesson: Lesson): unknown;
  /** Whether everybody in the room may vote, whoever answered the first time. */
  admitsAll?: boolean;
}
export const THE_RULE: Rule = {
  close: (lesson, lot) => closeOf(petje, lesson, lot),
  pair: (lesson) => pairResults(petje, 'nl', lesson, 'pair.oordeel').map(({ released }) => released),
};

/** Everybody chooses a text again that has another name, so the names in two lists that mean the same stand at the same place here. */
const SAME_TEXTS = [
  ['1', 'own-1', 'own-3'],
  ['2', '3', 'own-2', 'own-4'],
];
const text = (id: string) => ({ id, text: id.startsWith('own') ? (SAME_TEXTS[0]?.includes(id) ? 'Een.' : 'Twee.') : null });
const CANDIDATES = [
  ['1', '2'],
  ['2', '1'],
  ['1', '3'],
  ['own-1', 'own-2'],
  ['own-3', 'own-4'],
].map((ids) => ids.map(text));

/** What was counted and may still come on the board: what each imagined class could give, and what this one gave. */
interface Pending {
  possible: Map<ImaginedClass, Released[]>;
  actual: Released;
  votes(imagined: ImaginedClass): number[];
  /** Whether this class could give it without a tie, if one pupil chose otherwise than before. */
  withoutTie(imagined: ImaginedClass): boolean;
}
/** One for each option that a lot may pick. */
const lotsOf = (votes: readonly number[]): number[] => {
  const tied = votes.filter((count) => count === Math.max(...votes)).length;
  return Array.from({ length: tied }, (_, index) => (index + 0.5) / tied);
};

/** A class in which one pupil may be away, the teacher who is curious about that pupil, and every class that fits what was shown so far. */
export class CuriousTeacher {
  room!: Class;
  fits: ImaginedClass[];
  /** What the teacher knows for certain; null: nothing. */
  found: (Certainty & { shown: string[] }) | { tie: string } | null = null;
  readonly shown: string[] = [];
  /** Whether the pupil comes and goes, or is there or away for the whole lesson. */
  presence: 'changes' | 'here' | 'away' = 'changes';
  private here = true;
  private readonly actual: ImaginedClass;
  private readonly topic: Topic;
  private readonly rule: Rule;
  private readonly random: Random;
  private readonly pupils: number;
  private readonly pending = new Map<string, Pending>();
  private told = new Set<string>();

  constructor(topic: Topic, pupils: number, rule: Rule, random: Random) {
    this.topic = topic;
    this.pupils = pupils;
    this.rule = rule;
    this.random = random;
    this.fits = [...imaginedClasses(pupils, OPTIONS[topic])];
    // Few watch, and most classes are divided: there a difference of one pupil tells most.
    const divided = this.fits.filter(({ one, others }) => one < OPTIONS[topic] && (others[OPTIONS[topic]] ?? 0) <= 1);
    this.actual = random.pick(divided);
    this.begins();
  }

  /** A lesson of the same story with the same class. */
  begins(): void {
    this.pending.clear();
    this.told = new Set();
    this.room = new Class(petje).joins(this.pupils).does({ type: 'headcount.confirm', count: 30 });
    if (this.topic === 'item') this.room.does({ type: 'items.set', items: ['oordeel'] });
  }

  private get seats(): number[] {
    return activeSeats(this.room.lesson)
      .map(({ id }) => id)
      .filter((id) => this.here || id !== 0);
  }

  /** What each of these seats chooses in this class; the number of options: it watches. */
  private choices({ one, others }: ImaginedClass, seats: number[]): number[] {
    const rest = others.flatMap((count, option) => Array<number>(count).fill(option));
    return seats.map((seat) => (seat === 0 ? one : (rest[seat - 1] ?? 0)));
  }

  private idOf(option: number): string | null {
    const node = nodeOf(petje, this.room.lesson.point.node);
    const ids = 'vote' in node ? node.vote.choices.map(({ id }) => id) : [];
    const fitting = isAgreement(this.room.lesson.point.node) ? ids.find((id) => SAME_TEXTS[option]?.includes(id)) : ids[option];
    return fitting ?? null;
  }

  private withVotes(round: Round, imagined: ImaginedClass): Round {
    const seats = Object.keys(round.ballots).map(Number);
    const choices = this.choices(imagined, seats);
    return {
      ...round,
      ballots: Object.fromEntries(
        seats.map((seat, index) => [seat, { choice: markOfChoice(petje, round.node, this.idOf(choices[index] ?? 0)), counter: 1 }]),
      ),
    };
  }

  votes(): void {
    const { room } = this;
    const isTopic = topicOf(room.lesson.point.node) === this.topic;
    if (this.rule.admitsAll && room.lesson.phase === 'voting') room.lesson = { ...room.lesson, round: { ...room.lesson.round, voters: null } };
    room.now = room.lesson.round!.opensAt;
    const seats = this.seats.filter((seat) => mayVote(room.lesson, seat));
    const choices = this.choices(this.actual, seats);
    for (const [index, seat] of seats.entries()) room.seatVotes(seat, this.idOf(isTopic ? (choices[index] ?? 0) : 0));
  }

  closes(): void {
    const { room } = this;
    room.does({ type: 'vote.close', round: room.round });
    if (room.lesson.phase !== 'closing') return;
    const { lesson } = room;
    const { node } = lesson.point;
    const { answered, result } = this.rule.close(lesson, this.random.number());
    if (topicOf(node) === this.topic) {
      const seats = Object.keys(lesson.round.ballots).map(Number);
      const votes = (imagined: ImaginedClass) => {
        const counts = Array<number>(OPTIONS[this.topic]).fill(0);
        for (const choice of this.choices(imagined, seats)) if (choice < counts.length) counts[choice] = (counts[choice] ?? 0) + 1;
        return counts;
      };
      const possible = new Map(
        this.fits.map((imagined) => {
          const other = { ...lesson, round: this.withVotes(lesson.round, imagined) };
          return [imagined, lotsOf(votes(imagined)).map((lot) => this.rule.close(other, lot).result.released)];
        }),
      );
      const shown = JSON.stringify(result.released);
      const withoutTie = (imagined: ImaginedClass) => {
        const round = this.withVotes(lesson.round, imagined);
        const options = Array.from({ length: OPTIONS[this.topic] }, (_, option) => markOfChoice(petje, node, this.idOf(option)));
        return seats.some((seat) =>
          options.some((choice) => {
            const ballots = { ...round.ballots, [seat]: { choice, counter: 1 } };
            const counts = options.map((option) => Object.values(ballots).filter((ballot) => ballot.choice[0] === option[0]).length);
            return !isTie(counts) && JSON.stringify(this.rule.close({ ...lesson, round: { ...round, ballots } }, 0).result.released) === shown;
          }),
        );
      };
      this.pending.set(node, { possible, actual: result.released, votes, withoutTie });
    }
    if (answered) room.does(answered);
    room.does(result);
    this.looks();
  }

  /** Everything that came on the board now is known from here on. */
  looks(): void {
    const { lesson } = this.room;
    const { node } = lesson.point;
    const pending = this.pending.get(node);
    if (lesson.phase === 'results') return this.looksAtPair();
    if (!pending || !['reveal', 'tooFew', 'teacherDecides'].includes(lesson.phase)) return;
    this.pending.delete(node);
    this.learns(pending.actual, (imagined) => pending.possible.get(imagined) ?? [], pending);
  }

  private looksAtPair(): void {
    const { lesson } = this.room;
    const halves = ['before.oordeel', 'after.oordeel'].map((node) => [node, this.pending.get(node)] as const);
    if (this.told.has('pair') || halves.some(([, pending]) => !pending)) return;
    this.told.add('pair');
    const decisions = (released: (Released | undefined)[]): Lesson['decisions'] =>
      halves.flatMap(([node], index) => {
        const one = released[index];
        return one ? [{ node, choice: '', by: 'class' as const, released: one }] : [];
      });
    const pair = (released: (Released | undefined)[]) => this.rule.pair({ ...lesson, decisions: decisions(released) });
    const possible = (imagined: ImaginedClass) => {
      const [before, after] = halves.map(([, pending]) => distinct(pending?.possible.get(imagined) ?? []));
      return (before ?? []).flatMap((one) => (after ?? []).map((other) => pair([one, other])));
    };
    this.learns(pair(halves.map(([, pending]) => pending?.actual)), possible, null);
  }

  private learns(actual: unknown, possible: (imagined: ImaginedClass) => unknown[], vote: Pending | null): void {
    const before = this.fits;
    const shown = JSON.stringify(actual);
    this.shown.push(shown);
    this.fits = this.fits.filter((imagined) => possible(imagined).some((one) => JSON.stringify(one) === shown));
    if (!this.fits.includes(this.actual)) throw new Error('the class itself does not fit what was shown');
    if (vote && this.fits.every((imagined) => isTie(vote.votes(imagined))) && !before.some(vote.withoutTie)) this.found ??= { tie: shown };
    const certainty = certaintyOf(this.fits, this.pupils, COALITION[this.topic]);
    if (certainty) this.found ??= { ...certainty, shown: [...this.shown] };
  }

  /** One thing that a desk can do now, or a pupil who comes or goes. */
  move(): void {
    const { room, random } = this;
    const { lesson } = room;
    const back = () => {
      const node = random.pick(Object.keys(lesson.checkpoints));
      if (node === undefined) return;
      room.tries({ type: 'story.back', node, choice: random.below(5) === 0 ? (nodeChoice(node) ?? null) : null });
    };
    const next = () => {
      room.now = Math.max(room.now + 5000, dueAt(lesson) ?? 0);
      room.tries({ type: 'lesson.next', screenRevision: lesson.screenRevision });
    };
    if (this.presence !== 'changes') this.here = this.presence === 'here';
    else if (random.below(6) === 0) this.here = !this.here;
    if (this.presence === 'changes' && random.below(40) === 0) room.tries({ type: 'seats.removed', seats: [0] });
    if (random.below(12) === 0) room.tries({ type: 'mode.set', mode: random.pick(['phones', 'phones', 'mixed']) });
    if (random.below(12) === 0) room.tries({ type: 'headcount.confirm', count: this.pupils + random.below(5) });
    switch (lesson.phase) {
      case 'voting':
        this.votes();
        if (random.below(10) === 0) room.tries({ type: 'story.skip', screenRevision: lesson.screenRevision });
        else this.closes();
        break;
      case 'together':
      case 'tooFew':
      case 'teacherDecides': {
        const choice = this.idOf(0) ?? nodeChoice(lesson.point.node);
        if (choice) room.tries({ type: 'vote.pick', round: room.round, choice });
        break;
      }
      case 'reveal':
      case 'talk':
        if (random.below(3) === 0) back();
        else next();
        break;
      case 'end':
        if (this.topic === 'item' && random.below(2) === 0) room.tries({ type: 'items.ask' });
        else if (this.topic === 'agree') room.tries({ type: 'agreements.ask', candidates: random.pick(CANDIDATES) });
        else back();
        break;
      default:
        next();
    }
    this.looks();
  }
}

const nodeChoice = (node: string) => {
  const shape = nodeOf(petje, node);
  return 'vote' in shape ? shape.vote.choices[0]?.id : undefined;
};
const distinct = (all: Released[]) => [...new Map(all.map((released) => [JSON.stringify(released), released])).values()];
