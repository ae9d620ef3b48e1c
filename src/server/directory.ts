import type { Instant } from '../protocol/identity.ts';
import { bodyOf } from '../session/entries.ts';
import type { Draft, Journal } from '../session/journal.ts';
import { newToken } from './secrets.ts';

/** The journal that lists the lessons; each lesson has its own journal beside it. */
const STREAM = 'directory';

/**
 * `stream` names the lesson's journal: it moves to a new one when its pupils are forgotten. `origin`: the address that the teacher chose for the QR.
 * `openedAt` is the machine's date, `stampedAt` the same moment by the time of the lessons. `expiring`: since when, by the time of the lessons, its term seems to be over.
 */
export interface Listing {
  lesson: string;
  code: string;
  stream: string;
  openedAt: Instant;
  stampedAt: Instant;
  origin: string | null;
  expiring: Instant | null;
  /** The name of the story that it keeps; null where an earlier edition began it. */
  story: string | null;
}
/** Where a lesson's journal moves to next. */
export const nextStream = ({ lesson, stream }: Pick<Listing, 'lesson' | 'stream'>) => `${lesson}.${Number(stream.slice(lesson.length + 1)) + 1}`;

/** The journal that keeps a story, for all lessons that were played with it. */
export const storyStream = (story: string) => `story.${story}`;

type Change =
  /** `date`: the machine's; `story`: the name of the one that it keeps. Earlier editions left them out. */
  | { type: 'opened'; lesson: string; code: string; date?: Instant; story?: string }
  /** A lesson of an earlier edition keeps this story from now on. */
  | { type: 'adopted'; lesson: string; story: string }
  /** `code`: another one from now on; the same where an earlier edition wrote it. */
  | { type: 'moved'; lesson: string; stream: string; code?: string }
  | { type: 'addressed'; lesson: string; origin: string }
  /** The machine's date said for the first time that the lesson's term is over, or that it is not, after all. */
  | { type: 'expiring'; lesson: string }
  | { type: 'kept'; lesson: string }
  | { type: 'closed'; lesson: string };

/** Which lessons this server keeps, by id and by the code on the board. */
export class Directory {
  readonly #journal: Journal;
  readonly #listings = new Map<string, Listing>();
  readonly #byCode = new Map<string, string>();
  readonly #retired = new Map<string, { lesson: string; stream: string }>();

  private constructor(journal: Journal) {
    this.#journal = journal;
  }

  static async open(journal: Journal, signal: AbortSignal): Promise<Directory> {
    const directory = new Directory(journal);
    await new Promise<void>((caughtUp, failed) => {
      journal.follow(STREAM, 0, { apply: (entry) => directory.#apply(bodyOf<Change>(entry), entry.at), caughtUp }, signal).catch(failed);
    });
    return directory;
  }

  /** Journals that no lesson uses any more, and that a full disk or a crash has kept from being destroyed. */
  get retired(): { lesson: string; stream: string }[] {
    return [...this.#retired.values()];
  }
  /** Removes a journal that has been destroyed from the list. */
  forget(stream: string): void {
    this.#retired.delete(stream);
  }
  get listings(): Listing[] {
    return [...this.#listings.values()];
  }
  byId(lesson: string): Listing | undefined {
    return this.#listings.get(lesson);
  }
  byCode(code: string): Listing | undefined {
    const lesson = this.#byCode.get(code);
    return lesson === undefined ? undefined : this.#listings.get(lesson);
  }

  async write(change: Change): Promise<void> {
    const draft: Draft = { kind: 'event', id: newToken(), body: new TextEncoder().encode(JSON.stringify(change)) };
    await this.#journal.append(STREAM, draft);
  }

  #apply(change: Change, at: Instant): void {
    const { lesson } = change;
    const known = this.#listings.get(lesson);
    const retire = (stream: string) => this.#retired.set(stream, { lesson, stream });
    if ('story' in change && change.story !== undefined) this.#retired.delete(storyStream(change.story));
    if (change.type === 'opened') {
      this.#listings.set(lesson, {
        lesson,
        code: change.code,
        stream: lesson,
        openedAt: change.date ?? at,
        stampedAt: at,
        origin: null,
        expiring: null,
        story: change.story ?? null,
      });
      this.#byCode.set(change.code, lesson);
    } else if (!known) return;
    else if (change.type === 'addressed') this.#listings.set(lesson, { ...known, origin: change.origin });
    else if (change.type === 'expiring') this.#listings.set(lesson, { ...known, expiring: at });
    else if (change.type === 'kept') this.#listings.set(lesson, { ...known, expiring: null });
    else if (change.type === 'adopted') this.#listings.set(lesson, { ...known, story: change.story });
    else {
      retire(known.stream);
      if (change.type === 'moved') {
        const { stream, code = known.code } = change;
        this.#byCode.delete(known.code);
        this.#byCode.set(code, lesson);
        this.#listings.set(lesson, { ...known, stream, code });
      } else {
        // A move that failed halfway may have left a journal there.
        retire(nextStream(known));
        this.#listings.delete(lesson);
        this.#byCode.delete(known.code);
        // The last lesson of a story takes it along.
        const { story } = known;
        if (story !== null && !this.listings.some((other) => other.story === story)) retire(storyStream(story));
      }
    }
  }
}
