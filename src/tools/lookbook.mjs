import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { root, run } from './child.mjs';
import { install } from './install.mjs';

process.chdir(root);
const node = await install();
const browser = await findBrowser(node);
await build(node);
process.exitCode = await run(node, ['tests/support/lookbook/book.ts', ...process.argv.slice(2)], { env: { ...process.env, CHROMIUM: browser } });
