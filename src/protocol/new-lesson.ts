import * as z from 'zod';
import { Language, Name } from './fields.ts';
import { CONTACT_ROLES } from './settings.ts';

/** Longer than any that is accepted: what is too long gets a reason instead of "not understood". */
const Typed = z.string().max(500);

/** By the id of a character: what this class calls them instead. */
const NewNames = z.record(Name, Typed);
export type NewNames = z.infer<typeof NewNames>;

/** Somebody of the school whom pupils may go to. */
const SchoolContact = z.object({
  role: z.enum(CONTACT_ROLES),
  name: Typed,
  /** A room, a number, an address: as the teacher wrote it. */
  reach: Typed,
});
export type SchoolContact = z.infer<typeof SchoolContact>;

/** `POST /api/story`: one story as such a lesson would tell it, to read and print before. Answered with its card and help lines. */
export const StoryRequest = z.object({
  scenario: Name,
  lang: Language,
  /** One of the story's versions; its first where absent. */
  version: Name.optional(),
  /** The short version, of a story that has one. */
  short: z.boolean().optional(),
  /** Characters that get another name in this lesson. */
  names: NewNames.refine((names) => Object.keys(names).length <= 40).optional(),
  /** Whom pupils may go to at this school, for every help screen. */
  contact: z.array(SchoolContact).max(CONTACT_ROLES.length).optional(),
});
export type StoryRequest = z.infer<typeof StoryRequest>;

/** `POST /api/lessons` */
export const NewLesson = StoryRequest.extend({
  /** Only where the server asks for one (TEACHER_CODE). */
  teacherCode: z.string().max(200).optional(),
});
export type NewLesson = z.infer<typeof NewLesson>;

/** Its answer: secrets that this browser keeps and shows to nobody. */
export interface LessonKeys {
  lesson: string;
  desk: string;
  stage: string;
  debrief: string;
}
