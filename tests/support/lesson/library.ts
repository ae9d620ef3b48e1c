import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../../src/server/library.ts';

/** The stories of this project, read and checked once for all test files of a process. Nobody changes them. */
export const { stories, shared, broken } = await readLibrary(fileURLToPath(new URL('../../../scenarios', import.meta.url)));
