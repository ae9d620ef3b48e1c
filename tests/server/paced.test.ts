import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { paced } from '../../src/server/paced.ts';

test('of a hundred files that are fetched at once, few pieces pass in one turn of the event loop, and every file comes whole', async () => {
  let pieces = 0;
  const turns: number[] = [];
  let watching = true;
  const watch = () => {
    turns.push(pieces);
    pieces = 0;
    if (watching) setImmediate(watch);
  };
  setImmediate(watch);
  const files = Array.from({ length: 100 }, () => paced(Readable.from(['one ', 'two ', 'three'])));
  for (const file of files)
    file.on('data', () => {
      pieces += 1;
    });
  const read = await Promise.all(files.map((file) => text(file)));
  watching = false;
  expect(new Set(read)).toEqual(new Set(['one two three']));
  expect(turns.reduce((sum, count) => sum + count, pieces)).toBe(300);
  // A piece that waited and one that came at once may meet in a turn.
  expect(Math.max(...turns)).toBeLessThanOrEqual(16);
});

test('a file that nobody reads to its end is closed', async () => {
  const source = Readable.from(['one', 'two', 'three']);
  const file = paced(source);
  for await (const _ of file) break;
  await expect.poll(() => source.destroyed).toBe(true);
});
