import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLibrary } from '../../src/server/library.ts';
import { released } from '../../src/server/released.ts';
import { checkedStories } from '../../src/tools/checked-stories.ts';
import { dutch, english, mutate, sharedFiles, structure } from '../support/lesson/small-story.ts';

/** A folder with a story that no class may see, and one that it may. */
const folder = mkdtempSync(join(tmpdir(), 'withheld-'));
afterAll(() => rmSync(folder, { recursive: true }));
const texts = { klein: dutch, merk: mutate(dutch, 'm1: Hoi allemaal', 'm1: Dit staat op Snapchat') };
for (const [name, text] of Object.entries(sharedFiles)) writeFileSync(join(folder, `${name}.yaml`), text);
for (const [id, nl] of Object.entries(texts)) {
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'story.yaml'), mutate(structure, 'id: klein', `id: ${id}`));
  writeFileSync(join(folder, id, 'nl.yaml'), nl);
  writeFileSync(join(folder, id, 'en.yaml'), english);
}

test('a server offers it in a rehearsal only, and says why it is left out', async () => {
  const all = await readLibrary(folder);
  expect([...all.stories.keys()]).toEqual(['klein', 'merk']);
  const { stories, warnings, broken } = released(all);
  expect([...stories.keys()]).toEqual(['klein']);
  expect([...warnings.keys()]).toEqual(['klein']);
  expect(broken.map(({ id, diagnoses }) => [id, diagnoses.find(({ severity }) => severity === 'withheld')?.code])).toEqual([['merk', 'brand']]);
});

test('a file of another name is named where one is missing', async () => {
  mkdirSync(join(folder, 'anders'));
  writeFileSync(join(folder, 'anders', 'story.yml'), structure);
  writeFileSync(join(folder, 'anders', 'NL.yaml'), dutch);
  const { broken } = await readLibrary(folder, ['anders']);
  rmSync(join(folder, 'anders'), { recursive: true });
  expect(broken[0]?.diagnoses.map(({ message }) => message.nl.replace(/.*maar/, 'maar'))).toEqual([
    'maar hier staat wel story.yml. Geef dat de naam story.yaml.',
    'maar hier staat wel NL.yaml. Geef dat de naam nl.yaml.',
    expect.stringContaining('en.yaml ontbreekt. Elk verhaal'),
  ]);
});

/** What a page gets of a story that is `build` or `serve`d. */
async function asked(command: 'build' | 'serve', file: string): Promise<unknown> {
  const { configResolved, load } = checkedStories();
  if (typeof configResolved !== 'function' || typeof load !== 'object') throw new Error('another plugin');
  Reflect.apply(configResolved, undefined, [{ command }]);
  const code: unknown = await Reflect.apply(load.handler, { addWatchFile: () => {} }, [join(folder, file)]);
  return JSON.parse(JSON.parse(/JSON\.parse\((.*)\)/.exec(String(code))?.[1] ?? 'null'));
}

test('a build neither lists nor carries it; while one edits, it plays', async () => {
  expect(await asked('build', 'klein/nl.yaml?title')).toBe('Klein');
  expect(await asked('build', 'merk/nl.yaml?title')).toBeNull();
  expect(await asked('build', 'merk/en.yaml?title')).toBeNull();
  expect(await asked('build', 'merk/story.yaml?checked')).toMatchObject({
    mistake: expect.stringMatching(/merk\/nl\.yaml:\d+:\d+ There is a mistake here\.$/),
  });
  expect(await asked('build', 'klein/story.yaml?checked')).toHaveProperty('story');
  expect(await asked('serve', 'merk/nl.yaml?title')).toBe('Klein');
  expect(await asked('serve', 'merk/story.yaml?checked')).toHaveProperty('story');
});
