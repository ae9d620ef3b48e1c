import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namesFor } from '../../src/server/catalogue.ts';
import { openLibrary } from '../../src/server/kept-library.ts';
import { keptNames } from '../../src/server/kept-stories.ts';
import { type Library, readLibrary } from '../../src/server/library.ts';
import { begin } from '../../src/story/compile/machine.ts';
import { pipeAt } from '../support/server/disk.ts';

const KEPT = 'node_modules/.cache/wat-doe-jij/stories.json';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wat-doe-jij-kept-'));
  cpSync(fileURLToPath(new URL('../../scenarios', import.meta.url)), join(root, 'scenarios'), { recursive: true });
  // To check them all again and again would take minutes.
  for (const id of ['deepfake', 'omstander', 'sticker']) rmSync(join(root, 'scenarios', id), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(root, file), 'utf8');
  expect(before.search(from)).toBeGreaterThanOrEqual(0);
  writeFileSync(join(root, file), before.replace(from, to));
}
/** Where each story begins stands for its machine, which is a tree of functions. */
const told = ({ stories, ...rest }: Library) => ({
  ...rest,
  stories: [...stories.values()].map(({ machine, ...story }) => ({ ...story, begins: begin(machine) })),
});

test('what was kept is the same library, not a character different', async () => {
  const read = await readLibrary(join(root, 'scenarios'));
  const checked = await openLibrary(root);
  const kept = await openLibrary(root);
  expect(told(checked)).toEqual({ ...told(read), names: namesFor(read), kept: keptNames(read) });
  expect(told(kept)).toStrictEqual(told(checked));
});

test('stories are not read again while nothing changes, and checked again when a character does', async () => {
  const { stories } = await openLibrary(root);
  const title = stories.get('groepsapp')?.texts.nl.title ?? '';
  change(KEPT, `"title":"${title}"`, '"title":"Bewaard"');
  expect((await openLibrary(root)).stories.get('groepsapp')?.texts.nl.title).toBe('Bewaard');
  change('scenarios/foto/story.yaml', /^start: .*$/m, 'start: nergens');
  for (const _ of ['checked', 'kept']) {
    const library = await openLibrary(root);
    expect(library.stories.get('groepsapp')?.texts.nl.title).toBe(title);
    expect(library.stories.has('foto')).toBe(false);
    expect(library.broken.map(({ id, diagnoses }) => [id, diagnoses[0]?.file])).toEqual([['foto', 'scenarios/foto/story.yaml']]);
  }
});

test('a link that leads round, a pipe and a film beside the stories hold nobody up', async () => {
  const beside = (name: string) => join(root, 'scenarios', name);
  symlinkSync('..', beside('foto/rond'));
  symlinkSync('.', beside('foto/nog'));
  pipeAt(beside('foto/pijp.yaml'));
  writeFileSync(beside('foto/film.yaml'), '');
  truncateSync(beside('foto/film.yaml'), 2 ** 40);
  expect([...(await openLibrary(root)).stories.keys()]).toEqual(['foto', 'groepsapp']);
});

test('a folder that keeps nothing, or something else, costs a check and nothing more', async () => {
  writeFileSync(join(root, 'node_modules'), 'a file');
  expect((await openLibrary(root)).stories.size).toBeGreaterThan(1);
  rmSync(join(root, 'node_modules'));
  const { stories } = await openLibrary(root);
  writeFileSync(join(root, KEPT), '{"hash":');
  expect([...(await openLibrary(root)).stories.keys()]).toEqual([...stories.keys()]);
});
