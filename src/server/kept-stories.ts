import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BASE_LANG, inEveryLanguage, LANGUAGES } from '../locales/languages.ts';
import type { Journal } from '../session/journal.ts';
import type { StoryLibrary } from '../session/runtime.ts';
import type { Story } from '../story/compile/story.ts';
import { compiledWhenPlayed } from './compiled-story.ts';
import { storyStream } from './directory.ts';
import type { Library } from './library.ts';

/**
 * What a lesson keeps of the story that it is played with, so that no edit, mistake or removal changes a lesson that runs or was played.
 * Numbers to call and the card for something real are not in it: of those the newest are always the right ones.
 */
interface KeptContent {
  story: Pick<Story, 'structure' | 'texts' | 'version'>;
  shared: Pick<Library['shared'], 'sources' | 'agreements' | 'items'>;
}

function contentOf({ structure, texts, version }: Story, { sources, agreements, items }: Library['shared']): string {
  return JSON.stringify({ story: { structure, texts, version }, shared: { sources, agreements, items } } satisfies KeptContent);
}
const nameOf = (content: string) => createHash('sha256').update(content).digest('base64url');

/** By story, the name under which it is kept: another one as soon as anything in it is another. */
export const keptNames = ({ stories, shared }: Pick<Library, 'stories' | 'shared'>): ReadonlyMap<string, string> =>
  new Map([...stories].map(([id, story]) => [id, nameOf(contentOf(story, shared))]));

/** The story of a lesson is not there, or not whole. */
class StoryLostError extends Error {}

/** The stories of lessons, each stored once, in the journal beside the lessons that it is of. */
export class KeptStories {
  readonly #journal: Journal;
  readonly #library: Library;
  readonly #names: ReadonlyMap<string, string>;
  /** By name, those of other days that a lesson has asked for. */
  readonly #opened = new Map<string, Promise<StoryLibrary>>();
  readonly #written = new Set<string>();

  constructor(journal: Journal, library: Library) {
    this.#journal = journal;
    this.#library = library;
    this.#names = library.kept ?? keptNames(library);
  }

  /** The name of today's story; null where there is none. */
  nameOf(scenario: string): string | null {
    return this.#names.get(scenario) ?? null;
  }

  /** Resolves when today's story is on disk. */
  async keep(scenario: string): Promise<void> {
    const story = this.#library.stories.get(scenario);
    const name = this.nameOf(scenario);
    if (!story || name === null || this.#written.has(name)) return;
    const body = gzipSync(contentOf(story, this.#library.shared));
    await this.#journal.append(storyStream(name), { kind: 'event', id: name, body });
    this.#written.add(name);
  }

  /** The library of a lesson that keeps this story; without one, of a lesson that an earlier edition began, today's. Fails with StoryLostError. */
  open(name: string | null): Promise<StoryLibrary> {
    if (name === null || [...this.#names.values()].includes(name)) return Promise.resolve(this.#library);
    const opened = this.#opened.get(name) ?? this.#read(name);
    this.#opened.set(name, opened);
    return opened;
  }

  /** The stream of a story is about to be destroyed: who needs it again writes it again. */
  forget(stream: string): void {
    for (const name of this.#written) if (storyStream(name) === stream) this.#written.delete(name);
    for (const name of this.#opened.keys()) if (storyStream(name) === stream) this.#opened.delete(name);
  }

  async #read(name: string): Promise<StoryLibrary> {
    const bodies: Uint8Array[] = [];
    await new Promise<void>((caughtUp, failed) => {
      const on = { apply: ({ body }: { body: Uint8Array }) => void bodies.push(body), caughtUp };
      this.#journal.follow(storyStream(name), 0, on, AbortSignal.abort()).catch(failed);
    });
    const [body] = bodies;
    const content = body ? gunzipSync(body).toString() : '';
    if (nameOf(content) !== name) throw new StoryLostError(name);
    const { story, shared }: KeptContent = JSON.parse(content);
    const { texts, structure, version } = story;
    const whole = {
      structure,
      version,
      // A language that came later is told in one that was there.
      texts: inEveryLanguage((lang) => texts[lang] ?? texts[LANGUAGES[lang].stories] ?? texts[BASE_LANG]),
      beside: { items: shared.items, agreements: shared.agreements },
    };
    return { stories: new Map([[structure.id, compiledWhenPlayed(whole)]]), shared: { ...this.#library.shared, ...shared } };
  }
}
