// biome-ignore-all lint/correctness/noEmptyPattern: Vitest reads there which other fixtures one needs.
import { expect, test as plain } from 'vitest';
import { School } from '../server/classroom.ts';
import { openBrowser, Rack } from './browser.ts';
import { shared } from './opened.ts';
import { FileServer } from './trial-pages.ts';

/** A browser is opened once for all that a worker tests, a school's server and plain files once for a file that asks for them; the screens are a test's own. */
export const test = plain
  .extend('school', { scope: 'file' }, async ({}, { onCleanup }) => {
    const school = shared(await new School().open());
    onCleanup(() => school.close());
    return school;
  })
  .extend('files', { scope: 'file' }, async ({}, { onCleanup }) => {
    const files = shared(await new FileServer().open());
    onCleanup(() => files.close());
    return files;
  })
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // A server of a test's own, with settings of its own.
  .extend('opens', async ({}, { onCleanup }) => {
    const schools: School[] = [];
    onCleanup(async () => {
      for (const school of schools) await school.close();
    });
    return async (env: Record<string, string> = {}, wrap: string[] = []): Promise<School> => {
      const school = new School(env);
      schools.push(school);
      return school.open(wrap);
    };
  })
  .extend('rack', async ({ browser }, { onCleanup }) => {
    const rack = new Rack(browser);
    onCleanup(async () => {
      await rack.close();
      expect(rack.complaints).toEqual([]);
    });
    return rack;
  });
