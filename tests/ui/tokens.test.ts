import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colours } from '../../src/art/tokens.ts';
import { TOKENS_FILE, tokensCss } from '../../src/tools/tokens.ts';

const text = (path: string) => readFileSync(path, 'utf8');

test('the variables of the pages are the colours of the drawings (npm run tokens)', () => {
  expect(text(TOKENS_FILE)).toBe(tokensCss());
});

const COLOUR = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b(?=['"`;,)\s])|\b0x[0-9a-f]{6}\b|\brgba?\(\s*\d/i;

test('no style, component or screen has a colour of its own', () => {
  // A drawing is its colours; they stand in the drawing.
  const files = globSync(['src/**/*.css', 'src/**/*.{ts,tsx}']).filter(
    (path) => !path.endsWith('tokens.css') && !path.startsWith(join('src', 'art')),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((path) => COLOUR.test(text(path)))).toEqual([]);
});

test.each(["'#1b1938'", '`fill="#fff"`', 'color: #FFF;', '0x12112b', "'rgba(58, 4, 104, .15)'"])('%s is recognised as a colour', (code) => {
  expect(code).toMatch(COLOUR);
});

test('every CSS variable that is used exists', () => {
  const files = globSync('src/**/*.css');
  const set = new Set(files.flatMap((path) => [...text(path).matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])));
  // What code sets: the running foot of paper, lettering and shares.
  const byCode = new Set(['--running-foot', '--running-page', '--size', '--share']);
  const unknown = files.flatMap((path) =>
    [...text(path).matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1] ?? '').filter((name) => !set.has(name) && !byCode.has(name)),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

test('the bar of a phone has the colour of the paper', () => {
  expect(text('index.html')).toContain(`<meta name="theme-color" content="${colours.paper}" />`);
});
