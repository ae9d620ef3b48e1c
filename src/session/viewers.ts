import { debriefView } from '../lesson/report/report.ts';
import { type Lesson, seatOf } from '../lesson/state.ts';
import { attendance } from '../lesson/views/attendance.ts';
import type { LessonContent, ViewContext } from '../lesson/views/view-context.ts';
import { deskView, phoneView, stageView } from '../lesson/views/views.ts';
import type { Lang } from '../locales/languages.ts';
import type { Role } from '../protocol/hello.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { type Attendance, type VoteCount, voteCount } from '../protocol/views/updates.ts';
import type { View } from '../protocol/views/view.ts';
import type { BoardPace } from './board-pace.ts';
import type { Runtime } from './runtime.ts';

/** One connection that looks at a lesson. */
export interface Viewer {
  role: Role;
  lang: Lang;
  /** The seat of a phone; null for the teacher's screens. */
  seat: number | null;
  /** The hash of a desk's token; null for other screens. */
  key: string | null;
  show(view: View): void;
  /** Of a board and a desk that have been shown the vote. */
  count(count: VoteCount): void;
  /** Of a board and a desk that have been shown the lobby. */
  attendance(attendance: Attendance): void;
  /** Ends the connection for good. */
  dismiss(refusal: RefusalCode): void;
}

/** What has changed: everything, who is in (which only the board and the desk show), or how many have voted. */
export type News = 'all' | 'seats' | 'count';

/** What the board and the desk are still to be told: the least that says it. */
type Untold = 'nothing' | 'count' | 'attendance' | 'view';

interface Source {
  content: LessonContent;
  lesson: Lesson;
  /** Made when it is asked for: most views need only what stands below. */
  context(): ViewContext;
  hops: ViewContext['hops'];
  now: ViewContext['now'];
  rev: ViewContext['rev'];
}

const BOARD_PAUSE_MS = 100;

/** Who looks at a lesson. Each connection gets the whole view of its role; while a count climbs, the board gets only the count, and in the lobby only who is in. */
export class Viewers {
  readonly #viewers = new Set<Viewer>();
  /** Those of them that are phones, by seat. */
  readonly #phones = new Map<number, Viewer>();
  readonly #online = new Set<number>();
  readonly #after: Runtime['after'];
  readonly #pace: BoardPace;
  readonly #source: () => Source;
  /** The board is told when this ends, if there is news for it. */
  #cancelPause: (() => void) | null = null;
  #untold: Untold = 'nothing';

  constructor(after: Runtime['after'], pace: BoardPace, source: () => Source) {
    this.#after = after;
    this.#pace = pace;
    this.#source = source;
  }

  /** Seats whose phone is connected. */
  get online(): ReadonlySet<number> {
    return this.#online;
  }

  /** How many screens of this kind are connected. */
  count(role: Viewer['role']): number {
    if (role === 'phone') return this.#phones.size;
    let count = 0;
    for (const viewer of this.#viewers) if (viewer.role === role) count += 1;
    return count;
  }

  get all(): Viewer[] {
    return [...this.#viewers, ...this.#phones.values()];
  }

  /** The newest connection of a seat replaces the older one at once. */
  admit(viewer: Viewer): void {
    const { seat, role } = viewer;
    const other = seat === null ? undefined : this.#phones.get(seat);
    if (other) this.dismiss(other, 'seat-elsewhere');
    if (seat === null) this.#viewers.add(viewer);
    else {
      this.#phones.set(seat, viewer);
      this.#online.add(seat);
    }
    this.#showOne(viewer);
    if (seat !== null) this.#showAttendanceSoon();
    else if (role !== 'debrief') this.showBoard();
  }

  leave(viewer: Viewer): void {
    if (!this.#forget(viewer) || viewer.role === 'debrief') return;
    if (viewer.seat === null) this.showBoard();
    else this.#showAttendanceSoon();
  }

  dismiss(viewer: Viewer, refusal: RefusalCode): void {
    this.#forget(viewer);
    viewer.dismiss(refusal);
  }

  dismissAll(refusal: RefusalCode): void {
    for (const viewer of this.all) this.dismiss(viewer, refusal);
  }

  changed(news: News): void {
    if (news === 'all') this.showAll();
    else if (news === 'seats') this.#showAttendanceSoon();
    else this.#tellBoard('count');
  }

  showAll(): void {
    this.#untold = 'nothing';
    const source = this.#source();
    for (const viewer of this.all) this.#showOne(viewer, source);
  }

  /** Board and desk, at once or as soon as the last time is long enough ago. */
  showBoard(): void {
    this.#tellBoard('view');
  }

  /** The same for who is in. */
  showAttendance(): void {
    this.#tellBoard('attendance');
  }

  close(): void {
    this.#endPause();
    this.#viewers.clear();
    this.#phones.clear();
    this.#online.clear();
  }

  #forget(viewer: Viewer): boolean {
    if (viewer.seat === null) return this.#viewers.delete(viewer);
    if (this.#phones.get(viewer.seat) !== viewer) return false;
    this.#online.delete(viewer.seat);
    return this.#phones.delete(viewer.seat);
  }

  #showAttendanceSoon(): void {
    this.#await('attendance');
    if (!this.#cancelPause) this.#beginPause(this.#pace.gathering);
  }

  #tellBoard(what: Untold): void {
    this.#await(what);
    if (!this.#cancelPause) this.#tell();
  }

  /** Two kinds of news make a whole view. */
  #await(what: Untold): void {
    this.#untold = this.#untold === 'nothing' || this.#untold === what ? what : 'view';
  }

  #tell(): void {
    const untold = this.#untold;
    this.#untold = 'nothing';
    const source = this.#source();
    const count = untold === 'count' ? countOf(source.lesson) : null;
    const present = untold === 'attendance' ? attendance(source.content.story, source.lesson, { hops: source.hops, online: this.#online }) : null;
    for (const viewer of this.#viewers) {
      if (viewer.role !== 'stage' && viewer.role !== 'desk') continue;
      if (count) viewer.count(count);
      else if (present) viewer.attendance(present);
      else this.#showOne(viewer, source);
    }
    this.#beginPause(count ? this.#pace.countPause : BOARD_PAUSE_MS);
  }

  #beginPause(ms: number): void {
    this.#pace.begin();
    this.#cancelPause = this.#after(ms, () => {
      this.#endPause();
      if (this.#untold !== 'nothing') this.#tell();
    });
  }

  #endPause(): void {
    if (!this.#cancelPause) return;
    this.#cancelPause();
    this.#cancelPause = null;
    this.#pace.end();
  }

  #showOne(viewer: Viewer, source: Source = this.#source()): void {
    const { content, lesson } = source;
    if (viewer.role === 'stage') viewer.show(stageView(content, lesson, source.context()));
    else if (viewer.role === 'desk') viewer.show(deskView(content, lesson, viewer.lang, source.context()));
    else if (viewer.role === 'debrief') viewer.show(debriefView(content, lesson, viewer.lang, source.context()));
    else {
      const seat = viewer.seat === null ? undefined : seatOf(lesson, viewer.seat);
      if (seat) viewer.show(phoneView(content, lesson, seat, viewer.lang, source));
      else this.dismiss(viewer, lesson.phase === 'over' ? 'lesson-ended' : wasRemoved(lesson, viewer.seat) ? 'seat-removed' : 'seat-unknown');
    }
  }
}

/** By the teacher; seats that were forgotten with their lesson's day are not in the list any more. */
const wasRemoved = (lesson: Lesson, seat: number | null): boolean => seat !== null && lesson.seats[seat]?.removed === true;

/** Null where no vote is open: then the board's view is another one. */
function countOf({ phase, round }: Lesson): VoteCount | null {
  return phase === 'voting' && round ? voteCount(round.id, Object.keys(round.ballots).length) : null;
}
