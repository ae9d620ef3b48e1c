import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SCHEMAS, schemaText } from '../../src/tools/scenarios/story-schema.ts';

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
