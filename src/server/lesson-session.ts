import { setTimeout as later } from 'node:timers/promises';
import { activeSeats, freeLooks } from '../lesson/state.ts';
import { countHands } from '../lesson/step.ts';
import type { Surroundings } from '../lesson/views/view-context.ts';
import type { Instant } from '../protocol/identity.ts';
import { type Intent, isPhoneIntent, type TeacherIntent } from '../protocol/intents.ts';
import type { Answer } from '../protocol/refusals.ts';
import type { Room } from '../session/running-lesson.ts';
import { Audience, type Eye } from '../session/viewers.ts';
import { type Address, reachableAddresses, spoken } from './addresses.ts';
import { Pairing } from './pairing.ts';
import { drawFrom, drawLot, hashToken } from './secrets.ts';

/** In a live chat every answer comes this much later: what is written takes a disk's time, what is only read none. */
const SAME_MOMENT_MS = 40;
/** A creature that jumps all the time is a nuisance. */
const HOP_EVERY_MS = 400;

export interface Place {
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
export class Hosting {
  readonly room: Room;
  readonly audience: Audience;
  readonly #place: Place;
  readonly #hops = new Map<number, number>();
  readonly #hoppedAt = new Map<number, number>();
  readonly #on: Following;
  origins: Readonly<Origins>;
  readonly pairing = new Pairing(() => this.audience.showBoard());

  constructor(room: Room, place: Place, on: Following, origins: Origins) {
    this.room = room;
    this.#place = place;
    this.#on = on;
    this.origins = origins;
    this.audience = new Audience(() => ({ book: room.book, lesson: room.lesson, around: this.#surroundings() }));
    room.watch({
      changed: (what) => this.audience.changed(what),
      over: on.over,
    });
  }

  /** The seat of this token; a new one where the door is open. */
  async takeSeat(token: string): Promise<Answer<{ seat: number }>> {
    const hash = hashToken(this.room.lesson.salt, token);
    const find = () => activeSeats(this.room.lesson).find((seat) => seat.token === hash);
    const known = find();
    if (known) return { ok: true, seat: known.id };
    const looks = freeLooks(this.room.tentative);
    const answer = await this.room.propose({ type: 'seat.joined', token: hash, look: looks[drawFrom(looks.length)] as number });
    const seat = find();
    if (seat) return { ok: true, seat: seat.id };
    return answer.ok ? { ok: false, refusal: 'seat-unknown' } : answer;
  }

  holdsKey(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    const { keys, salt } = this.room.lesson;
    const hash = hashToken(salt, token);
    if (role === 'stage') return keys.stage === hash;
    return keys.desk.includes(hash) || (role === 'debrief' && keys.debrief === hash);
  }

  /** Why this desk may not come in, where it could before. */
  lockedOut(role: 'stage' | 'desk' | 'debrief', token: string): boolean {
    const { keys, salt } = this.room.lesson;
    return role === 'desk' && keys.locked.includes(hashToken(salt, token));
  }
  keyOf(token: string): string {
    return hashToken(this.room.lesson.salt, token);
  }

  /** The address that the stage was opened with is one that works in this school. */
  openedAt(origin: string): void {
    this.origins = { ...this.origins, stage: origin };
  }

  async ask(eye: Eye, id: string, intent: Intent): Promise<Answer> {
    if (isPhoneIntent(intent)) {
      if (eye.role !== 'phone' || eye.seat === null) return { ok: false, refusal: 'not-yours' };
      if (intent.type === 'seat.hop') return this.#hop(eye.seat);
      const told: Promise<Answer> | Answer = intent.type === 'live.read' ? { ok: true } : this.room.propose({ ...intent, seat: eye.seat }, id);
      if (intent.type === 'vote.cast') return told;
      const [answer] = await Promise.all([told, later(SAME_MOMENT_MS)]);
      return answer;
    }
    if (eye.role !== 'stage' && eye.role !== 'desk') return { ok: false, refusal: 'not-yours' };
    return this.#steer(eye, id, intent);
  }

  async #steer(eye: Eye, id: string, intent: TeacherIntent): Promise<Answer> {
    switch (intent.type) {
      case 'seats.remove-silent': {
        const online = this.audience.online;
        const silent = activeSeats(this.room.lesson)
          .filter((seat) => !online.has(seat.id))
          .map((seat) => seat.id);
        return silent.length === 0 ? { ok: true } : this.room.propose({ type: 'seats.removed', seats: silent }, id);
      }
      case 'address.choose': {
        if (!this.#addresses().some((address) => address.origin === intent.origin)) return { ok: false, refusal: 'address-unknown' };
        this.origins = { ...this.origins, chosen: intent.origin };
        this.audience.showBoard();
        await this.#on.addressed(intent.origin);
        return { ok: true };
      }
      case 'hands.counted': {
        const repeated = this.room.repeated(id);
        if (repeated) return repeated;
        // What was counted is gone when this line is over: only what may be kept is proposed.
        const released = countHands(this.room.folded.story, this.room.tentative, intent.hands, drawLot());
        if (typeof released === 'string') return { ok: false, refusal: released };
        return this.room.propose({ type: 'hands.released', round: intent.round, released }, id);
      }
      case 'desk.takeover':
        return eye.role === 'desk' && eye.key !== null ? this.#takeOver(eye.key, id) : { ok: false, refusal: 'not-yours' };
      case 'desk.offer':
        this.pairing.offer(eye.role === 'stage');
        return { ok: true };
      case 'desk.answer':
        return this.#answerCandidate(intent.accept);
      case 'lesson.delete':
        if (eye.role !== 'desk') return { ok: false, refusal: 'not-yours' };
        await this.#on.deleted();
        return { ok: true };
      default:
        return this.room.propose(intent, id);
    }
  }

  /** The lesson is closed. The desks stay until it is gone: one of them asked for that, and may have to ask again. */
  end(): void {
    this.pairing.end();
    this.room.close();
    for (const eye of this.audience.eyes) if (eye.role !== 'desk') this.audience.dismiss(eye, 'lesson-unknown');
  }

  close(): void {
    this.pairing.end();
    this.audience.close();
    this.room.close();
  }

  /** The other desks hear it at once, and what they hold opens nothing any more. */
  async #takeOver(key: string, id: string): Promise<Answer> {
    const answer = await this.room.propose({ type: 'desk.taken', token: key }, id);
    if (!answer.ok) return answer;
    for (const other of this.audience.eyes) if (other.role === 'desk' && other.key !== key) this.audience.dismiss(other, 'desk-taken');
    this.pairing.end();
    this.audience.showBoard();
    return answer;
  }

  async #answerCandidate(accept: boolean): Promise<Answer> {
    const candidate = this.pairing.settle();
    if (!candidate) return { ok: false, refusal: 'pairing-unknown' };
    if (!accept) {
      candidate.refuse('pairing-denied');
      return { ok: true };
    }
    const answer = await this.room.propose({ type: 'desk.paired', token: hashToken(this.room.lesson.salt, candidate.token) });
    if (answer.ok) candidate.accept();
    else candidate.refuse(answer.refusal);
    return answer;
  }

  #hop(seat: number): Answer {
    const now = Date.now();
    if (now - (this.#hoppedAt.get(seat) ?? 0) < HOP_EVERY_MS) return { ok: true };
    this.#hoppedAt.set(seat, now);
    this.#hops.set(seat, (this.#hops.get(seat) ?? 0) + 1);
    if (this.room.lesson.phase === 'lobby') this.audience.showBoard();
    return { ok: true };
  }

  #addresses(): Address[] {
    return reachableAddresses(this.#place.publicUrl, this.origins.stage, this.#place.lan(), this.#place.local());
  }

  #surroundings(): Surroundings {
    const { lesson, events } = this.room.folded;
    const addresses = this.#addresses();
    const chosen = addresses.find((address) => address.origin === this.origins.chosen) ?? (addresses[0] as Address);
    return {
      now: Date.now(),
      rev: events,
      online: this.audience.online,
      boards: this.audience.count('stage'),
      desks: this.audience.count('desk'),
      hops: this.#hops,
      join: { url: `${chosen.origin}/#${lesson.code}`, text: spoken(chosen.origin) },
      addresses,
      deletesAt: this.#place.deletesAt(lesson.createdAt),
      pairing: this.pairing.face,
    };
  }
}
