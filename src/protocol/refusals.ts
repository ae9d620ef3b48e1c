import type refusals from '../locales/nl/refusals.json';
import type teacherRefusals from '../locales/nl/refusals-teacher.json';

/** Every "no" has a code, and a sentence for it in the refusals of every language. Those that a phone never hears stand apart: it does not fetch them. */
export type RefusalCode = keyof typeof refusals | keyof typeof teacherRefusals;

export type Answer<T = object> = ({ ok: true } & T) | { ok: false; refusal: RefusalCode };
