import { transition } from 'xstate';
import { LARGEST_ROOM } from '../protocol/limits.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Arms, Released } from '../protocol/released.ts';
import { begin } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import { hasArms } from '../story/schema/live-chat.ts';
import { castBallot } from './ballots.ts';
import type { Creation, FlowEvent, LessonEvent } from './events.ts';
import { chart } from './flow/chart.ts';
import { accepts, stateOf } from './flow/phase-states.ts';
import { refusalOf } from './flow/refusals.ts';
import { countActs, liveOf } from './live.ts';
import { type Count, release, releaseArms } from './release/release.ts';
import { takeSeat } from './seating.ts';
import { isItem, nodeOf, sharedCandidates } from './side-activity.ts';
import { create, type Lesson, type Step } from './state.ts';

export function start(story: Story, creation: Creation, at: number): Lesson {
  return create(creation, begin(story.machine, creation.version === null ? {} : { version: creation.version }), at);
}

/** The next lesson, or a refusal that changes nothing. Server, tests and replay all run this one. */
export function step(story: Story, lesson: Lesson, event: LessonEvent): Step {
  const at = Math.max(lesson.now, event.at);
  const result = decided(story, lesson, { ...event, at });
  if (!result.ok) return result;
  return { ok: true, lesson: { ...result.lesson, now: at, spokenAt: event.type === 'server.resumed' ? lesson.spokenAt : at } };
}

function decided(story: Story, lesson: Lesson, event: LessonEvent): Step {
  switch (event.type) {
    case 'vote.cast':
    case 'live.seen':
    case 'live.act':
    case 'live.count':
    case 'live.dealt':
      return castBallot(story, lesson, event);
    case 'seat.joined':
      return takeSeat(lesson, event);
    default:
      return flow(story, lesson, event);
  }
}

function flow(story: Story, lesson: Lesson, event: FlowEvent): Step {
  if (lesson.phase === 'over') return { ok: false, refusal: 'lesson-ended' };
  if (!accepts(lesson.phase, event.type)) return { ok: false, refusal: 'not-now' };
  const refusal = refusalOf(story, lesson, event);
  if (refusal) return { ok: false, refusal };
  const [next] = transition(chart, chart.resolveState({ value: stateOf(lesson.phase), context: { story, lesson } }), event);
  // Every transition makes another lesson; where no guard let one through it is still the same.
  return next.context.lesson === lesson ? { ok: false, refusal: 'not-now' } : { ok: true, lesson: next.context.lesson };
}

/** All that leaves the round that is closing; `random` in [0, 1) breaks a tie. */
export function outcome(story: Story, lesson: Lesson, random: number): { released: Released; arms?: Arms } {
  const live = lesson.round && liveOf(story, lesson.round.node);
  if (!live || !lesson.round?.live) return { released: count(story, lesson, random) };
  if (!live.measured) return { released: { shown: 'nothing' } };
  const acts = countActs(live, lesson.round.live);
  const again = isAgain(story, lesson);
  const arms = hasArms(live) && !again ? releaseArms(acts.few, acts.many) : null;
  return arms ? { released: { shown: 'nothing' }, arms } : { released: release({ kind: 'guarded', votes: acts.all, again, random }) };
}

/** The result of the round that is closing; `random` in [0, 1) breaks a tie. One half of a before-and-after pair is told in bands or not at all. */
export function count(story: Story, lesson: Lesson, random: number): Released {
  const node = nodeOf(story, lesson.point.node);
  if (!lesson.round || !('vote' in node)) throw new Error(`no round to count in phase ${lesson.phase}`);
  const votes: Count['votes'] = Object.fromEntries(node.vote.choices.map((choice) => [choice.id, 0]));
  for (const { choice } of Object.values(lesson.round.ballots)) if (choice !== null) votes[choice] = (votes[choice] ?? 0) + 1;
  if (!isItem(lesson.point.node)) return release({ kind: node.vote.kind, votes, again: isAgain(story, lesson), random });
  const released = release({ kind: node.vote.kind, votes, again: false, random });
  return released.shown === 'bands' ? released : { shown: 'nothing' };
}

/** What may be kept of hands that were counted: never their number; or why these are not the hands of this vote. */
export function countHands(story: Story, lesson: Lesson, hands: Record<string, number>, random: number): Released | RefusalCode {
  const node = nodeOf(story, lesson.point.node);
  if (lesson.phase !== 'hands' || !('vote' in node)) return 'not-now';
  if (node.vote.choices.some(({ id }) => !Object.hasOwn(hands, id)) || Object.keys(hands).length !== node.vote.choices.length)
    return 'choice-unknown';
  const counts = Object.values(hands);
  if (counts.some((count) => !Number.isInteger(count) || count < 0 || count > LARGEST_ROOM)) return 'number-out-of-range';
  if (counts.reduce((sum, count) => sum + count, 0) > (lesson.headCount ?? 0)) return 'hands-too-many';
  return release({ kind: node.vote.kind, votes: hands, again: isAgain(story, lesson), random });
}

/** Whether this has been released before. In another order, or beside others, the same two agreements are the same question. */
function isAgain(story: Story, { decisions, point: { node } }: Lesson): boolean {
  const asksAgain = (one: string, other: string) => {
    const shape = nodeOf(story, one);
    return 'vote' in shape && shape.vote.again === other;
  };
  const same = (other: string) => other === node || asksAgain(node, other) || asksAgain(other, node) || sharedCandidates(other, node) > 1;
  return decisions.some((decision) => decision.released !== null && same(decision.node));
}
