import type { ChoiceId, Instant, NodeId } from '../protocol/identity.ts';
import { hasShortWay, pastLong, SHORT } from '../story/compile/length.ts';
import { advance, type StoryEvent, type StoryPoint } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import { HELPING, hasArms } from '../story/schema/live-chat.ts';
import type { Live, Way } from '../story/schema/schema.ts';
import { isSkipped } from './asking.ts';
import { partOf } from './marks.ts';
import { firstAnswerers } from './release/question.ts';
import { nodeOf, onwardFrom } from './side-activity.ts';
import { activeSeats, type Lesson, type LiveRound, type Round } from './state.ts';

/** "Pak je telefoon": between the press and the first message. */
const LIVE_HEADS_UP_MS = 6000;
/** After the chat everybody may still say that their part should not count. */
export const CONSENT_MS = 20_000;
/** After a restart, phones have this long to send what was on its way. */
export const LATE_REPORTS_MS = 10_000;
const SLOWER = 1.5;

export type Condition = 'few' | 'many';

export function liveOf(story: Story, node: string): Live | null {
  const shape = nodeOf(story, node);
  return 'live' in shape ? shape.live : null;
}

/** How much longer than written every moment of the chat takes, at the pace that the teacher chose. */
const liveSlowness = (lesson: Lesson): number => (lesson.pace === 'normal' ? 1 : SLOWER);

/** A chat that begins now: its moments by the journal's clock, and nobody's part in it yet. */
export function startLive(story: Story, lesson: Lesson, node: string, at: Instant): { round: Round; rounds: number } {
  const live = liveOf(story, node);
  if (!live) throw new Error(`${node} is not a live chat`);
  const opensAt = at + LIVE_HEADS_UP_MS;
  const endsAt = opensAt + live.seconds * 1000 * liveSlowness(lesson);
  return {
    rounds: lesson.rounds + 1,
    round: {
      id: `${node}-${lesson.rounds + 1}`,
      node,
      voters: firstAnswerers(story, lesson, node) ?? lesson.seats.map((seat) => seat.id),
      opensAt,
      deadline: endsAt + (live.measured ? CONSENT_MS : 0),
      ballots: {},
      live: { endsAt, slowness: liveSlowness(lesson), conditions: hasArms(live) ? null : {}, reports: {} },
    },
  };
}

/** Draws evenly: half of the seats see few readers, half many. `lots` has a number in [0, 1) for each seat. */
export function dealConditions(lesson: Lesson, randoms: readonly number[]): Record<number, Condition> {
  const seats = activeSeats(lesson)
    .map((seat, index) => ({ seat: seat.id, random: randoms[index] ?? 0 }))
    .sort((a, b) => a.random - b.random);
  return Object.fromEntries(seats.map(({ seat }, index) => [seat, index % 2 === 0 ? 'few' : 'many']));
}

/** Whether the conditions of a chat that runs must still be drawn. */
export const undealt = (lesson: Lesson): boolean => lesson.phase === 'live' && lesson.round?.live?.conditions === null;

/** What the seats did, merged to helped or not. Counts every seat that saw the message and did not withdraw, also those that did nothing. */
export function countActs(live: Live, { reports, conditions }: LiveRound): Record<'all' | Condition, { helped: number; not: number }> {
  const result = { all: { helped: 0, not: 0 }, few: { helped: 0, not: 0 }, many: { helped: 0, not: 0 } };
  for (const [seat, { part }] of Object.entries(reports)) {
    const { seen, act, counts } = partOf(live.acts, part);
    if (!seen || !counts) continue;
    const kind = live.acts.find(({ id }) => id === act)?.kind;
    const side = kind !== undefined && HELPING.includes(kind) ? 'helped' : 'not';
    result.all[side] += 1;
    const condition = conditions?.[Number(seat)];
    if (condition) result[condition][side] += 1;
  }
  return result;
}

type Branches = Extract<Story['structure']['nodes'][string], { bySize: unknown }>['bySize'];

export function fittingBranch(ways: Branches, lesson: Lesson): Way {
  const seats = activeSeats(lesson).length;
  const fitting = ways.find(
    (way) => 'else' in way || ('seats' in way ? !way.offered && seats >= way.seats && lesson.mode !== 'hands' : lesson.mode === 'hands'),
  );
  if (!fitting) throw new Error('no branch fits this class: the last one has no else');
  return fitting;
}

/** Whether a lesson of this length has the time for this branch. */
export const hasTimeFor = (way: Way, lesson: Lesson): boolean => !('seats' in way && way.offered && lesson.length !== 'long');

/** Whether the teacher may choose this branch: never one for a larger class than this. */
export function isBranchPossible(way: Way, lesson: Lesson): boolean {
  return !('seats' in way) || (lesson.mode !== 'hands' && activeSeats(lesson).length >= way.seats);
}

/** The branch that the teacher chose, if the class still allows it: phones may have left since, or hands may have come. */
export function chosenBranch(ways: Branches, lesson: Lesson, node: NodeId): Way | null {
  return ways.find((way) => way.id === lesson.chosenBranches[node] && isBranchPossible(way, lesson) && hasTimeFor(way, lesson)) ?? null;
}

/** Passes every `bySize` by the branch that the teacher chose, else by the one that fits the class. */
export function passBranches(story: Story, lesson: Lesson, point: StoryPoint | null): StoryPoint | null {
  let here = point;
  for (let node = here && nodeOf(story, here.node); here && node && 'bySize' in node; node = here && nodeOf(story, here.node)) {
    const way = chosenBranch(node.bySize, lesson, here.node) ?? fittingBranch(node.bySize, lesson);
    here = advance(story.machine, here, { type: 'BY_SIZE', way: way.id });
  }
  return here;
}

/** The point after a vote or chat whose result is kept for later, because a class that is too small or has no phones skips it. Null where neither is here. */
export function pastKept(story: Story, lesson: Lesson, point: StoryPoint | null): StoryPoint | null {
  const node = point && nodeOf(story, point.node);
  if (!point || !node) return null;
  if ('live' in node) return onwardFrom(story, lesson, point, { type: 'NEXT' });
  const first = 'vote' in node && node.vote.held ? node.vote.choices[0] : undefined;
  return first ? onwardFrom(story, lesson, point, { type: 'CHOOSE', choice: first.id }) : null;
}

/** Where a class arrives, and what it was led past because the lesson is short or it is late. */
interface Arrival {
  point: StoryPoint;
  leftOut: { node: NodeId; choice: ChoiceId | null }[];
}

/** Where a class that is sent to `point` really arrives; `wanted`: the teacher asked for this very node. */
export function arrival(story: Story, lesson: Lesson, point: StoryPoint | null, wanted = false): Arrival | null {
  const leftOut: Arrival['leftOut'] = [];
  let here = passBranches(story, lesson, point && inLength(story, lesson, point));
  for (let isWanted = wanted; here; isWanted = false) {
    const past: StoryEvent | null = isWanted ? null : pastLong(nodeOf(story, here.node), here.variables);
    const beyond: StoryPoint | null = past ? advance(story.machine, here, past) : isSkipped(lesson) ? pastKept(story, lesson, here) : null;
    if (!beyond) return { point: here, leftOut };
    if (past) leftOut.push({ node: here.node, choice: past.type === 'CHOOSE' ? past.choice : null });
    here = passBranches(story, lesson, beyond);
  }
  return null;
}

/** The same point with what the lesson's length is now; a story that has one length only needs no such variable. */
function inLength(story: Story, lesson: Lesson, point: StoryPoint): StoryPoint {
  if (!hasShortWay(story.structure)) return point;
  return { ...point, variables: { ...point.variables, [SHORT]: lesson.length !== 'long' } };
}
