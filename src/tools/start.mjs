import { build } from './build.mjs';
import { root, run } from './child.mjs';
import { install } from './install.mjs';

process.chdir(root);
const node = await install();
await build(node);
process.exitCode = await run(node, ['--disable-warning=ExperimentalWarning', 'src/server/main.ts']);
