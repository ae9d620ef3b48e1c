import type { Story } from '../../story/compile/story.ts';
import { pastKept } from '../live.ts';
import { activeSeats, dueAt, mayVote, seatOf } from '../state.ts';
import { drop } from './changes.ts';
import { change, type Of, refuse, rule } from './rule.ts';
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
    hasChoice,
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
        ...rule<'vote.cast'>(
          refuse<Of<'vote.cast'>>('seat-unknown', (lesson, event) => !seatOf(lesson, event.seat)),
          wrongRound<Of<'vote.cast'>>(),
          resting,
          refuse<Of<'vote.cast'>>('seat-late', (lesson, event) => !mayVote(lesson, event.seat)),
          refuse<Of<'vote.cast'>>('choice-unknown', (lesson, event) => event.choice !== null && !hasChoice(lesson, event.choice)),
          refuse<Of<'vote.cast'>>('vote-not-open', (lesson, event) => event.at < (lesson.round?.opensAt ?? 0)),
          refuse<Of<'vote.cast'>>('vote-closed', (lesson, event) => event.at > (dueAt(lesson) ?? Number.POSITIVE_INFINITY)),
          refuse<Of<'vote.cast'>>('vote-older', (lesson, event) => {
            const known = lesson.round?.ballots[event.seat];
            return known !== undefined && (known.counter > event.counter || (known.counter === event.counter && known.choice !== event.choice));
          }),
          change<Of<'vote.cast'>>((lesson, event) => ({
            round: lesson.round && {
              ...lesson.round,
              ballots: { ...lesson.round.ballots, [event.seat]: { choice: event.choice, counter: event.counter } },
            },
          })),
        )('vote.cast'),
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
        ...rule<'vote.cast'>(refuse('vote-closed'))('vote.cast'),
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
        ...rule<'vote.cast'>(refuse('vote-closed'))('vote.cast'),
        ...rule<'seats.removed'>(refuse('not-now'))('seats.removed'),
        ...fixed,
        ...rule<'lesson.end'>(refuse('not-now'))('lesson.end'),
        ...rule<'lesson.pause'>(refuse('not-now'))('lesson.pause'),
      },
    },
  };
}
