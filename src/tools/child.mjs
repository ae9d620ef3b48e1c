import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in this terminal until it ends, and gives its exit code. `hear` gets what it writes of errors, which is shown all the same.
 * A terminal sends Ctrl-C to the whole group, so the child has it already; what `kill` sends reaches this process only.
 */
export function run(program, args, { env = process.env, shell = false, hear = null } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['inherit', 'inherit', hear ? 'pipe' : 'inherit'] });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text);
      hear?.(text);
    });
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** A reason to stop that the reader can do something about: one sentence, no stack. */
export function stop(sentence, code = 2) {
  console.error(sentence);
  process.exit(code);
}
