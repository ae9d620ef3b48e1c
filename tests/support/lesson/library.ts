import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../../src/server/kept-library.ts';

/** The stories of this project, as a server opens them, once for all test files of a process. Nobody changes them. */
export const { stories, shared, broken } = await openLibrary(fileURLToPath(new URL('../../..', import.meta.url)));
