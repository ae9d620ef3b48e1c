import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Link } from '../../client/connection.ts';
import type { StoryCatalogue } from '../../protocol/catalogue.ts';
import type { LessonKeys } from '../../protocol/new-lesson.ts';
import type { View } from '../../protocol/views/view.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** Starts a program and gives it with the ms until `path` answered for the first time. */
export async function start(script: string, path: string, env: NodeJS.ProcessEnv) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await fetch(origin + path).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`);
    await wait(10);
  }
  return { child, origin, ms: performance.now() - began };
}

export async function stop(child: ChildProcess) {
  child.kill();
  await once(child, 'exit');
}

export function until<V extends View>(link: Link<V>, holds: (view: V) => boolean): Promise<V> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (link.state.kind === 'refused') reject(new Error(`refused: ${link.state.refusal}`));
      if (!link.view || !holds(link.view)) return;
      unsubscribe();
      resolve(link.view);
    };
    const unsubscribe = link.subscribe(look);
    look();
  });
}

/** A lesson in a story, else in the first. */
export async function newLesson(origin: string, story?: string): Promise<LessonKeys> {
  const catalogue = (await (await fetch(`${origin}/api/stories`)).json()) as StoryCatalogue;
  const body = JSON.stringify({ scenario: story ?? catalogue.stories[0]?.id, lang: 'nl' });
  const response = await fetch(`${origin}/api/lessons`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body });
  if (!response.ok) throw new Error(`no lesson: ${response.status} ${await response.text()}`);
  return (await response.json()) as LessonKeys;
}

export const quantile = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
