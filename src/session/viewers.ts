import { debriefView } from '../lesson/report/report.ts';
import type { Lesson } from '../lesson/state.ts';
import type { LessonContent, ViewContext } from '../lesson/views/view-context.ts';
import { deskView, phoneView, stageView } from '../lesson/views/views.ts';
import type { Lang } from '../locales/languages.ts';
import type { Role } from '../protocol/hello.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { View } from '../protocol/views/view.ts';

/** One connection that looks at a lesson. */
export interface Viewer {
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

interface Source {
  content: LessonContent;
  lesson: Lesson;
  context: ViewContext;
}

/** While a count climbs, the board is told at most this often. */
const BOARD_EVERY_MS = 100;

/** Who looks at a lesson; each gets the view of its role, whole. */
export class Viewers {
  readonly #viewers = new Set<Viewer>();
  readonly #picture: () => Source;
  #boardTimer: ReturnType<typeof setTimeout> | null = null;
  #boardDirty = false;

  constructor(picture: () => Source) {
    this.#picture = picture;
  }

  get online(): Set<number> {
    return new Set([...this.#viewers].flatMap((viewer) => (viewer.seat === null ? [] : [viewer.seat])));
  }

  /** How many screens of this kind are connected. */
  count(role: Viewer['role']): number {
    return [...this.#viewers].filter((viewer) => viewer.role === role).length;
  }

  get all(): Viewer[] {
    return [...this.#viewers];
  }

  /** The newest connection of a seat replaces the older one at once. */
  admit(viewer: Viewer): void {
    if (viewer.seat !== null) for (const other of this.#viewers) if (other.seat === viewer.seat) this.dismiss(other, 'seat-elsewhere');
    this.#viewers.add(viewer);
    this.#showOne(viewer);
    if (viewer.role !== 'debrief') this.showBoard();
  }

  leave(viewer: Viewer): void {
    if (this.#viewers.delete(viewer) && viewer.role !== 'debrief') this.showBoard();
  }

  dismiss(viewer: Viewer, refusal: RefusalCode): void {
    this.#viewers.delete(viewer);
    viewer.dismiss(refusal);
  }

  dismissAll(refusal: RefusalCode): void {
    for (const viewer of this.all) this.dismiss(viewer, refusal);
  }

  changed(what: Change): void {
    if ('all' in what) return this.showAll();
    this.showSeat(what.seat);
    if (what.board) this.showBoard();
  }

  showAll(): void {
    this.#boardDirty = false;
    const picture = this.#picture();
    for (const viewer of this.#viewers) this.#showOne(viewer, picture);
  }

  showSeat(seat: number): void {
    for (const viewer of this.#viewers) if (viewer.seat === seat) this.#showOne(viewer);
  }

  /** Board and desk, at once or as soon as the last time is long enough ago. */
  showBoard(): void {
    if (this.#boardTimer) {
      this.#boardDirty = true;
      return;
    }
    const picture = this.#picture();
    for (const viewer of this.#viewers) if (viewer.role === 'stage' || viewer.role === 'desk') this.#showOne(viewer, picture);
    this.#boardTimer = setTimeout(() => {
      this.#boardTimer = null;
      if (this.#boardDirty) this.showBoard();
    }, BOARD_EVERY_MS);
    this.#boardDirty = false;
  }

  close(): void {
    if (this.#boardTimer) clearTimeout(this.#boardTimer);
    this.#viewers.clear();
  }

  #showOne(viewer: Viewer, { content, lesson, context }: Source = this.#picture()): void {
    if (viewer.role === 'stage') viewer.show(stageView(content, lesson, context));
    else if (viewer.role === 'desk') viewer.show(deskView(content, lesson, viewer.lang, context));
    else if (viewer.role === 'debrief') viewer.show(debriefView(content, lesson, viewer.lang, context));
    else {
      const seat = lesson.seats.find((candidate) => candidate.id === viewer.seat && !candidate.removed);
      if (seat) viewer.show(phoneView(content, lesson, seat, viewer.lang, context));
      else this.dismiss(viewer, lesson.phase === 'over' ? 'lesson-ended' : 'seat-unknown');
    }
  }
}
