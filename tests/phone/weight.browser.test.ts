import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createBuilder, type Manifest } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BASE_LANG, LANGS } from '../../src/locales/languages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = 'index.html';
const CODE_LIMIT = 32_000;
/** What a phone with another language may fetch on top of the page that everybody gets: a packet's half. */
const OTHER_LANGUAGE_LIMIT = 500;
/** What no vote needs, and comes after the first view, while the class is still coming in. */
const LATE_LIMIT = 18_000;
const FONT_LIMIT = 120_000;
/** Libraries of other pages, by a string that minifying leaves alone. */
const STRANGERS = ['Phaser', 'xstate', 'ZodError', 'i18next', 'howler'];

let dist: string;
let manifest: Manifest;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'phone-weight-'));
  // As `vite build` has it; a test's own would bring the packages' debugging along.
  vi.stubEnv('NODE_ENV', 'production');
  const builder = await createBuilder({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: dist, manifest: true },
  });
  await builder.build(builder.environments.phone!);
  manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const file = (path: string) => readFileSync(join(dist, path));
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Everything of this site that the page asks for: its own tags, and all that its chunks import, early or also late. */
function pulledIn(when: 'early' | 'ever' = 'ever'): string[] {
  const found = new Set<string>(matches(file(PAGE).toString(), /<(?:script|link)[^>]*?(?:src|href)="\/([^"]+)"/g));
  const follow = (key: string, seen = new Set<string>()): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    if (!chunk.file.endsWith('.html')) found.add(chunk.file);
    for (const style of chunk.css ?? []) found.add(style);
    for (const next of [...(chunk.imports ?? []), ...(when === 'ever' ? (chunk.dynamicImports ?? []) : [])]) follow(next, seen);
  };
  follow(PAGE);
  return [...found];
}
const ofKind = (end: string) => pulledIn().filter((path) => path.endsWith(end));

const weightOf = (paths: string[]) => {
  const weights = Object.fromEntries(paths.map((path) => [path, gzipSync(file(path), { level: 9 }).length]));
  return { weights, total: Object.values(weights).reduce((sum, weight) => sum + weight, 0) };
};
const isCode = (path: string) => /\.(js|css)$/.test(path);

test('a phone can vote after at most 32 kB of HTML, CSS and JavaScript', () => {
  const early = pulledIn('early').filter(isCode);
  expect(early.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
  expect(early.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(0);
  const { weights, total } = weightOf([PAGE, ...early]);
  console.log(`phone: ${total} bytes gzip`, weights);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(CODE_LIMIT);
});

test('another language comes only to a phone that speaks it, which may vote after as little', () => {
  const { total } = weightOf([PAGE, ...pulledIn('early').filter(isCode)]);
  const code = ofKind('.js').map((path) => file(path).toString());
  for (const lang of LANGS.filter((other) => other !== BASE_LANG)) {
    const read = (page: string) => readFileSync(join(ROOT, `src/locales/${lang}/${page}.json`), 'utf8');
    const texts = ['phone', 'creatures', 'phone-later', 'phone-chat', 'refusals'].map(read);
    for (const sentence of texts.flatMap((text) => Object.values<string>(JSON.parse(text))).filter((text) => text.length > 30))
      expect(
        code.some((script) => script.includes(sentence)),
        sentence,
      ).toBe(false);
    // `hasTexts` of the page: the others come after the first view.
    const more = gzipSync(read('phone'), { level: 9 }).length;
    console.log(`phone in ${lang}: ${more} bytes gzip more`);
    expect(total + more).toBeLessThanOrEqual(CODE_LIMIT + OTHER_LANGUAGE_LIMIT);
  }
});

test('what comes later weighs at most 18 kB', () => {
  const early = pulledIn('early');
  const late = pulledIn().filter((path) => isCode(path) && !early.includes(path));
  const { weights, total } = weightOf(late);
  console.log(`phone, later: ${total} bytes gzip`, weights);
  expect(late.length).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(LATE_LIMIT);
});

test('no script of the phone was found that its page does not name or import', () => {
  const known = new Set(pulledIn());
  for (const path of ofKind('.js')) {
    for (const next of matches(file(path).toString(), /(?:from|import)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g)) expect(known).toContain(`assets/${next}`);
  }
});

test('the phone carries no library of the other pages', () => {
  for (const path of ofKind('.js')) {
    const text = file(path).toString();
    for (const stranger of STRANGERS) expect(text.includes(stranger), `${stranger} in ${path}`).toBe(false);
  }
});

test('the fonts weigh at most 120 kB together and never hold up the text', () => {
  const css = ofKind('.css')
    .map((path) => file(path).toString())
    .join('\n');
  const fonts = new Set(matches(css, /url\(["']?\.\/([^"')]+\.woff2)/g).map((name) => `assets/${name}`));
  expect(fonts.size).toBeGreaterThan(0);
  const total = [...fonts].reduce((sum, path) => sum + file(path).length, 0);
  console.log(`phone: ${total} bytes of fonts`);
  expect(total).toBeLessThanOrEqual(FONT_LIMIT);
  const faces = matches(css, /@font-face\s*{([^}]*)}/g);
  expect(faces.length).toBe(fonts.size);
  for (const face of faces) expect(face).toMatch(/font-display:\s*(swap|optional)/);
});

test('the page loads nothing from elsewhere and works under a policy without inline script', () => {
  const html = file(PAGE).toString();
  const loads = matches(html, /<(?:script|link|img|iframe|source)[^>]*?(?:src|href)="([^"]*)"/g);
  expect(loads.length).toBeGreaterThan(1);
  for (const address of loads) expect(address).toMatch(/^(\.\/assets\/|data:,$)/);
  for (const path of ofKind('.css')) expect(matches(file(path).toString(), /url\(["']?((?:https?:)?\/\/[^"')]+)/g)).toEqual([]);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/\son\w+=|\sstyle=/);
  expect(html).toContain('<noscript>');
});
