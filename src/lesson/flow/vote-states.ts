import type { Story } from '../../story/compile/story.ts';
import { isSkipped } from '../asking.ts';
import type { Of } from '../events.ts';
import { pastKept } from '../live.ts';
import { roundId } from '../state.ts';
import { change, refuse, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** A vote, from its question to the talk about it: on phones, with hands, or aloud. */
export function voteStates(
  story: Story,
  { stale, resting, vote, open, askedHere, hasPhonesResult, due, nextMoment, pick, released, goOn, next, skip, voted }: Moves,
) {
  return {
    question: {
      on: {
        ...next(
          resting,
          stale,
          ...goOn<Of<'lesson.next'>>((lesson) => (isSkipped(lesson) ? pastKept(story, lesson, lesson.point) : null)),
          change(nextMoment, 'together', (lesson) => askedHere(lesson) === 'together'),
          change(
            (lesson) => ({ ...nextMoment(lesson), turn: -1 }),
            'hands',
            (lesson) => askedHere(lesson) === 'hands',
          ),
          change(open, 'voting'),
        )('lesson.next'),
        ...skip,
      },
    },
    together: { on: pick('together') },
    hands: {
      on: {
        ...next(
          resting,
          stale,
          change(
            (lesson) => ({ ...nextMoment(lesson), turn: lesson.turn + 1 }),
            undefined,
            (lesson) => lesson.turn < (vote(lesson)?.choices.length ?? 0),
          ),
          refuse('hands-missing', (lesson) => lesson.phonesResult === null),
          change(
            (lesson) => ({ ...nextMoment(lesson), phonesResult: null }),
            'tooFew',
            (lesson) => lesson.phonesResult?.shown === 'nothing',
          ),
          change(
            (lesson, event: Of<'lesson.next'>) => ({ ...nextMoment(lesson), ...voted(lesson, event.at) }),
            'talk',
            (lesson) => vote(lesson)?.talk !== undefined,
          ),
          change(nextMoment, 'teacherDecides'),
        )('lesson.next'),
        ...rule<'hands.released'>(
          resting,
          refuse<Of<'hands.released'>>('round-unknown', (lesson, event) => event.round !== roundId(lesson)),
          refuse('not-now', (lesson) => lesson.phonesResult !== null),
          change<Of<'hands.released'>>(released, 'tooFew', (_, event) => event.released.shown === 'nothing'),
          change<Of<'hands.released'>>(released, 'talk', (lesson) => vote(lesson)?.talk !== undefined),
          change<Of<'hands.released'>>(released, 'reveal'),
        )('hands.released'),
        ...skip,
      },
    },
    // What the phones chose is on the board; a vote that is asked again before anything is decided would be a first one.
    teacherDecides: { on: { ...pick('mixed'), ...rule<'story.back'>(refuse('not-now'))('story.back') } },
    tooFew: { on: pick('teacher') },
    talk: {
      on: {
        ...next(resting, stale, change(nextMoment, 'teacherDecides', hasPhonesResult), change(nextMoment, 'reveal'))('lesson.next'),
        ...rule<'clock.due'>(
          change<Of<'clock.due'>>(nextMoment, 'teacherDecides', (lesson, event) => due(lesson, event) && hasPhonesResult(lesson)),
          change<Of<'clock.due'>>(nextMoment, 'reveal', due),
          refuse('not-now'),
        )('clock.due'),
      },
    },
  };
}
