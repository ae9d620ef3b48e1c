import { join } from 'node:path';
import { root } from './child.mjs';

/**
 * How `npm start` runs the server. The code that Node has compiled is kept, so the next start needs neither the time nor the compiler's
 * memory. What a vote leaves behind is freed at once: with 32 MB for young objects, Node held on to a hundred MB that nobody used.
 */
export const serverCommand = {
  args: ['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning', 'src/server/main.ts'],
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') },
};
