import { LARGEST_ROOM } from '../../protocol/limits.ts';
import type { Story } from '../../story/compile/story.ts';
import { askedOf, mixes } from '../asking.ts';
import type { Of } from '../events.ts';
import { arrival, pastKept, startLive } from '../live.ts';
import { secondsOf } from '../scene.ts';
import { isAgreement, nodeOf, onwardFrom, sideActivityOf } from '../side-activity.ts';
import { activeSeats, dueAt, HEADS_UP_MS, type Lesson, type Phase, roundId } from '../state.ts';
import { type Change, change, refuse, rule, type Test } from './rule.ts';

/** How a lesson moves through this story: from node to node, and through a vote. What the states below are made of. */
export function movesOf(story: Story) {
  type Point = Lesson['point'] | null;
  const kindOf = (point: Point, lesson: Lesson): Phase | null => {
    if (!point) return null;
    const node = nodeOf(story, point.node);
    if ('scene' in node) return 'scene';
    if ('vote' in node) return askedOf(story, lesson, point.node) === 'together' ? 'together' : 'question';
    if ('results' in node) return 'results';
    if ('tell' in node) return 'tell';
    if ('live' in node) return 'live';
    return 'reflect' in node ? 'reflect' : 'end';
  };
  const arrive = (lesson: Lesson, point: Lesson['point'], at: number): Partial<Lesson> => ({
    point,
    releasedResults: told(lesson, point),
    screenRevision: lesson.screenRevision + 1,
    round: null,
    current: null,
    playhead: { offset: 0, since: at },
    turn: -1,
    phonesResult: null,
    returnPoint: sideActivityOf(point.node) ? (lesson.returnPoint ?? lesson.point) : null,
    ...('vote' in nodeOf(story, point.node) && !sideActivityOf(point.node)
      ? { checkpoints: { ...lesson.checkpoints, [point.node]: point.variables } }
      : {}),
    ...('vote' in nodeOf(story, point.node) ? { rounds: lesson.rounds + 1 } : {}),
    ...('live' in nodeOf(story, point.node) ? startLive(story, lesson, point.node, at) : {}),
  });
  const told = (lesson: Lesson, point: Lesson['point']) => {
    const node = nodeOf(story, point.node);
    return 'results' in node ? [...new Set([...lesson.releasedResults, ...node.results])] : lesson.releasedResults;
  };
  /** One arm for each kind of screen that the next node of the story can be; `also` changes more on the way. */
  const goOn = <E extends { at: number }>(towards: (lesson: Lesson, event: E) => Point, also: Change<E> = () => ({})) => {
    const next = (lesson: Lesson, event: E) => arrival(story, lesson, towards(lesson, event));
    return (['scene', 'question', 'together', 'reflect', 'results', 'tell', 'live', 'end'] as const).map((phase) =>
      change<E>(
        (lesson, event) => ({ ...also(lesson, event), ...arrive(lesson, next(lesson, event) as Lesson['point'], event.at) }),
        phase,
        (lesson, event) => kindOf(next(lesson, event), lesson) === phase,
      ),
    );
  };

  const stale = refuse<Of<'lesson.next'>>('moment-passed', (lesson, event) => event.screenRevision !== lesson.screenRevision);
  const resting = refuse('paused-now', (lesson) => lesson.pausedSince !== null);
  const next = rule<'lesson.next'>;
  const toNextNode = goOn<Of<'lesson.next'>>((lesson) => onwardFrom(story, lesson, lesson.point, { type: 'NEXT' }));
  const following = goOn<Of<'lesson.next'>>((lesson) =>
    lesson.current ? onwardFrom(story, lesson, lesson.point, { type: 'CHOOSE', choice: lesson.current.choice }) : null,
  );

  const vote = (lesson: Lesson) => {
    const node = nodeOf(story, lesson.point.node);
    return 'vote' in node ? node.vote : null;
  };
  const hasChoice = (lesson: Lesson, choice: string) => vote(lesson)?.choices.some((candidate) => candidate.id === choice) ?? false;

  const open = (lesson: Lesson, event: { at: number }): Partial<Lesson> => {
    const seconds = secondsOf(story, lesson);
    const opensAt = event.at + HEADS_UP_MS;
    return {
      screenRevision: lesson.screenRevision + 1,
      round: {
        id: roundId(lesson),
        node: lesson.point.node,
        lastSeat: lesson.votedUpTo[lesson.point.node] ?? lesson.votedUpTo[vote(lesson)?.again ?? ''] ?? null,
        opensAt,
        deadline: seconds === null ? null : opensAt + seconds * 1000,
        ballots: {},
        live: null,
      },
    };
  };
  const askedHere = (lesson: Lesson) => askedOf(story, lesson, lesson.point.node);
  const mixesHere = (lesson: Lesson) => mixes(story, lesson);
  const hasPhonesResult = (lesson: Lesson) => lesson.phonesResult !== null;
  const due = (lesson: Lesson, event: Of<'clock.due'>) =>
    event.screenRevision === lesson.screenRevision && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY);
  const beforeStory = (lesson: Lesson) => lesson.phase === 'lobby' && lesson.decisions.length === 0;
  const crowded = (lesson: Lesson) => lesson.headCount === null || activeSeats(lesson).length > lesson.headCount;
  const impossibleCount = refuse<Of<'headcount.confirm'>>(
    'number-out-of-range',
    (_, event) => !Number.isInteger(event.count) || event.count < 1 || event.count > LARGEST_ROOM,
  );
  const nextMoment = (lesson: Lesson): Partial<Lesson> => ({ screenRevision: lesson.screenRevision + 1 });
  /** The fence: after it every fold refuses ballots. With more devices than pupils the counting waits first. */
  const close = <E>(test: Test<E>) => [
    change<E>(nextMoment, 'recount', (lesson, event) => test(lesson, event) && crowded(lesson)),
    change<E>(nextMoment, 'closing', test),
  ];
  const skipStale = refuse<Of<'story.skip'>>('moment-passed', (lesson, event) => event.screenRevision !== lesson.screenRevision);
  /** Past a vote without a result; what was voted until now is destroyed unread. */
  const skip = rule<'story.skip'>(
    resting,
    skipStale,
    ...goOn<Of<'story.skip'>>((lesson) => pastKept(story, lesson, lesson.point)),
    change<Of<'story.skip'>>((lesson) => ({ ...nextMoment(lesson), round: null, phonesResult: null }), 'together'),
  )('story.skip');
  const wrongRound = <E extends { round: string }>() => refuse<E>('round-unknown', (lesson, event) => lesson.round?.id !== event.round);
  /** A round that closes by itself. */
  const inTime = rule<'clock.due'>(...close(due), refuse('not-now'))('clock.due');

  const pick = (by: 'together' | 'teacher' | 'mixed') =>
    rule<'vote.pick'>(
      resting,
      refuse<Of<'vote.pick'>>('round-unknown', (lesson, event) => event.round !== roundId(lesson)),
      refuse<Of<'vote.pick'>>('choice-unknown', (lesson, event) => !hasChoice(lesson, event.choice)),
      change<Of<'vote.pick'>>(
        (lesson, event) => decide(lesson, { node: lesson.point.node, choice: event.choice, by, released: lesson.phonesResult }),
        'reveal',
      ),
    )('vote.pick');
  const decide = (lesson: Lesson, decision: NonNullable<Lesson['current']>): Partial<Lesson> => ({
    screenRevision: lesson.screenRevision + 1,
    current: decision,
    decisions: [...lesson.decisions, decision],
    round: null,
    phonesResult: null,
    ...(isAgreement(decision.node) ? { agreements: agreed(lesson, decision.choice) } : {}),
  });
  const agreed = (lesson: Lesson, id: string) => {
    const { agreements, candidates } = lesson;
    const chosen = candidates.find((candidate) => candidate.id === id);
    return chosen && !agreements.some((agreement) => agreement.id === id) ? [...agreements, chosen] : agreements;
  };

  const keep = (lesson: Lesson, event: Of<'vote.released'>): Partial<Lesson> => {
    const { released: result } = event;
    const choice = result.shown === 'nothing' ? '' : result.path;
    const kept = { node: lesson.point.node, choice, by: 'class' as const, released: result, ...(event.arms ? { arms: event.arms } : {}) };
    return { ...released(lesson, event), ...decide(lesson, kept) };
  };
  const voted = (lesson: Lesson, at: number): Partial<Lesson> => ({
    votedUpTo: { [lesson.point.node]: Math.max(-1, ...lesson.seats.map((seat) => seat.id)), ...lesson.votedUpTo },
    talkUntil: at + (vote(lesson)?.talk ?? 0) * 1000,
  });
  const released = (lesson: Lesson, event: Of<'vote.released' | 'hands.released'>): Partial<Lesson> => {
    const common = voted(lesson, event.at);
    if (event.released.shown === 'nothing') return { ...common, screenRevision: lesson.screenRevision + 1, round: null };
    const by = event.type === 'hands.released' ? 'hands' : 'class';
    return { ...common, ...decide(lesson, { node: lesson.point.node, choice: event.released.path, by, released: event.released }) };
  };
  /** In a mixed room the hands come before anybody sees what the phones chose. */
  const leaveToTeacher = (lesson: Lesson, event: Of<'vote.released'>): Partial<Lesson> => ({
    ...voted(lesson, event.at),
    screenRevision: lesson.screenRevision + 1,
    round: null,
    turn: -1,
    phonesResult: event.released,
  });

  return {
    goOn,
    stale,
    resting,
    next,
    toNextNode,
    following,
    vote,
    open,
    askedHere,
    mixesHere,
    hasPhonesResult,
    due,
    beforeStory,
    nextMoment,
    close,
    skipStale,
    skip,
    wrongRound,
    inTime,
    impossibleCount,
    pick,
    decide,
    keep,
    voted,
    released,
    leaveToTeacher,
  };
}
export type Moves = ReturnType<typeof movesOf>;
