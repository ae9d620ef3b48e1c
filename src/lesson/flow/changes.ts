import type { Lesson } from '../state.ts';

const without = <T>(bySeat: Record<number, T>, seats: number[]): Record<number, T> =>
  Object.fromEntries(Object.entries(bySeat).filter(([seat]) => !seats.includes(Number(seat))));
/** Without these seats, and without what they chose. */
export const drop = (lesson: Lesson, seats: number[]): Partial<Lesson> => ({
  seats: lesson.seats.map((seat) => (seats.includes(seat.id) ? { ...seat, removed: true } : seat)),
  round: lesson.round && {
    ...lesson.round,
    ballots: without(lesson.round.ballots, seats),
    live: lesson.round.live && { ...lesson.round.live, reports: without(lesson.round.live.reports, seats) },
  },
});

/** Everything that runs is moved by the `ms` that it stood still; a vote that was open by then stays open. */
export const shift = (lesson: Lesson, ms: number, stoppedAt: number): Partial<Lesson> => ({
  round: lesson.round && {
    ...lesson.round,
    opensAt: lesson.round.opensAt <= stoppedAt && !lesson.round.live ? lesson.round.opensAt : lesson.round.opensAt + ms,
    deadline: lesson.round.deadline === null ? null : lesson.round.deadline + ms,
    live: lesson.round.live && { ...lesson.round.live, endsAt: lesson.round.live.endsAt + ms },
  },
  talkUntil: lesson.talkUntil + ms,
  playhead: { ...lesson.playhead, since: lesson.playhead.since === null ? null : lesson.playhead.since + ms },
});
