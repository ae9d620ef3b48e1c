import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { processorSeconds, residentMegabytes } from './processor.ts';
import { openWire, type Wire } from './wire.ts';

/** Classes that come in and vote once, over real connections. Of the server this knows the protocol and nothing else. */

const ASK_LENGTH = 256;
const SETTLED_MS = 400;
const PATIENCE_MS = 300_000;

export interface Plan {
  origin: string;
  /** Of the server. */
  pid: number;
  classes: number;
  seats: number;
  story: string;
  /** The version of the protocol that the server speaks. */
  protocol: number;
  /** The classes come in, and vote, spread over so many ms. */
  joinWithin: number;
  voteWithin: number;
}

export interface Played {
  joins: { count: number; processor: number; frames: number; bytes: number };
  votes: { count: number; processor: number; frames: number; bytes: number };
  /** Ms, one a vote or a join. */
  joined: number[];
  acknowledged: number[];
  onBoard: number[];
  /** Megabytes with everybody connected. */
  memory: number;
}

/** A view of each role, as the server sent it: so the bare server sends as much. */
export type Samples = Record<'lobby' | 'vote', Record<'stage' | 'desk' | 'phone', unknown>>;

interface DeskView {
  code: string;
  screenRevision: number;
  /** Its name in the first version of the protocol. */
  moment: number;
  screen: { kind: string; opensAt?: number; vote?: { round: string; choices: { id: string }[] } };
}

const token = () => randomBytes(24).toString('base64url');
function askOf(intent: object): object {
  const ask = { ...intent, id: token(), pad: '' };
  return { ...ask, pad: ' '.repeat(Math.max(0, ASK_LENGTH - JSON.stringify(ask).length)) };
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited too long for ${what}`);
    await wait(10);
  }
}

/** What has arrived at all clients of this process. */
const heard = { frames: 0, bytes: 0 };
const frame = (length: number) => {
  heard.frames += 1;
  heard.bytes += length;
};
const lost = (reason: string) => {
  throw new Error(reason);
};
/** The argument of an event's text. */
const argument = (text: string) => JSON.parse(text)[1];
const numberIn = (text: string, name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(text)?.[1] ?? Number.NaN);

class Pupil {
  viewed = '';
  #wire: Wire | null = null;

  async join({ origin, protocol }: Plan, code: string): Promise<void> {
    this.#wire = await openWire(origin, {
      frame,
      lost,
      event: (text) => {
        if (text.startsWith('["view"')) this.viewed = text;
      },
    });
    const answer = await this.#wire.ask('hello', { v: protocol, lang: 'nl', role: 'phone', code, token: token() });
    if (!answer.startsWith('[{"ok":true')) throw new Error(`a join was refused: ${answer}`);
  }

  get mayVote(): boolean {
    return this.viewed.includes('"kind":"vote"');
  }

  async vote(round: string, choice: string): Promise<void> {
    const answer = await this.#wire?.ask('ask', askOf({ type: 'vote.cast', round, choice, counter: 1 }));
    if (!answer?.startsWith('[{"ok":true')) throw new Error(`a vote was refused: ${answer}`);
  }

  close(): void {
    this.#wire?.close();
  }
}

class Class {
  readonly pupils: Pupil[] = [];
  readonly #plan: Plan;
  readonly #keys: Record<'lesson' | 'desk' | 'stage', string>;
  readonly #wires: Wire[] = [];
  stageView = '';
  deskView = '';
  /** As the board knows them. */
  seats = 0;
  /** When the board first counted the nth vote. */
  readonly counted: number[] = [];

  constructor(plan: Plan, keys: Record<'lesson' | 'desk' | 'stage', string>) {
    this.#plan = plan;
    this.#keys = keys;
  }

  static async open(plan: Plan): Promise<Class> {
    const { origin, story } = plan;
    const body = JSON.stringify({ scenario: story, lang: 'nl' });
    const response = await fetch(`${origin}/api/lessons`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body });
    if (!response.ok) throw new Error(`no lesson: ${response.status} ${await response.text()}`);
    const one = new Class(plan, (await response.json()) as Record<'lesson' | 'desk' | 'stage', string>);
    await one.#watch('stage', (text) => {
      const now = performance.now();
      if (text.startsWith('["view"')) one.stageView = text;
      one.seats = text.startsWith('["attendance"') ? text.split('"look":').length - 1 : numberIn(text, 'seats') || one.seats;
      const answered = numberIn(text, 'answered');
      while (one.counted.length < answered) one.counted.push(now);
    });
    await one.#watch('desk', (text) => {
      if (text.startsWith('["view"')) one.deskView = text;
    });
    await until(() => one.deskView !== '' && one.stageView !== '', 'a desk and a board');
    return one;
  }

  async #watch(role: 'stage' | 'desk', event: (text: string) => void): Promise<void> {
    const { lesson } = this.#keys;
    const wire = await openWire(this.#plan.origin, { frame, lost, event });
    const answer = await wire.ask('hello', { v: this.#plan.protocol, lang: 'nl', role, lesson, token: this.#keys[role] });
    if (!answer.startsWith('[{"ok":true')) throw new Error(`no ${role}: ${answer}`);
    this.#wires.push(wire);
  }

  get view(): DeskView {
    return argument(this.deskView) as DeskView;
  }

  async #asks(intent: object): Promise<void> {
    await this.#wires[1]?.ask('ask', askOf(intent));
  }

  /** From the lobby to the first open vote. */
  async toTheVote(): Promise<void> {
    await this.#asks({ type: 'headcount.confirm', count: this.pupils.length });
    // A vote that is open until the teacher closes it, however slow the machine is.
    await this.#asks({ type: 'pace.set', pace: 'off' });
    while (this.view.screen.kind !== 'vote') {
      const { screen, moment, screenRevision } = this.view;
      if (screen.kind === 'scene') await this.#asks({ type: 'story.skip', moment, screenRevision });
      await this.#asks({ type: 'lesson.next', moment, screenRevision });
      await wait(20);
    }
    await until(() => this.pupils.every((pupil) => pupil.mayVote), 'phones that may vote');
  }

  close(): void {
    for (const one of [...this.pupils, ...this.#wires]) one.close();
  }
}

/** Work spread evenly over a time, in an order that mixes the classes. */
async function spread(within: number, works: (() => Promise<void>)[]): Promise<void> {
  const began = performance.now();
  await Promise.all(
    works.map(async (work, index) => {
      const at = (within * (index + Math.random())) / works.length;
      await wait(Math.max(0, began + at - performance.now()));
      await work();
    }),
  );
}

async function measured(pid: number, work: () => Promise<unknown>) {
  const before = { processor: processorSeconds(pid), ...heard };
  await work();
  return { processor: processorSeconds(pid) - before.processor, frames: heard.frames - before.frames, bytes: heard.bytes - before.bytes };
}

export async function play(plan: Plan): Promise<Played> {
  const { pid, seats, joinWithin, voteWithin } = plan;
  const played = await open(plan);
  const { classes } = played;
  const joined: number[] = [];
  const acknowledged: number[] = [];
  const onBoard: number[] = [];

  await wait(SETTLED_MS);
  const bySeat = Array.from({ length: seats }, () => classes).flat();
  const joins = await measured(pid, async () => {
    await spread(
      joinWithin,
      bySeat.map((one) => async () => {
        const pupil = new Pupil();
        const began = performance.now();
        await pupil.join(plan, one.view.code);
        await until(() => pupil.viewed !== '', 'a first view');
        joined.push(performance.now() - began);
        one.pupils.push(pupil);
      }),
    );
    await until(() => classes.every((one) => one.seats === seats), 'boards that know everybody');
    await wait(SETTLED_MS);
  });

  for (const one of classes) await one.toTheVote();
  await wait(SETTLED_MS);
  const taps = new Map(classes.map((one) => [one, [] as number[]]));
  const votes = await measured(pid, async () => {
    await spread(
      voteWithin,
      bySeat.map((one, index) => async () => {
        const pupil = one.pupils[Math.floor(index / classes.length)] as Pupil;
        const { round = '', choices = [] } = one.view.screen.vote ?? {};
        const choice = choices[index % choices.length]?.id ?? '';
        const tapped = performance.now();
        await pupil.vote(round, choice);
        acknowledged.push(performance.now() - tapped);
        taps.get(one)?.push(tapped);
      }),
    );
    await until(() => classes.every((one) => one.counted.length >= seats), 'boards that have counted everybody');
    await wait(SETTLED_MS);
  });
  // The nth vote that was acknowledged is on the board when the board first counts n.
  for (const [one, tapped] of taps) for (const [index, tap] of tapped.entries()) onBoard.push((one.counted[index] ?? Number.NaN) - tap);

  const memory = residentMegabytes(pid);
  for (const one of classes) one.close();
  await wait(SETTLED_MS);
  const count = classes.length * seats;
  return { joins: { count, ...joins }, votes: { count, ...votes }, joined, acknowledged, onBoard, memory };

  async function open({ classes: wanted }: Plan) {
    const classes: Class[] = [];
    for (let made = 0; made < wanted; made++) classes.push(await Class.open(plan));
    return { classes };
  }
}

/** What the server sends each role, in the lobby and in a vote of a class of this size. */
export async function sample(plan: Plan): Promise<Samples> {
  const one = await Class.open(plan);
  for (let seat = 0; seat < plan.seats; seat++) {
    const pupil = new Pupil();
    await pupil.join(plan, one.view.code);
    one.pupils.push(pupil);
  }
  await wait(SETTLED_MS);
  const views = () => ({ stage: argument(one.stageView), desk: argument(one.deskView), phone: argument(one.pupils[0]?.viewed ?? '') });
  const lobby = views();
  await one.toTheVote();
  await wait(SETTLED_MS);
  const vote = views();
  one.close();
  return { lobby, vote };
}
