import { build } from './build.mjs';
import { root, run } from './child.mjs';
import { install } from './install.mjs';
import { serverCommand } from './server-command.mjs';

process.chdir(root);
const node = await install();
await build(node);
process.exitCode = await run(node, serverCommand.args, { env: { ...process.env, ...serverCommand.env } });
