import { assign, setup } from 'xstate';
import type { RefusalCode } from '../../protocol/refusals.ts';
import { AGREEMENT_REFUSALS } from '../agreements.ts';
import type { LessonEvent, UnstampedEvent } from '../events.ts';
import type { Lesson, Phase } from '../state.ts';

export type Test<E> = (lesson: Lesson, event: E) => boolean;
export type Change<E> = (lesson: Lesson, event: E) => Partial<Lesson>;

export const base = setup({
  types: { context: {} as Lesson, events: {} as LessonEvent },
  actions: { refuse: (_, _params: { code: RefusalCode }) => {} },
});

/** What happens on one event: the first arm whose test holds. */
export const rule =
  <T extends UnstampedEvent['type']>(...arms: ((type: T) => object)[]) =>
  (type: T) => ({ [type]: arms.map((arm) => arm(type)) });
/** An arm that refuses with a code and changes nothing. */
export const refuse =
  <E = LessonEvent>(code: RefusalCode, test: Test<E> = () => true) =>
  () => ({
    guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
    actions: { type: 'refuse', params: { code } },
  });
/** A refusal whose code depends on what was asked: one arm for each code. */
export const refuseFor = <E = LessonEvent>(why: (lesson: Lesson, event: E) => RefusalCode | null) =>
  AGREEMENT_REFUSALS.map((code) => refuse<E>(code, (lesson, event) => why(lesson, event) === code));
/** An arm that changes the lesson, and perhaps its phase. */
export const change =
  <E = LessonEvent>(change: Change<E>, target?: Phase, test: Test<E> = () => true) =>
  () => ({
    ...(target ? { target: `#lesson.${target}` } : {}),
    guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
    actions: assign<Lesson, LessonEvent, undefined, LessonEvent, never>(({ context, event }) => change(context, event as E)),
  });
