// biome-ignore-all lint/correctness/noEmptyPattern: Vitest reads there which other fixtures one needs.
import { test as plain } from 'vitest';
import { Rack } from './browser.ts';
import { School } from './classroom.ts';
import { FileServer } from './trial-pages.ts';

/** What a test of a page asks for is opened once for all tests of its file: a school's server, plain files alone, the screens. */
export const test = plain
  .extend('school', { scope: 'file' }, async ({}, { onCleanup }) => {
    const school = await new School().open();
    onCleanup(() => school.close());
    return school;
  })
  .extend('files', { scope: 'file' }, async ({}, { onCleanup }) => {
    const files = await new FileServer().open();
    onCleanup(() => files.close());
    return files;
  })
  .extend('rack', { scope: 'file' }, async ({}, { onCleanup }) => {
    const rack = await Rack.open();
    onCleanup(() => rack.close());
    return rack;
  });
