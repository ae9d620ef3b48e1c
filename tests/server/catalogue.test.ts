import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { StoryCard, StoryCatalogue } from '../../src/protocol/catalogue.ts';
import { buildApp } from '../../src/server/http.ts';
import type { Lessons } from '../../src/server/lessons.ts';
import { type Library, readLibrary } from '../../src/server/library.ts';
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

test('of what lies in the folder of the build, only the pages and the assets are served', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'wat-doe-jij-'));
  const files = ['.stamp', 'index.html', 'index.html.br', 'notes.txt', 'src/desk/index.html', 'assets/a.js', 'assets/a.js.br', 'assets/.secret'];
  for (const file of files) {
    mkdirSync(join(dist, file, '..'), { recursive: true });
    writeFileSync(join(dist, file), `the file ${file}`);
  }
  const library = { stories: new Map(), broken: [], warnings: new Map() } as unknown as Library;
  const app = await buildApp({ dist, library, lessons: {} as Lessons, publicUrl: null, teacherCode: null });
  const served = async (path: string, encoding = '') => {
    const { statusCode, body } = await app.inject({ path, headers: { 'accept-encoding': encoding } });
    return statusCode === 200 ? body : statusCode;
  };
  expect([await served('/'), await served('/docent'), await served('/assets/a.js'), await served('/assets/a.js', 'br')]).toEqual([
    'the file index.html',
    'the file src/desk/index.html',
    'the file assets/a.js',
    'the file assets/a.js.br',
  ]);
  // The frames of a trial lesson ask for the files of their pages.
  expect([await served('/index.html'), await served('/src/desk/index.html')]).toEqual(['the file index.html', 'the file src/desk/index.html']);
  for (const path of ['/.stamp', '/index.html.br', '/notes.txt', '/assets/a.js.br', '/assets/.secret'])
    expect([path, await served(path)]).toEqual([path, 404]);
  await app.close();
});
