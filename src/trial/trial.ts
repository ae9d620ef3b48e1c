import type { Lang } from '../locales/languages.ts';
import { versionOf } from '../session/creation.ts';
import type { Story } from '../story/compile/story.ts';
import { browserRuntime } from './browser-runtime.ts';
import { openSharedContent, openStory } from './catalogue.ts';
import { FrameRouter } from './frame-router.ts';
import { ClassTooSmall, type JumpTarget, jump, jumpTargets } from './jump.ts';
import type { Mood } from './pupil.ts';
import { Pupils } from './pupils.ts';
import { TrialSession } from './trial-session.ts';

export interface Setup {
  story: string;
  version: string | null;
  short: boolean;
  seats: number;
  mood: Mood;
  lang: Lang;
}

export interface Begun {
  story: Story;
  places: JumpTarget[];
  /** Whether the class arrived at the target; it may have been too small for it. */
  reached: 'yes' | 'no' | 'too-small';
}

/** A lesson with its made-up class, and the frames that show it. */
export class Trial {
  readonly #router = new FrameRouter();
  /** One for all lessons of this page, so that its clock never goes back for the frames. */
  readonly #runtime = browserRuntime();
  #now: { session: TrialSession; pupils: Pupils; story: Story } | null = null;
  /** A newer request makes an older one that still loads void. */
  #request = 0;

  constructor() {
    this.#router.listen();
  }

  /** A new lesson in the lobby, or at a place of the story. Resolves with the story's places, or null where a newer one began meanwhile. */
  async begin(setup: Setup, at: string | null): Promise<Begun | null> {
    this.#request += 1;
    const request = this.#request;
    const shared = await openSharedContent();
    const { story, ways } = await openStory(setup.story, shared);
    const places = jumpTargets(story, ways, setup.lang);
    const place = places.find(({ node }) => node === at) ?? null;
    const session = await TrialSession.open({
      story,
      shared,
      lang: setup.lang,
      version: versionOf(story, place?.way.version ?? setup.version),
      short: setup.short,
      runtime: this.#runtime,
      site: { origin: location.origin, host: location.host },
    });
    const pupils = new Pupils(session, story, setup.mood);
    const joined = pupils.join(setup.seats, setup.lang, place !== null);
    if (request !== this.#request) {
      pupils.leave();
      session.close();
      return null;
    }
    this.#now?.pupils.leave();
    this.#now?.session.close();
    this.#now = { session, pupils, story };
    let reached: Begun['reached'] = 'yes';
    // The phone in a frame joins before the class is led on, so that it is no latecomer there.
    await this.#router.seat(session);
    if (place) {
      await joined;
      await session.running.propose({ type: 'headcount.confirm', count: setup.seats + 1 });
      reached = await jump(session.running, this.#runtime, story, place, pupils).then(
        () => 'yes' as const,
        (error: unknown) => (error instanceof ClassTooSmall ? 'too-small' : 'no'),
      );
    }
    if (request !== this.#request) return null;
    await this.#router.show();
    return { story, places, reached };
  }

  set mood(mood: Mood) {
    if (this.#now) this.#now.pupils.mood = mood;
  }
}
