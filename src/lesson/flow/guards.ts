import { CONSENT_LEAST_MS } from '../../protocol/live-chat.ts';
import type { Story } from '../../story/compile/story.ts';
import { askedOf, mixes } from '../asking.ts';
import type { FlowEvent } from '../events.ts';
import { liveOf } from '../live.ts';
import { played } from '../scene.ts';
import { firstSideActivity, hasChoice, nodeOf } from '../side-activity.ts';
import { activeSeats, dueAt, type Lesson } from '../state.ts';
import { isKept, type NodePhase, phaseOfNode } from './destination.ts';

/** A press that comes sooner after the opening was meant for the screen before it. */
const CLOSE_NOT_BEFORE_MS = 4000;

interface GuardInput {
  context: { story: Story; lesson: Lesson };
  event: FlowEvent;
}

const voteHere = ({ context: { story, lesson } }: GuardInput) => {
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node ? node.vote : null;
};
const isMeasured = ({ context: { story, lesson } }: GuardInput) => liveOf(story, lesson.point.node)?.measured === true;
const chatEnd = ({ context: { lesson } }: GuardInput) => lesson.round?.live?.endsAt ?? 0;
const stillAsked = (input: GuardInput) => isMeasured(input) && input.event.at < chatEnd(input) + CONSENT_LEAST_MS;

/** The conditions of the statechart, by name. */
export const guards = {
  arrivesAt: ({ context: { story, lesson } }: GuardInput, { phase }: { phase: NodePhase }) => phaseOfNode(story, lesson) === phase,

  asksBefore: ({ context: { lesson } }: GuardInput) =>
    lesson.current === null && lesson.decisions.length === 0 && firstSideActivity(lesson, 'before') !== null,
  decisionWaits: ({ context: { lesson } }: GuardInput) => lesson.current !== null,
  pathExists: ({ context: { story, lesson } }: GuardInput) => lesson.current !== null && hasChoice(story, lesson.point.node, lesson.current.choice),
  stillPlays: ({ context: { story, lesson }, event }: GuardInput) => lesson.phase === 'scene' && !played(story, lesson, event.at),
  isDue: ({ context: { lesson }, event }: GuardInput) =>
    event.type === 'clock.due' && event.screenRevision === lesson.screenRevision && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY),
  looksAtPath: ({ event }: GuardInput) => event.type === 'story.back' && event.choice !== null,
  ownDecisionWaits: ({ context: { lesson } }: GuardInput) => lesson.detour !== null && lesson.detour.current !== null,

  isKept: ({ context: { story, lesson } }: GuardInput) => isKept(story, lesson),
  isKeptAndSkipped: ({ context: { story, lesson } }: GuardInput) => isKept(story, lesson) && askedOf(story, lesson, lesson.point.node) === 'together',
  asksAloud: ({ context: { story, lesson } }: GuardInput) => askedOf(story, lesson, lesson.point.node) === 'together',
  asksHands: ({ context: { story, lesson } }: GuardInput) => askedOf(story, lesson, lesson.point.node) === 'hands',
  openForAWhile: ({ context: { lesson }, event }: GuardInput) => event.at >= (lesson.round?.opensAt ?? 0) + CLOSE_NOT_BEFORE_MS,
  hasDeadline: ({ context: { lesson } }: GuardInput) => lesson.round !== null && lesson.round.deadline !== null,
  moreSeatsThanHeads: ({ context: { lesson } }: GuardInput) => lesson.headCount === null || activeSeats(lesson).length > lesson.headCount,
  seatsFitHeads: ({ context: { lesson } }: GuardInput) => activeSeats(lesson).length <= (lesson.headCount ?? 0),

  handsFollow: ({ context: { story, lesson } }: GuardInput) => mixes(story, lesson),
  choicesLeft: (input: GuardInput) => (input.context.lesson.turn ?? 0) < (voteHere(input)?.choices.length ?? 0),
  phonesChose: ({ context: { lesson } }: GuardInput) => lesson.phonesResult !== null,
  handsDecide: ({ context: { lesson } }: GuardInput) => lesson.phonesResult === null,
  tooFewVoted: ({ context: { lesson }, event }: GuardInput) => {
    const released = lesson.phonesResult ?? ('released' in event ? event.released : null);
    return released !== null && !('path' in released);
  },
  talksAboutIt: (input: GuardInput) => voteHere(input)?.talk !== undefined,

  chatPlays: (input: GuardInput) => isMeasured(input) && input.event.at < chatEnd(input),
  everybodyAsked: (input: GuardInput) => !stillAsked(input),
  chatIsOver: (input: GuardInput) => input.event.at >= chatEnd(input) && !stillAsked(input),
};
