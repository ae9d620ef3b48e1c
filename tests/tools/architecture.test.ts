import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');

function run(folder: string, script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(modules, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, output: `${stdout}${stderr}` };
}
const TSC = 'typescript/bin/tsc';
const BIOME = '@biomejs/biome/bin/biome';
const KNIP = 'knip/bin/knip.js';

describe('the project as it stands', () => {
  test.each([
    ['is formatted and lints', BIOME, ['check', '--error-on-warnings']],
    ['has no unused file, export or package', KNIP, ['--no-progress']],
  ])('%s', (_, script, args) => {
    const { status, output } = run(root, script, ...args);
    if (status !== 0) throw new Error(output);
  });
});

const FOREIGN = /TS6059|TS6307/;
const MISSING = /TS2584|TS2304|TS2591|TS2307|TS2580/;

type Planted = [what: string, file: string, code: string, reason: RegExp];
/** What the compiler refuses. */
const WRONG: Planted[] = [
  ['the phone imports the rules', 'src/phone/planted-1.ts', `import { step } from '../lesson/step.ts';\nexport const rules = step;\n`, FOREIGN],
  [
    'the phone imports only a type of the rules',
    'src/phone/planted-2.ts',
    `import type { Lesson } from '../lesson/state.ts';\nexport const rules: Lesson | null = null;\n`,
    FOREIGN,
  ],
  [
    'the stage imports its sibling the phone',
    'src/stage/planted-3.ts',
    `import type { Session } from '../phone/session.ts';\nexport const sibling: Session | null = null;\n`,
    FOREIGN,
  ],
  [
    'the desk imports the server',
    'src/desk/planted-4.ts',
    `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
    FOREIGN,
  ],
  [
    'the desk imports the debrief',
    'src/desk/planted-5.ts',
    `import type { Part } from '../debrief/part.ts';\nexport const part: Part | null = null;\n`,
    FOREIGN,
  ],
  [
    'what travels imports the rules',
    'src/protocol/planted-6.ts',
    `import type { Lesson } from '../lesson/state.ts';\nexport const rules: Lesson | null = null;\n`,
    FOREIGN,
  ],
  [
    'the rules import the server',
    'src/lesson/planted-7.ts',
    `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
    FOREIGN,
  ],
  ['a room knows that it is a server', 'src/session/planted-8.ts', `export const port = process.env.PORT;\n`, MISSING],
  ['a room knows that it is a page', 'src/session/planted-9.ts', `export const title = document.title;\n`, MISSING],
  [
    'the trial imports the server',
    'src/trial/planted-10.ts',
    `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
    FOREIGN,
  ],
  [
    'the texts know who says them',
    'src/locales/planted-15.ts',
    `import { CODE_LENGTH } from '../protocol/identity.ts';\nexport const long = CODE_LENGTH > 5;\n`,
    FOREIGN,
  ],
  ['the rules touch the page', 'src/lesson/planted-11.ts', `export const title = document.title;\n`, MISSING],
  ['the rules wait', 'src/lesson/planted-12.ts', `setTimeout(() => {}, 1);\nexport {};\n`, MISSING],
  ['the rules know the process', 'src/lesson/planted-13.ts', `export const port = process.env.PORT;\n`, MISSING],
  [
    'the story format reads a file',
    'src/story/planted-14.ts',
    `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
    MISSING,
  ],
];
/** What it does not. */
const RIGHT = [
  'src/lesson/planted-right.ts',
  `import { CODE_LENGTH } from '../protocol/identity.ts';\nexport const long = CODE_LENGTH > 5;\n`,
] as const;

/** What the linter refuses; the last two import each other. */
const LINTED: Planted[] = [
  ['the rules read the clock', 'src/lesson/linted-1.ts', `export const now = () => Date.now();\n`, /The core has no clock/],
  ['the rules throw a die', 'src/lesson/linted-2.ts', `export const lot = () => Math.random();\n`, /The core has no chance/],
  ['a file imports one', 'src/lesson/linted-3.ts', `import { two } from './linted-4.ts';\nexport const one = () => two;\n`, /noImportCycles/],
  ['that imports it', 'src/lesson/linted-4.ts', `import { one } from './linted-3.ts';\nexport const two = () => one;\n`, /noImportCycles/],
];

/** The compiler names what is foreign to a folder once: of two plants that import it the second has a round of its own. */
const roundOf = ([, file, , reason]: Planted) =>
  reason === FOREIGN ? WRONG.filter((other) => other[3] === FOREIGN && dirname(other[1]) === dirname(file) && other[1] < file).length : 0;

const ROUNDS = [0, 1] as const;

/** What is changed in a file of the project, in which round, and which list the compiler then says is not whole. */
const CHANGED: [what: string, round: 0 | 1, file: string, from: string, to: string, reason: RegExp][] = [
  [
    'an intent that nobody handles',
    0,
    'src/protocol/intents.ts',
    `  z.object({ type: z.literal('lesson.end') }),`,
    `  z.object({ type: z.literal('lesson.end') }),\n  z.object({ type: z.literal('lesson.planted') }),`,
    /^src\/session\/handle-intent\.ts\S* error TS2741: Property '['"]lesson\.planted/m,
  ],
  [
    'a new kind of ballot that the journal does not list',
    0,
    'src/lesson/events.ts',
    'export type Ballot =\n',
    `export type Ballot =\n  | { type: 'vote.planted'; seat: number; round: RoundId }\n`,
    /^src\/session\/entries\.ts.*TS27(39|41): .*vote\.planted/m,
  ],
  [
    'a ballot that the journal would keep with the events',
    1,
    'src/session/entries.ts',
    `'vote.cast': 'ballot'`,
    `'vote.cast': 'event'`,
    /^src\/session\/entries\.ts.*TS2322/m,
  ],
];

describe('a copy of the project', () => {
  let copy: string;
  /** What the compiler says of the plants, by round, and the linter, by finding. */
  const compiled: string[] = [];
  let linted: string[];

  const cache = () => join(copy, 'node_modules/.cache');
  const compile = (...folders: string[]) => run(copy, TSC, '-b', '--pretty', 'false', ...folders);
  const plant = (planted: (readonly [file: string, code: string])[]) => {
    for (const [file, code] of planted) writeFileSync(join(copy, file), code);
    return () => {
      for (const [file] of planted) rmSync(join(copy, file));
    };
  };

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'architecture-'));
    for (const name of ['src', 'tests', 'assets/sounds/source', 'package.json', 'tsconfig.json', 'biome.json', 'vite.config.ts'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    // An own cache, or the copy would overwrite what `tsc -b` remembers of the project.
    mkdirSync(join(copy, 'node_modules'));
    for (const name of readdirSync(modules)) if (name !== '.cache') symlinkSync(join(modules, name), join(copy, 'node_modules', name), 'junction');
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('is well typed, and no folder knows what it may not know', () => {
    const { status, output } = compile();
    if (status !== 0) throw new Error(output);
    cpSync(cache(), join(copy, 'well-typed'), { recursive: true });
  });

  test('no longer compiles once a mistake is planted', () => {
    expect(Math.max(...WRONG.map(roundOf))).toBeLessThan(ROUNDS.length);
    for (const round of ROUNDS) {
      const changes = CHANGED.filter((one) => one[1] === round).map(([, , file, from, to]) => {
        const before = readFileSync(join(copy, file), 'utf8');
        expect(before).toContain(from);
        writeFileSync(join(copy, file), before.replace(from, to));
        return { file, before };
      });
      const planted = [RIGHT, ...WRONG.filter((one) => roundOf(one) === round).map(([, file, code]) => [file, code] as const)];
      const uproot = plant(planted);
      // Only the folders in which a fault is expected, and what they build on. The session's lists are changed in both rounds.
      const { status, output } = compile('src/session', ...new Set(planted.map(([file]) => dirname(file))));
      expect(status).not.toBe(0);
      compiled.push(output);
      uproot();
      for (const { file, before } of changes) writeFileSync(join(copy, file), before);
      // As if nothing had been planted: the next round compiles again only what its own faults touch.
      rmSync(cache(), { recursive: true });
      cpSync(join(copy, 'well-typed'), cache(), { recursive: true });
    }
    const uproot = plant(LINTED.map(([, file, code]) => [file, code] as const));
    const { status, output } = run(copy, BIOME, 'lint', ...LINTED.map(([, file]) => file));
    expect(status).not.toBe(0);
    linted = output.split(/\n(?=src\/)/);
    uproot();
  });

  test('with a correct extra file has no fault in it', () => {
    expect(compiled).toHaveLength(ROUNDS.length);
    for (const output of compiled) expect(output).not.toContain(RIGHT[0]);
  });

  test.each(WRONG)('%s: the compiler names the file', (_, file, __, reason) => {
    const lines = compiled.flatMap((output) => output.split('\n'));
    expect(lines.filter((line) => line.startsWith(file)).join('\n')).toMatch(reason);
  });

  test.each(CHANGED.map(([what, round, , , , reason]) => [what, round, reason] as const))('%s: the compiler names the list', (_, round, reason) => {
    expect(compiled[round]).toMatch(reason);
  });

  test.each(LINTED)('%s: the linter names the file', (_, file, __, reason) => {
    expect(linted.filter((finding) => finding.startsWith(file)).join('\n')).toMatch(reason);
  });
});
