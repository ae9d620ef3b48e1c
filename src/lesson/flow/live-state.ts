import { CONSENT_LEAST_MS } from '../../protocol/live-chat.ts';
import type { Story } from '../../story/compile/story.ts';
import type { Of } from '../events.ts';
import { CONSENT_MS, liveOf } from '../live.ts';
import type { Lesson } from '../state.ts';
import { change, refuse, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** A chat that plays on every phone. */
export function liveState(story: Story, { stale, resting, wrongRound, inTime, close, next }: Moves) {
  const measured = (lesson: Lesson) => liveOf(story, lesson.point.node)?.measured === true;
  const endOf = (lesson: Lesson) => lesson.round?.live?.endsAt ?? 0;
  const stillAsking = (lesson: Lesson, { at }: { at: number }) => measured(lesson) && at < endOf(lesson) + CONSENT_LEAST_MS;
  const stopped = (lesson: Lesson, at: number): Partial<Lesson> => ({
    round: lesson.round && {
      ...lesson.round,
      opensAt: Math.min(lesson.round.opensAt, at),
      deadline: at + CONSENT_MS,
      live: lesson.round.live && { ...lesson.round.live, endsAt: at },
    },
  });
  return {
    live: {
      on: {
        ...rule<'vote.close'>(
          resting,
          wrongRound<Of<'vote.close'>>(),
          // Who stops the chat ends it for all; that everybody is asked whether it counts has been promised.
          change<Of<'vote.close'>>(
            (lesson, event) => stopped(lesson, event.at),
            undefined,
            (lesson, event) => measured(lesson) && event.at < endOf(lesson),
          ),
          refuse<Of<'vote.close'>>('not-now', stillAsking),
          ...close<Of<'vote.close'>>(() => true),
        )('vote.close'),
        ...inTime,
        ...next(
          resting,
          stale,
          refuse<Of<'lesson.next'>>('not-now', (lesson, event) => event.at < endOf(lesson) || stillAsking(lesson, event)),
          ...close<Of<'lesson.next'>>(() => true),
        )('lesson.next'),
        ...rule<'story.back'>(refuse('not-now'))('story.back'),
      },
    },
  };
}
