import { z } from 'zod';
import { forEveryReader, inEveryStoryLanguage } from '../../locales/story-languages.ts';

export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower case letters, digits and hyphens');
export const Value = z.union([z.boolean(), z.string(), z.number().int()]);
export type Value = z.infer<typeof Value>;

/** A source line (`S1:564-617`), the same with ≈ before it where the passage only supports the mechanism, or `D` for our own design. */
export const Source = z.union([z.literal('D'), z.string().regex(/^≈?S[0-4]:\d+(-\d+)?$/, 'a source is S1:564-617, ≈S1:564-617 or D')]);

export const Text = z.string().min(1);
/** What stands in the shared files in the languages of the stories; it is read in every language that a page speaks. */
export const Bilingual = z.strictObject(inEveryStoryLanguage(() => Text)).transform(forEveryReader);

/** As yyyy-mm-dd. */
export const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
