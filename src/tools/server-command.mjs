import { join } from 'node:path';
import { root } from './child.mjs';

/** How `npm start` runs the server: what Node has compiled is kept, so the next start needs neither the time nor the compiler's memory. */
export const serverCommand = {
  args: ['--disable-warning=ExperimentalWarning', 'src/server/main.ts'],
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') },
};
