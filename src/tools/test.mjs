import { delimiter, dirname, join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { root, run } from './child.mjs';
import { install } from './install.mjs';

process.chdir(root);
const node = await install();
const browser = await findBrowser(node);
await build(node);
// A test that starts `node` gets this Node too.
const env = { ...process.env, CHROMIUM: browser, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? process.env.Path ?? ''}` };
process.exitCode = await run(node, [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)], { env });
