import { CONSENT_LEAST_MS } from '../../protocol/live-chat.ts';
import type { Story } from '../../story/compile/story.ts';
import { askedOf, isSkipped, mixes } from '../asking.ts';
import type { FlowEvent } from '../events.ts';
import { liveOf } from '../live.ts';
import { played } from '../scene.ts';
import { firstSideActivity, hasChoice, nodeOf } from '../side-activity.ts';
import { activeSeats, dueAt, type Lesson } from '../state.ts';
import { isKept, type NodePhase, phaseOfNode } from './destination.ts';

/** A press that comes sooner after the opening was meant for the screen before it. */
const CLOSE_NOT_BEFORE_MS = 4000;

interface Moment {
  context: { story: Story; lesson: Lesson };
  event: FlowEvent;
}

const voteHere = ({ context: { story, lesson } }: Moment) => {
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node ? node.vote : null;
};
const isMeasured = ({ context: { story, lesson } }: Moment) => liveOf(story, lesson.point.node)?.measured === true;
const chatEnd = ({ context: { lesson } }: Moment) => lesson.round?.live?.endsAt ?? 0;
const stillAsked = (moment: Moment) => isMeasured(moment) && moment.event.at < chatEnd(moment) + CONSENT_LEAST_MS;

/** The conditions of the statechart, by name. */
export const guards = {
  arrivesAt: ({ context: { story, lesson } }: Moment, { phase }: { phase: NodePhase }) => phaseOfNode(story, lesson) === phase,

  asksBefore: ({ context: { lesson } }: Moment) =>
    lesson.current === null && lesson.decisions.length === 0 && firstSideActivity(lesson, 'before') !== null,
  decisionWaits: ({ context: { lesson } }: Moment) => lesson.current !== null,
  pathExists: ({ context: { story, lesson } }: Moment) => lesson.current !== null && hasChoice(story, lesson.point.node, lesson.current.choice),
  stillPlays: ({ context: { story, lesson }, event }: Moment) => lesson.phase === 'scene' && !played(story, lesson, event.at),
  isDue: ({ context: { lesson }, event }: Moment) =>
    event.type === 'clock.due' && event.screenRevision === lesson.screenRevision && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY),
  looksAtPath: ({ event }: Moment) => event.type === 'story.back' && event.choice !== null,

  isKept: ({ context: { story, lesson } }: Moment) => isKept(story, lesson),
  isKeptAndSkipped: ({ context: { story, lesson } }: Moment) => isSkipped(lesson) && isKept(story, lesson),
  asksAloud: ({ context: { story, lesson } }: Moment) => askedOf(story, lesson, lesson.point.node) === 'together',
  asksHands: ({ context: { story, lesson } }: Moment) => askedOf(story, lesson, lesson.point.node) === 'hands',
  openForAWhile: ({ context: { lesson }, event }: Moment) => event.at >= (lesson.round?.opensAt ?? 0) + CLOSE_NOT_BEFORE_MS,
  hasDeadline: ({ context: { lesson } }: Moment) => lesson.round !== null && lesson.round.deadline !== null,
  moreSeatsThanHeads: ({ context: { lesson } }: Moment) => lesson.headCount === null || activeSeats(lesson).length > lesson.headCount,
  seatsFitHeads: ({ context: { lesson } }: Moment) => activeSeats(lesson).length <= (lesson.headCount ?? 0),

  handsFollow: ({ context: { story, lesson } }: Moment) => mixes(story, lesson),
  choicesLeft: (moment: Moment) => (moment.context.lesson.turn ?? 0) < (voteHere(moment)?.choices.length ?? 0),
  phonesChose: ({ context: { lesson } }: Moment) => lesson.phonesResult !== null,
  handsDecide: ({ context: { lesson } }: Moment) => lesson.phonesResult === null,
  tooFewVoted: ({ context: { lesson }, event }: Moment) =>
    (lesson.phonesResult ?? ('released' in event ? event.released : null))?.shown === 'nothing',
  talksAboutIt: (moment: Moment) => voteHere(moment)?.talk !== undefined,

  chatPlays: (moment: Moment) => isMeasured(moment) && moment.event.at < chatEnd(moment),
  everybodyAsked: (moment: Moment) => !stillAsked(moment),
  chatIsOver: (moment: Moment) => moment.event.at >= chatEnd(moment) && !stillAsked(moment),
};
