import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { retell } from './preparation.ts';
import type { RetellingRequest } from './retelling.ts';

// On one core a class that votes goes first. Elsewhere this would be the priority of the whole server.
if (process.platform === 'linux') setPriority(10);

parentPort?.on('message', ({ story, names }: RetellingRequest) => parentPort?.postMessage(retell(story, names)));
