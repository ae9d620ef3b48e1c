import { CONSENT_LEAST_MS } from '../../protocol/live-chat.ts';
import type { Story } from '../../story/compile/story.ts';
import { CONSENT_MS, liveOf } from '../live.ts';
import { dueAt, type Lesson, type LiveRound, mayVote, seatOf } from '../state.ts';
import { change, type Of, refuse, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** A chat that plays on every phone. */
export function liveState(story: Story, { stale, resting, wrongRound, inTime, close, next }: Moves) {
  const reportOf = (lesson: Lesson, seat: number) => lesson.round?.live?.reports[seat] ?? { seen: false, act: null, counts: true, counter: -1 };
  const reported = (lesson: Lesson, change: Partial<LiveRound>): Partial<Lesson> => ({
    round: lesson.round && { ...lesson.round, live: lesson.round.live && { ...lesson.round.live, ...change } },
  });
  const report = (lesson: Lesson, seat: number, change: Partial<LiveRound['reports'][number]>): Partial<Lesson> =>
    reported(lesson, { reports: { ...lesson.round?.live?.reports, [seat]: { ...reportOf(lesson, seat), ...change } } });
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
  const fromPhone = <E extends { seat: number; round: string; at: number }>() => [
    refuse<E>('seat-unknown', (lesson, event) => !seatOf(lesson, event.seat)),
    wrongRound<E>(),
    resting,
    refuse<E>('seat-late', (lesson, event) => !mayVote(lesson, event.seat)),
    refuse<E>('live-not-running', (lesson, event) => event.at < (lesson.round?.opensAt ?? 0) || event.at > (dueAt(lesson) ?? 0) || !measured(lesson)),
  ];

  return {
    live: {
      on: {
        ...rule<'live.dealt'>(
          wrongRound<Of<'live.dealt'>>(),
          refuse<Of<'live.dealt'>>('not-now', (lesson) => lesson.round?.live?.conditions !== null),
          change<Of<'live.dealt'>>((lesson, event) => reported(lesson, { conditions: event.conditions })),
        )('live.dealt'),
        ...rule<'live.seen'>(
          ...fromPhone<Of<'live.seen'>>(),
          change<Of<'live.seen'>>((lesson, event) => report(lesson, event.seat, { seen: true })),
        )('live.seen'),
        ...rule<'live.act'>(
          ...fromPhone<Of<'live.act'>>(),
          refuse<Of<'live.act'>>('choice-unknown', (lesson, event) => !liveOf(story, lesson.point.node)?.acts.some((act) => act.id === event.act)),
          refuse<Of<'live.act'>>('act-known', (lesson, event) => ![null, event.act].includes(reportOf(lesson, event.seat).act)),
          change<Of<'live.act'>>((lesson, event) => report(lesson, event.seat, { seen: true, act: event.act })),
        )('live.act'),
        ...rule<'live.count'>(
          ...fromPhone<Of<'live.count'>>(),
          refuse<Of<'live.count'>>('vote-older', (lesson, event) => {
            const known = reportOf(lesson, event.seat);
            return known.counter > event.counter || (known.counter === event.counter && known.counts !== event.on);
          }),
          change<Of<'live.count'>>((lesson, event) => report(lesson, event.seat, { counts: event.on, counter: event.counter })),
        )('live.count'),
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
