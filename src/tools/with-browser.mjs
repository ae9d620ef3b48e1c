import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { root, run } from './child.mjs';
import { install } from './install.mjs';

/** Runs a program (its path from the root, then its arguments) on the built pages, with a browser found for it. */
process.chdir(root);
const node = await install();
const browser = await findBrowser(node);
await build(node);
process.exitCode = await run(node, process.argv.slice(2), { env: { ...process.env, CHROMIUM: browser } });
