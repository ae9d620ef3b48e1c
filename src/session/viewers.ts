import { debriefView } from '../lesson/report/report.ts';
import type { Lesson } from '../lesson/state.ts';
import type { Book, Surroundings } from '../lesson/views/view-context.ts';
import { deskView, phoneView, stageView } from '../lesson/views/views.ts';
import type { Lang } from '../protocol/identity.ts';
import type { Role } from '../protocol/intents.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { View } from '../protocol/views/view.ts';

/** One connection that looks at a lesson. */
export interface Eye {
  role: Role;
  lang: Lang;
  /** A phone's seat; null for the teacher's screens. */
  seat: number | null;
  /** Of a desk: the hash of what it holds. */
  key: string | null;
  show(view: View): void;
  /** Ends the connection for good. */
  dismiss(refusal: RefusalCode): void;
}

/** For everybody; or for one seat, and for the board where it counts along. */
export type Change = { all: true } | { seat: number; board: boolean };

interface Picture {
  book: Book;
  lesson: Lesson;
  around: Surroundings;
}

/** While a count climbs, the board is told at most this often. */
const BOARD_EVERY_MS = 100;

/** Who looks at a lesson; each gets the view of its role, whole. */
export class Audience {
  readonly #eyes = new Set<Eye>();
  readonly #picture: () => Picture;
  #boardTimer: ReturnType<typeof setTimeout> | null = null;
  #boardDirty = false;

  constructor(picture: () => Picture) {
    this.#picture = picture;
  }

  get online(): Set<number> {
    return new Set([...this.#eyes].flatMap((eye) => (eye.seat === null ? [] : [eye.seat])));
  }

  /** How many screens of this kind are connected. */
  count(role: Eye['role']): number {
    return [...this.#eyes].filter((eye) => eye.role === role).length;
  }

  get eyes(): Eye[] {
    return [...this.#eyes];
  }

  /** The newest connection of a seat replaces the older one at once. */
  admit(eye: Eye): void {
    if (eye.seat !== null) for (const other of this.#eyes) if (other.seat === eye.seat) this.dismiss(other, 'seat-elsewhere');
    this.#eyes.add(eye);
    this.#showOne(eye);
    if (eye.role !== 'debrief') this.showBoard();
  }

  leave(eye: Eye): void {
    if (this.#eyes.delete(eye) && eye.role !== 'debrief') this.showBoard();
  }

  dismiss(eye: Eye, refusal: RefusalCode): void {
    this.#eyes.delete(eye);
    eye.dismiss(refusal);
  }

  dismissAll(refusal: RefusalCode): void {
    for (const eye of this.eyes) this.dismiss(eye, refusal);
  }

  changed(what: Change): void {
    if ('all' in what) return this.showAll();
    this.showSeat(what.seat);
    if (what.board) this.showBoard();
  }

  showAll(): void {
    this.#boardDirty = false;
    const picture = this.#picture();
    for (const eye of this.#eyes) this.#showOne(eye, picture);
  }

  showSeat(seat: number): void {
    for (const eye of this.#eyes) if (eye.seat === seat) this.#showOne(eye);
  }

  /** Board and desk, at once or as soon as the last time is long enough ago. */
  showBoard(): void {
    if (this.#boardTimer) {
      this.#boardDirty = true;
      return;
    }
    const picture = this.#picture();
    for (const eye of this.#eyes) if (eye.role === 'stage' || eye.role === 'desk') this.#showOne(eye, picture);
    this.#boardTimer = setTimeout(() => {
      this.#boardTimer = null;
      if (this.#boardDirty) this.showBoard();
    }, BOARD_EVERY_MS);
    this.#boardDirty = false;
  }

  close(): void {
    if (this.#boardTimer) clearTimeout(this.#boardTimer);
    this.#eyes.clear();
  }

  #showOne(eye: Eye, { book, lesson, around }: Picture = this.#picture()): void {
    if (eye.role === 'stage') eye.show(stageView(book, lesson, around));
    else if (eye.role === 'desk') eye.show(deskView(book, lesson, eye.lang, around));
    else if (eye.role === 'debrief') eye.show(debriefView(book, lesson, eye.lang, around));
    else {
      const seat = lesson.seats.find((candidate) => candidate.id === eye.seat && !candidate.removed);
      if (seat) eye.show(phoneView(book, lesson, seat, eye.lang, around));
      else this.dismiss(eye, lesson.phase === 'over' ? 'lesson-ended' : 'seat-unknown');
    }
  }
}
