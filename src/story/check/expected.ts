import { z } from 'zod';

/** The forms that a schema allows at one place, without what only wraps them. */
function forms(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional) return forms(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(forms);
  if (schema instanceof z.ZodPipe) return forms(schema.in);
  return [schema];
}

function inside(schema: unknown, key: string | number): unknown[] {
  if (schema instanceof z.ZodObject) return key in schema.shape ? forms(schema.shape[key]) : forms(schema.def.catchall);
  if (schema instanceof z.ZodRecord) return forms(schema.valueType);
  if (schema instanceof z.ZodArray) return forms(schema.element);
  return schema instanceof z.ZodTuple ? forms(schema.def.items[Number(key)]) : [];
}

/** What may stand at a place: every form of it. */
export const expectedAt = (schema: z.ZodType, path: readonly (string | number)[]): unknown[] =>
  path.reduce<unknown[]>((above, key) => above.flatMap((form) => inside(form, key)), forms(schema));

/** The names that a block may have there. */
export const keysAt = (schema: z.ZodType, path: readonly (string | number)[]): string[] => [
  ...new Set(expectedAt(schema, path).flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []))),
];

/** Of each form that may stand there, the name that it begins with. Null: no block. */
export const kindOfEach = (schema: z.ZodType, path: readonly (string | number)[]): (string | null)[] =>
  expectedAt(schema, path).map((form) => (form instanceof z.ZodObject ? (Object.keys(form.shape)[0] ?? null) : null));

/** The names that each kind of block there begins with. */
export const kindsAt = (schema: z.ZodType, path: readonly (string | number)[]): string[] => [
  ...new Set(kindOfEach(schema, path).filter((kind) => kind !== null)),
];
