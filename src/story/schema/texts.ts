import { z } from 'zod';
import { STORY_LANGS } from '../../locales/story-languages.ts';
import { Id, Text } from './scalars.ts';

/** A scene's texts stand beside its title under the ids that its beats use. */
const NodeTexts = z
  .object({
    title: Text,
    /** The teacher's note while this is on the board; the notice is shown one node ahead. */
    note: Text.optional(),
    notice: Text.optional(),
    time: Text.optional(),
    as: Text.optional(),
    question: Text.optional(),
    hint: Text.optional(),
    choices: z.record(Id, z.strictObject({ text: Text, short: Text, now: Text, later: Text })).optional(),
    /** An end's: what happened, and what can still be done. */
    ending: Text.optional(),
    still: z.array(Text).optional(),
    /** What a `tell` says. */
    lines: z.array(Text).min(1).max(5).optional(),
    /** The buttons of a live chat, and the names of the branches by class size. */
    acts: z.record(Id, Text).optional(),
    ways: z.record(Id, Text).optional(),
  })
  .catchall(Text);

/** What happens, told to whoever leads the lesson, and who everybody is. */
const Plot = z.strictObject({ plot: z.array(Text).min(2).max(6), people: z.record(Id, Text) });

export const Texts = z.strictObject({
  language: z.enum(STORY_LANGS),
  /** In a translation: the hash of the texts that it was made from (`npm run scenarios -- --translated ID`). */
  translatedFrom: z.string().optional(),
  title: Text,
  tagline: Text,
  about: Text,
  notice: Text,
  notWhen: Text,
  goals: z.array(Text).min(2).max(4),
  needs: z.array(Text).min(1),
  cast: z.record(Id, Text),
  chats: z.record(Id, z.strictObject({ title: Text, badge: z.string().min(1).max(2), members: Text })),
  nodes: z.record(Id, NodeTexts),
  talking: z.record(Id, z.strictObject({ question: Text, note: Text })),
  facts: z.record(Id, Text),
  say: z.array(Text).length(3),
  dontSay: z.array(Text).length(3),
  followUp: z.array(Text).min(2),
  versions: z.record(Id, z.strictObject({ title: Text, about: Text })).optional(),
  /** Hard words of the choices and questions, explained on tap. */
  words: z.record(Text, Text).optional(),
  /** The teacher's sheet: what to do before, what to read aloud, and how it goes without phones. */
  sheet: z.strictObject({ before: z.array(Text).min(2), readAloud: z.array(Text).min(2), phones: Text, withoutPhones: Text }).optional(),
  /** What the teacher reads before anything else. A version that is another story has a plot and people of its own. */
  teacher: Plot.partial()
    .extend({
      /** Three questions. At one yes the story is not played, and `otherwise` says what is done instead. */
      check: z.strictObject({ questions: z.array(Text).length(3), otherwise: Text }),
      /** Who has to agree beforehand, and a line for the parents, of a story that needs it. */
      permission: Text.optional(),
      parents: Text.optional(),
      versions: z.record(Id, Plot).optional(),
    })
    .optional(),
});
export type Texts = z.infer<typeof Texts>;
