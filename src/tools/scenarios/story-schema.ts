import { z } from 'zod';
import { Structure } from '../../story/schema/schema.ts';
import { Texts } from '../../story/schema/texts.ts';

/** What an editor may know of a story's files, by the name that it has in scenarios/. */
export const SCHEMAS = { 'story.schema.json': Structure, 'texts.schema.json': Texts };

export function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 2)}\n`;
}
