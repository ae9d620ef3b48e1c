import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe.each(['README.md', 'src/README.md', 'src/server/README.md', 'src/stage/README.md', 'src/tools/bench/README.md', 'scenarios/README.md'])(
  '%s',
  (file) => {
    test('links to files that exist', () => {
      const targets = [...read(file).matchAll(/\]\(([^)#\s]+)/g)].flatMap(([, target = '']) => (target.includes(':') ? [] : [target]));
      expect(targets.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
    });
  },
);

test('the map names files that exist', () => {
  const named = [...read('src/README.md').matchAll(/`([a-z-]+\/[\w/.-]+\.\w+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => ![join(root, 'src'), root].some((folder) => existsSync(join(folder, path))))).toEqual([]);
});

test('the README is read in a minute', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(120);
});
