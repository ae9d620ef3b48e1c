import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeFields, SCHEMAS, schemaText } from '../../src/tools/scenarios/story-schema.ts';

const folder = join(import.meta.dirname, '../../scenarios');

test.each(Object.entries(SCHEMAS))('%s is what the code says: npm run scenarios -- --schema writes it', (file, schema) => {
  expect(readFileSync(join(folder, file), 'utf8')).toBe(schemaText(schema));
});

const files = globSync('scenarios/*/*.yaml', { cwd: join(folder, '..') });
test.each(files)('%s fits its schema', (file) => {
  const schema = SCHEMAS[file.endsWith('story.yaml') ? 'story.schema.json' : 'texts.schema.json'];
  const result = z.fromJSONSchema(JSON.parse(schemaText(schema))).safeParse(parse(readFileSync(join(folder, '..', file), 'utf8')));
  expect(result.error?.issues ?? []).toEqual([]);
});

test('a schema refuses what the code refuses', () => {
  const found = z.fromJSONSchema(JSON.parse(schemaText(SCHEMAS['texts.schema.json'])));
  const problems = found.safeParse({ language: 'de' });
  expect(problems.success).toBe(false);
  expect(JSON.stringify(problems.error?.issues)).toContain('language');
});

const json = {
  story: z.toJSONSchema(SCHEMAS['story.schema.json'], { io: 'input', reused: 'ref' }),
  texts: z.toJSONSchema(SCHEMAS['texts.schema.json'], { io: 'input', reused: 'ref' }),
};
test.each(['story', 'texts'] as const)('an editor says of every field of %s what it is for, in Dutch and in English', (name) => {
  expect(describeFields(json[name], name)).toEqual([]);
});

test('an editor says of every emoji, look, place, light, sound and tile what it is', () => {
  const schema = readFileSync(join(folder, 'story.schema.json'), 'utf8');
  expect(schema.match(/"enumDescriptions"/g)?.length).toBeGreaterThanOrEqual(6);
  for (const said of ['gele hoodie\\n\\n13', 'duim omhoog\\n\\n', 'fietsenstalling\\n\\nbike shed']) expect(schema).toContain(said);
});

test.each(files)('%s names its schema, so that an editor knows it', (file) => {
  const schema = file.endsWith('story.yaml') ? 'story' : 'texts';
  expect(readFileSync(join(folder, '..', file), 'utf8').split('\n')[0]).toBe(`# yaml-language-server: $schema=../${schema}.schema.json`);
});
