import type { RefusalCode } from '../protocol/refusals.ts';
import type { Story } from '../story/compile/story.ts';
import type { Live } from '../story/schema/schema.ts';
import type { Ballot, Of } from './events.ts';
import { liveOf } from './live.ts';
import { choiceOf, markOfChoice, markOfPart, type Part, partOf } from './marks.ts';
import { questionOf } from './release/question.ts';
import { isCounted } from './release/sealed-results.ts';
import { hasChoice } from './side-activity.ts';
import { dueAt, type Lesson, type LiveRound, mayVote, type Round, roundId, type Step, seatOf, withRound } from './state.ts';

type Vote = Of<'vote.cast'>;
type PhoneReport = Of<'live.seen' | 'live.act' | 'live.count'>;

/** A phone's part in the chat, and the counter of its newest answer. */
interface Report extends Part {
  counter: number;
}

const refused = (refusal: RefusalCode): Step => ({ ok: false, refusal });
const accepted = (lesson: Lesson, round: Round): Step => ({ ok: true, lesson: withRound(lesson, () => round) });

/** The next lesson, or a refusal that changes nothing. Ballots come by the hundred, change only the open round and never the phase: the statechart does not see them. */
export function castBallot(story: Story, lesson: Lesson, ballot: Ballot & { at: number }): Step {
  if (lesson.phase === 'over') return refused('lesson-ended');
  switch (ballot.type) {
    case 'vote.cast':
      return castVote(story, lesson, ballot);
    case 'live.dealt':
      return dealt(lesson, ballot);
    case 'seats.answered':
      return answered(story, lesson, ballot);
    case 'result.sealed':
      return sealed(lesson, ballot);
    default:
      return reported(story, lesson, ballot);
  }
}

function castVote(story: Story, lesson: Lesson, vote: Vote): Step {
  if (lesson.phase !== 'voting') return refused(closedRefusal(lesson, vote));
  const { round } = lesson;
  const refusal = voterRefusal(lesson, round, vote) ?? voteRefusal(story, lesson, round, vote);
  if (refusal) return refused(refusal);
  const choice = markOfChoice(story, round.node, vote.choice);
  return accepted(lesson, { ...round, ballots: { ...round.ballots, [vote.seat]: { choice, counter: vote.counter } } });
}

/** Why a vote comes at the wrong moment of the lesson. */
function closedRefusal(lesson: Lesson, vote: Vote): RefusalCode {
  if (lesson.phase === 'recount' || lesson.phase === 'closing') return 'vote-closed';
  if (!seatOf(lesson, vote.seat)) return 'seat-unknown';
  if (lesson.phase === 'question') return 'vote-not-open';
  return vote.round === roundId(lesson) ? 'vote-closed' : 'round-unknown';
}

/** Why this seat has no say in this round, or null. */
function voterRefusal(lesson: Lesson, round: Round, ballot: { seat: number; round: string }): RefusalCode | null {
  if (!seatOf(lesson, ballot.seat)) return 'seat-unknown';
  if (ballot.round !== round.id) return 'round-unknown';
  if (lesson.pausedSince !== null) return 'paused-now';
  return mayVote(lesson, ballot.seat) ? null : 'seat-late';
}

function voteRefusal(story: Story, lesson: Lesson, round: Round, { seat, choice, counter, at }: Vote): RefusalCode | null {
  if (choice !== null && !hasChoice(story, lesson.point.node, choice)) return 'choice-unknown';
  if (at < round.opensAt) return 'vote-not-open';
  if (at > (dueAt(lesson) ?? Number.POSITIVE_INFINITY)) return 'vote-closed';
  const known = round.ballots[seat];
  return known && isOlder(known.counter, counter, choiceOf(story, round.node, known.choice) === choice) ? 'vote-older' : null;
}

/** The highest counter of a phone wins, whatever order its messages arrive in. A repeat has the same counter and is accepted. */
const isOlder = (known: number, counter: number, same: boolean) => known > counter || (known === counter && !same);

function dealt(lesson: Lesson, { round: id, conditions }: Of<'live.dealt'>): Step {
  const { round } = lesson;
  if (lesson.phase !== 'live' || !round?.live) return refused('not-now');
  if (id !== round.id) return refused('round-unknown');
  return round.live.conditions === null ? accepted(lesson, { ...round, live: { ...round.live, conditions } }) : refused('not-now');
}

/** Another holder of this lesson may write the same. */
function answered(story: Story, lesson: Lesson, { closing, seats }: Of<'seats.answered'>): Step {
  if (lesson.phase !== 'closing' || closing !== lesson.round.id) return refused('round-unknown');
  return { ok: true, lesson: { ...lesson, answered: { ...lesson.answered, [questionOf(story, lesson.round.node)]: seats } } };
}

/** Of two holders of this lesson that write one, the last before the close counts. */
function sealed(lesson: Lesson, { closing, released, arms }: Of<'result.sealed'>): Step {
  if (!isCounted(lesson, closing)) return refused('round-unknown');
  const result = { released, ...(arms ? { arms } : {}) };
  return { ok: true, lesson: { ...lesson, sealedResults: { ...lesson.sealedResults, [closing]: result } } };
}

/** What a phone tells of its part in a chat. */
function reported(story: Story, lesson: Lesson, report: PhoneReport): Step {
  const { round } = lesson;
  if (lesson.phase !== 'live' || !round?.live) return refused('live-not-running');
  const live = liveOf(story, lesson.point.node);
  const voter = voterRefusal(lesson, round, report);
  if (voter) return refused(voter);
  if (!live?.measured || report.at < round.opensAt || report.at > (dueAt(lesson) ?? 0)) return refused('live-not-running');
  const known = reportOf(live.acts, round.live.reports, report.seat);
  const refusal = reportRefusal(known, report, live.acts);
  if (refusal) return refused(refusal);
  const next = { ...known, ...changed(report) };
  const reports = { ...round.live.reports, [report.seat]: { part: markOfPart(live.acts, next), counter: next.counter } };
  return accepted(lesson, { ...round, live: { ...round.live, reports } });
}

/** What this seat has told so far. */
export function reportOf(acts: Live['acts'], reports: LiveRound['reports'], seat: number): Report {
  const known = reports[seat];
  return known ? { ...partOf(acts, known.part), counter: known.counter } : { seen: false, act: null, counts: true, counter: -1 };
}

function reportRefusal(known: Report, report: PhoneReport, acts: readonly { id: string }[]): RefusalCode | null {
  if (report.type === 'live.act') {
    if (!acts.some(({ id }) => id === report.act)) return 'choice-unknown';
    return known.act === null || known.act === report.act ? null : 'act-known';
  }
  if (report.type === 'live.count') return isOlder(known.counter, report.counter, known.counts === report.on) ? 'vote-older' : null;
  return null;
}

function changed(report: PhoneReport): Partial<Report> {
  if (report.type === 'live.count') return { counts: report.on, counter: report.counter };
  return report.type === 'live.act' ? { seen: true, act: report.act } : { seen: true };
}
