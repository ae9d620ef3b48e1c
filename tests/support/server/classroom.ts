import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Hello, HelloAnswer } from '../../../src/protocol/hello.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/identity.ts';
import type { Intent } from '../../../src/protocol/intents.ts';
import type { LessonKeys } from '../../../src/protocol/new-lesson.ts';
import type { Answer } from '../../../src/protocol/refusals.ts';
import type { DebriefView } from '../../../src/protocol/views/debrief.ts';
import type { DeskView } from '../../../src/protocol/views/desk.ts';
import type { PhoneView } from '../../../src/protocol/views/phone.ts';
import type { StageView } from '../../../src/protocol/views/stage.ts';
import { type Attendance, type VoteCount, withAnswer, withAttendance, withCount } from '../../../src/protocol/views/updates.ts';
import type { View } from '../../../src/protocol/views/view.ts';
import { newToken } from '../../../src/server/secrets.ts';
import { serverCommand } from '../../../src/tools/server-command.mjs';
import { closed, opened } from '../browser/opened.ts';
import { PATIENCE_MS } from '../patience.ts';

/** A real server in a process of its own, that can be killed and started again on the same data. */
export class School {
  readonly dataDir: string;
  readonly env: Record<string, string>;
  origin = '';
  /** The teacher's address, as the terminal shows it. */
  shown = '';
  output = '';
  #process: ChildProcess | null = null;
  #port = 0;

  constructor(env: Record<string, string> = {}) {
    this.dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'wat-doe-jij-'));
    this.env = env;
  }

  /** `wrap`: a command before node, for a limit of the system. */
  async open(wrap: string[] = []): Promise<this> {
    const command = [...wrap, process.execPath, ...serverCommand.args];
    const child = spawn(command[0] as string, command.slice(1), {
      env: { ...process.env, ...serverCommand.env, HOST: '127.0.0.1', ...this.env, PORT: String(this.#port), DATA_DIR: this.dataDir },
    });
    this.#process = child;
    opened(this, `the server on ${this.dataDir}`);
    child.stderr.on('data', (chunk) => {
      this.output += chunk;
    });
    const address = new Promise<string>((found, failed) => {
      child.stdout.on('data', (chunk) => {
        this.output += chunk;
        const match = /Teacher \(docent\): +(\S+?)\/docent/.exec(this.output);
        if (match?.[1]) found(match[1]);
      });
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${this.output}`)));
    });
    this.shown = await address;
    this.output = '';
    this.#port ||= Number(new URL(this.shown).port);
    this.origin = `http://127.0.0.1:${this.#port}`;
    return this;
  }

  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error('the server is not running');
    return this.#process.pid;
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }
  async close(): Promise<void> {
    await this.#end('SIGTERM');
  }
  /** As a laptop that is shut, until it goes on. */
  standStill(): void {
    this.#process?.kill('SIGSTOP');
  }
  goOn(): void {
    this.#process?.kill('SIGCONT');
  }
  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    closed(this);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async startLesson(scenario = 'groepsapp', teacherCode?: string): Promise<LessonKeys> {
    const response = await fetch(`${this.origin}/api/lessons`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario, lang: 'nl', teacherCode }),
    });
    const answer = (await response.json()) as Answer<LessonKeys>;
    if (!answer.ok) throw new Error(answer.refusal);
    return answer;
  }
}

/** A connection that speaks the protocol and remembers everything it was sent. */
export class Screen<V extends View = View> {
  readonly socket: Socket;
  readonly frames: unknown[] = [];
  view: V | null = null;
  dismissed: string | null = null;
  #waiting: (() => void)[] = [];

  constructor(origin: string, options: Parameters<typeof io>[1] = {}) {
    this.socket = io(origin, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
    opened(this);
    this.socket.onAny((_name, ...frame) => {
      this.frames.push(...frame);
    });
    this.socket.on('view', (view: V) => {
      this.view = view;
      this.#wake();
    });
    this.socket.on('count', (count: VoteCount) => {
      if (this.view) this.view = withCount(this.view, count);
      this.#wake();
    });
    this.socket.on('attendance', (attendance: Attendance) => {
      if (this.view) this.view = withAttendance(this.view, attendance);
      this.#wake();
    });
    this.socket.on('refused', (refusal: string) => {
      this.dismissed = refusal;
      this.#wake();
    });
  }

  async hello(hello: unknown): Promise<HelloAnswer> {
    const answer = await this.socket.timeout(PATIENCE_MS).emitWithAck('hello', hello);
    this.frames.push(answer);
    return answer;
  }

  async ask(intent: Intent, id: string = newToken()): Promise<Answer> {
    return this.raw({ ...intent, id });
  }

  async raw(message: unknown): Promise<Answer> {
    const answer = await this.socket.timeout(PATIENCE_MS).emitWithAck('ask', message);
    this.frames.push(answer);
    if (this.view) this.view = withAnswer(this.view, message as Intent, answer);
    this.#wake();
    return answer;
  }

  /** Resolves with the first view, the present one included, that satisfies. */
  async until<W extends V>(what: string, holds: (view: V) => boolean, within = PATIENCE_MS): Promise<W> {
    const end = Date.now() + within;
    while (!(this.view && holds(this.view))) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`never saw ${what}; last: ${JSON.stringify(this.view)?.slice(0, 600)}`);
      await new Promise<void>((woken) => {
        const timer = setTimeout(woken, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          woken();
        });
      });
    }
    return this.view as W;
  }

  async sees<K extends string>(kind: K, within?: number): Promise<V> {
    return this.until(`screen ${kind}`, (view) => (view as { screen?: { kind: string } }).screen?.kind === kind, within);
  }

  close(): void {
    closed(this);
    this.socket.disconnect();
  }
  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

export class Phone extends Screen<PhoneView> {
  readonly token: string;
  #counter = 0;

  constructor(origin: string, token: string = newToken(), options: Parameters<typeof io>[1] = {}) {
    super(origin, options);
    this.token = token;
  }

  /** `back`: somebody pressed "join again" after the seat was removed. */
  join(code: string, lang: Hello['lang'] = 'nl', back = false) {
    return this.hello({ v: PROTOCOL_VERSION, lang, role: 'phone', code, token: this.token, ...(back ? { back } : {}) });
  }

  /** Votes by the position of a card on the screen, or watches (null). */
  async votes(index: number | null): Promise<Answer> {
    const view = await this.sees('vote');
    if (view.screen.kind !== 'vote') throw new Error('no vote');
    const { round, choices } = view.screen.vote;
    this.#counter += 1;
    return this.ask({ type: 'vote.cast', round, choice: index === null ? null : (choices[index]?.id ?? ''), counter: this.#counter });
  }
}

/** The teacher's screens and a number of phones, in one lesson. */
export class Classroom {
  readonly school: School;
  readonly keys: LessonKeys;
  readonly stage: Screen<StageView>;
  readonly desk: Screen<DeskView>;
  phones: Phone[] = [];
  code = '';

  private constructor(school: School, keys: LessonKeys) {
    this.school = school;
    this.keys = keys;
    this.stage = new Screen(school.origin);
    this.desk = new Screen(school.origin);
  }

  static async of(school: School, seats: number, keys?: LessonKeys): Promise<Classroom> {
    const room = new Classroom(school, keys ?? (await school.startLesson()));
    await room.hello(room.stage, 'stage');
    await room.hello(room.desk, 'desk');
    room.code = (await room.stage.until('a code', () => true)).code;
    await room.joins(seats);
    return room;
  }

  /** The same lesson seen anew, by the same keys and tokens. */
  async again(): Promise<Classroom> {
    this.leave();
    const room = await Classroom.of(this.school, 0, this.keys);
    room.phones = this.phones.map((phone) => new Phone(this.school.origin, phone.token));
    for (const phone of room.phones) {
      const answer = await phone.join(room.code);
      if (!answer.ok) throw new Error(`a phone that was in did not come back: ${answer.refusal}`);
    }
    return room;
  }

  hello(screen: Screen<never> | Screen<StageView> | Screen<DeskView> | Screen<DebriefView>, role: 'stage' | 'desk' | 'debrief') {
    return screen.hello({ v: PROTOCOL_VERSION, lang: 'nl', role, lesson: this.keys.lesson, token: this.keys[role] });
  }

  async joins(seats: number): Promise<void> {
    const arriving = Array.from({ length: seats }, () => new Phone(this.school.origin));
    await Promise.all(arriving.map((phone) => phone.join(this.code)));
    await Promise.all(arriving.map((phone) => phone.until('anything', () => true)));
    this.phones.push(...arriving);
  }

  async confirms(count = this.phones.length): Promise<Answer> {
    return this.desk.ask({ type: 'headcount.confirm', count });
  }

  /** Presses "next" once. */
  async next(): Promise<Answer> {
    const { screenRevision } = await this.desk.until('a view', () => true);
    return this.desk.ask({ type: 'lesson.next', screenRevision });
  }

  /** Goes on until the board shows one of these, hurrying every scene. */
  async until(...kinds: string[]): Promise<StageView> {
    for (let presses = 0; presses < 600; presses++) {
      const view = this.stage.view;
      if (view && kinds.includes(view.screen.kind)) return view;
      const seen = JSON.stringify([
        this.desk.view?.screenRevision,
        this.desk.view?.screen.kind === 'scene' ? this.desk.view.screen.playhead.offset : 0,
      ]);
      const answer = await this.next();
      if (!answer.ok && answer.refusal !== 'moment-passed') throw new Error(`next was refused: ${answer.refusal} on ${view?.screen.kind}`);
      await this.desk
        .until('a change', (now) => JSON.stringify([now.screenRevision, now.screen.kind === 'scene' ? now.screen.playhead.offset : 0]) !== seen)
        .catch(() => null);
      await this.stage.until('the same', (now) => now.screenRevision === this.desk.view?.screenRevision);
    }
    throw new Error(`never came to ${kinds.join(' or ')}`);
  }

  /** Opens the vote on the board and lets the phones vote by position; null watches, undefined is silent. */
  async vote(...votes: (number | null | undefined)[]): Promise<Answer[]> {
    await this.until('question');
    await this.next();
    return Promise.all(
      this.phones.map((phone, index) => (votes[index] === undefined ? { ok: true as const } : phone.votes(votes[index] as number | null))),
    );
  }

  async closeVote(): Promise<void> {
    const view = await this.stage.sees('vote');
    if (view.screen.kind === 'vote') await this.desk.ask({ type: 'vote.close', round: view.screen.vote.round });
  }

  leave(): void {
    for (const screen of [this.stage, this.desk, ...this.phones]) screen.close();
  }
}
