import { root, run } from '../child.mjs';
import { install } from '../install.mjs';

process.chdir(root);
process.exitCode = await run(await install(), ['src/tools/dev/dev.ts', ...process.argv.slice(2)]);
