import { root, run } from './child.mjs';
import { install } from './install.mjs';

process.chdir(root);
process.exitCode = await run(await install(), ['src/launch/dev.ts', ...process.argv.slice(2)]);
