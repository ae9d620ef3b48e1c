import type { Story } from '../../story/compile/story.ts';
import type { FlowEvent } from '../events.ts';
import { startLive } from '../live.ts';
import { firstAnswerers } from '../release/question.ts';
import { secondsOf } from '../scene.ts';
import { nodeOf } from '../side-activity.ts';
import { type Decision, HEADS_UP_MS, inPhase, isUnreleased, type Lesson, type PhaseState, type Round, roundId } from '../state.ts';

/** What each phase begins with. Entering a phase is a new screen. */

interface Moment {
  story: Story;
  lesson: Lesson;
  event: FlowEvent;
}
const entered = (lesson: Lesson, state: PhaseState): Lesson => inPhase({ ...lesson, screenRevision: lesson.screenRevision + 1 }, state);

/** A phase that has nothing of its own. */
export const plain =
  (phase: 'question' | 'together' | 'reflect' | 'results' | 'foreseen' | 'tell' | 'end') =>
  ({ lesson }: Moment) =>
    entered(lesson, { phase });

export const scene = ({ lesson, event }: Moment) => entered(lesson, { phase: 'scene', playhead: { offset: 0, since: event.at } });

export function live({ story, lesson, event }: Moment): Lesson {
  const { rounds, round } = startLive(story, lesson, lesson.point.node, event.at);
  return entered({ ...lesson, rounds }, { phase: 'live', round });
}

const voteOf = (story: Story, lesson: Lesson) => {
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node ? node.vote : null;
};

export function voting({ story, lesson, event }: Moment): Lesson {
  const seconds = secondsOf(story, lesson);
  const { node } = lesson.point;
  const opensAt = event.at + HEADS_UP_MS;
  return entered(lesson, {
    phase: 'voting',
    round: {
      id: roundId(lesson),
      node,
      voters: firstAnswerers(story, lesson, node),
      opensAt,
      deadline: seconds === null ? null : opensAt + seconds * 1000,
      ballots: {},
      live: null,
    },
  });
}

function roundOf(lesson: Lesson): Round {
  if (!lesson.round) throw new Error(`no round in phase ${lesson.phase}`);
  return lesson.round;
}
export const recount = ({ lesson }: Moment) => entered(lesson, { phase: 'recount', round: roundOf(lesson) });
/** After this entry every projection refuses ballots. */
export const closing = ({ lesson }: Moment) => entered(lesson, { phase: 'closing', round: roundOf(lesson) });

/** In a mixed room the hands come before anybody sees what the phones chose. */
export const hands = ({ lesson, event }: Moment) =>
  entered(lesson, { phase: 'hands', turn: -1, phonesResult: event.type === 'vote.released' ? event.released : null });

export function tooFew({ lesson, event }: Moment): Lesson {
  const released = lesson.phonesResult ?? ('released' in event ? event.released : null);
  return entered(lesson, { phase: 'tooFew', unreleased: released?.shown === 'incomplete' ? 'incomplete' : 'nothing' });
}

function newest(lesson: Lesson): Decision {
  const decision = lesson.decisions.at(-1);
  if (!decision) throw new Error(`nothing was decided before phase ${lesson.phase} ended`);
  return decision;
}

export function talk({ story, lesson, event }: Moment): Lesson {
  const { phonesResult } = lesson;
  const talkUntil = event.at + (voteOf(story, lesson)?.talk ?? 0) * 1000;
  return phonesResult
    ? entered(lesson, { phase: 'talk', talkUntil, phonesResult, current: null })
    : entered(lesson, { phase: 'talk', talkUntil, phonesResult: null, current: newest(lesson) });
}

export function teacherDecides({ lesson }: Moment): Lesson {
  if (!lesson.phonesResult) throw new Error(`no result of the phones in phase ${lesson.phase}`);
  return entered(lesson, { phase: 'teacherDecides', phonesResult: lesson.phonesResult });
}

/** After a look at another path, and on another day, the class sees the decision again that stood on the board: it need not be the last one. */
export function reveal({ lesson, event }: Moment): Lesson {
  const own = event.type === 'story.return' ? lesson.detour?.current : null;
  if (own) return entered({ ...lesson, detour: null }, { phase: 'reveal', current: own });
  const waiting = lesson.phase === 'lobby' ? lesson.current : null;
  return entered(lesson, { phase: 'reveal', current: waiting ?? newest(lesson) });
}
/** What waited for the end of a talk was shown to nobody. */
export const over = ({ lesson }: Moment) => entered(lesson, { phase: 'over', current: isUnreleased(lesson) ? null : lesson.current });
