import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, stop } from './child.mjs';
import { reasonIn } from './trouble.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');
const lock = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const pinned = join(
  modules,
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const NEEDED = 24;

/** Installs what the lockfile names, unless that is done already, and gives the Node that runs this project. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`This needs Node 20 or newer; this is ${process.version}. Get one from https://nodejs.org.`);
  const wanted = lock();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !node24()) {
    console.log('Installing the packages (the first time, and after an update) …');
    let said = '';
    const code = await installPackages((text) => {
      said += text;
    });
    if (code !== 0)
      stop(
        reasonIn(said, 'The packages could not be installed; the reason stands above. Run the same command again when it is gone. (install-failed)'),
        1,
      );
    if (!node24())
      stop(`On this computer Node ${NEEDED} or newer must be installed by hand: get it from https://nodejs.org and run the same command again.`);
    // Written last: an interrupted install has no stamp and is done again.
    writeFileSync(stamp, wanted);
  }
  return node24();
}

function node24() {
  if (existsSync(pinned) && answers(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : null;
}

function answers(node) {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1]) >= NEEDED;
  } catch {
    return false;
  }
}

/** `npm ci` by the npm that called us, on the Node that it runs on itself: the one in node_modules is about to be replaced. */
async function installPackages(hear) {
  rmSync(stamp, { force: true });
  makeReplaceable();
  // A school's filter has its certificate in the system, where browsers find it and Node looks only if it is told.
  const env = { NODE_USE_SYSTEM_CA: '1', ...process.env };
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm?.endsWith('npm-cli.js') && node && !node.startsWith(modules)) return run(node, [npm, ...args], { env, hear });
  return run('npm', args, { shell: process.platform === 'win32', env, hear });
}

/** Windows deletes no program that runs, but it renames one; `npm start` may have put this very process on that program. */
function makeReplaceable() {
  const aside = join(root, 'old-node.exe');
  try {
    rmSync(aside, { force: true });
    if (process.platform === 'win32' && process.execPath.toLowerCase() === pinned.toLowerCase()) renameSync(pinned, aside);
  } catch {
    // Still in use by another window: npm says what it cannot replace.
  }
}
