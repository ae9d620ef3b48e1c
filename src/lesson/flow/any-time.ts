import { LARGEST_ROOM } from '../../protocol/limits.ts';
import type { Story } from '../../story/compile/story.ts';
import { agreementRefusal } from '../agreements.ts';
import type { Of } from '../events.ts';
import { LATE_REPORTS_MS, wayPossible } from '../live.ts';
import { nodeOf } from '../side-activity.ts';
import { activeSeats, releasedDecisions } from '../state.ts';
import { drop, shift } from './changes.ts';
import { change, refuse, refuseFor, rule } from './rule.ts';
import type { Moves } from './transitions.ts';

/** A restarted server knows to this many ms when it stopped. What opened so shortly before counts as open, or a phone that asks again would hear that the vote has not begun. */
const ROUGHLY_MS = 1500;

/** What may happen in every phase that does not say otherwise. */
export function anyTime(story: Story, { resting, beforeStory, impossibleCount, decide, goOn }: Moves) {
  return {
    ...rule<'seat.joined'>(
      refuse<Of<'seat.joined'>>('seat-elsewhere', (lesson, event) => activeSeats(lesson).some((seat) => seat.token === event.token)),
      refuse('door-locked', (lesson) => lesson.doorLocked),
      refuse('room-full', (lesson) => activeSeats(lesson).length >= LARGEST_ROOM),
      change<Of<'seat.joined'>>((lesson, event) => ({
        seats: [...lesson.seats, { id: lesson.seats.length, token: event.token, look: event.look, removed: false }],
      })),
    )('seat.joined'),
    ...rule<'seats.removed'>(change<Of<'seats.removed'>>((lesson, event) => drop(lesson, event.seats)))('seats.removed'),
    ...rule<'headcount.confirm'>(
      impossibleCount,
      change<Of<'headcount.confirm'>>((_, event) => ({ headCount: event.count })),
    )('headcount.confirm'),
    ...rule<'door.lock'>(change<Of<'door.lock'>>((_, event) => ({ doorLocked: event.locked })))('door.lock'),
    ...rule<'lang.set'>(change<Of<'lang.set'>>((_, event) => ({ lang: event.lang })))('lang.set'),
    ...rule<'pace.set'>(change<Of<'pace.set'>>((_, event) => ({ pace: event.pace })))('pace.set'),
    ...rule<'mode.set'>(
      refuse('not-now', (lesson) => ['hands', 'teacherDecides', 'talk'].includes(lesson.phase)),
      change<Of<'mode.set'>>((_, event) => ({ mode: event.mode })),
    )('mode.set'),
    ...rule<'items.set'>(
      refuse('not-now', (lesson) => !beforeStory(lesson)),
      refuse<Of<'items.set'>>('item-unknown', (_, event) => event.items.some((item) => !Object.hasOwn(story.beside?.items ?? {}, item))),
      change<Of<'items.set'>>((_, event) => ({ items: Object.keys(story.beside?.items ?? {}).filter((item) => event.items.includes(item)) })),
    )('items.set'),
    ...rule<'agreements.set'>(
      ...refuseFor<Of<'agreements.set'>>((_, event) => agreementRefusal(story, event.agreements)),
      change<Of<'agreements.set'>>((_, event) => ({ agreements: event.agreements })),
    )('agreements.set'),
    ...rule<'desk.taken'>(
      refuse<Of<'desk.taken'>>('desk-taken', (lesson, event) => !lesson.keys.desk.includes(event.token)),
      change<Of<'desk.taken'>>(({ keys }, { token }) => ({
        keys: { ...keys, desk: [token], locked: [...keys.locked, ...keys.desk.filter((other) => other !== token)] },
      })),
    )('desk.taken'),
    ...rule<'way.set'>(
      refuse<Of<'way.set'>>('way-unknown', (_, event) => {
        const node = story.structure.nodes[event.node];
        return !node || !('bySize' in node) || (event.way !== null && !node.bySize.some((way) => way.id === event.way));
      }),
      refuse<Of<'way.set'>>('class-too-small', (lesson, event) => {
        const node = nodeOf(story, event.node);
        const way = 'bySize' in node ? node.bySize.find((candidate) => candidate.id === event.way) : undefined;
        return way !== undefined && !wayPossible(way, lesson);
      }),
      change<Of<'way.set'>>((lesson, event) => ({
        chosenBranches: Object.fromEntries([
          ...Object.entries(lesson.chosenBranches).filter(([node]) => node !== event.node),
          ...(event.way === null ? [] : [[event.node, event.way] as const]),
        ]),
      })),
    )('way.set'),
    ...rule<'desk.paired'>(change<Of<'desk.paired'>>((lesson, event) => ({ keys: { ...lesson.keys, desk: [...lesson.keys.desk, event.token] } })))(
      'desk.paired',
    ),
    ...rule<'lesson.pause'>(
      change<Of<'lesson.pause'>>(
        (_, event) => ({ pausedSince: event.at }),
        undefined,
        (lesson, event) => event.on && lesson.pausedSince === null,
      ),
      change<Of<'lesson.pause'>>(
        (lesson, event) => ({ pausedSince: null, ...shift(lesson, event.at - (lesson.pausedSince ?? event.at), lesson.pausedSince ?? event.at) }),
        undefined,
        (lesson, event) => !event.on && lesson.pausedSince !== null,
      ),
      change<Of<'lesson.pause'>>(() => ({})),
    )('lesson.pause'),
    ...rule<'server.resumed'>(
      // The phones went on with the chat by themselves; what they still want to tell must be in time.
      change<Of<'server.resumed'>>(
        (lesson, event) => ({
          round: lesson.round && { ...lesson.round, deadline: Math.max(lesson.round.deadline ?? 0, event.at + LATE_REPORTS_MS) },
        }),
        undefined,
        (lesson) => lesson.phase === 'live' && lesson.pausedSince === null,
      ),
      change<Of<'server.resumed'>>((lesson, event) =>
        lesson.pausedSince === null ? shift(lesson, event.down, event.at - event.down + ROUGHLY_MS) : {},
      ),
    )('server.resumed'),
    ...rule<'story.back'>(
      resting,
      refuse<Of<'story.back'>>('node-unknown', (lesson, event) => !Object.hasOwn(lesson.checkpoints, event.node)),
      refuse<Of<'story.back'>>('choice-unknown', (_, event) => {
        const node = nodeOf(story, event.node);
        return event.choice !== null && !('vote' in node && node.vote.choices.some((choice) => choice.id === event.choice));
      }),
      change<Of<'story.back'>>(
        (lesson, event) => ({
          ...decide(
            { ...lesson, decisions: releasedDecisions(lesson) },
            { node: event.node, choice: event.choice as string, by: 'what-if', released: null },
          ),
          point: { node: event.node, variables: lesson.checkpoints[event.node] ?? {} },
          returnPoint: null,
        }),
        'reveal',
        (_, event) => event.choice !== null,
      ),
      ...goOn<Of<'story.back'>>(
        (lesson, event) => ({ node: event.node, variables: lesson.checkpoints[event.node] ?? {} }),
        (lesson) => ({ decisions: releasedDecisions(lesson) }),
      ),
    )('story.back'),
    ...rule<'lesson.end'>(
      change(
        (lesson) => ({
          round: null,
          phonesResult: null,
          decisions: releasedDecisions(lesson),
          screenRevision: lesson.screenRevision + 1,
          pausedSince: null,
          point: lesson.returnPoint ?? lesson.point,
          returnPoint: null,
        }),
        'over',
      ),
    )('lesson.end'),
  };
}
