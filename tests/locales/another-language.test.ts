import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = /\{\{\w+\}\}|[^{]+/g;
/** Dutch with a mark around every text outside placeholders, to show that it comes from the other language. */
const wrapped = (text: string) => text.replace(ours, (part) => (part.startsWith('{{') ? part : `«${part}»`));

let copy: string;
let vite: ViteDevServer;

/** A third language: a folder, and its entries in the list; no other file is touched. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'language-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), 'junction');
  const locales = join(copy, 'src/locales');
  mkdirSync(join(locales, 'xx'));
  for (const file of readdirSync(join(locales, 'nl'))) {
    const dutch = readFileSync(join(locales, 'nl', file), 'utf8');
    const texts = () => Object.entries<string>(JSON.parse(dutch)).map(([key, text]) => [key, wrapped(text)]);
    writeFileSync(join(locales, 'xx', file), file.endsWith('.json') ? JSON.stringify(Object.fromEntries(texts())) : dutch);
  }
  const list = join(locales, 'languages.ts');
  const listed = readFileSync(list, 'utf8')
    .replace(/^/, "import xx from './xx/lesson.json' with { type: 'json' };\n")
    .replace(/\n {2}en: \{.*\},\n/, "$&  xx: { name: 'Xx', direction: 'rtl', locale: 'nl-NL', stories: 'nl' },\n")
    .replace('{ nl, en }', '{ nl, en, xx }');
  writeFileSync(list, listed);
  vite = await createServer({ root: copy, configFile: false, logLevel: 'error', server: { middlewareMode: true, hmr: false, watch: null } });
}, 120_000);
afterAll(async () => {
  await vite.close();
  rmSync(copy, { recursive: true, force: true });
});

const load = (path: string) => vite.ssrLoadModule(`/src/${path}`);

test('the compiler finds nothing that the folder and the list do not say', () => {
  const folders = readdirSync(join(copy, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const projects = folders.map(({ name }) => `src/${name}`);
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects], {
    cwd: copy,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}, 300_000);

test('the messages, the rules and the board know it', async () => {
  const { Language } = await load('protocol/fields.ts');
  expect(['xx', 'yy'].map((lang) => Language.safeParse(lang).success)).toEqual([true, false]);
  const { comes } = await load('lesson/views/captions.ts');
  expect(comes('xx', 'Noor')).toBe('Noor« komt erbij.»');
  const { speak, t } = await load('stage/text/texts.ts');
  speak('xx');
  expect(t('lobby.joined', { count: 2 })).toBe('2« doen mee»');
  expect(t('room-full')).toBe('«Deze les zit vol.»');
  const { privacyPath, LANGS } = await load('locales/languages.ts');
  expect([LANGS, privacyPath('xx')]).toEqual([['nl', 'en', 'xx'], '/privacy/xx']);
});

test.each(['desk', 'debrief', 'trial'])('the page %s finds all its texts in it', async (page) => {
  const { translator } = await load('ui/translations.ts');
  const file = (lang: string) => JSON.parse(readFileSync(join(copy, `src/locales/${lang}/${page}.json`), 'utf8'));
  const t = translator(page, { 'xx/page.json': file('xx') }, () => 'xx');
  for (const [key, text] of Object.entries<string>(file('nl'))) if (!/\{\{|_(zero|one|other)$/.test(key + text)) expect(t(key)).toBe(`«${text}»`);
});

test('stories in it are asked for as soon as the list says that they are written in it', async () => {
  const list = join(copy, 'src/locales/languages.ts');
  const listed = readFileSync(list, 'utf8');
  writeFileSync(list, listed.replace("locale: 'nl-NL', stories: 'nl' },\n} as", "locale: 'nl-NL', stories: 'xx' },\n} as"));
  const own = await createServer({
    root: copy,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  });
  try {
    const { STORY_FILES, readStoryFolder, readLibrary } = await own.ssrLoadModule('/src/server/library.ts');
    expect(STORY_FILES).toEqual(['story.yaml', 'nl.yaml', 'en.yaml', 'xx.yaml']);
    expect(readStoryFolder(join(root, 'scenarios'), 'groepsapp', null).diagnoses).toMatchObject([{ file: 'scenarios/groepsapp/xx.yaml' }]);
    await expect(readLibrary(join(root, 'scenarios'))).rejects.toThrow(/agreements\.yaml:\d+:\d+ “xx” is missing/);
    const { Texts } = await own.ssrLoadModule('/src/story/schema/texts.ts');
    const { language } = Texts.shape;
    expect(['xx', 'yy'].map((lang) => language.safeParse(lang).success)).toEqual([true, false]);
  } finally {
    await own.close();
    writeFileSync(list, listed);
  }
});
