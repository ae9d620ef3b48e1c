import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = readFileSync(join(import.meta.dirname, '../../src/story/check/codes.ts'), 'utf8');
const numbers = [...source.matchAll(/^ {2}'?([a-z-]+)'?: (\d+),$/gm)].map(([, name, number]) => ({ name, number: Number(number) }));

test('no number is given twice, also not one that is no longer said', () => {
  const all = [...source.matchAll(/: (\d{3}),/g)].map(([, number]) => Number(number));
  expect(all.length).toBeGreaterThan(90);
  expect(all.filter((number, index) => all.indexOf(number) !== index)).toEqual([]);
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map(({ number }) => number).toSorted((a, b) => a - b));
});
