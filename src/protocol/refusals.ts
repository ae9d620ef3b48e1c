import type refusals from '../locales/nl/refusals.json';

/** Every "no" has a code, and a sentence for it in the refusals of every language. */
export type RefusalCode = keyof typeof refusals;

export type Answer<T = object> = ({ ok: true } & T) | { ok: false; refusal: RefusalCode };
