import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile, type StoryMachine } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import type { Library, Names } from './library.ts';

/**
 * Checking the stories takes more time and memory than everything else that a server does. What the check found is kept beside
 * the packages, with a hash of all that it was found from: the stories, the check itself and the packages that it reads with.
 */
const KEPT = 'node_modules/.cache/wat-doe-jij/stories.json';
const FOUND_FROM = [
  'scenarios',
  'src/story',
  'src/locales/languages.ts',
  'src/locales/story-languages.ts',
  'src/server/library.ts',
  'src/server/catalogue.ts',
  'src/server/kept-library.ts',
  'package-lock.json',
];

type KeptStory = Omit<Story, 'machine' | 'beside'>;
interface Kept {
  hash: string;
  stories: KeptStory[];
  shared: Library['shared'];
  broken: Library['broken'];
  warnings: [string, Library['warnings'] extends Map<string, infer D> ? D : never][];
  names: [string, Names][];
}

/** Every story on disk, as `readLibrary` gives it: from what was kept where nothing has changed since, else checked now and kept. */
export async function openLibrary(root: string): Promise<Library> {
  const hash = hashOf(root);
  const kept = readKept(join(root, KEPT));
  if (kept?.hash === hash) return restore(kept);
  // Only now: the check would stay in memory as long as the server runs.
  const [{ readLibrary }, { namesFor }] = await Promise.all([import('./library.ts'), import('./catalogue.ts')]);
  const library = await readLibrary(join(root, 'scenarios'));
  const names = namesFor(library);
  keep(join(root, KEPT), {
    hash,
    stories: [...library.stories.values()].map(({ machine: _, beside: __, ...story }) => story),
    shared: library.shared,
    broken: library.broken,
    warnings: [...library.warnings],
    names: [...names],
  });
  return { ...library, names };
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const full = join(root, path);
    try {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EISDIR') return;
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    }
  };
  for (const path of FOUND_FROM) add(path);
  return hash.digest('hex');
}

function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** A folder that cannot be written to only means that the next start checks again. */
function keep(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, file);
  } catch {}
}

function restore({ stories, shared, broken, warnings, names }: Kept): Library {
  const beside = { items: shared.items, agreements: shared.agreements };
  return {
    stories: new Map(stories.map((story) => [story.structure.id, compiledWhenPlayed({ ...story, beside })])),
    shared,
    broken,
    warnings: new Map(warnings),
    names: new Map(names),
  };
}

/** The machine of a story that nobody plays is never needed. */
function compiledWhenPlayed(story: Omit<Story, 'machine'>): Story {
  let machine: StoryMachine | null = null;
  return Object.defineProperty(story as Story, 'machine', { enumerable: true, get: () => (machine ??= compile(story.structure)) });
}
