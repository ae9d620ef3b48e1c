import type { Story } from '../../story/compile/story.ts';
import { detourFrom, homePoint } from '../detour.ts';
import type { FlowEventOf, Of } from '../events.ts';
import { CONSENT_MS, LATE_REPORTS_MS } from '../live.ts';
import { isAgreement } from '../side-activity.ts';
import { type Decision, type Lesson, releasedDecisions, toldUndecided, withRound } from '../state.ts';

/** What one event changes in the lesson. The phase, and what is of one phase only, comes with the phase that is entered: `phases.ts`. */

/** A restarted server knows when it stopped to within this many ms. A vote that opened so shortly before counts as open; otherwise a phone that repeats its vote would hear that it has not begun. */
const ROUGHLY_MS = 1500;

const without = <T>(bySeat: Record<number, T>, seats: number[]): Record<number, T> =>
  Object.fromEntries(Object.entries(bySeat).filter(([seat]) => !seats.includes(Number(seat))));
/** Without these seats, and without what they chose. */
export function removed(before: Lesson, { seats }: Of<'seats.removed'>): Lesson {
  const lesson = { ...before, seats: before.seats.map((seat) => (seats.includes(seat.id) ? { ...seat, removed: true } : seat)) };
  return withRound(lesson, (round) => ({
    ...round,
    ballots: without(round.ballots, seats),
    live: round.live && { ...round.live, reports: without(round.live.reports, seats) },
  }));
}

/** From now on only this desk runs the lesson, and the keys of the others are locked. */
export function takenByDesk(lesson: Lesson, { token }: Of<'desk.taken'>): Lesson {
  const { keys } = lesson;
  return { ...lesson, keys: { ...keys, desk: [token], locked: [...keys.locked, ...keys.desk.filter((other) => other !== token)] } };
}

export function withBranch(lesson: Lesson, { node, way }: Of<'way.set'>): Lesson {
  const others = Object.entries(lesson.chosenBranches).filter(([id]) => id !== node);
  return { ...lesson, chosenBranches: Object.fromEntries(way === null ? others : [...others, [node, way]]) };
}

export function withItems(story: Story, lesson: Lesson, { items }: Of<'items.set'>): Lesson {
  return { ...lesson, items: Object.keys(story.beside?.items ?? {}).filter((item) => items.includes(item)) };
}

/** Everything that runs is moved by the `ms` that it stood still; a vote that was open by then stays open. */
function shifted(lesson: Lesson, ms: number, stoppedAt: number): Lesson {
  if (lesson.phase === 'talk') return { ...lesson, talkUntil: lesson.talkUntil + ms };
  if (lesson.phase === 'scene') {
    const { since } = lesson.playhead;
    return { ...lesson, playhead: { ...lesson.playhead, since: since === null ? null : since + ms } };
  }
  return withRound(lesson, (round) => ({
    ...round,
    opensAt: round.opensAt <= stoppedAt && !round.live ? round.opensAt : round.opensAt + ms,
    deadline: round.deadline === null ? null : round.deadline + ms,
    live: round.live && { ...round.live, endsAt: round.live.endsAt + ms },
  }));
}

/** Pausing or resuming twice has the effect of doing it once. */
export function paused(lesson: Lesson, { on, at }: Of<'lesson.pause'>): Lesson {
  const since = lesson.pausedSince;
  if (on) return { ...lesson, pausedSince: since ?? at };
  return since === null ? { ...lesson } : { ...shifted(lesson, at - since, since), restedMs: lesson.restedMs + at - since, pausedSince: null };
}

export function resumed(lesson: Lesson, { down, at }: Of<'server.resumed'>): Lesson {
  if (lesson.pausedSince !== null) return { ...lesson };
  if (lesson.phase !== 'live') return shifted(lesson, down, at - down + ROUGHLY_MS);
  // The phones went on with the chat by themselves, so what they still report must be in time.
  return withRound(lesson, (round) => ({ ...round, deadline: Math.max(round.deadline ?? 0, at + LATE_REPORTS_MS) }));
}

export function held(lesson: Lesson, { on, at }: Of<'scene.hold'>): Lesson {
  if (lesson.phase !== 'scene') return lesson;
  const { offset, since } = lesson.playhead;
  if (on === (since === null)) return { ...lesson };
  return { ...lesson, playhead: { offset: offset + (since === null ? 0 : at - since), since: on ? null : at } };
}

export const extended = (lesson: Lesson, { seconds, at }: Of<'vote.extend'>): Lesson =>
  withRound(lesson, (round) => ({ ...round, deadline: Math.max(round.deadline ?? 0, at) + seconds * 1000 }));

/** The chat ends for everybody. Each phone still asks whether its part counts, because pupils were promised that. */
export const stoppedChat = (lesson: Lesson, { at }: Of<'vote.close'>): Lesson =>
  withRound(lesson, (round) => ({
    ...round,
    opensAt: Math.min(round.opensAt, at),
    deadline: at + CONSENT_MS,
    live: round.live && { ...round.live, endsAt: at },
  }));

export const nextTurn = (lesson: Lesson): Lesson =>
  lesson.phase === 'hands' ? { ...lesson, turn: lesson.turn + 1, screenRevision: lesson.screenRevision + 1 } : lesson;

function decided(lesson: Lesson, decision: Decision): Lesson {
  const decisions = [...lesson.decisions, decision];
  if (!isAgreement(decision.node)) return { ...lesson, decisions };
  const chosen = lesson.candidates.find(({ id }) => id === decision.choice);
  const isNew = chosen && !lesson.agreements.some(({ id }) => id === chosen.id);
  return { ...lesson, decisions, agreements: isNew ? [...lesson.agreements, chosen] : lesson.agreements };
}

export const picked = (lesson: Lesson, { choice }: Of<'vote.pick'>, by: 'together' | 'teacher' | 'mixed'): Lesson =>
  decided(lesson, { node: lesson.point.node, choice, by, released: lesson.phonesResult });

export const voted = (lesson: Lesson): Lesson => ({ ...lesson, votedOn: [...new Set([...lesson.votedOn, lesson.point.node])] });

/** The class decided, unless too few voted to release a path. */
export function released(lesson: Lesson, { type, released }: FlowEventOf<'vote.released' | 'hands.released'>): Lesson {
  if (!('path' in released)) return voted(lesson);
  const by = type === 'hands.released' ? 'hands' : 'class';
  return decided(voted(lesson), { node: lesson.point.node, choice: released.path, by, released });
}

/** The result that a later screen of the story tells. */
export function kept(lesson: Lesson, { released, arms }: FlowEventOf<'vote.released'>): Lesson {
  const choice = 'path' in released ? released.path : '';
  return decided(voted(lesson), { node: lesson.point.node, choice, by: 'class', released, kept: true, ...(arms ? { arms } : {}) });
}

/** Back at a decision, to vote again; what was decided and never shown is forgotten. */
export const withoutUnreleased = (lesson: Lesson): Lesson => ({ ...lesson, decisions: releasedDecisions(lesson) });

/** Back at a decision, to look at another path. */
export function whatIf(lesson: Lesson, { node }: Of<'story.back'>, choice: string): Lesson {
  const decision: Decision = { node, choice, by: 'what-if', released: null };
  const point = { node, variables: lesson.checkpoints[node] ?? {} };
  return { ...decided(withoutUnreleased(lesson), decision), point, returnPoint: null, detour: detourFrom(lesson) };
}

/** On its own path again: at what it had decided, or on the way to where it was. What was shown on the other path stays as it was shown. */
export function returned(lesson: Lesson): Lesson {
  if (!lesson.detour) return lesson;
  const { point, checkpoints, decided } = lesson.detour;
  const decisions = releasedDecisions(lesson).map(
    (decision, index): Decision => (index < decided || decision.by === 'what-if' ? decision : { ...decision, aside: true }),
  );
  return { ...lesson, decisions, point, checkpoints, returnPoint: null };
}

export const ended = (story: Story, lesson: Lesson): Lesson => ({
  ...lesson,
  decisions: [...releasedDecisions(lesson), ...toldUndecided(lesson)],
  pausedSince: null,
  point: homePoint(story, lesson),
  returnPoint: null,
  detour: null,
});
