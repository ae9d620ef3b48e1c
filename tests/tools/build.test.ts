import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pipeAt } from '../support/server/disk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Notes that it was asked to build. */
const BUILDER = `import { appendFileSync, mkdirSync } from 'node:fs'; mkdirSync('dist', { recursive: true }); appendFileSync('built', 'x');`;

let copy: string;
let around: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'build-'));
  copy = join(around, 'site');
  for (const name of ['build.mjs', 'child.mjs', 'trouble.mjs']) cpSync(join(ROOT, 'src/tools', name), join(copy, 'src/tools', name));
  write('package.json', '{ "type": "module" }');
  write('node_modules/vite/bin/vite.js', BUILDER);
  write('scenarios/first/nl.yaml', 'title: Een');
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

async function timesBuilt(): Promise<number> {
  const { build } = await import(pathToFileURL(join(copy, 'src/tools/build.mjs')).href);
  await build(process.execPath);
  return readFileSync(join(copy, 'built'), 'utf8').length;
}

test('the pages are built once, and again when a page, a story or a package is another', async () => {
  expect(await timesBuilt()).toBe(1);
  expect(await timesBuilt()).toBe(1);
  // The trial page contains the stories.
  write('scenarios/first/nl.yaml', 'title: Twee');
  expect(await timesBuilt()).toBe(2);
  write('scenarios/second/nl.yaml', 'title: Drie');
  expect(await timesBuilt()).toBe(3);
  write('src/desk/main.tsx', '');
  expect(await timesBuilt()).toBe(4);
  write('package-lock.json', '{}');
  expect(await timesBuilt()).toBe(5);
  expect(await timesBuilt()).toBe(5);
});

test('what cannot be read beside the stories does not keep the pages from being built', async () => {
  const beside = (name: string) => join(copy, 'scenarios/first', name);
  symlinkSync('..', beside('round'));
  symlinkSync('nowhere', beside('nowhere'));
  pipeAt(beside('pipe'));
  writeFileSync(beside('film'), '');
  truncateSync(beside('film'), 2 ** 40);
  expect(await timesBuilt()).toBe(1);
  expect(await timesBuilt()).toBe(1);
});

test('in a folder whose path Vite takes for shorter one sentence says so, and nothing is built', () => {
  copy = join(around, 'a #b%20 é');
  cpSync(join(around, 'site'), copy, { recursive: true });
  write('start.mjs', "import { build } from './src/tools/build.mjs'; await build(process.execPath);");
  const { status, stderr } = spawnSync(process.execPath, [join(copy, 'start.mjs')], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^The pages cannot be built in a folder with # or \? in its path\. [^\n]*a #b%20 é[\\/] \(folder-name\)\n$/);
  expect(existsSync(join(copy, 'built'))).toBe(false);
});
