import { assign, setup } from 'xstate';
import type { Story } from '../../story/compile/story.ts';
import type { FlowEvent, FlowEventOf } from '../events.ts';
import { fastForward, sceneEnd, stepBack } from '../scene.ts';
import { agreeNode, firstSideActivity } from '../side-activity.ts';
import { type Lesson, withRound } from '../state.ts';
import * as changes from './changes.ts';
import { alongDecision, beyondKept, goTo, toNextNode } from './destination.ts';
import { guards } from './guards.ts';
import * as phases from './phases.ts';

interface Context {
  story: Story;
  lesson: Lesson;
}
const isOf = <T extends FlowEvent['type']>(event: FlowEvent, types: readonly T[]): event is FlowEventOf<T> =>
  types.some((type) => type === event.type);

/** An action that changes the lesson, on any event. */
const change = (next: (moment: Context & { event: FlowEvent }) => Lesson) =>
  assign<Context, FlowEvent, undefined, FlowEvent, never>(({ context, event }) => ({ lesson: next({ ...context, event }) }));
/** An action that changes the lesson, on events of these types only. */
const on = <T extends FlowEvent['type']>(types: readonly T[], next: (lesson: Lesson, event: FlowEventOf<T>, story: Story) => Lesson) =>
  change(({ story, lesson, event }) => {
    if (!isOf(event, types)) throw new Error(`${event.type} where only ${types.join(' or ')} can be`);
    return next(lesson, event, story);
  });

const base = setup({
  types: {} as { context: Context; events: FlowEvent; input: Context },
  guards,
  actions: {
    // Each phase with what it begins with: on entering its state.
    beginScene: change(phases.scene),
    beginQuestion: change(phases.plain('question')),
    beginTogether: change(phases.plain('together')),
    beginReflect: change(phases.plain('reflect')),
    beginResults: change(phases.plain('results')),
    beginForeseen: change(phases.plain('foreseen')),
    beginTell: change(phases.plain('tell')),
    beginEnd: change(phases.plain('end')),
    beginTooFew: change(phases.tooFew),
    beginLive: change(phases.live),
    openRound: change(phases.voting),
    beginRecount: change(phases.recount),
    closeRound: change(phases.closing),
    beginHands: change(phases.hands),
    beginTalk: change(phases.talk),
    letTeacherDecide: change(phases.teacherDecides),
    revealPath: change(phases.reveal),
    endLesson: change(phases.over),

    // Through the story.
    goToFirstItem: change(({ story, lesson }) => goTo(story, lesson, firstSideActivity(lesson, 'before'))),
    goToItemAfter: change(({ story, lesson }) => goTo(story, lesson, firstSideActivity(lesson, 'after'))),
    goToPoint: change(({ story, lesson }) => goTo(story, lesson, lesson.point)),
    goToNextNode: change(({ story, lesson }) => toNextNode(story, lesson)),
    followDecision: change(({ story, lesson }) => alongDecision(story, lesson)),
    goBeyond: change(({ story, lesson }) => beyondKept(story, lesson)),
    goToAgreements: on(['agreements.ask'], (lesson, { candidates }, story) =>
      goTo(story, { ...lesson, candidates }, { node: agreeNode(candidates), variables: lesson.point.variables }),
    ),
    goBack: on(['story.back'], (lesson, { node }, story) =>
      goTo(story, { ...changes.withoutUnreleased(lesson), detour: null }, { node, variables: lesson.checkpoints[node] ?? {} }, true),
    ),
    returnToOwnPath: change(({ story, lesson }) => ({ ...goTo(story, changes.returned(lesson), lesson.detour?.point ?? null, true), detour: null })),
    returnToOwnDecision: change(({ lesson }) => changes.returned(lesson)),
    lookAtPath: on(['story.back'], (lesson, event) => (event.choice === null ? lesson : changes.whatIf(lesson, event, event.choice))),

    // Within a phase.
    playNextBeat: change(({ story, lesson, event }) =>
      lesson.phase === 'scene' ? { ...lesson, playhead: fastForward(story, lesson, event.at) } : lesson,
    ),
    playLineAgain: change(({ story, lesson, event }) =>
      lesson.phase === 'scene' ? { ...lesson, playhead: stepBack(story, lesson, event.at) } : lesson,
    ),
    playToEnd: change(({ story, lesson, event }) => (lesson.phase === 'scene' ? { ...lesson, playhead: sceneEnd(story, lesson, event.at) } : lesson)),
    holdScene: on(['scene.hold'], changes.held),
    extendDeadline: on(['vote.extend'], changes.extended),
    dropDeadline: change(({ lesson }) => withRound(lesson, (round) => ({ ...round, deadline: null }))),
    stopChat: on(['vote.close'], changes.stoppedChat),
    takeResult: on(['vote.released', 'hands.released'], changes.released),
    keepResult: on(['vote.released'], changes.kept),
    markVoted: change(({ lesson }) => changes.voted(lesson)),
    nextTurn: change(({ lesson }) => changes.nextTurn(lesson)),
    pickTogether: on(['vote.pick'], (lesson, event) => changes.picked(lesson, event, 'together')),
    pickWithoutResult: on(['vote.pick'], (lesson, event) =>
      changes.picked(lesson, event, lesson.unreleased === 'incomplete' ? 'together' : 'teacher'),
    ),
    pickAfterHands: on(['vote.pick'], (lesson, event) => changes.picked(lesson, event, 'mixed')),

    // At any time.
    removeSeats: on(['seats.removed'], changes.removed),
    setHeadCount: on(['headcount.confirm'], (lesson, { count }) => ({ ...lesson, headCount: count })),
    lockDoor: on(['door.lock'], (lesson, { locked }) => ({ ...lesson, doorLocked: locked })),
    setLanguage: on(['lang.set'], (lesson, { lang }) => ({ ...lesson, lang })),
    setPace: on(['pace.set'], (lesson, { pace }) => ({ ...lesson, pace })),
    setLate: on(['late.set'], (lesson, { on }) => ({ ...lesson, length: on ? 'late' : 'long', leftOut: false })),
    setMode: on(['mode.set'], (lesson, { mode }) => ({ ...lesson, mode })),
    setItems: on(['items.set'], (lesson, event, story) => changes.withItems(story, lesson, event)),
    setAgreements: on(['agreements.set'], (lesson, { agreements }) => ({ ...lesson, agreements })),
    setBranch: on(['way.set'], changes.withBranch),
    addDesk: on(['desk.paired'], (lesson, { token }) => ({ ...lesson, keys: { ...lesson.keys, desk: [...lesson.keys.desk, token] } })),
    takeDesk: on(['desk.taken'], changes.takenByDesk),
    pause: on(['lesson.pause'], changes.paused),
    resume: on(['server.resumed'], changes.resumed),
    endStory: change(({ story, lesson }) => changes.ended(story, lesson)),
  },
});

const NOT_HERE = {};
const skipVote = [{ guard: 'isKept', actions: 'goBeyond', target: '#lesson.arriving' }, { target: '#lesson.vote.together' }] as const;

/**
 * The flow of a lesson: one state for each phase, and states without a phase that are left at once. It knows no clock, no chance and
 * no socket, no ballots (`ballots.ts`) and no phone that comes in (`seating.ts`). `step` asks `refusals.ts` first; an event that no transition takes is not for now.
 */
export const chart = base.createMachine({
  id: 'lesson',
  context: ({ input }) => input,
  initial: 'lobby',
  on: {
    'seats.removed': { actions: 'removeSeats' },
    'headcount.confirm': { actions: 'setHeadCount' },
    'door.lock': { actions: 'lockDoor' },
    'lang.set': { actions: 'setLanguage' },
    'pace.set': { actions: 'setPace' },
    'late.set': { actions: 'setLate' },
    'mode.set': { actions: 'setMode' },
    'items.set': { actions: 'setItems' },
    'agreements.set': { actions: 'setAgreements' },
    'way.set': { actions: 'setBranch' },
    'desk.paired': { actions: 'addDesk' },
    'desk.taken': { actions: 'takeDesk' },
    'lesson.pause': { actions: 'pause' },
    'server.resumed': { actions: 'resume' },
    'story.back': [
      { guard: 'looksAtPath', actions: 'lookAtPath', target: '.vote.reveal' },
      { actions: 'goBack', target: '.arriving' },
    ],
    'story.return': [
      { guard: 'ownDecisionWaits', actions: 'returnToOwnDecision', target: '.vote.reveal' },
      { actions: 'returnToOwnPath', target: '.arriving' },
    ],
    'lesson.end': { actions: 'endStory', target: '.over' },
  },
  states: {
    lobby: {
      on: {
        'lesson.next': [
          { guard: 'asksBefore', actions: 'goToFirstItem', target: 'arriving' },
          { guard: 'decisionWaits', target: 'vote.reveal' },
          { actions: 'goToPoint', target: 'arriving' },
        ],
      },
    },
    arriving: {
      always: [
        { guard: { type: 'arrivesAt', params: { phase: 'scene' } }, target: 'story.scene' },
        { guard: { type: 'arrivesAt', params: { phase: 'reflect' } }, target: 'story.reflect' },
        { guard: { type: 'arrivesAt', params: { phase: 'results' } }, target: 'story.results' },
        { guard: { type: 'arrivesAt', params: { phase: 'foreseen' } }, target: 'story.foreseen' },
        { guard: { type: 'arrivesAt', params: { phase: 'tell' } }, target: 'story.tell' },
        { guard: { type: 'arrivesAt', params: { phase: 'question' } }, target: 'vote.question' },
        { guard: { type: 'arrivesAt', params: { phase: 'together' } }, target: 'vote.together' },
        { guard: { type: 'arrivesAt', params: { phase: 'live' } }, target: 'live' },
        { target: 'end' },
      ],
    },
    story: {
      initial: 'scene',
      on: { 'lesson.next': { actions: 'goToNextNode', target: 'arriving' } },
      states: {
        scene: {
          entry: 'beginScene',
          on: {
            'lesson.next': { guard: 'stillPlays', actions: 'playNextBeat' },
            'story.skip': { guard: 'stillPlays', actions: 'playToEnd' },
            'scene.hold': { actions: 'holdScene' },
            'scene.again': { actions: 'playLineAgain' },
          },
        },
        reflect: { entry: 'beginReflect' },
        results: { entry: 'beginResults' },
        foreseen: { entry: 'beginForeseen' },
        tell: { entry: 'beginTell' },
      },
    },
    live: {
      entry: 'beginLive',
      on: {
        'vote.close': [
          { guard: 'chatPlays', actions: 'stopChat' },
          { guard: 'everybodyAsked', target: 'vote.round.ended' },
        ],
        'lesson.next': { guard: 'chatIsOver', target: 'vote.round.ended' },
        'clock.due': { guard: 'isDue', target: 'vote.round.ended' },
        'story.back': NOT_HERE,
        'story.return': NOT_HERE,
      },
    },
    vote: {
      initial: 'question',
      states: {
        question: {
          entry: 'beginQuestion',
          on: {
            'lesson.next': [
              { guard: 'isKeptAndSkipped', actions: 'goBeyond', target: '#lesson.arriving' },
              { guard: 'asksAloud', target: 'together' },
              { guard: 'asksHands', target: 'hands' },
              { target: 'round.voting' },
            ],
            'story.skip': skipVote,
          },
        },
        round: {
          initial: 'voting',
          // No looking back and no other way of voting meanwhile.
          on: { 'story.back': NOT_HERE, 'story.return': NOT_HERE, 'mode.set': NOT_HERE },
          states: {
            voting: {
              entry: 'openRound',
              on: {
                'lesson.next': { guard: 'openForAWhile', target: 'ended' },
                'vote.close': { target: 'ended' },
                'clock.due': { guard: 'isDue', target: 'ended' },
                'vote.extend': { guard: 'hasDeadline', actions: 'extendDeadline' },
                'vote.untimed': { actions: 'dropDeadline' },
                'story.skip': skipVote,
              },
            },
            ended: { always: [{ guard: 'moreSeatsThanHeads', target: 'recount' }, { target: 'closing' }] },
            // With more devices than pupils the counting waits. Where the count cannot be put right, the vote can be skipped.
            recount: {
              entry: 'beginRecount',
              always: { guard: 'seatsFitHeads', target: 'closing' },
              on: { 'story.skip': skipVote },
            },
            closing: {
              entry: 'closeRound',
              on: {
                'vote.released': [
                  { guard: 'isKept', actions: ['keepResult', 'goBeyond'], target: '#lesson.arriving' },
                  { guard: 'handsFollow', actions: 'markVoted', target: '#lesson.vote.hands' },
                  { actions: 'takeResult', target: '#lesson.vote.counted' },
                ],
                'seats.removed': NOT_HERE,
                'lesson.end': NOT_HERE,
                'lesson.pause': NOT_HERE,
              },
            },
          },
        },
        hands: {
          entry: 'beginHands',
          on: {
            'lesson.next': [
              { guard: 'choicesLeft', actions: 'nextTurn' },
              { guard: 'phonesChose', target: 'counted' },
            ],
            'hands.released': { guard: 'handsDecide', actions: 'takeResult', target: 'counted' },
            'story.skip': skipVote,
            'mode.set': NOT_HERE,
          },
        },
        counted: {
          always: [{ guard: 'tooFewVoted', target: 'tooFew' }, { guard: 'talksAboutIt', target: 'talk' }, { target: 'decided' }],
        },
        together: { entry: 'beginTogether', on: { 'vote.pick': { actions: 'pickTogether', target: 'reveal' } } },
        tooFew: { entry: 'beginTooFew', on: { 'vote.pick': { actions: 'pickWithoutResult', target: 'reveal' } } },
        talk: {
          entry: 'beginTalk',
          on: { 'lesson.next': { target: 'decided' }, 'clock.due': { guard: 'isDue', target: 'decided' }, 'mode.set': NOT_HERE },
        },
        decided: { always: [{ guard: 'phonesChose', target: 'teacherDecides' }, { target: 'reveal' }] },
        // What the phones chose is on the board; a vote that is asked again before anything is decided would be a first one.
        teacherDecides: {
          entry: 'letTeacherDecide',
          on: {
            'vote.pick': { actions: 'pickAfterHands', target: 'reveal' },
            'story.back': NOT_HERE,
            'story.return': NOT_HERE,
            'mode.set': NOT_HERE,
          },
        },
        reveal: {
          entry: 'revealPath',
          on: { 'lesson.next': { guard: 'pathExists', actions: 'followDecision', target: '#lesson.arriving' } },
        },
      },
    },
    end: {
      entry: 'beginEnd',
      on: {
        'items.ask': { actions: 'goToItemAfter', target: 'arriving' },
        'agreements.ask': { actions: 'goToAgreements', target: 'arriving' },
      },
    },
    over: { type: 'final', entry: 'endLesson' },
  },
});
