import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, stop } from './child.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
  'chromium-headless-shell',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The browser that the tests drive: a chosen one, else one that is here, else one that can be fetched. */
export async function findBrowser(node) {
  const chosen = process.env.CHROMIUM || process.env.CHROME_PATH;
  if (chosen && !works(chosen)) stop(`CHROMIUM names no browser that starts: ${chosen}`);
  return (
    chosen ||
    installed() ||
    (await playwrights()) ||
    (await fetchedBy(node)) ||
    (await debians()) ||
    stop('The tests need Chromium or Chrome: install one, or name it in CHROMIUM, and run the same command again.')
  );
}

function installed() {
  const exe = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(delimiter).filter(Boolean);
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
  const usual = [PROGRAMFILES, x86, LOCALAPPDATA].filter(Boolean).flatMap((folder) => WINDOWS.map((path) => join(folder, path)));
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + exe)));
  return [...onPath, ...usual, ...MAC.map((path) => join('/Applications', path))].find(works);
}

/** Asked for its version: a browser whose libraries are missing is none. On Windows that question would open a window. */
function works(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function playwrights() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return works(path) ? path : null;
}

async function fetchedBy(node) {
  console.log('Fetching a browser for the tests …');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  const code = await run(node, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], { env });
  return code === 0 ? playwrights() : null;
}

/** Chromium without windows of its own: it comes sooner, and a page costs it half of what it costs a whole browser. */
async function debians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) return null;
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-core', 'fonts-noto-color-emoji'], {
    env,
  });
  return installed();
}
