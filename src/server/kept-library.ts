import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Story } from '../story/compile/story.ts';
import { compiledWhenPlayed } from './compiled-story.ts';
import type { Library, Names } from './library.ts';
import { released } from './released.ts';
import { bytesOf } from './story-file.ts';

/**
 * Checking the stories takes more time and memory than everything else that a server does. What the check found is kept beside
 * the packages, with a hash of all that it was found from: the stories, the check itself and the packages that it reads with.
 */
const KEPT = 'node_modules/.cache/wat-doe-jij/stories.json';
const FOUND_FROM = [
  'src/story',
  'src/locales/languages.ts',
  'src/locales/story-languages.ts',
  'src/server/library.ts',
  'src/server/story-file.ts',
  'src/server/catalogue.ts',
  'src/server/kept-stories.ts',
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
  kept: [string, string][];
}

/**
 * The stories that a class may play, and in a rehearsal every one that can be played: from what was kept where nothing has changed since,
 * else checked now and kept.
 */
export async function openLibrary(root: string, rehearsal = false): Promise<Library> {
  const library = await openAll(root);
  return rehearsal ? library : released(library);
}

async function openAll(root: string): Promise<Library> {
  const hash = hashOf(root);
  const before = readKept(join(root, KEPT));
  if (before?.hash === hash) return restore(before);
  // Only now: the check would stay in memory as long as the server runs.
  const [{ readLibrary }, { namesFor }, { keptNames }] = await Promise.all([
    import('./library.ts'),
    import('./catalogue.ts'),
    import('./kept-stories.ts'),
  ]);
  const library = await readLibrary(join(root, 'scenarios'));
  const names = namesFor(library);
  const kept = keptNames(library);
  keep(join(root, KEPT), {
    hash,
    stories: [...library.stories.values()].map(({ machine: _, beside: __, ...story }) => story),
    shared: library.shared,
    broken: library.broken,
    warnings: [...library.warnings],
    names: [...names],
    kept: [...kept],
  });
  return { ...library, names, kept };
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
  for (const path of writersFiles(root))
    hash
      .update(`${path}\0`)
      .update(bytesOf(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/** Everything in scenarios/ that the check looks at: its entries, and the files in its folders. Deeper it never looks, so that no link leads round. */
function writersFiles(root: string): string[] {
  const inFolder = (path: string) => {
    try {
      return readdirSync(join(root, path)).sort();
    } catch {
      return [];
    }
  };
  return inFolder('scenarios').flatMap((name) => {
    if (name.endsWith('.yaml')) return [`scenarios/${name}`];
    const files = inFolder(`scenarios/${name}`).filter((file) => file.endsWith('.yaml'));
    return [`scenarios/${name}`, ...files.map((file) => `scenarios/${name}/${file}`)];
  });
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

function restore({ stories, shared, broken, warnings, names, kept }: Kept): Library {
  const beside = { items: shared.items, agreements: shared.agreements };
  return {
    stories: new Map(stories.map((story) => [story.structure.id, compiledWhenPlayed({ ...story, beside })])),
    shared,
    broken,
    warnings: new Map(warnings),
    names: new Map(names),
    kept: new Map(kept),
  };
}
