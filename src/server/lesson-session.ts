import { setTimeout as later } from 'node:timers/promises';
import { activeSeats, freeLooks } from '../lesson/state.ts';
import { countHands } from '../lesson/step.ts';
import type { ViewContext } from '../lesson/views/view-context.ts';
import type { Instant } from '../protocol/identity.ts';
import type { Intent, TeacherIntent } from '../protocol/intents.ts';
import { isPhoneIntent } from '../protocol/phone-intent.ts';
import type { Answer } from '../protocol/refusals.ts';
import { drawFrom } from '../session/creation.ts';
import type { RunningLesson } from '../session/running-lesson.ts';
import { type Viewer, Viewers } from '../session/viewers.ts';
import { type Address, reachableAddresses, spoken } from './addresses.ts';
import { Pairing } from './pairing.ts';
import { drawLot, hashToken } from './secrets.ts';

/** In a live chat every answer comes this much later: what is written takes a disk's time, what is only read none. */
const SAME_MOMENT_MS = 40;
/** A creature that jumps all the time is a nuisance. */
const HOP_EVERY_MS = 400;

export interface ServerAddresses {
  publicUrl: string | null;
  local(): string;
  lan(): Address[];
  deletesAt(createdAt: Instant): Instant;
}

/** The addresses that are known to work in this school: where the stage was opened, and what the teacher chose for the QR. */
export interface Origins {
  stage: string | null;
  chosen: string | null;
}

interface Following {
  over(): void;
  deleted(): Promise<void>;
  /** Resolves when the chosen address is kept for a next time, as far as that goes. */
  addressed(origin: string): Promise<void>;
}

/** A room with its door: who is in, by which address, which device may steer. */
export class LessonSession {
  readonly running: RunningLesson;
  readonly viewers: Viewers;
  readonly #addresses: ServerAddresses;
  readonly #hops = new Map<number, number>();
  readonly #hoppedAt = new Map<number, number>();
  readonly #on: Following;
  origins: Readonly<Origins>;
  readonly pairing = new Pairing(() => this.viewers.showBoard());

  constructor(running: RunningLesson, addresses: ServerAddresses, on: Following, origins: Origins) {
    this.running = running;
    this.#addresses = addresses;
    this.#on = on;
    this.origins = origins;
    this.viewers = new Viewers(() => ({
      content: running.content,
      lesson: running.lesson,
      now: Date.now(),
      rev: running.projection.events,
      context: () => this.#surroundings(),
    }));
    running.watch({
      changed: (what) => this.viewers.changed(what),
      over: on.over,
    });
  }

  /** The seat of this token; a new one where the door is open. */
  async takeSeat(token: string): Promise<Answer<{ seat: number }>> {
    const hash = hashToken(this.running.lesson.salt, token);
    const find = () => activeSeats(this.running.lesson).find((seat) => seat.token === hash);
    const known = find();
    if (known) return { ok: true, seat: known.id };
    const looks = freeLooks(this.running.tentative);
    const answer = await this.running.propose({ type: 'seat.joined', token: hash, look: looks[drawFrom(drawLot, looks.length)] as number });
    const seat = find();
    if (seat) return { ok: true, seat: seat.id };
    return answer.ok ? { ok: false, refusal: 'seat-unknown' } : answer;
  }

  holdsKey(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    const { keys, salt } = this.running.lesson;
    const hash = hashToken(salt, token);
    if (role === 'stage') return keys.stage === hash;
    return keys.desk.includes(hash) || (role === 'debrief' && keys.debrief === hash);
  }

  /** Why this desk may not come in, where it could before. */
  lockedOut(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    const { keys, salt } = this.running.lesson;
    return role === 'desk' && keys.locked.includes(hashToken(salt, token));
  }
  keyOf(token: string): string {
    return hashToken(this.running.lesson.salt, token);
  }

  /** The address that the stage was opened with is one that works in this school. */
  openedAt(origin: string): void {
    this.origins = { ...this.origins, stage: origin };
  }

  async ask(viewer: Viewer, id: string, intent: Intent): Promise<Answer> {
    if (isPhoneIntent(intent)) {
      if (viewer.role !== 'phone' || viewer.seat === null) return { ok: false, refusal: 'not-yours' };
      if (intent.type === 'seat.hop') return this.#hop(viewer.seat);
      const told: Promise<Answer> | Answer = intent.type === 'live.read' ? { ok: true } : this.running.propose({ ...intent, seat: viewer.seat }, id);
      if (intent.type === 'vote.cast') return told;
      const [answer] = await Promise.all([told, later(SAME_MOMENT_MS)]);
      return answer;
    }
    if (viewer.role !== 'stage' && viewer.role !== 'desk') return { ok: false, refusal: 'not-yours' };
    return this.#steer(viewer, id, intent);
  }

  async #steer(viewer: Viewer, id: string, intent: TeacherIntent): Promise<Answer> {
    switch (intent.type) {
      case 'seats.remove-silent': {
        const online = this.viewers.online;
        const silent = activeSeats(this.running.lesson)
          .filter((seat) => !online.has(seat.id))
          .map((seat) => seat.id);
        return silent.length === 0 ? { ok: true } : this.running.propose({ type: 'seats.removed', seats: silent }, id);
      }
      case 'address.choose': {
        if (!this.#reachable().some((address) => address.origin === intent.origin)) return { ok: false, refusal: 'address-unknown' };
        this.origins = { ...this.origins, chosen: intent.origin };
        this.viewers.showBoard();
        await this.#on.addressed(intent.origin);
        return { ok: true };
      }
      case 'hands.counted': {
        const repeated = this.running.repeated(id);
        if (repeated) return repeated;
        // What was counted is gone when this line is over: only what may be kept is proposed.
        const released = countHands(this.running.projection.story, this.running.tentative, intent.hands, drawLot());
        if (typeof released === 'string') return { ok: false, refusal: released };
        return this.running.propose({ type: 'hands.released', round: intent.round, released }, id);
      }
      case 'desk.takeover':
        return viewer.role === 'desk' && viewer.key !== null ? this.#takeOver(viewer.key, id) : { ok: false, refusal: 'not-yours' };
      case 'desk.offer':
        this.pairing.offer(viewer.role === 'stage');
        return { ok: true };
      case 'desk.answer':
        return this.#answerCandidate(intent.accept);
      case 'lesson.delete':
        if (viewer.role !== 'desk') return { ok: false, refusal: 'not-yours' };
        await this.#on.deleted();
        return { ok: true };
      default:
        return this.running.propose(intent, id);
    }
  }

  /** The lesson is closed. The desks stay until it is gone: one of them asked for that, and may have to ask again. */
  end(): void {
    this.pairing.end();
    this.running.close();
    for (const viewer of this.viewers.all) if (viewer.role !== 'desk') this.viewers.dismiss(viewer, 'lesson-unknown');
  }

  close(): void {
    this.pairing.end();
    this.viewers.close();
    this.running.close();
  }

  /** The other desks hear it at once, and what they hold opens nothing any more. */
  async #takeOver(key: string, id: string): Promise<Answer> {
    const answer = await this.running.propose({ type: 'desk.taken', token: key }, id);
    if (!answer.ok) return answer;
    for (const other of this.viewers.all) if (other.role === 'desk' && other.key !== key) this.viewers.dismiss(other, 'desk-taken');
    this.pairing.end();
    this.viewers.showBoard();
    return answer;
  }

  async #answerCandidate(accept: boolean): Promise<Answer> {
    const candidate = this.pairing.settle();
    if (!candidate) return { ok: false, refusal: 'pairing-unknown' };
    if (!accept) {
      candidate.refuse('pairing-denied');
      return { ok: true };
    }
    const answer = await this.running.propose({ type: 'desk.paired', token: hashToken(this.running.lesson.salt, candidate.token) });
    if (answer.ok) candidate.accept();
    else candidate.refuse(answer.refusal);
    return answer;
  }

  #hop(seat: number): Answer {
    const now = Date.now();
    if (now - (this.#hoppedAt.get(seat) ?? 0) < HOP_EVERY_MS) return { ok: true };
    this.#hoppedAt.set(seat, now);
    this.#hops.set(seat, (this.#hops.get(seat) ?? 0) + 1);
    if (this.running.lesson.phase === 'lobby') this.viewers.showBoard();
    return { ok: true };
  }

  #reachable(): Address[] {
    return reachableAddresses(this.#addresses.publicUrl, this.origins.stage, this.#addresses.lan(), this.#addresses.local());
  }

  #surroundings(): ViewContext {
    const { lesson, events } = this.running.projection;
    const addresses = this.#reachable();
    const chosen = addresses.find((address) => address.origin === this.origins.chosen) ?? (addresses[0] as Address);
    return {
      now: Date.now(),
      rev: events,
      online: this.viewers.online,
      boards: this.viewers.count('stage'),
      desks: this.viewers.count('desk'),
      hops: this.#hops,
      join: { url: `${chosen.origin}/#${lesson.code}`, text: spoken(chosen.origin) },
      addresses,
      deletesAt: this.#addresses.deletesAt(lesson.createdAt),
      pairing: this.pairing.face,
    };
  }
}
