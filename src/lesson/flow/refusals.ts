import { LARGEST_ROOM } from '../../protocol/limits.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import { hasShortWay } from '../../story/compile/length.ts';
import type { Story } from '../../story/compile/story.ts';
import { agreementRefusal, candidatesRefusal } from '../agreements.ts';
import { isSkipped } from '../asking.ts';
import type { FlowEvent, Of } from '../events.ts';
import { hasTimeFor, isBranchPossible } from '../live.ts';
import { firstSideActivity, hasChoice, nodeOf } from '../side-activity.ts';
import { activeSeats, type Lesson, roundId } from '../state.ts';

/** Why an event is refused that the phase has a transition for, or null. What the phase has no transition for is not for now. */
export function refusalOf(story: Story, lesson: Lesson, event: FlowEvent): RefusalCode | null {
  switch (event.type) {
    case 'lesson.next':
      return pausedRefusal(lesson) ?? screenRefusal(lesson, event) ?? nextRefusal(story, lesson);
    case 'story.skip':
    case 'scene.again':
      return pausedRefusal(lesson) ?? screenRefusal(lesson, event);
    case 'scene.hold':
      return pausedRefusal(lesson);
    case 'story.back':
      return pausedRefusal(lesson) ?? backRefusal(story, lesson, event);
    case 'story.return':
      return pausedRefusal(lesson) ?? (lesson.detour ? null : 'not-now');
    case 'vote.close':
      return pausedRefusal(lesson) ?? roundRefusal(lesson, event);
    case 'vote.extend':
      return roundRefusal(lesson, event) ?? numberRefusal(event.seconds, 5, 300);
    case 'vote.untimed':
    case 'vote.released':
      return roundRefusal(lesson, event);
    case 'vote.pick':
      return pausedRefusal(lesson) ?? questionRefusal(lesson, event) ?? (hasChoice(story, lesson.point.node, event.choice) ? null : 'choice-unknown');
    case 'hands.released':
      return pausedRefusal(lesson) ?? questionRefusal(lesson, event);
    case 'items.ask':
      return pausedRefusal(lesson) ?? (isSkipped(lesson) || !firstSideActivity(lesson, 'after') ? 'items-missing' : null);
    case 'agreements.ask':
      return pausedRefusal(lesson) ?? candidatesRefusal(story, event.candidates);
    case 'agreements.set':
      return agreementRefusal(story, event.agreements);
    case 'items.set':
      return itemsRefusal(story, lesson, event);
    case 'way.set':
      return branchRefusal(story, lesson, event);
    case 'late.set':
      return lateRefusal(story, lesson, event);
    case 'headcount.confirm':
      return numberRefusal(event.count, 1, LARGEST_ROOM);
    case 'desk.taken':
      return lesson.keys.desk.includes(event.token) ? null : 'desk-taken';
    default:
      return null;
  }
}

const pausedRefusal = (lesson: Lesson): RefusalCode | null => (lesson.pausedSince === null ? null : 'paused-now');
/** A press that was meant for an earlier screen. */
const screenRefusal = (lesson: Lesson, event: { screenRevision: number }): RefusalCode | null =>
  event.screenRevision === lesson.screenRevision ? null : 'moment-passed';
const roundRefusal = (lesson: Lesson, event: { round: string }): RefusalCode | null => (event.round === lesson.round?.id ? null : 'round-unknown');
/** The same check where no round is open yet. */
const questionRefusal = (lesson: Lesson, event: { round: string }): RefusalCode | null => (event.round === roundId(lesson) ? null : 'round-unknown');
const numberRefusal = (number: number, least: number, most: number): RefusalCode | null =>
  Number.isInteger(number) && number >= least && number <= most ? null : 'number-out-of-range';

function nextRefusal(story: Story, lesson: Lesson): RefusalCode | null {
  if (lesson.phase === 'lobby') {
    if (lesson.headCount === null) return 'headcount-missing';
    return activeSeats(lesson).length > lesson.headCount ? 'headcount-too-low' : null;
  }
  if (lesson.phase !== 'hands' || lesson.phonesResult) return null;
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node && lesson.turn < node.vote.choices.length ? null : 'hands-missing';
}

function lateRefusal(story: Story, lesson: Lesson, { on }: Of<'late.set'>): RefusalCode | null {
  if (lesson.length !== (on ? 'long' : 'late') || !hasShortWay(story.structure)) return 'not-now';
  return on || !lesson.leftOut ? null : 'late-done';
}

function backRefusal(story: Story, lesson: Lesson, { node, choice }: Of<'story.back'>): RefusalCode | null {
  if (!Object.hasOwn(lesson.checkpoints, node)) return 'node-unknown';
  return choice === null || hasChoice(story, node, choice) ? null : 'choice-unknown';
}

function itemsRefusal(story: Story, lesson: Lesson, { items }: Of<'items.set'>): RefusalCode | null {
  if (lesson.phase !== 'lobby' || lesson.decisions.length > 0) return 'not-now';
  return items.every((item) => Object.hasOwn(story.beside?.items ?? {}, item)) ? null : 'item-unknown';
}

function branchRefusal(story: Story, lesson: Lesson, { node, way }: Of<'way.set'>): RefusalCode | null {
  const shape = story.structure.nodes[node];
  const branch = shape && 'bySize' in shape ? shape.bySize.find(({ id }) => id === way) : undefined;
  if (!shape || !('bySize' in shape) || (way !== null && !branch)) return 'way-unknown';
  if (branch && !hasTimeFor(branch, lesson)) return 'not-now';
  return branch && !isBranchPossible(branch, lesson) ? 'class-too-small' : null;
}
