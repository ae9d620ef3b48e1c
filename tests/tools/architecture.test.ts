import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    ['is well typed, and no folder knows what it may not know', TSC, ['-b']],
    ['is formatted and lints', BIOME, ['check', '--error-on-warnings']],
    ['has no unused file, export or package', KNIP, ['--no-progress']],
  ])('%s', (_, script, args) => {
    const { status, output } = run(root, script, ...args);
    if (status !== 0) throw new Error(output);
  });
});

describe('a planted violation', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'architecture-'));
    for (const name of ['src', 'tests', 'package.json', 'tsconfig.json', 'biome.json', 'vite.config.ts'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    // An own cache, or the copy would overwrite what `tsc -b` remembers of the project.
    mkdirSync(join(copy, 'node_modules'));
    for (const name of readdirSync(modules)) if (name !== '.cache') symlinkSync(join(modules, name), join(copy, 'node_modules', name), 'junction');
    run(copy, TSC, '-b');
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function plant(file: string, code: string, script: string, ...args: string[]) {
    writeFileSync(join(copy, file), code);
    const found = run(copy, script, ...args);
    rmSync(join(copy, file));
    return found;
  }

  const FOREIGN = /TS6059|TS6307/;
  const MISSING = /TS2584|TS2304|TS2591|TS2307|TS2580/;
  test.each([
    ['the phone imports the rules', 'src/phone/planted.ts', `import { step } from '../lesson/step.ts';\nexport const rules = step;\n`, FOREIGN],
    [
      'the phone imports only a type of the rules',
      'src/phone/planted.ts',
      `import type { Lesson } from '../lesson/state.ts';\nexport const rules: Lesson | null = null;\n`,
      FOREIGN,
    ],
    [
      'the stage imports its sibling the phone',
      'src/stage/planted.ts',
      `import type { Session } from '../phone/session.ts';\nexport const sibling: Session | null = null;\n`,
      FOREIGN,
    ],
    [
      'the desk imports the server',
      'src/desk/planted.ts',
      `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
      FOREIGN,
    ],
    [
      'the desk imports the debrief',
      'src/desk/planted.ts',
      `import type { Part } from '../debrief/part.ts';\nexport const part: Part | null = null;\n`,
      FOREIGN,
    ],
    [
      'what travels imports the rules',
      'src/protocol/planted.ts',
      `import type { Lesson } from '../lesson/state.ts';\nexport const rules: Lesson | null = null;\n`,
      FOREIGN,
    ],
    [
      'the rules import the server',
      'src/lesson/planted.ts',
      `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
      FOREIGN,
    ],
    ['a room knows that it is a server', 'src/session/planted.ts', `export const port = process.env.PORT;\n`, MISSING],
    ['a room knows that it is a page', 'src/session/planted.ts', `export const title = document.title;\n`, MISSING],
    [
      'the proefles imports the server',
      'src/trial/planted.ts',
      `import { readSettings } from '../server/settings.ts';\nexport const settings = readSettings({});\n`,
      FOREIGN,
    ],
    [
      'the texts know who says them',
      'src/locales/planted.ts',
      `import { CODE_LENGTH } from '../protocol/identity.ts';\nexport const long = CODE_LENGTH > 5;\n`,
      FOREIGN,
    ],
    ['the rules touch the page', 'src/lesson/planted.ts', `export const title = document.title;\n`, MISSING],
    ['the rules wait', 'src/lesson/planted.ts', `setTimeout(() => {}, 1);\nexport {};\n`, MISSING],
    ['the rules know the process', 'src/lesson/planted.ts', `export const port = process.env.PORT;\n`, MISSING],
    [
      'the story format reads a file',
      'src/story/planted.ts',
      `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
      MISSING,
    ],
  ])('%s: the compiler names the file', (_, file, code, reason) => {
    const { status, output } = plant(file, code, TSC, '-b');
    expect(status).not.toBe(0);
    expect(
      output
        .split('\n')
        .filter((line) => line.startsWith(file))
        .join('\n'),
    ).toMatch(reason);
  });

  test('an intent that nobody handles: the compiler names the table of those who do', () => {
    const file = join(copy, 'src/protocol/intents.ts');
    const before = readFileSync(file, 'utf8');
    const planted = before.replace("  z.object({ type: z.literal('lesson.end') }),", "$&\n  z.object({ type: z.literal('lesson.planted') }),");
    expect(planted).not.toBe(before);
    writeFileSync(file, planted);
    const { status, output } = run(copy, TSC, '-b');
    writeFileSync(file, before);
    expect(status).not.toBe(0);
    expect(output).toMatch(/src\/session\/handle-intent\.ts\S* error TS2741: Property '"lesson\.planted/);
  });

  test('a file that keeps to its folder is not named', () => {
    const { output } = plant(
      'src/lesson/planted.ts',
      `import { CODE_LENGTH } from '../protocol/identity.ts';\nexport const long = CODE_LENGTH > 5;\n`,
      TSC,
      '-b',
    );
    expect(output).not.toContain('planted.ts');
  });

  test('a new kind of ballot that the journal does not list: the compiler names the list', () => {
    const events = join(copy, 'src/lesson/events.ts');
    const before = readFileSync(events, 'utf8');
    const known = 'export type Ballot =\n';
    expect(before).toContain(known);
    writeFileSync(events, before.replace(known, `${known}  | { type: 'vote.planted'; seat: number; round: RoundId }\n`));
    const { status, output } = run(copy, TSC, '-b');
    writeFileSync(events, before);
    expect(status).not.toBe(0);
    expect(output).toMatch(/^src\/session\/entries\.ts.*TS2741.*vote\.planted/m);
  });

  test('a ballot that the journal would keep with the events: the compiler names the list', () => {
    const entries = join(copy, 'src/session/entries.ts');
    const before = readFileSync(entries, 'utf8');
    expect(before).toContain(`'vote.cast': 'ballot'`);
    writeFileSync(entries, before.replace(`'vote.cast': 'ballot'`, `'vote.cast': 'event'`));
    const { status, output } = run(copy, TSC, '-b');
    writeFileSync(entries, before);
    expect(status).not.toBe(0);
    expect(output).toMatch(/^src\/session\/entries\.ts.*TS2322/m);
  });

  test.each([
    ['the rules read the clock', `export const now = () => Date.now();\n`, 'The core has no clock'],
    ['the rules throw a die', `export const lot = () => Math.random();\n`, 'The core has no chance'],
  ])('%s: the linter names the file', (_, code, reason) => {
    const { status, output } = plant('src/lesson/planted.ts', code, BIOME, 'lint', 'src/lesson/planted.ts');
    expect(status).not.toBe(0);
    expect(output).toContain('src/lesson/planted.ts');
    expect(output).toContain(reason);
  });

  test('two files import each other: the linter names the file', () => {
    writeFileSync(join(copy, 'src/lesson/other.ts'), `import { one } from './planted.ts';\nexport const two = () => one;\n`);
    const { status, output } = plant(
      'src/lesson/planted.ts',
      `import { two } from './other.ts';\nexport const one = () => two;\n`,
      BIOME,
      'lint',
      'src/lesson/planted.ts',
    );
    rmSync(join(copy, 'src/lesson/other.ts'));
    expect(status).not.toBe(0);
    expect(output).toContain('noImportCycles');
  });
});
