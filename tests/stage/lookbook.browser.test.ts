import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { picturesOf, REFERENCES } from '../support/lookbook/chosen.ts';

/** Fonts and drawings are ours, but edges are smoothed a little differently on another machine. */
const UNLIKE = 0.15;
const AT_MOST = 0.005;
const CHANGED = fileURLToPath(new URL('../pictures/', import.meta.url));

let drawn: Map<string, Buffer>;
beforeAll(async () => {
  drawn = await picturesOf();
});

const expected = readdirSync(REFERENCES).map((name) => name.replace('.png', ''));

test('the same pictures are compared as were accepted', () => {
  expect([...drawn.keys()].sort()).toEqual(expected.sort());
});

test.each(expected)('%s looks as it was accepted (`npm run lookbook -- --accept` accepts the new look)', (name) => {
  const was = PNG.sync.read(readFileSync(`${REFERENCES}${name}.png`));
  const is = PNG.sync.read(drawn.get(name)!);
  const { width, height } = was;
  expect([is.width, is.height]).toEqual([width, height]);
  const change = new PNG({ width, height });
  const pixels = pixelmatch(was.data, is.data, change.data, width, height, { threshold: UNLIKE });
  if (pixels / (width * height) > AT_MOST) {
    mkdirSync(CHANGED, { recursive: true });
    writeFileSync(`${CHANGED}lookbook-${name}.png`, drawn.get(name)!);
    writeFileSync(`${CHANGED}lookbook-${name}-changed.png`, PNG.sync.write(change));
  }
  expect(pixels / (width * height), `see tests/pictures/lookbook-${name}-changed.png`).toBeLessThanOrEqual(AT_MOST);
});
