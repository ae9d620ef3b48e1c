import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, stop } from './child.mjs';
import { reasonIn } from './trouble.mjs';

const stamp = join(root, 'dist', '.stamp');
const SOURCES = ['src', 'assets', 'scenarios', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the pages and checks the stories by this Node, unless that was done from exactly these sources. */
export async function build(node) {
  const wanted = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // For Vite a path ends there. What was built elsewhere runs in such a folder too.
  if (/[#?]/.test(root))
    stop(`The pages cannot be built in a folder with # or ? in its path. Give this one another name or place: ${root} (folder-name)`);
  console.log('Building the pages …');
  rmSync(stamp, { force: true });
  let said = '';
  const hear = (text) => {
    said += text;
  };
  const code = await run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], { hear });
  if (code !== 0) stop(reasonIn(said, 'The pages could not be built; the reason stands above. (build-failed)'), code);
  await run(node, ['--disable-warning=ExperimentalWarning', 'src/tools/keep-stories.ts']);
  // Written last: an interrupted build has no stamp and is done again.
  writeFileSync(stamp, wanted);
}

/** Larger files count by their size and time: a film that was put beside a story by mistake. */
const LARGEST_READ = 16_000_000;

function digest() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    // Links to folders are not followed, because they may lead round.
    if (lstatSync(full, { throwIfNoEntry: false })?.isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else hash.update(`${path}\0`).update(contentOf(full)).update('\0');
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
}

/** A file that cannot be read counts by the reason why. The check of the stories names it. */
function contentOf(file) {
  try {
    const found = statSync(file);
    if (!found.isFile()) return '';
    return found.size > LARGEST_READ ? `${found.size} ${found.mtimeMs}` : readFileSync(file);
  } catch (error) {
    return error.code;
  }
}
