import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import program from './package.json' with { type: 'json' };
import { LANGS, LANGUAGES, privacyPath, proofPath } from './src/locales/languages.ts';
import { checkedStories } from './src/tools/checked-stories.ts';
import { slimSocket } from './src/tools/slim-socket.ts';
import { LongestFirst } from './tests/support/longest-first.ts';
import { PATIENCE_MS } from './tests/support/patience.ts';

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is text is compressed once, at the build, instead of for every phone. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      for (const file of Object.keys(bundle)) {
        if (!/\.(html|js|css|svg|json)$/.test(file)) continue;
        const bytes = readFileSync(join(dir, file));
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes));
      }
    },
  };
}

/** What a teacher's page says before its script runs, and goes on saying in a browser that is too old for it. */
function wordsBefore(): Plugin {
  const words = readFileSync(page('src/ui/page-start.html'), 'utf8').trim();
  return {
    name: 'words-before',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('<!-- before.html -->', () => words) },
  };
}

/** The pages that are written in each language themselves: the links to them in the other languages are written at the build. */
function ownLanguages(): Plugin {
  const links = (path: string) => {
    const address = path.endsWith('proof.html') ? proofPath : privacyPath;
    return LANGS.map((lang) =>
      path.includes(`/locales/${lang}/`)
        ? `<b aria-current="page">${LANGUAGES[lang].name}</b>`
        : `<a href="${address(lang)}" lang="${lang}">${LANGUAGES[lang].name}</a>`,
    ).join('\n        ');
  };
  return {
    name: 'own-languages',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => html.replace('<!-- languages -->', () => links(filename)).replace('<!-- version -->', () => program.version),
    },
  };
}

/** Tests that start servers, and tests that drive browsers; the others need neither. */
const SERVER_TESTS = ['tests/server/**/*.test.ts', 'tests/client/connection.test.ts'];
const BROWSER_TESTS = 'tests/**/*.browser.test.ts';

const LEAVES_NOTHING_OPEN = './tests/support/browser/nothing-left-open.ts';
/**
 * How long a test may take before it counts as hanging, in ms, on a third of one core as well. What a test waits for has a limit of its own:
 * `tests/support/patience.ts`.
 */
const PATIENT = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: PATIENCE_MS } } };

/** A server's test mostly waits for what a lesson takes; one that has pages waits for them a third of the time. So two cores are busy. */
const SERVER_WORKERS = 5;
const BROWSER_WORKERS = 3;

/** What Phaser's own build decides for its source; one that is not set here counts as on. */
const PHASER = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

/** The board carries the parts of Phaser that it uses. While one edits, the whole is faster to serve. */
function slimPhaser(): Plugin {
  return {
    name: 'slim-phaser',
    apply: 'build',
    config: () => ({
      resolve: { alias: { phaser: page('src/stage/phaser.cjs') } },
      define: Object.fromEntries(Object.entries(PHASER).map(([name, on]) => [`typeof ${name}`, String(on)])),
    }),
  };
}

/** The pupil's page imports its parts by a smaller helper than Vite's, which also tries again. */
function importParts(): Plugin {
  return {
    name: 'import-parts',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'phone',
    resolveId: { filter: { id: /vite\/preload-helper/ }, handler: () => page('src/phone/import-part.ts') },
  };
}

/**
 * The board, the debrief, the proefles, the privacy page and the page that recounts, and in builds of their own the pupil's page (the site's root) and the teacher's
 * desk: what those load is not cut to suit the others. On a slow line each further file costs more than what pages then have twice.
 */
export default defineConfig({
  appType: 'mpa',
  // A plain file server may have these pages in any folder.
  base: './',
  publicDir: false,
  plugins: [wordsBefore(), ownLanguages(), checkedStories(), slimPhaser(), slimSocket(), importParts(), compressed()],
  // A class is called after its component, so that a page's source can be read: `timer-left`.
  css: { modules: { generateScopedName: (name, file) => `${basename(file.replace(/\?.*$/, ''), '.module.css')}-${name}` } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['chrome87', 'firefox78', 'safari14', 'edge88'],
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          input: {
            stage: page('src/stage/index.html'),
            debrief: page('src/debrief/index.html'),
            trial: page('src/trial/index.html'),
            ...Object.fromEntries(LANGS.map((lang) => [`privacy-${lang}`, page(`src/locales/${lang}/privacy.html`)])),
            ...Object.fromEntries(LANGS.map((lang) => [`proof-${lang}`, page(`src/locales/${lang}/proof.html`)])),
          },
        },
      },
    },
    desk: { consumer: 'client', build: { emptyOutDir: false, rolldownOptions: { input: { desk: page('src/desk/index.html') } } } },
    phone: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        // `src/phone/import-part.ts` is told the file itself and its styles.
        modulePreload: { polyfill: false, resolveDependencies: (file, needed, { hostType }) => (hostType === 'js' ? [file] : needed) },
        rolldownOptions: { input: { phone: page('index.html') } },
      },
    },
  },
  builder: {},
  test: {
    reporters: ['default', './tests/support/plain-reporter.ts'],
    // As many at a time also on more cores, and no second try anywhere: it runs alike on a laptop and in a continuous integration.
    maxWorkers: 2,
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    // What fails soonest comes first.
    projects: [
      {
        test: {
          ...PATIENT,
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...SERVER_TESTS, BROWSER_TESTS],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...PATIENT,
          name: 'server',
          include: SERVER_TESTS,
          setupFiles: LEAVES_NOTHING_OPEN,
          maxWorkers: SERVER_WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      // Its browser lasts as long as a worker: to start one takes as long as a short test.
      {
        test: {
          ...PATIENT,
          name: 'browser',
          include: [BROWSER_TESTS],
          setupFiles: LEAVES_NOTHING_OPEN,
          isolate: false,
          maxWorkers: BROWSER_WORKERS,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
