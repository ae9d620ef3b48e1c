import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { measureFrames } from './bench-frames.ts';
import { measureMemory } from './bench-memory.ts';
import { measureTransfer } from './bench-transfer.ts';
import { start, stop } from './measure.ts';

/** How fast the board draws, what it keeps in memory, and what it loads, in a real browser with a real lesson. */
const PARTS = ['transfer', 'memory', 'frames'];
const parts = process.argv.slice(2).filter((name) => PARTS.includes(name));
const setups = process.argv.slice(2).filter((name) => !PARTS.includes(name));
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

const data = mkdtempSync(join(tmpdir(), 'bench-stage-'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
const server = await start('src/server/main.ts', '/healthz', { DATA_DIR: data, HOST: '127.0.0.1', PUBLIC_URL: '', TEACHER_CODE: '' });
try {
  if (wanted('transfer')) await measureTransfer(browser, server.origin);
  if (wanted('memory')) await measureMemory(browser, server.origin);
  if (wanted('frames')) await measureFrames(browser, server.origin, setups);
} finally {
  await browser.close();
  await stop(server.child);
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
