import { z } from 'zod';
import { Structure } from '../../story/schema/schema.ts';
import { Texts } from '../../story/schema/texts.ts';
import { FIELDS } from './field-descriptions.ts';
import { LISTS } from './name-descriptions.ts';

/** What an editor may know of a story's files, by the name that it has in scenarios/. */
export const SCHEMAS = { 'story.schema.json': Structure, 'texts.schema.json': Texts };

type JsonSchema = z.core.JSONSchema.JSONSchema;
const both = ([nl, en]: readonly [string, string]) => `${nl}\n\n${en}`;

/** Writes what each field is for and what each name of a list is, where an editor shows it. Returns the fields that nobody described. */
export function describeFields(root: JsonSchema, name: string): string[] {
  const missing: string[] = [];
  const seen = new Set<unknown>();
  const visit = (schema: JsonSchema | boolean | undefined, block: string) => {
    if (typeof schema !== 'object' || seen.has(schema)) return;
    seen.add(schema);
    if (schema.$ref) visit(root.$defs?.[schema.$ref.replace('#/$defs/', '')], block);
    const list = LISTS.find(({ names }) => names.length === schema.enum?.length && names.every((one) => schema.enum?.includes(one)));
    if (list) schema.enumDescriptions = list.names.map((one) => both(list.of(one) ?? [one, one]));
    for (const [field, inner] of Object.entries(schema.properties ?? {})) {
      const said = FIELDS[`${block}.${field}`];
      if (said === undefined) missing.push(`${block}.${field}`);
      else if (typeof inner === 'object') inner.description = both(said);
      visit(inner, field);
    }
    for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.prefixItems ?? [])]) visit(part, block);
    for (const part of [schema.items, schema.additionalProperties].flat()) visit(part, block);
  };
  visit(root, name);
  return missing;
}

export function schemaText(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
  describeFields(json, schema === Texts ? 'texts' : 'story');
  return `${JSON.stringify(json, null, 2)}\n`;
}
