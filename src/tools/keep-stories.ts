import { fileURLToPath } from 'node:url';
import { openLibrary } from '../server/kept-library.ts';

/** Checks the stories where they have changed, so that no server has to: a part of the build. */
await openLibrary(fileURLToPath(new URL('../..', import.meta.url))).catch(() => {
  // The server says what is wrong, each time that it starts.
});
