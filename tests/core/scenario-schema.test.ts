import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMAS, schemaText } from '../../src/server/story-schema.ts';

const folder = join(import.meta.dirname, '../../scenarios');

test.each(Object.entries(SCHEMAS))('%s is what the code says: npm run scenarios -- --schema writes it', (file, schema) => {
  expect(readFileSync(join(folder, file), 'utf8')).toBe(schemaText(schema));
});

test('a schema refuses what the code refuses', () => {
  const found = z.fromJSONSchema(JSON.parse(schemaText(SCHEMAS['texts.schema.json'])));
  const problems = found.safeParse({ language: 'de' });
  expect(problems.success).toBe(false);
  expect(JSON.stringify(problems.error?.issues)).toContain('language');
});
