import { assign, setup } from 'xstate';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Story } from '../scenario/story.ts';
import { AGREEMENT_REFUSALS, agreementRefusal, candidatesRefusal } from './agreeing.ts';
import { agreeNode, asideOf, firstAside, isAgreement, nodeOf, onwardFrom } from './aside.ts';
import { askedOf, isSkipped, mixes } from './asking.ts';
import type { Happening, LessonEvent } from './events.ts';
import { activeSeats, dueAt, GRACE_MS, HEADS_UP_MS, LARGEST_ROOM, type Lesson, type LiveRound, mayVote, type Phase, seatOf } from './lesson.ts';
import { arrival, LATE_REPORTS_MS, liveOf, pastKept, startLive, wayPossible } from './live.ts';
import { hurry, played, sceneEnd, secondsOf } from './scene.ts';

/** A press that comes sooner after the opening was meant for the screen before it. */
const CLOSE_NOT_BEFORE_MS = 4000;
/** How well a server that comes back knows when it went: a phone that asks again must not hear that the vote has not begun. */
const ROUGHLY_MS = 1500;

type Of<T extends LessonEvent['type']> = Extract<Happening, { type: T }>;
type Test<E> = (lesson: Lesson, event: E) => boolean;
type Change<E> = (lesson: Lesson, event: E) => Partial<Lesson>;

const base = setup({
  types: { context: {} as Lesson, events: {} as Happening },
  actions: { refuse: (_, _params: { code: RefusalCode }) => {} },
});

/**
 * All rules of a lesson. A transition either changes the lesson or carries a `refuse` action with a code; nothing is silently ignored.
 * Stepped purely by `step`; nothing in here knows a clock, a lot or a socket.
 */
export function lessonMachine(story: Story) {
  const rule =
    <T extends LessonEvent['type']>(...arms: ((type: T) => object)[]) =>
    (type: T) => ({ [type]: arms.map((arm) => arm(type)) });
  const refuse =
    <E = Happening>(code: RefusalCode, test: Test<E> = () => true) =>
    () => ({
      guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
      actions: { type: 'refuse', params: { code } },
    });
  /** A refusal whose code depends on what was asked: one arm for each code. */
  const refuseFor = <E = Happening>(why: (lesson: Lesson, event: E) => RefusalCode | null) =>
    AGREEMENT_REFUSALS.map((code) => refuse<E>(code, (lesson, event) => why(lesson, event) === code));
  const change =
    <E = Happening>(change: Change<E>, target?: Phase, test: Test<E> = () => true) =>
    () => ({
      ...(target ? { target: `#lesson.${target}` } : {}),
      guard: ({ context, event }: { context: Lesson; event: E }) => test(context, event),
      actions: assign<Lesson, Happening, undefined, Happening, never>(({ context, event }) => change(context, event as E)),
    });

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
    told: told(lesson, point),
    moment: lesson.moment + 1,
    round: null,
    current: null,
    playhead: { offset: 0, since: at },
    turn: -1,
    weighing: null,
    aside: asideOf(point.node) ? (lesson.aside ?? lesson.point) : null,
    ...('vote' in nodeOf(story, point.node) && !asideOf(point.node) ? { checkpoints: { ...lesson.checkpoints, [point.node]: point.variables } } : {}),
    ...('vote' in nodeOf(story, point.node) ? { rounds: lesson.rounds + 1 } : {}),
    ...('live' in nodeOf(story, point.node) ? startLive(story, lesson, point.node, at) : {}),
  });
  const told = (lesson: Lesson, point: Lesson['point']) => {
    const node = nodeOf(story, point.node);
    return 'results' in node ? [...new Set([...lesson.told, ...node.results])] : lesson.told;
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

  const stale = refuse<Of<'lesson.next'>>('moment-passed', (lesson, event) => event.moment !== lesson.moment);
  const resting = refuse('calm-now', (lesson) => lesson.calmSince !== null);
  const next = rule<'lesson.next'>;
  const onward = goOn<Of<'lesson.next'>>((lesson) => onwardFrom(story, lesson, lesson.point, { type: 'NEXT' }));
  const following = goOn<Of<'lesson.next'>>((lesson) =>
    lesson.current ? onwardFrom(story, lesson, lesson.point, { type: 'CHOOSE', choice: lesson.current.choice }) : null,
  );

  const vote = (lesson: Lesson) => {
    const node = nodeOf(story, lesson.point.node);
    return 'vote' in node ? node.vote : null;
  };
  const hasChoice = (lesson: Lesson, choice: string) => vote(lesson)?.choices.some((candidate) => candidate.id === choice) ?? false;
  const roundId = (lesson: Lesson) => `${lesson.point.node}-${lesson.rounds}`;

  const open = (lesson: Lesson, event: { at: number }): Partial<Lesson> => {
    const seconds = secondsOf(story, lesson);
    const opensAt = event.at + HEADS_UP_MS;
    return {
      moment: lesson.moment + 1,
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
  const weighs = (lesson: Lesson) => lesson.weighing !== null;
  const due = (lesson: Lesson, event: Of<'clock.due'>) => event.moment === lesson.moment && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY);
  const beforeStory = (lesson: Lesson) => lesson.phase === 'lobby' && lesson.trail.length === 0;
  const crowded = (lesson: Lesson) => lesson.headCount === null || activeSeats(lesson).length > lesson.headCount;
  const onwards = (lesson: Lesson): Partial<Lesson> => ({ moment: lesson.moment + 1 });
  /** The fence: after it every fold refuses ballots. With more devices than pupils the counting waits first. */
  const close = <E>(test: Test<E>) => [
    change<E>(onwards, 'recount', (lesson, event) => test(lesson, event) && crowded(lesson)),
    change<E>(onwards, 'closing', test),
  ];
  const skipStale = refuse<Of<'story.skip'>>('moment-passed', (lesson, event) => event.moment !== lesson.moment);
  /** Past a vote without a result; what was voted until now is destroyed unread. */
  const skip = rule<'story.skip'>(
    resting,
    skipStale,
    ...goOn<Of<'story.skip'>>((lesson) => pastKept(story, lesson, lesson.point)),
    change<Of<'story.skip'>>((lesson) => ({ ...onwards(lesson), round: null, weighing: null }), 'together'),
  )('story.skip');
  const wrongRound = <E extends { round: string }>() => refuse<E>('round-unknown', (lesson, event) => lesson.round?.id !== event.round);

  const pick = (by: 'together' | 'teacher' | 'mixed') =>
    rule<'vote.pick'>(
      resting,
      refuse<Of<'vote.pick'>>('round-unknown', (lesson, event) => event.round !== roundId(lesson)),
      refuse<Of<'vote.pick'>>('choice-unknown', (lesson, event) => !hasChoice(lesson, event.choice)),
      change<Of<'vote.pick'>>(
        (lesson, event) => decide(lesson, { node: lesson.point.node, choice: event.choice, by, released: lesson.weighing }),
        'reveal',
      ),
    )('vote.pick');
  const decide = (lesson: Lesson, decision: NonNullable<Lesson['current']>): Partial<Lesson> => ({
    moment: lesson.moment + 1,
    current: decision,
    trail: [...lesson.trail, decision],
    round: null,
    weighing: null,
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
    if (event.released.shown === 'nothing') return { ...common, moment: lesson.moment + 1, round: null };
    const by = event.type === 'hands.released' ? 'hands' : 'class';
    return { ...common, ...decide(lesson, { node: lesson.point.node, choice: event.released.path, by, released: event.released }) };
  };
  /** In a mixed room the hands come before anybody sees what the phones chose. */
  const weigh = (lesson: Lesson, event: Of<'vote.released'>): Partial<Lesson> => ({
    ...voted(lesson, event.at),
    moment: lesson.moment + 1,
    round: null,
    turn: -1,
    weighing: event.released,
  });

  const without = <T>(bySeat: Record<number, T>, seats: number[]): Record<number, T> =>
    Object.fromEntries(Object.entries(bySeat).filter(([seat]) => !seats.includes(Number(seat))));
  const drop = (lesson: Lesson, seats: number[]): Partial<Lesson> => ({
    seats: lesson.seats.map((seat) => (seats.includes(seat.id) ? { ...seat, removed: true } : seat)),
    round: lesson.round && {
      ...lesson.round,
      ballots: without(lesson.round.ballots, seats),
      live: lesson.round.live && { ...lesson.round.live, reports: without(lesson.round.live.reports, seats) },
    },
  });

  /** Everything that runs is moved by the `ms` that it stood still; a vote that was open by then stays open. */
  const shift = (lesson: Lesson, ms: number, stoppedAt: number): Partial<Lesson> => ({
    round: lesson.round && {
      ...lesson.round,
      opensAt: lesson.round.opensAt <= stoppedAt && !lesson.round.live ? lesson.round.opensAt : lesson.round.opensAt + ms,
      deadline: lesson.round.deadline === null ? null : lesson.round.deadline + ms,
      live: lesson.round.live && { ...lesson.round.live, endsAt: lesson.round.live.endsAt + ms },
    },
    talkUntil: lesson.talkUntil + ms,
    playhead: { ...lesson.playhead, since: lesson.playhead.since === null ? null : lesson.playhead.since + ms },
  });

  const reportOf = (lesson: Lesson, seat: number) => lesson.round?.live?.reports[seat] ?? { seen: false, act: null, counts: true, counter: -1 };
  const reported = (lesson: Lesson, change: Partial<LiveRound>): Partial<Lesson> => ({
    round: lesson.round && { ...lesson.round, live: lesson.round.live && { ...lesson.round.live, ...change } },
  });
  const report = (lesson: Lesson, seat: number, change: Partial<LiveRound['reports'][number]>): Partial<Lesson> =>
    reported(lesson, { reports: { ...lesson.round?.live?.reports, [seat]: { ...reportOf(lesson, seat), ...change } } });
  const fromPhone = <E extends { seat: number; round: string; at: number }>() => [
    refuse<E>('seat-unknown', (lesson, event) => !seatOf(lesson, event.seat)),
    wrongRound<E>(),
    resting,
    refuse<E>('seat-late', (lesson, event) => !mayVote(lesson, event.seat)),
    refuse<E>(
      'live-not-running',
      (lesson, event) => event.at < (lesson.round?.opensAt ?? 0) || event.at > (dueAt(lesson) ?? 0) || !liveOf(story, lesson.point.node)?.measured,
    ),
  ];

  const count = rule<'headcount.confirm'>(
    refuse<Of<'headcount.confirm'>>(
      'number-out-of-range',
      (_, event) => !Number.isInteger(event.count) || event.count < 1 || event.count > LARGEST_ROOM,
    ),
    change<Of<'headcount.confirm'>>((_, event) => ({ headCount: event.count })),
  );

  return base.createMachine({
    id: 'lesson',
    initial: 'lobby',
    context: ({ input }: { input: Lesson }) => input,
    states: {
      lobby: {
        on: next(
          resting,
          stale,
          refuse('headcount-missing', (lesson) => lesson.headCount === null),
          refuse('headcount-too-low', (lesson) => activeSeats(lesson).length > (lesson.headCount ?? 0)),
          ...goOn<Of<'lesson.next'>>((lesson) => (lesson.current === null && lesson.trail.length === 0 ? firstAside(lesson, 'before') : null)),
          // A lesson that goes on another day with a decision made but not yet shown.
          change<Of<'lesson.next'>>(
            (lesson) => onwards(lesson),
            'reveal',
            (lesson) => lesson.current !== null,
          ),
          ...goOn<Of<'lesson.next'>>((lesson) => lesson.point),
        )('lesson.next'),
      },
      scene: {
        on: {
          ...rule<'story.skip'>(
            resting,
            skipStale,
            refuse<Of<'story.skip'>>('not-now', (lesson, event) => played(story, lesson, event.at)),
            change<Of<'story.skip'>>((lesson, event) => ({ playhead: sceneEnd(story, lesson, event.at) })),
          )('story.skip'),
          ...next(
            resting,
            stale,
            change<Of<'lesson.next'>>(
              (lesson, event) => ({ playhead: hurry(story, lesson, event.at) }),
              undefined,
              (lesson, event) => !played(story, lesson, event.at),
            ),
            ...onward,
          )('lesson.next'),
          ...rule<'scene.hold'>(
            resting,
            change<Of<'scene.hold'>>((lesson, event) => ({
              playhead:
                event.on === (lesson.playhead.since === null)
                  ? lesson.playhead
                  : {
                      offset: lesson.playhead.offset + (lesson.playhead.since === null ? 0 : event.at - lesson.playhead.since),
                      since: event.on ? null : event.at,
                    },
            })),
          )('scene.hold'),
        },
      },
      question: {
        on: {
          ...next(
            resting,
            stale,
            ...goOn<Of<'lesson.next'>>((lesson) => (isSkipped(lesson) ? pastKept(story, lesson, lesson.point) : null)),
            change(onwards, 'together', (lesson) => askedHere(lesson) === 'together'),
            change(
              (lesson) => ({ ...onwards(lesson), turn: -1 }),
              'hands',
              (lesson) => askedHere(lesson) === 'hands',
            ),
            change(open, 'voting'),
          )('lesson.next'),
          ...skip,
        },
      },
      together: { on: pick('together') },
      hands: {
        on: {
          ...next(
            resting,
            stale,
            change(
              (lesson) => ({ ...onwards(lesson), turn: lesson.turn + 1 }),
              undefined,
              (lesson) => lesson.turn < (vote(lesson)?.choices.length ?? 0),
            ),
            refuse('hands-missing', (lesson) => lesson.weighing === null),
            change(
              (lesson) => ({ ...onwards(lesson), weighing: null }),
              'tooFew',
              (lesson) => lesson.weighing?.shown === 'nothing',
            ),
            change(
              (lesson, event: Of<'lesson.next'>) => ({ ...onwards(lesson), ...voted(lesson, event.at) }),
              'talk',
              (lesson) => vote(lesson)?.talk !== undefined,
            ),
            change(onwards, 'weigh'),
          )('lesson.next'),
          ...rule<'hands.released'>(
            resting,
            refuse<Of<'hands.released'>>('round-unknown', (lesson, event) => event.round !== roundId(lesson)),
            refuse('not-now', (lesson) => lesson.weighing !== null),
            change<Of<'hands.released'>>(released, 'tooFew', (_, event) => event.released.shown === 'nothing'),
            change<Of<'hands.released'>>(released, 'talk', (lesson) => vote(lesson)?.talk !== undefined),
            change<Of<'hands.released'>>(released, 'reveal'),
          )('hands.released'),
          ...skip,
        },
      },
      weigh: { on: pick('mixed') },
      voting: {
        on: {
          ...rule<'vote.cast'>(
            refuse<Of<'vote.cast'>>('seat-unknown', (lesson, event) => !seatOf(lesson, event.seat)),
            wrongRound<Of<'vote.cast'>>(),
            resting,
            refuse<Of<'vote.cast'>>('seat-late', (lesson, event) => !mayVote(lesson, event.seat)),
            refuse<Of<'vote.cast'>>('choice-unknown', (lesson, event) => event.choice !== null && !hasChoice(lesson, event.choice)),
            refuse<Of<'vote.cast'>>('vote-not-open', (lesson, event) => event.at < (lesson.round?.opensAt ?? 0)),
            refuse<Of<'vote.cast'>>('vote-closed', (lesson, event) => event.at > (dueAt(lesson) ?? Number.POSITIVE_INFINITY)),
            refuse<Of<'vote.cast'>>('vote-older', (lesson, event) => {
              const known = lesson.round?.ballots[event.seat];
              return known !== undefined && (known.counter > event.counter || (known.counter === event.counter && known.choice !== event.choice));
            }),
            change<Of<'vote.cast'>>((lesson, event) => ({
              round: lesson.round && {
                ...lesson.round,
                ballots: { ...lesson.round.ballots, [event.seat]: { choice: event.choice, counter: event.counter } },
              },
            })),
          )('vote.cast'),
          ...next(
            resting,
            stale,
            refuse<Of<'lesson.next'>>('not-now', (lesson, event) => event.at < (lesson.round?.opensAt ?? 0) + CLOSE_NOT_BEFORE_MS),
            ...close<Of<'lesson.next'>>(() => true),
          )('lesson.next'),
          ...rule<'vote.close'>(resting, wrongRound<Of<'vote.close'>>(), ...close<Of<'vote.close'>>(() => true))('vote.close'),
          ...rule<'clock.due'>(
            ...close<Of<'clock.due'>>((lesson, event) => event.moment === lesson.moment && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY)),
            refuse('not-now'),
          )('clock.due'),
          ...rule<'vote.extend'>(
            wrongRound<Of<'vote.extend'>>(),
            refuse<Of<'vote.extend'>>(
              'number-out-of-range',
              (_, event) => !Number.isInteger(event.seconds) || event.seconds < 5 || event.seconds > 300,
            ),
            refuse('not-now', (lesson) => lesson.round?.deadline == null),
            change<Of<'vote.extend'>>((lesson, event) => ({
              round: lesson.round && { ...lesson.round, deadline: Math.max(lesson.round.deadline ?? 0, event.at) + event.seconds * 1000 },
            })),
          )('vote.extend'),
          ...rule<'vote.untimed'>(
            wrongRound<Of<'vote.untimed'>>(),
            change((lesson) => ({ round: lesson.round && { ...lesson.round, deadline: null } })),
          )('vote.untimed'),
          ...rule<'story.back'>(refuse('not-now'))('story.back'),
          ...rule<'mode.set'>(refuse('not-now'))('mode.set'),
          ...skip,
        },
      },
      recount: {
        on: {
          ...rule<'headcount.confirm'>(
            refuse<Of<'headcount.confirm'>>(
              'number-out-of-range',
              (_, event) => !Number.isInteger(event.count) || event.count < 1 || event.count > LARGEST_ROOM,
            ),
            change<Of<'headcount.confirm'>>(
              (lesson, event) => ({ headCount: event.count, ...onwards(lesson) }),
              'closing',
              (lesson, event) => activeSeats(lesson).length <= event.count,
            ),
            change<Of<'headcount.confirm'>>((_, event) => ({ headCount: event.count })),
          )('headcount.confirm'),
          ...rule<'seats.removed'>(
            change<Of<'seats.removed'>>(
              (lesson, event) => ({ ...drop(lesson, event.seats), ...onwards(lesson) }),
              'closing',
              (lesson, event) => activeSeats(lesson).length - event.seats.filter((id) => seatOf(lesson, id)).length <= (lesson.headCount ?? 0),
            ),
            change<Of<'seats.removed'>>((lesson, event) => drop(lesson, event.seats)),
          )('seats.removed'),
          ...rule<'vote.cast'>(refuse('vote-closed'))('vote.cast'),
          ...rule<'story.back'>(refuse('not-now'))('story.back'),
          ...rule<'mode.set'>(refuse('not-now'))('mode.set'),
        },
      },
      closing: {
        on: {
          ...rule<'vote.released'>(
            wrongRound<Of<'vote.released'>>(),
            ...goOn<Of<'vote.released'>>((lesson) => pastKept(story, lesson, lesson.point), keep),
            change<Of<'vote.released'>>(weigh, 'hands', mixesHere),
            change<Of<'vote.released'>>(released, 'tooFew', (_, event) => event.released.shown === 'nothing'),
            change<Of<'vote.released'>>(released, 'talk', (lesson) => vote(lesson)?.talk !== undefined),
            change<Of<'vote.released'>>(released, 'reveal'),
          )('vote.released'),
          ...rule<'vote.cast'>(refuse('vote-closed'))('vote.cast'),
          ...rule<'seats.removed'>(refuse('not-now'))('seats.removed'),
          ...rule<'story.back'>(refuse('not-now'))('story.back'),
          ...rule<'mode.set'>(refuse('not-now'))('mode.set'),
          ...rule<'lesson.end'>(refuse('not-now'))('lesson.end'),
          ...rule<'calm'>(refuse('not-now'))('calm'),
        },
      },
      tooFew: { on: pick('teacher') },
      talk: {
        on: {
          ...next(resting, stale, change(onwards, 'weigh', weighs), change(onwards, 'reveal'))('lesson.next'),
          ...rule<'clock.due'>(
            change<Of<'clock.due'>>(onwards, 'weigh', (lesson, event) => due(lesson, event) && weighs(lesson)),
            change<Of<'clock.due'>>(onwards, 'reveal', due),
            refuse('not-now'),
          )('clock.due'),
        },
      },
      reveal: { on: next(resting, stale, ...following)('lesson.next') },
      reflect: { on: next(resting, stale, ...onward)('lesson.next') },
      tell: { on: next(resting, stale, ...onward)('lesson.next') },
      live: {
        on: {
          ...rule<'live.dealt'>(
            wrongRound<Of<'live.dealt'>>(),
            refuse<Of<'live.dealt'>>('not-now', (lesson) => lesson.round?.live?.conditions !== null),
            change<Of<'live.dealt'>>((lesson, event) => reported(lesson, { conditions: event.conditions })),
          )('live.dealt'),
          ...rule<'live.seen'>(
            ...fromPhone<Of<'live.seen'>>(),
            change<Of<'live.seen'>>((lesson, event) => report(lesson, event.seat, { seen: true })),
          )('live.seen'),
          ...rule<'live.act'>(
            ...fromPhone<Of<'live.act'>>(),
            refuse<Of<'live.act'>>('choice-unknown', (lesson, event) => !liveOf(story, lesson.point.node)?.acts.some((act) => act.id === event.act)),
            refuse<Of<'live.act'>>('act-known', (lesson, event) => ![null, event.act].includes(reportOf(lesson, event.seat).act)),
            refuse<Of<'live.act'>>('live-not-running', (lesson, event) => event.at > (lesson.round?.live?.endsAt ?? 0) + GRACE_MS),
            change<Of<'live.act'>>((lesson, event) => report(lesson, event.seat, { seen: true, act: event.act })),
          )('live.act'),
          ...rule<'live.count'>(
            ...fromPhone<Of<'live.count'>>(),
            refuse<Of<'live.count'>>('vote-older', (lesson, event) => {
              const known = reportOf(lesson, event.seat);
              return known.counter > event.counter || (known.counter === event.counter && known.counts !== event.on);
            }),
            change<Of<'live.count'>>((lesson, event) => report(lesson, event.seat, { counts: event.on, counter: event.counter })),
          )('live.count'),
          ...rule<'vote.close'>(resting, wrongRound<Of<'vote.close'>>(), ...close<Of<'vote.close'>>(() => true))('vote.close'),
          ...next(
            resting,
            stale,
            refuse<Of<'lesson.next'>>('not-now', (lesson, event) => event.at < (lesson.round?.live?.endsAt ?? 0)),
            ...close<Of<'lesson.next'>>(() => true),
          )('lesson.next'),
          ...rule<'clock.due'>(
            ...close<Of<'clock.due'>>((lesson, event) => event.moment === lesson.moment && event.at >= (dueAt(lesson) ?? Number.POSITIVE_INFINITY)),
            refuse('not-now'),
          )('clock.due'),
          ...rule<'story.back'>(refuse('not-now'))('story.back'),
        },
      },
      results: { on: next(resting, stale, ...onward)('lesson.next') },
      end: {
        on: {
          ...rule<'items.ask'>(
            resting,
            refuse('items-missing', (lesson) => isSkipped(lesson) || firstAside(lesson, 'after') === null),
            ...goOn<Of<'items.ask'>>((lesson) => firstAside(lesson, 'after')),
          )('items.ask'),
          ...rule<'agreements.ask'>(
            resting,
            ...refuseFor<Of<'agreements.ask'>>((_, event) => candidatesRefusal(story, event.candidates)),
            ...goOn<Of<'agreements.ask'>>(
              (lesson, event) => ({ node: agreeNode(event.candidates), variables: lesson.point.variables }),
              (_, event) => ({ candidates: event.candidates }),
            ),
          )('agreements.ask'),
        },
      },
      over: { on: { '*': refuse('lesson-ended')() } },
    },
    on: {
      ...rule<'seat.joined'>(
        refuse<Of<'seat.joined'>>('seat-elsewhere', (lesson, event) => activeSeats(lesson).some((seat) => seat.token === event.token)),
        refuse('door-locked', (lesson) => lesson.doorLocked),
        refuse('room-full', (lesson) => activeSeats(lesson).length >= LARGEST_ROOM),
        change<Of<'seat.joined'>>((lesson, event) => ({
          seats: [...lesson.seats, { id: lesson.seats.length, token: event.token, look: event.look, removed: false }],
        })),
      )('seat.joined'),
      ...rule<'seats.removed'>(change<Of<'seats.removed'>>((lesson, event) => drop(lesson, event.seats)))('seats.removed'),
      ...count('headcount.confirm'),
      ...rule<'door.lock'>(change<Of<'door.lock'>>((_, event) => ({ doorLocked: event.locked })))('door.lock'),
      ...rule<'lang.set'>(change<Of<'lang.set'>>((_, event) => ({ lang: event.lang })))('lang.set'),
      ...rule<'pace.set'>(change<Of<'pace.set'>>((_, event) => ({ pace: event.pace })))('pace.set'),
      ...rule<'mode.set'>(
        refuse('not-now', (lesson) => ['hands', 'weigh', 'talk'].includes(lesson.phase)),
        change<Of<'mode.set'>>((_, event) => ({ mode: event.mode })),
      )('mode.set'),
      ...rule<'items.set'>(
        refuse('not-now', (lesson) => !beforeStory(lesson)),
        refuse<Of<'items.set'>>('item-unknown', (_, event) => event.items.some((item) => !Object.hasOwn(story.beside?.items ?? {}, item))),
        change<Of<'items.set'>>((_, event) => ({ items: Object.keys(story.beside?.items ?? {}).filter((item) => event.items.includes(item)) })),
      )('items.set'),
      ...rule<'agreements.set'>(
        ...refuseFor<Of<'agreements.set'>>((_, event) => agreementRefusal(story, event.agreements)),
        change<Of<'agreements.set'>>((_, event) => ({ agreements: event.agreements })),
      )('agreements.set'),
      ...rule<'desk.taken'>(
        refuse<Of<'desk.taken'>>('desk-taken', (lesson, event) => !lesson.keys.desk.includes(event.token)),
        change<Of<'desk.taken'>>(({ keys }, { token }) => ({
          keys: { ...keys, desk: [token], locked: [...keys.locked, ...keys.desk.filter((other) => other !== token)] },
        })),
      )('desk.taken'),
      ...rule<'way.set'>(
        refuse<Of<'way.set'>>('way-unknown', (_, event) => {
          const node = story.structure.nodes[event.node];
          return !node || !('room' in node) || (event.way !== null && !node.room.some((way) => way.id === event.way));
        }),
        refuse<Of<'way.set'>>('class-too-small', (lesson, event) => {
          const node = nodeOf(story, event.node);
          const way = 'room' in node ? node.room.find((candidate) => candidate.id === event.way) : undefined;
          return way !== undefined && !wayPossible(way, lesson);
        }),
        change<Of<'way.set'>>((lesson, event) => ({
          ways: Object.fromEntries([
            ...Object.entries(lesson.ways).filter(([node]) => node !== event.node),
            ...(event.way === null ? [] : [[event.node, event.way] as const]),
          ]),
        })),
      )('way.set'),
      ...rule<'live.seen'>(refuse('live-not-running'))('live.seen'),
      ...rule<'live.act'>(refuse('live-not-running'))('live.act'),
      ...rule<'live.count'>(refuse('live-not-running'))('live.count'),
      ...rule<'desk.paired'>(change<Of<'desk.paired'>>((lesson, event) => ({ keys: { ...lesson.keys, desk: [...lesson.keys.desk, event.token] } })))(
        'desk.paired',
      ),
      ...rule<'calm'>(
        change<Of<'calm'>>(
          (_, event) => ({ calmSince: event.at }),
          undefined,
          (lesson, event) => event.on && lesson.calmSince === null,
        ),
        change<Of<'calm'>>(
          (lesson, event) => ({ calmSince: null, ...shift(lesson, event.at - (lesson.calmSince ?? event.at), lesson.calmSince ?? event.at) }),
          undefined,
          (lesson, event) => !event.on && lesson.calmSince !== null,
        ),
        change<Of<'calm'>>(() => ({})),
      )('calm'),
      ...rule<'server.resumed'>(
        // The phones went on with the chat by themselves; what they still want to tell must be in time.
        change<Of<'server.resumed'>>(
          (lesson, event) => ({
            round: lesson.round && { ...lesson.round, deadline: Math.max(lesson.round.deadline ?? 0, event.at + LATE_REPORTS_MS) },
          }),
          undefined,
          (lesson) => lesson.phase === 'live' && lesson.calmSince === null,
        ),
        change<Of<'server.resumed'>>((lesson, event) =>
          lesson.calmSince === null ? shift(lesson, event.down, event.at - event.down + ROUGHLY_MS) : {},
        ),
      )('server.resumed'),
      ...rule<'story.back'>(
        resting,
        refuse<Of<'story.back'>>('node-unknown', (lesson, event) => !Object.hasOwn(lesson.checkpoints, event.node)),
        refuse<Of<'story.back'>>('choice-unknown', (_, event) => {
          const node = nodeOf(story, event.node);
          return event.choice !== null && !('vote' in node && node.vote.choices.some((choice) => choice.id === event.choice));
        }),
        change<Of<'story.back'>>(
          (lesson, event) => ({
            ...decide(lesson, { node: event.node, choice: event.choice as string, by: 'what-if', released: null }),
            point: { node: event.node, variables: lesson.checkpoints[event.node] ?? {} },
            aside: null,
          }),
          'reveal',
          (_, event) => event.choice !== null,
        ),
        ...goOn<Of<'story.back'>>((lesson, event) => ({ node: event.node, variables: lesson.checkpoints[event.node] ?? {} })),
      )('story.back'),
      ...rule<'vote.cast'>(
        refuse<Of<'vote.cast'>>('seat-unknown', (lesson, event) => !seatOf(lesson, event.seat)),
        refuse<Of<'vote.cast'>>('vote-closed', (lesson, event) => lesson.phase !== 'question' && event.round === roundId(lesson)),
        refuse('vote-not-open', (lesson) => lesson.phase === 'question'),
        refuse('round-unknown'),
      )('vote.cast'),
      ...rule<'lesson.end'>(
        change(
          (lesson) => ({ round: null, weighing: null, moment: lesson.moment + 1, calmSince: null, point: lesson.aside ?? lesson.point, aside: null }),
          'over',
        ),
      )('lesson.end'),
      '*': refuse('not-now')(),
    },
  } as unknown as Parameters<typeof base.createMachine>[0]);
}
