import { z } from 'zod';
import { forEveryReader, inEveryStoryLanguage } from '../../locales/story-languages.ts';
import { Bilingual, Day, Id, Source, Text } from './scalars.ts';
import { THEMES } from './theme.ts';
import { BANDS } from './vocabulary.ts';

/** scenarios/sources.yaml, help.yaml and agreements.yaml: what all stories share. */
export const Sources = z.record(z.string().regex(/^S[0-4]$/), z.strictObject({ title: Text, publisher: Text, year: Text, lines: z.number().int() }));
export const Help = z.strictObject({
  /** When the numbers were read, in documents and archived pages. Nobody has called them. */
  readOn: Day,
  lines: z
    .array(
      z.strictObject({
        name: Bilingual,
        what: Bilingual,
        contact: z.union([Text, Bilingual]),
        when: Bilingual.optional(),
        bands: z.array(z.enum(BANDS)),
        /** The people at school that this line stands for. It is left out if the teacher named them all. */
        school: z
          .array(z.enum(['mentor', 'counsellor']))
          .min(1)
          .optional(),
        /** In a story about one of these it stands before the other lines from outside the school. */
        firstFor: z.array(z.enum(THEMES)).min(1).optional(),
      }),
    )
    .min(2),
});
export const Agreements = z.record(
  z.string().regex(/^\d+$/),
  z
    .strictObject({ ...inEveryStoryLanguage(() => Text), sources: z.array(Source).min(1) })
    .transform(({ sources, ...texts }) => ({ ...forEveryReader(texts), sources })),
);
const Option = z.strictObject({ text: Text, short: Text });
const Item = z.strictObject({ question: Text, yes: Option, no: Option });
/** scenarios/items.yaml: the single questions that a class may answer before and after a story. */
export const Items = z.record(
  Id,
  z
    .strictObject({
      ...inEveryStoryLanguage(() => Item),
      about: Bilingual,
      sources: z.array(z.string()).min(1),
      /** Offered to no class any more. It stays for the lessons in which it was asked. */
      retired: z.literal(true).optional(),
    })
    .transform(({ about, sources, retired, ...items }) => ({ ...forEveryReader(items), about, sources, retired: retired === true })),
);
/** What a part of a paper is for: boxes to tick, words to read out, a letter to change, questions with room to write. */
const Paper = z.strictObject({
  lead: Bilingual,
  parts: z.array(z.strictObject({ kind: z.enum(['steps', 'aloud', 'letter', 'fill']), title: Bilingual, lines: z.array(Bilingual).min(1) })).min(1),
});
/** scenarios/aftercare.yaml: the teacher's card for when a pupil tells something real, and the papers beside it. */
export const Aftercare = z.strictObject({
  readOn: Day,
  now: z.array(z.strictObject({ do: Bilingual, say: Bilingual.optional() })).min(3),
  never: z.array(Bilingual).min(3),
  today: z.array(Bilingual).min(2),
  special: z.array(z.strictObject({ when: Bilingual, do: Bilingual })).min(2),
  lines: z.array(z.strictObject({ name: Bilingual, what: Bilingual, contact: z.union([Text, Bilingual]), when: Bilingual.optional() })).min(2),
  papers: z.strictObject({ instead: Paper, norm: Paper, letter: Paper, evaluation: Paper }),
});
export type SharedContent = {
  sources: z.infer<typeof Sources>;
  help: z.infer<typeof Help>;
  agreements: z.infer<typeof Agreements>;
  items: z.infer<typeof Items>;
  aftercare: z.infer<typeof Aftercare>;
};
