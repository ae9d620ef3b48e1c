import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, stop } from './child.mjs';

const stamp = join(root, 'dist', '.stamp');
const SOURCES = ['src', 'assets', 'scenarios', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the pages and checks the stories by this Node, unless that was done from exactly these sources. */
export async function build(node) {
  const wanted = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building the pages …');
  rmSync(stamp, { force: true });
  const code = await run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error']);
  if (code !== 0) stop('The pages could not be built; the reason stands above.', code);
  await run(node, ['--disable-warning=ExperimentalWarning', 'src/tools/keep-stories.ts']);
  // Written last: an interrupted build has no stamp and is done again.
  writeFileSync(stamp, wanted);
}

function digest() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
}
