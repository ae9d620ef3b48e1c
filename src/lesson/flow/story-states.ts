import type { Story } from '../../story/compile/story.ts';
import { candidatesRefusal } from '../agreements.ts';
import { isSkipped } from '../asking.ts';
import type { Of } from '../events.ts';
import { fastForward, played, sceneEnd } from '../scene.ts';
import { agreeNode, firstSideActivity } from '../side-activity.ts';
import { activeSeats } from '../state.ts';
import { change, refuse, refuseFor, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** The lobby, and what is told and read together. */
export function storyStates(story: Story, { stale, resting, next, nextMoment, skipStale, following, goOn, toNextNode }: Moves) {
  return {
    lobby: {
      on: next(
        resting,
        stale,
        refuse('headcount-missing', (lesson) => lesson.headCount === null),
        refuse('headcount-too-low', (lesson) => activeSeats(lesson).length > (lesson.headCount ?? 0)),
        ...goOn<Of<'lesson.next'>>((lesson) =>
          lesson.current === null && lesson.decisions.length === 0 ? firstSideActivity(lesson, 'before') : null,
        ),
        // A lesson that goes on another day with a decision made but not yet shown.
        change<Of<'lesson.next'>>(
          (lesson) => nextMoment(lesson),
          'reveal',
          (lesson) => lesson.current !== null,
        ),
        ...goOn<Of<'lesson.next'>>((lesson) => lesson.point),
      )('lesson.next'),
    },
    scene: {
      on: {
        ...rule<'story.skip'>(
          resting,
          skipStale,
          refuse<Of<'story.skip'>>('not-now', (lesson, event) => played(story, lesson, event.at)),
          change<Of<'story.skip'>>((lesson, event) => ({ playhead: sceneEnd(story, lesson, event.at) })),
        )('story.skip'),
        ...next(
          resting,
          stale,
          change<Of<'lesson.next'>>(
            (lesson, event) => ({ playhead: fastForward(story, lesson, event.at) }),
            undefined,
            (lesson, event) => !played(story, lesson, event.at),
          ),
          ...toNextNode,
        )('lesson.next'),
        ...rule<'scene.hold'>(
          resting,
          change<Of<'scene.hold'>>((lesson, event) => ({
            playhead:
              event.on === (lesson.playhead.since === null)
                ? lesson.playhead
                : {
                    offset: lesson.playhead.offset + (lesson.playhead.since === null ? 0 : event.at - lesson.playhead.since),
                    since: event.on ? null : event.at,
                  },
          })),
        )('scene.hold'),
      },
    },
    reveal: { on: next(resting, stale, ...following)('lesson.next') },
    reflect: { on: next(resting, stale, ...toNextNode)('lesson.next') },
    tell: { on: next(resting, stale, ...toNextNode)('lesson.next') },
    results: { on: next(resting, stale, ...toNextNode)('lesson.next') },
    end: {
      on: {
        ...rule<'items.ask'>(
          resting,
          refuse('items-missing', (lesson) => isSkipped(lesson) || firstSideActivity(lesson, 'after') === null),
          ...goOn<Of<'items.ask'>>((lesson) => firstSideActivity(lesson, 'after')),
        )('items.ask'),
        ...rule<'agreements.ask'>(
          resting,
          ...refuseFor<Of<'agreements.ask'>>((_, event) => candidatesRefusal(story, event.candidates)),
          ...goOn<Of<'agreements.ask'>>(
            (lesson, event) => ({ node: agreeNode(event.candidates), variables: lesson.point.variables }),
            (_, event) => ({ candidates: event.candidates }),
          ),
        )('agreements.ask'),
      },
    },
  };
}
