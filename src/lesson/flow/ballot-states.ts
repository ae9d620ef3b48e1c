import type { Story } from '../../story/compile/story.ts';
import type { Of } from '../events.ts';
import { pastKept } from '../live.ts';
import { activeSeats, seatOf } from '../state.ts';
import { drop } from './changes.ts';
import { change, refuse, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** A press that comes sooner after the opening was meant for the screen before it. */
const CLOSE_NOT_BEFORE_MS = 4000;

/** The box: open, waiting for a count of heads, and closing. */
export function ballotStates(
  story: Story,
  {
    stale,
    resting,
    vote,
    mixesHere,
    wrongRound,
    inTime,
    impossibleCount,
    keep,
    released,
    leaveToTeacher,
    close,
    goOn,
    next,
    nextMoment,
    skip,
  }: Moves,
) {
  /** No looking back and no other way of voting meanwhile. */
  const fixed = { ...rule<'story.back'>(refuse('not-now'))('story.back'), ...rule<'mode.set'>(refuse('not-now'))('mode.set') };

  return {
    voting: {
      on: {
        ...next(
          resting,
          stale,
          refuse<Of<'lesson.next'>>('not-now', (lesson, event) => event.at < (lesson.round?.opensAt ?? 0) + CLOSE_NOT_BEFORE_MS),
          ...close<Of<'lesson.next'>>(() => true),
        )('lesson.next'),
        ...rule<'vote.close'>(resting, wrongRound<Of<'vote.close'>>(), ...close<Of<'vote.close'>>(() => true))('vote.close'),
        ...inTime,
        ...rule<'vote.extend'>(
          wrongRound<Of<'vote.extend'>>(),
          refuse<Of<'vote.extend'>>(
            'number-out-of-range',
            (_, event) => !Number.isInteger(event.seconds) || event.seconds < 5 || event.seconds > 300,
          ),
          refuse('not-now', (lesson) => lesson.round?.deadline == null),
          change<Of<'vote.extend'>>((lesson, event) => ({
            round: lesson.round && { ...lesson.round, deadline: Math.max(lesson.round.deadline ?? 0, event.at) + event.seconds * 1000 },
          })),
        )('vote.extend'),
        ...rule<'vote.untimed'>(
          wrongRound<Of<'vote.untimed'>>(),
          change((lesson) => ({ round: lesson.round && { ...lesson.round, deadline: null } })),
        )('vote.untimed'),
        ...fixed,
        ...skip,
      },
    },
    recount: {
      on: {
        ...rule<'headcount.confirm'>(
          impossibleCount,
          change<Of<'headcount.confirm'>>(
            (lesson, event) => ({ headCount: event.count, ...nextMoment(lesson) }),
            'closing',
            (lesson, event) => activeSeats(lesson).length <= event.count,
          ),
          change<Of<'headcount.confirm'>>((_, event) => ({ headCount: event.count })),
        )('headcount.confirm'),
        ...rule<'seats.removed'>(
          change<Of<'seats.removed'>>(
            (lesson, event) => ({ ...drop(lesson, event.seats), ...nextMoment(lesson) }),
            'closing',
            (lesson, event) => activeSeats(lesson).length - event.seats.filter((id) => seatOf(lesson, id)).length <= (lesson.headCount ?? 0),
          ),
          change<Of<'seats.removed'>>((lesson, event) => drop(lesson, event.seats)),
        )('seats.removed'),
        ...fixed,
        // Where the count cannot be put right, for devices that do not go away.
        ...skip,
      },
    },
    closing: {
      on: {
        ...rule<'vote.released'>(
          wrongRound<Of<'vote.released'>>(),
          ...goOn<Of<'vote.released'>>((lesson) => pastKept(story, lesson, lesson.point), keep),
          change<Of<'vote.released'>>(leaveToTeacher, 'hands', mixesHere),
          change<Of<'vote.released'>>(released, 'tooFew', (_, event) => event.released.shown === 'nothing'),
          change<Of<'vote.released'>>(released, 'talk', (lesson) => vote(lesson)?.talk !== undefined),
          change<Of<'vote.released'>>(released, 'reveal'),
        )('vote.released'),
        ...rule<'seats.removed'>(refuse('not-now'))('seats.removed'),
        ...fixed,
        ...rule<'lesson.end'>(refuse('not-now'))('lesson.end'),
        ...rule<'lesson.pause'>(refuse('not-now'))('lesson.pause'),
      },
    },
  };
}
