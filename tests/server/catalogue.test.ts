import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { StoryCard, StoryCatalogue } from '../../src/protocol/catalogue.ts';
import { buildApp } from '../../src/server/http.ts';
import type { Lessons } from '../../src/server/lessons.ts';
import { readLibrary } from '../../src/server/library.ts';
import { ideas } from '../../src/story/compile/rename.ts';

vi.mock(import('../../src/story/compile/rename.ts'), async (original) => {
  const real = await original();
  return { ...real, ideas: vi.fn(real.ideas) };
});

test('the slow search for invented names is done once for a story, however often its card is asked for', async () => {
  const library = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  const dist = mkdtempSync(join(tmpdir(), 'wat-doe-jij-'));
  const app = await buildApp({ dist, library, lessons: {} as Lessons, publicUrl: null, teacherCode: null });
  const shared = async (lang: string) => (await app.inject(`/api/stories?lang=${lang}`)).json() as StoryCatalogue;
  const told = async (names: Record<string, string>) =>
    (await app.inject({ method: 'POST', path: '/api/story', payload: { scenario: 'groepsapp', lang: 'nl', names } })).json() as { story: StoryCard };
  const ideasOf = (story: StoryCard | undefined, who: string) => story?.renamable.find((one) => one.id === who)?.ideas ?? [];

  const groep = (await shared('nl')).stories.find((story) => story.id === 'groepsapp');
  expect((await told({})).story).toEqual(groep);
  expect(await shared('en')).not.toEqual(await shared('nl'));
  expect(await shared('fr')).toEqual(await shared('nl'));
  // A name that was taken is no longer suggested.
  const [taken, ...left] = ideasOf(groep, 'daan');
  expect(left.length).toBeGreaterThan(0);
  expect(ideasOf((await told({ daan: taken as string })).story, 'daan')).toEqual(left);
  expect(ideas).toHaveBeenCalledTimes(library.stories.size);

  // The cards are not made again either.
  library.stories.clear();
  expect((await shared('nl')).stories.find((story) => story.id === 'groepsapp')).toEqual(groep);
  await app.close();
});
