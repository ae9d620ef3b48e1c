import { build } from './build.mjs';
import { root, run, stop } from './child.mjs';
import { install } from './install.mjs';
import { serverCommand } from './server-command.mjs';
import { reasonIn } from './trouble.mjs';

process.chdir(root);
// What this program itself cannot write, such as the note that all is built, or cannot start.
process.on('uncaughtException', (error) => stop(reasonIn(String(error?.stack ?? error), error?.stack ?? String(error)), 1));
const node = await install();
await build(node);
process.exitCode = await run(node, serverCommand.args, { env: { ...process.env, ...serverCommand.env } });
