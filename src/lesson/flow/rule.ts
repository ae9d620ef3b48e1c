import { assign, setup } from 'xstate';
import type { RefusalCode } from '../../protocol/refusals.ts';
import { AGREEMENT_REFUSALS } from '../agreements.ts';
import type { Happening, LessonEvent } from '../events.ts';
import type { Lesson, Phase } from '../state.ts';

export type Of<T extends LessonEvent['type']> = Extract<Happening, { type: T }>;
export type Test<E> = (lesson: Lesson, event: E) => boolean;
export type Change<E> = (lesson: Lesson, event: E) => Partial<Lesson>;

export const base = setup({
  types: { context: {} as Lesson, events: {} as Happening },
  actions: { refuse: (_, _params: { code: RefusalCode }) => {} },
});

/** What happens on one event: the first arm whose test holds. */
export const rule =
  <T extends LessonEvent['type']>(...arms: ((type: T) => object)[]) =>
  (type: T) => ({ [type]: arms.map((arm) => arm(type)) });
/** An arm that refuses with a code and changes nothing. */
export const refuse =
  <E = Happening>(code: RefusalCode, test: Test<E> = () => true) =>
  () => ({
    guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
    actions: { type: 'refuse', params: { code } },
  });
/** A refusal whose code depends on what was asked: one arm for each code. */
export const refuseFor = <E = Happening>(why: (lesson: Lesson, event: E) => RefusalCode | null) =>
  AGREEMENT_REFUSALS.map((code) => refuse<E>(code, (lesson, event) => why(lesson, event) === code));
/** An arm that changes the lesson, and perhaps its phase. */
export const change =
  <E = Happening>(change: Change<E>, target?: Phase, test: Test<E> = () => true) =>
  () => ({
    ...(target ? { target: `#lesson.${target}` } : {}),
    guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
    actions: assign<Lesson, Happening, undefined, Happening, never>(({ context, event }) => change(context, event as E)),
  });
