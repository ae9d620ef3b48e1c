import { join } from 'node:path';
import { root } from './child.mjs';

/**
 * How `npm start` runs the server. What Node has compiled is kept, so the next start needs neither the time nor the compiler's
 * memory. What a vote leaves behind is gone at once: with room for 32 MB of it, Node held on to a hundred that nobody used.
 */
export const serverCommand = {
  args: ['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning', 'src/server/main.ts'],
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') },
};
